/** What the interface weighs, by part: the same build once more with its source maps, each character counted for its source. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Measurement } from './measure.ts';

const root = join(import.meta.dirname, '..');

/** Parts in the order of the table, each by the paths of its sources; the first that fits counts. */
const parts: readonly (readonly [name: string, path: RegExp])[] = [
  ['React', /\/node_modules\/(react|react-dom|scheduler)\//],
  ['zod', /\/node_modules\/zod\//],
  ['oRPC', /\/node_modules\/@orpc\//],
  ['other libraries', /\/node_modules\//],
  ['shared with the core', /src\/shared\//],
  ['pieces without words of the field', /src\/renderer\/ui\//],
  ['pieces that stages share', /src\/renderer\/parts\//],
  ['rows and connection', /src\/renderer\/data\//],
  ['frame', /src\/renderer\/(app\/|main)/],
  ...['home', 'scope', 'sources', 'interviews', 'patterns', 'constraint', 'map', 'document', 'review'].map(
    (name) => [name, new RegExp(`src/renderer/features/${name}/`)] as const,
  ),
  ['what joins them', /^/],
];

/** Builds into a folder and weighs it: what a first visit loads, the scripts by part, styles, fonts. */
export function measureBundle(folder: string): Measurement[] {
  const out = join(folder, 'maps');
  const words = [join(root, 'tools', 'launch.mjs'), 'electron-vite', 'build', '--sourcemap', '--outDir', out];
  const done = spawnSync(process.execPath, [...words, '--logLevel', 'warn'], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`the interface cannot be built: ${done.stderr}`);
  const built = join(out, 'renderer');
  const names = readdirSync(join(built, 'assets'));
  const read = (name: string): Buffer => readFileSync(join(built, 'assets', name));
  const all = (ending: RegExp): Buffer[] => names.filter((name) => ending.test(name)).map(read);
  const entry = /assets\/([^"]+\.js)"/.exec(readFileSync(join(built, 'index.html'), 'utf8'))?.[1] ?? '';
  const frame = names.find((name) => /^boot-.*\.js$/.test(name)) ?? '';
  const imported = importedBy([entry, frame], (name) => read(name).toString());
  const scripts = scriptsByPart(
    names
      .filter((name) => name.endsWith('.js'))
      // What the bundler itself adds has no sources.
      .map((name) => [read(name), names.includes(`${name}.map`) ? read(`${name}.map`) : null]),
  );
  return [
    ...weigh('the script that begins', [read(entry)]),
    ...weigh('scripts before the first screen', imported.map(read)),
    ...weigh('all scripts', all(/\.js$/)),
    ...[...scripts].flatMap(([name, text]) => weigh(`scripts, ${name}`, [Buffer.from(text)])),
    ...weigh('styles', all(/\.css$/)),
    // Compressed as they are.
    ...weigh('fonts of the interface', all(/\.woff2$/)).slice(0, 1),
    ...weigh('fonts of the page preview', all(/\.ttf$/)).slice(0, 1),
  ];
}

/** Scripts with everything that they import at once, by name. */
function importedBy(names: readonly string[], codeOf: (name: string) => string): readonly string[] {
  const found = new Set(names);
  for (const name of found)
    for (const [, other = ''] of codeOf(name).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) found.add(other);
  return [...found];
}

/** The text of the scripts, put together by part. */
function scriptsByPart(scripts: readonly (readonly [code: Buffer, map: Buffer | null])[]): ReadonlyMap<string, string> {
  const texts = new Map(parts.map(([name]) => [name, '']));
  for (const [code, file] of scripts) {
    const map = file === null ? null : new SourceMap(JSON.parse(file.toString()) as SourceMapPayload);
    const partOf = new Map<string, string>();
    for (const [line, text] of code
      .toString()
      .replace(/\/\/# sourceMappingURL=.*\s*$/, '')
      .split('\n')
      .entries()) {
      let begin = 0;
      let part = '';
      for (let column = 0; column <= text.length; column += 1) {
        const next = column === text.length ? '' : partAt(map, line, column, partOf);
        if (next === part) continue;
        if (part !== '') texts.set(part, (texts.get(part) ?? '') + text.slice(begin, column));
        [begin, part] = [column, next];
      }
    }
  }
  return texts;
}

function partAt(map: SourceMap | null, line: number, column: number, known: Map<string, string>): string {
  const entry = map?.findEntry(line, column);
  const source = entry !== undefined && 'originalSource' in entry ? `/${entry.originalSource}` : '/';
  const found = known.get(source) ?? parts.find(([, path]) => path.test(source))?.[0] ?? '';
  known.set(source, found);
  return found;
}

function weigh(name: string, pieces: readonly Buffer[]): Measurement[] {
  const bytes = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0) / 1000;
  return [
    { name: `bundle: ${name}`, value: bytes(pieces.map((piece) => piece.length)), unit: 'kB' },
    { name: `bundle: ${name}, gzip`, value: bytes(pieces.map((piece) => gzipSync(piece).length)), unit: 'kB' },
  ];
}
