/** What `npm run dist` packs, tried with a runtime that is none: everything but Electron itself. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packaging } from '../../tools/dist/packaging.ts';
import { drawIcons } from '../../tools/dist/icons.ts';
import { missingIdentity } from '../../tools/dist/identity.ts';
import { builtApp, projectRoot } from '../support/built-app.ts';
import { value } from '../support/core.ts';
import { layRelayPage, relayOf, startRelay } from '../support/relay.ts';

/** The archive's own library, which electron-builder brings along. */
const asar = createRequire(createRequire(import.meta.url).resolve('electron-builder'))('@electron/asar') as {
  listPackage(archive: string, options: object): string[];
  extractAll(archive: string, folder: string): void;
};

const folder = mkdtempSync(join(tmpdir(), 'throughline-dist-'));
const packed = join(folder, 'linux-unpacked');
const archive = join(packed, 'resources', 'app.asar');

beforeAll(async () => {
  await builtApp();
  const runtime = join(folder, 'runtime');
  mkdirSync(join(runtime, 'resources'), { recursive: true });
  // The wire of fuses as a program carries it, all as Electron delivers them.
  const wire = Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 9]),
    Buffer.from('101110001'),
  ]);
  writeFileSync(join(runtime, 'electron'), wire);
  chmodSync(join(runtime, 'electron'), 0o755);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(join(runtime, name), '');
  await build({
    projectDir: projectRoot,
    publish: 'never',
    linux: ['dir'],
    config: { ...packaging, electronDist: runtime, directories: { ...packaging.directories, output: folder } },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('The package', () => {
  it('has the fuses of the list', () => {
    expect(readFileSync(join(packed, 'throughline'), 'latin1').slice(-9)).toBe('010011001');
  });

  it('holds the built program, and neither sources nor tests nor what others need', () => {
    const files = asar.listPackage(archive, {}).map((name) => name.replaceAll('\\', '/'));
    expect(files).toEqual(
      expect.arrayContaining(['/out/main/index.js', '/out/preload/index.cjs', '/out/renderer/manifest.json']),
    );
    const foreign = files.filter((name) =>
      /^\/(src|tests|tools|bench|demo|resources)\/|\.(map|ts)$|\/(react|node-[\w-]+-x64)\//.test(name),
    );
    expect(foreign).toEqual([]);
  });

  it('keeps nothing outside of the archive that runs but binaries, and those of this system only', () => {
    const outside = readdirSync(`${archive}.unpacked`, { recursive: true, withFileTypes: true });
    const names = outside.filter((entry) => entry.isFile()).map(({ name }) => name);
    expect(names.filter((name) => !name.endsWith('.node'))).toEqual([]);
    expect(names.filter((name) => /darwin|win32/.test(name))).toEqual([]);
  });

  it('has everything that it needs: unpacked, it makes a file, reads a backlog and writes a document', async () => {
    const app = join(packed, 'resources', 'app');
    asar.extractAll(archive, app);
    layRelayPage(join(app, 'out', 'renderer'));
    const standIn = await startRelay(folder, { built: join(app, 'out'), packaged: true });
    try {
      const [window] = await standIn.windows(1);
      if (window === undefined) throw new Error('there is no window');
      const { client } = await relayOf(standIn, window);
      const choose = async (
        mode: 'open' | 'save',
        kind: 'client' | 'backlog' | 'strategy' | 'document',
        path: string,
      ) => {
        const answer = { canceled: false, filePath: path, filePaths: [path] };
        await standIn.control.answer(mode === 'open' ? 'showOpenDialog' : 'showSaveDialog', answer);
        return value(await client.desk.choose({ mode, kind }))?.place ?? '';
      };
      const sample = join(projectRoot, 'resources', 'sample');
      const { file } = value(
        await client.home.sample({
          place: await choose('save', 'client', join(folder, 'S.throughline')),
          opId: crypto.randomUUID(),
        }),
      );
      const strategy = await choose('open', 'strategy', join(sample, 'strategy.docx'));
      expect(value(await client.imports.readDocument({ place: strategy })).passages.length).toBeGreaterThan(5);
      const place = await choose('save', 'document', join(folder, 'S.docx'));
      value(await client.documents.write({ file, place, draft: true }));
      expect(statSync(join(folder, 'S.docx')).size).toBeGreaterThan(20_000);
      expect((await standIn.control.facts()).violations).toEqual([]);
    } finally {
      await standIn.kill();
    }
  });
});

describe('The icon', () => {
  it('is there in the form of each system, each with its pictures where its table says', () => {
    drawIcons(join(projectRoot, 'build', 'icon.svg'), join(folder, 'icons'));
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
    const ico = readFileSync(join(folder, 'icons', 'icon.ico'));
    for (let at = 0; at < ico.readUInt16LE(4); at++) {
      const place = ico.readUInt32LE(6 + at * 16 + 12);
      expect(ico.subarray(place, place + 4)).toEqual(png);
    }
    const icns = readFileSync(join(folder, 'icons', 'icon.icns'));
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    let place = 8;
    for (; place < icns.length; place += icns.readUInt32BE(place + 4)) {
      expect(icns.subarray(place + 8, place + 12)).toEqual(png);
    }
    expect(place).toBe(icns.length);
  });
});

describe('Signing', () => {
  it('is missed where a system would refuse or warn without it, and not where it is given', () => {
    const machine = { env: {}, identities: '' };
    expect(missingIdentity({ ...machine, platform: 'darwin' })).toContain('Developer ID Application');
    expect(
      missingIdentity({ ...machine, platform: 'darwin', identities: '1) AB "Developer ID Application: X"' }),
    ).toBeNull();
    expect(missingIdentity({ ...machine, platform: 'win32' })).toContain('WIN_CSC_LINK');
    expect(missingIdentity({ ...machine, platform: 'win32', env: { WIN_CSC_LINK: 'x' } })).toBeNull();
    expect(missingIdentity({ ...machine, platform: 'linux' })).toBeNull();
  });
});
