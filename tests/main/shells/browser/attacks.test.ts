/** Attacks on the loopback server, each as the bytes that a program on this computer or a page elsewhere could send. */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowserShell, type TestShell } from '../../../support/browser-shell.ts';
import { type Attack, attacks } from '../../../support/browser-shell-attacks.ts';
import { call } from '../../../support/browser-shell-call.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-test-'));
let shell: TestShell;
let token = '';

beforeAll(async () => {
  shell = await startBrowserShell(folder);
  token = await shell.boot();
});
afterAll(async () => {
  await shell.shell.end(true);
  rmSync(folder, { recursive: true, force: true });
});

const bytesOf = ({ send }: Attack): string | Uint8Array => send({ port: shell.port, token, code: shell.code() });
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

describe('the loopback server refuses', () => {
  it.each(attacks)('$name', async (attack) => {
    const answer = await shell.raw(bytesOf(attack));
    expect(answer).not.toContain('"capabilities"');
    expect(answer).not.toContain('"ok":true');
    expect([attack.status].flat()).toContain(statusOf(answer));
    const after = await shell.post('/api/desk/start', { json: {} }, token);
    expect([after.status, await after.text()]).toEqual([200, expect.stringContaining('"capabilities"')]);
  });
});

it('says the same headers with every answer, and never a cookie or a permission for other pages', async () => {
  for (const attack of attacks) {
    const answer = (await shell.raw(bytesOf(attack))).toLowerCase();
    if (answer === '') continue;
    const head = answer.split('\r\n\r\n')[0] ?? '';
    expect(head, attack.name).toContain('\r\ncache-control: no-store');
    expect(head, attack.name).toContain(
      "\r\ncontent-security-policy: default-src 'none'; script-src 'self'; style-src",
    );
    expect(head, attack.name).toContain('\r\nx-content-type-options: nosniff');
    expect(head, attack.name).toContain('\r\ncross-origin-resource-policy: same-origin');
    expect(head, attack.name).not.toMatch(/set-cookie|access-control|injected/);
  }
});

it('lets the same call through when it is asked for as the page asks', async () => {
  const answer = await shell.raw(call({ port: shell.port, token, code: '' }, {}));
  expect(statusOf(answer)).toBe(200);
  expect(answer).toContain('"capabilities"');
});

it('is not reached by any other address of this computer', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .map(({ address }) => address)
    .filter((address) => address !== '127.0.0.1');
  for (const host of [...others, '::1', '127.0.0.2']) {
    await expect(reach(host, shell.port), host).resolves.toBe('refused');
  }
});

it('answers ten thousand guesses with nothing, and says once that somebody guesses', async () => {
  const before = shell.lines.length;
  const counts: Record<number, number> = {};
  const guess = async (number: number): Promise<void> => {
    const text = call({ port: shell.port, token: `${number}x`.padEnd(43, 'A'), code: '' }, {});
    const status = statusOf(await shell.raw(text));
    counts[status] = (counts[status] ?? 0) + 1;
  };
  for (let first = 0; first < 10_000; first += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, at) => guess(first + at)));
  }
  expect((counts[401] ?? 0) + (counts[429] ?? 0)).toBe(10_000);
  expect(counts[401] ?? 0).toBeLessThanOrEqual(20);
  expect(shell.lines.slice(before).filter((line) => line.includes('guessing'))).toHaveLength(1);
});

function reach(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.on('connect', () => {
      socket.destroy();
      resolve('reached');
    });
    socket.on('error', () => resolve('refused'));
  });
}
