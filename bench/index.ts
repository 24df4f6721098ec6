/**
 * Runs the benchmarks, prints them as a table and writes them to bench/results. A missed mark is told, it does not fail the
 * run: marks are judged by people, on a quiet machine. `--only NAME` runs one, `--json` prints the JSON instead of the table.
 */
import { execFileSync, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Benchmark, Measurement, Place } from './measure.ts';

/** Every benchmark by name, in the order in which they run; the first makes the file that others use. */
const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  'large-file': async () => (await import('./large-file.ts')).benchLargeFile,
  edit: async () => (await import('./edit.ts')).benchEdit,
  typing: async () => (await import('./typing.ts')).benchTyping,
  open: async () => (await import('./open.ts')).benchOpen,
  search: async () => (await import('./search.ts')).benchSearch,
  figures: async () => (await import('./figures.ts')).benchFigures,
  suggest: async () => (await import('./suggest.ts')).benchSuggest,
  learning: async () => (await import('./learning.ts')).benchLearning,
  import: async () => (await import('./import.ts')).benchImport,
  document: async () => (await import('./document.ts')).benchDocument,
  memory: async () => (await import('./memory.ts')).benchMemory,
  notes: async () => (await import('./notes.ts')).benchNotes,
  interface: async () => (await import('./interface.ts')).benchInterface,
};
const onLargeFile = ['edit', 'open', 'search', 'figures', 'memory', 'notes', 'interface'];

const root = join(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'boolean' }, run: { type: 'string' }, folder: { type: 'string' } },
});

if (options.run === undefined) process.exitCode = await runAll();
else await runOne(options.run, options.folder ?? '');

async function runAll(): Promise<number> {
  const { only } = options;
  if (only !== undefined && !Object.hasOwn(benchmarks, only)) {
    console.error(`There is no benchmark ${only}. There are: ${Object.keys(benchmarks).join(', ')}.`);
    return 2;
  }
  const names = Object.keys(benchmarks).filter(
    (name) => only === undefined || name === only || (name === 'large-file' && onLargeFile.includes(only)),
  );
  // On the project's own disk: the folder for temporary files is in memory on many systems, where a commit costs nothing.
  mkdirSync(join(root, '.tmp'), { recursive: true });
  const folder = mkdtempSync(join(root, '.tmp', 'bench-'));
  const results: Measurement[] = [];
  try {
    for (const name of names) {
      const measured = await inOwnProcess(name, folder);
      results.push(...measured);
      if (options.json !== true) for (const one of measured) console.log(lineOf(one));
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const report = { machine: machineFacts(), results: results.map((one) => ({ ...one, holds: holds(one) })) };
  const json = `${JSON.stringify(report, null, 2)}\n`;
  mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
  const path = join(import.meta.dirname, 'results', `${only ?? 'all'}.json`);
  writeFileSync(path, json);
  if (options.json === true) console.log(json);
  else console.log(closingOf(results, path));
  return 0;
}

function inOwnProcess(name: string, folder: string): Promise<readonly Measurement[]> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, ['--run', name, '--folder', folder], { stdio: ['ignore', 2, 2, 'ipc'] });
    let measured: readonly Measurement[] | null = null;
    child.on('message', (message) => (measured = message as readonly Measurement[]));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0 && measured !== null) resolve(measured);
      else reject(new Error(`The benchmark ${name} broke off.`));
    });
  });
}

async function runOne(name: string, shared: string): Promise<void> {
  const place: Place = { folder: join(shared, name), largeFile: join(shared, 'large.throughline') };
  mkdirSync(place.folder, { recursive: true });
  const benchmark = await benchmarks[name]?.();
  process.send?.((await benchmark?.(place)) ?? []);
  process.disconnect?.();
}

function holds({ value, mark, least }: Measurement): boolean | null {
  if (mark !== undefined) return value <= mark;
  return least === undefined ? null : value >= least;
}

function lineOf(one: Measurement): string {
  const said = { true: 'holds', false: 'MISSED', null: '' }[String(holds(one)) as 'true' | 'false' | 'null'];
  const mark =
    one.mark !== undefined ? `at most ${one.mark}` : one.least === undefined ? '' : `at least ${digits(one.least)}`;
  return `${one.name.padEnd(66)}${digits(one.value).padStart(9)} ${one.unit.padEnd(3)} ${mark.padEnd(14)}${said}`.trimEnd();
}

function closingOf(results: readonly Measurement[], path: string): string {
  const judged = results.filter((one) => holds(one) !== null);
  const missed = judged.filter((one) => holds(one) === false);
  const { node, cpu, cores, load } = machineFacts();
  return [
    `${judged.length - missed.length} of ${judged.length} marks hold. Node ${node}, ${cores} × ${cpu}, load ${load}. Written to ${path}`,
    ...missed.map((one) => `Missed: ${one.name}`),
  ].join('\n');
}

function digits(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}

function machineFacts() {
  const [first] = cpus();
  return {
    at: new Date().toISOString(),
    revision: gitRevision(),
    node: process.versions.node,
    platform: `${platform()} ${process.arch}`,
    cpu: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: Math.round(totalmem() / 1e6),
    // More than there are cores: others were at work, and the times are too long.
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}

function gitRevision(): string | null {
  try {
    const git = (...words: string[]): string =>
      execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ' with changes');
  } catch {
    return null;
  }
}
