/** The steps of `npm run check` and `npm test`, in one list, and how they are run and counted. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** One step: a command of the project; `tests` counts by test instead of as one; `slow` runs in `npm test` only, alone. */
export type Step = {
  readonly name: string;
  readonly command: readonly string[];
  readonly tests?: 'vitest' | 'playwright';
  readonly slow?: true;
};

/** What passed and what failed: a test counts as one, any other step as one. */
export type Count = { readonly passed: number; readonly failed: number };

/** What a step left behind: its exit code, everything it printed, and the test runner's report if it wrote one. */
export type Outcome = { readonly code: number; readonly output: string; readonly report?: unknown };

const launcher = join(import.meta.dirname, 'launch.mjs');
const root = join(import.meta.dirname, '..');

/** The longest comes first, so that the others run beside it. */
export const steps: readonly Step[] = [
  { name: 'unit tests', command: ['vitest', 'run', '--project', 'unit'], tests: 'vitest' },
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--report-unused-disable-directives-severity=error', '.'] },
  { name: 'layers', command: ['node', 'tools/layers.ts'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  {
    name: 'slow tests',
    command: ['vitest', 'run', '--project', 'slow', '--passWithNoTests'],
    tests: 'vitest',
    slow: true,
  },
  {
    name: 'end to end',
    command: ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'],
    tests: 'playwright',
    slow: true,
  },
];

/** Runs every step, `width` at a time, whatever fails, and says one line per step and the whole output of a failing one. */
export async function runSteps(list: readonly Step[], width: number, say: (line: string) => void): Promise<Count> {
  const quick = list.filter((step) => !step.slow);
  const total = { passed: 0, failed: 0 };
  const work = async (step: Step): Promise<void> => {
    const start = performance.now();
    const outcome = await run(step);
    const count = countOutcome(step, outcome);
    total.passed += count.passed;
    total.failed += count.failed;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const tests = step.tests ? `, ${summary(count)}` : '';
    say(`${count.failed === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s${tests})`);
    for (const note of outcome.output.match(/^Ran on: .*$/gmu) ?? []) say(`       ${note}`);
    if (count.failed > 0) say(outcome.output.trimEnd());
  };
  const lane = async (queue: Step[]): Promise<void> => {
    for (let step = queue.shift(); step !== undefined; step = queue.shift()) await work(step);
  };
  await Promise.all(Array.from({ length: width }, () => lane(quick)));
  // Slow tests have the machine to themselves: they hold deadlines against real processes.
  await lane(list.filter((step) => step.slow));
  return total;
}

/** Counts one step. A test run that ends badly without a failing test (a crash, an unreadable file) is one failure more. */
export function countOutcome(step: Step, outcome: Outcome): Count {
  if (!step.tests) return outcome.code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const { passed, failed } = step.tests === 'vitest' ? countVitest(outcome.report) : countPlaywright(outcome.report);
  const broken = outcome.report === undefined || (outcome.code !== 0 && failed === 0);
  return { passed, failed: failed + (broken ? 1 : 0) };
}

function countVitest(report: unknown): Count {
  return {
    passed: numberIn(report, 'numPassedTests'),
    failed: numberIn(report, 'numFailedTests') + filesWithoutTests(report),
  };
}

/** A test that passed only when it was tried again counts as failed. */
function countPlaywright(report: unknown): Count {
  const stats = isRecord(report) ? report['stats'] : undefined;
  return {
    passed: numberIn(stats, 'expected'),
    failed: numberIn(stats, 'unexpected') + numberIn(stats, 'flaky'),
  };
}

/** The last line of every run. */
export function summary(count: Count): string {
  return `${count.passed} passed, ${count.failed} failed`;
}

async function run(step: Step): Promise<Outcome> {
  const folder = step.tests ? await mkdtemp(join(tmpdir(), 'throughline-check-')) : undefined;
  const file = folder && join(folder, 'report.json');
  const outcome = await capture([...step.command, ...reporters(step, file)], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  if (!folder || !file) return outcome;
  const report: unknown = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  await rm(folder, { recursive: true, force: true });
  return { ...outcome, report };
}

function reporters(step: Step, file: string | undefined): readonly string[] {
  if (file === undefined) return [];
  if (step.tests === 'playwright') return ['--reporter=list,json'];
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
}

function capture(
  command: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [launcher, ...command], {
      cwd: root,
      env: { ...process.env, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => (output += text));
    }
    child.on('error', (error) => {
      resolve({ code: 1, output: `${output}${error.message}` });
    });
    child.on('close', (code) => {
      // Some tools colour what they print wherever it goes.
      resolve({ code: code ?? 1, output: stripVTControlCharacters(output) });
    });
  });
}

// A test file that could not even be loaded has a failed result without tests.
function filesWithoutTests(report: unknown): number {
  const results = isRecord(report) && Array.isArray(report['testResults']) ? report['testResults'] : [];
  return results.filter(
    (result) => isRecord(result) && result['status'] === 'failed' && isEmpty(result['assertionResults']),
  ).length;
}

function isEmpty(value: unknown): boolean {
  return !Array.isArray(value) || value.length === 0;
}

function numberIn(report: unknown, key: string): number {
  const value = isRecord(report) ? report[key] : undefined;
  return typeof value === 'number' ? value : 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
