import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Leaves a list of the built interface beside it: the shells serve these files, with these hashes, and nothing else. */
const listFiles: Plugin = {
  name: 'list-files',
  apply: 'build',
  writeBundle({ dir = '' }) {
    const names = readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'manifest.json')
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(dir.length + 1)
          .replaceAll('\\', '/'),
      )
      .toSorted();
    const hashes = names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(dir, name)))
        .digest('hex'),
    ]);
    writeFileSync(join(dir, 'manifest.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
  },
};

// electron-vite wants its configuration as the default export.
export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          index: at('src/main/index.ts'),
          browser: at('src/main/browser.ts'),
          cli: at('src/main/cli.ts'),
          'jobs/entry': at('src/main/jobs/entry.ts'),
        },
        // What entries share lies beside them, so that places named from a file's own are the same as in the sources.
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react(), listFiles],
    // Each response of a shell puts its own nonce in place of this.
    html: { cspNonce: '__NONCE__' },
    build: {
      minify: true,
      // The policy of the page knows no fonts and styles within other files.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: at('src/renderer/index.html'),
        // Apart, so that its settings are made before any schema is.
        output: {
          codeSplitting: {
            groups: [
              { name: 'strict-policy', test: /strict-policy/, priority: 2 },
              { name: 'zod', test: /node_modules[\\/]zod[\\/]/, priority: 1 },
            ],
          },
        },
      },
    },
  },
});
