/** A running browser shell with a small interface of its own, and raw ways to talk to it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Core, openCore } from '../../src/main/core.ts';
import { localConfig } from '../../src/main/local-config.ts';
import type { Assets } from '../../src/main/lib/page-assets.ts';
import { type BrowserShell, type BrowserShellOptions, openBrowserShell } from '../../src/main/shells/browser/shell.ts';

/** A folder that is gone after the test that asked for it. */
export type Place = { readonly folder: string; path(name: string): string };

/** Makes a folder for the running test. */
export function testPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return { folder, path: (name) => join(folder, name) };
}

/** A shell as a test looks at it. */
export type TestShell = {
  readonly shell: BrowserShell;
  readonly port: number;
  readonly origin: string;
  /** The core behind it. */
  core(): Core;
  /** Lines said to whoever started it, warnings included. */
  readonly lines: readonly string[];
  /** The code of the address that was printed last. */
  code(): string;
  /** Lets time go by, as far as the shell can tell. */
  wait(milliseconds: number): void;
  /** Sends bytes and reads until the server ends the connection or has answered once. */
  raw(text: string | Uint8Array, options?: RawOptions): Promise<string>;
  post(path: string, body: unknown, token?: string): Promise<Response>;
  /** Redeems the code that was printed last. */
  boot(): Promise<string>;
};

/** How a raw request is sent. */
export type RawOptions = {
  /** Milliseconds to wait for more after the last byte that came. */
  readonly patience?: number;
};

const page =
  '<!doctype html><meta charset="utf-8"><title>Throughline</title><script src="/page.js" nonce="__NONCE__"></script>';

/** The interface of a test: a page and a script. */
export function testAssets(script = ''): Assets {
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', bytes: Buffer.from(page) }],
    ['/page.js', { type: 'text/javascript; charset=utf-8', bytes: Buffer.from(script) }],
  ]);
}

/** Starts a shell that prints its addresses; ended after the test. */
export async function browserShell(place: Place, options: Partial<BrowserShellOptions> = {}): Promise<TestShell> {
  const started = await startBrowserShell(place.folder, options);
  onTestFinished(async () => void (await started.shell.end(true)));
  return started;
}

/** The same in a folder that outlives a test; to be ended by its caller. */
export async function startBrowserShell(
  folder: string,
  options: Partial<BrowserShellOptions> = {},
): Promise<TestShell> {
  const lines: string[] = [];
  const turns = new Set<() => void>();
  let time = 0;
  let core: Core | null = null;
  const runtimeBase = join(folder, 'run');
  mkdirSync(runtimeBase, { recursive: true, mode: 0o700 });
  const shell = await openBrowserShell({
    open: (desk) => (core = openCore({ ...localConfig(join(folder, 'app')), desk })),
    assets: testAssets(),
    browser: { reason: 'this is a test' },
    say: (line) => lines.push(line),
    warn: (line) => lines.push(line),
    clock: {
      now: () => time,
      every(_, run) {
        turns.add(run);
        return () => turns.delete(run);
      },
    },
    runtimeBase,
    ...options,
  });
  const origin = `http://127.0.0.1:${shell.port}`;
  const code = (): string => /#([\w-]{43})/.exec(lines.findLast((line) => line.includes('/#')) ?? '')?.[1] ?? '';
  const post = (path: string, body: unknown, token?: string): Promise<Response> =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
  return {
    shell,
    port: shell.port,
    origin,
    core() {
      if (core === null) throw new Error('the shell opened no core');
      return core;
    },
    lines,
    code,
    wait(milliseconds) {
      for (let gone = 0; gone < milliseconds; gone += 1000) {
        time += Math.min(1000, milliseconds - gone);
        for (const turn of turns) turn();
      }
    },
    raw: (text, raw) => sendRaw(shell.port, text, raw),
    post,
    async boot() {
      const answer = await post('/boot', { code: code() });
      if (!answer.ok) throw new Error(`the code was refused (${answer.status})`);
      return ((await answer.json()) as { token: string }).token;
    },
  };
}

/** A page that holds its channel open. */
export type TestPage = {
  /** Starts to listen to a stream of the contract. */
  listen(path: string): Promise<TestStream>;
  /** The first thing that a stream says. */
  next(path: string): Promise<unknown>;
  /** Goes away, as a closed or reloaded page does; resolves when the server knows. */
  close(): Promise<void>;
};

/** A stream of a page. */
export type TestStream = { next(): Promise<unknown>; heard(): readonly unknown[]; stop(): Promise<void> };

/** Opens the channel of a page. */
export async function openPage(shell: TestShell, token: string): Promise<TestPage> {
  const leaving = new AbortController();
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const post = (path: string, body: unknown, more = {}): Promise<Response> =>
    fetch(`${shell.origin}${path}`, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) });
  const channel = await fetch(`${shell.origin}/api`, { method: 'POST', headers, body: '{}', signal: leaving.signal });
  const texts = new Map<number, string>();
  const waiting = new Set<() => void>();
  const reading = (async () => {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const piece of (channel.body ?? []) as AsyncIterable<Uint8Array>) {
      const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [id, text] = JSON.parse(line) as [number, string?];
        texts.set(id, (texts.get(id) ?? '') + (text ?? ''));
      }
      for (const wake of waiting) wake();
    }
  })().catch(() => undefined);
  let last = 0;

  async function listen(path: string): Promise<TestStream> {
    const id = ++last;
    let taken = 0;
    const answer = await post(path, { json: {} }, { 'x-stream': String(id) });
    if (answer.status !== 202) throw new Error(`no stream (${answer.status})`);
    const heard = (): unknown[] =>
      [...(texts.get(id) ?? '').matchAll(/^data: (.*)$/gm)].map(
        ([, data]) => (JSON.parse(data ?? '') as { json: unknown }).json,
      );
    return {
      heard,
      async next() {
        while (heard().length <= taken) await new Promise<void>((resolve) => waiting.add(resolve));
        return heard()[taken++];
      },
      async stop() {
        await post('/api', { stop: id });
      },
    };
  }

  return {
    listen,
    next: async (path) => (await listen(path)).next(),
    async close() {
      leaving.abort();
      await reading;
      // The server has seen the end of this connection when it answers on another one.
      for (let tries = 0; tries < 5; tries++)
        await fetch(`${shell.origin}/`).then(
          (answer) => answer.text(),
          () => '',
        );
    },
  };
}

/** Sends bytes over a connection of its own and answers with everything that came back. */
export function sendRaw(
  port: number,
  text: string | Uint8Array,
  { patience = 1500 }: RawOptions = {},
): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const pieces: Buffer[] = [];
    const done = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Buffer.concat(pieces).toString('latin1'));
    };
    let timer = setTimeout(done, patience);
    socket.on('data', (piece: Buffer) => {
      pieces.push(piece);
      clearTimeout(timer);
      timer = setTimeout(done, 150);
    });
    socket.on('error', done);
    socket.on('close', done);
    socket.write(text);
  });
}
