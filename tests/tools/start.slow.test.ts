/** `npm start`: builds what changed, opens the application, and ends everything that it started. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { testPlace } from '../support/browser-shell.ts';
import { enter } from '../support/browser-shell-process.ts';
import { value } from '../support/core.ts';

const script = join(import.meta.dirname, '../../tools/start.mjs');

/** Starts the application on a folder and follows what it prints. */
function start(folder: string, ...words: readonly string[]) {
  mkdirSync(join(folder, 'run'), { recursive: true, mode: 0o700 });
  const child = spawn(process.execPath, [script, ...words], {
    env: { ...process.env, HOME: folder, THROUGHLINE_HOME: join(folder, 'app'), XDG_RUNTIME_DIR: join(folder, 'run') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGTERM'));
  let said = '';
  const over = new Promise<number | null>((resolve) => child.on('close', resolve));
  const address = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => {
        said += text.toString();
        const found = /http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}/.exec(said);
        if (found !== null) resolve(found[0]);
      });
    }
    void over.then(() => reject(new Error(said)));
  });
  address.catch(() => undefined);
  return { address, over, said: () => said, end: () => child.kill('SIGTERM') };
}

it('opens the built application with everything that it needs, and a signal ends all of it', async () => {
  const { folder } = testPlace();
  const application = start(folder, '--print');
  const address = await application.address;
  const page = await fetch(new URL('/', address));
  expect(await page.text()).toContain('<title>Throughline</title>');

  const client = await enter(address);
  const home = value(await client.desk.browse({ kind: 'client' })).entries.find(({ name }) => folder.endsWith(name));
  const { place } = value(await client.desk.spot({ folder: home?.place ?? '', name: 'Aldermere Air', kind: 'client' }));
  // The sample is made by imports, each of which runs in a process of its own.
  const { info } = value(await client.home.sample({ place, opId: crypto.randomUUID() }));
  expect(info.client).toBe('Aldermere Air');

  application.end();
  await application.over;
  await expect(fetch(new URL('/', address))).rejects.toThrow('fetch failed');
  expect(readdirSync(join(folder, 'run'))).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.includes('Aldermere'))).toEqual(['Aldermere Air.throughline']);
});

it('says what it does not understand and starts nothing', async () => {
  const application = start(testPlace().folder, '--wrong');
  expect(await application.over).toBe(2);
  expect(application.said()).toContain('--wrong is not known');
});
