/** How a run is counted, and when packages are installed. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countOutcome, runSteps, summary, type Step } from '../../tools/steps.ts';

const tools = join(import.meta.dirname, '../../tools');

describe('counting', () => {
  const lint: Step = { name: 'lint', command: ['oxlint'] };
  const tests: Step = { name: 'tests', command: ['vitest'], tests: 'vitest' };

  it('a step that is no test run counts as one', () => {
    expect(countOutcome(lint, { code: 0, output: '' })).toEqual({ passed: 1, failed: 0 });
    expect(countOutcome(lint, { code: 2, output: '' })).toEqual({ passed: 0, failed: 1 });
  });

  it('a test run counts by test', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 2,
      testResults: [{ status: 'failed', assertionResults: [{}] }],
    };
    expect(countOutcome(tests, { code: 1, output: '', report })).toEqual({ passed: 7, failed: 2 });
  });

  it('a test file that cannot be loaded is a failure', () => {
    const report = { numPassedTests: 7, numFailedTests: 0, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countOutcome(tests, { code: 1, output: '', report })).toEqual({ passed: 7, failed: 1 });
  });

  it('a test run that crashes, with or without a report, is a failure', () => {
    expect(countOutcome(tests, { code: 1, output: '' })).toEqual({ passed: 0, failed: 1 });
    const report = { numPassedTests: 7, numFailedTests: 0, testResults: [] };
    expect(countOutcome(tests, { code: 1, output: '', report })).toEqual({ passed: 7, failed: 1 });
  });

  it('every step runs whatever fails, slow ones last, and only a failing one shows what it printed', async () => {
    const said: string[] = [];
    const say = (line: string): void => void said.push(line.replace(/ \(.*/, ''));
    const prints = (text: string, code: number): readonly string[] => [
      'node',
      '-e',
      `console.log('${text}'); process.exitCode = ${code}`,
    ];
    const list: Step[] = [
      { name: 'slow', command: prints('of slow', 0), slow: true },
      { name: 'bad', command: prints('of bad', 3) },
      { name: 'good', command: prints('of good', 0) },
    ];
    const count = await runSteps(list, 1, say);
    expect(said).toEqual(['FAILED bad', 'of bad', 'ok     good', 'ok     slow']);
    expect(summary(count)).toBe('2 passed, 1 failed');
  });
});

describe('installing', () => {
  const locked = { version: '1.0.0', integrity: 'sha512-a' };
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-install-'));
    mkdirSync(join(folder, 'tools'));
    mkdirSync(join(folder, 'npm'));
    for (const name of ['browser.mjs', 'launch.mjs', 'project.mjs', 'test.mjs'])
      copyFileSync(join(tools, name), join(folder, 'tools', name));
    writeLock('package-lock.json', {
      '': {},
      'node_modules/a': locked,
      'node_modules/b': { ...locked, optional: true },
    });
    // Stands for npm: notes that it was asked, and fails, so that nothing more is started.
    writeFileSync(
      join(folder, 'npm/npm-cli.js'),
      "require('fs').writeFileSync(__dirname + '/asked', process.argv.slice(2).join(' ')); process.exit(1);",
    );
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('installs when nothing is there', () => {
    expect(asksNpm()).toBe(true);
  });

  it.each([
    ['is another version', { 'node_modules/a': { ...locked, version: '1.0.1' } }],
    ['has other content', { 'node_modules/a': { ...locked, integrity: 'sha512-b' } }],
    ['is missing', {}],
    ['is not in the lock', { 'node_modules/a': locked, 'node_modules/c': locked }],
  ])('installs when a package %s', (_, installed) => {
    writeLock('node_modules/.package-lock.json', installed);
    expect(asksNpm()).toBe(true);
  });

  it('installs nothing when all but the packages of other platforms is there', () => {
    writeLock('node_modules/.package-lock.json', { 'node_modules/a': locked });
    expect(asksNpm()).toBe(false);
  });

  it('a failed install is a failed run, counted in the last line', () => {
    const done = run('test.mjs');
    expect(done.stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
    expect(done.status).toBe(1);
  });

  it('a run that breaks off before its count is a failed run, counted in the last line', () => {
    writeLock('node_modules/.package-lock.json', { 'node_modules/a': locked });
    writeFileSync(
      join(folder, 'tools/check.ts'),
      "console.log('5 passed, 0 failed'); console.log('more'); throw new Error('broken');",
    );
    const done = run('test.mjs');
    expect(done.stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
    expect(done.status).toBe(1);
  });

  function asksNpm(): boolean {
    run('launch.mjs', '--install', 'node', '--version');
    return existsSync(join(folder, 'npm/asked'));
  }

  function run(script: string, ...words: string[]): SpawnSyncReturns<string> {
    const env = { ...process.env, npm_execpath: join(folder, 'npm/npm-cli.js') };
    return spawnSync(process.execPath, [join(folder, 'tools', script), ...words], { env, encoding: 'utf8' });
  }

  function writeLock(path: string, packages: object): void {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify({ packages }));
  }
});
