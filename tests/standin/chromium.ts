/** An installed Chromium without a window, and its debugging protocol over one socket. */
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { options } from './options.ts';

/** Parameters and results of the protocol: plain data. */
export type Data = Record<string, unknown>;

/** A part of Chromium that is spoken to: the browser itself, or one page. */
export type Target = {
  readonly sessionId: string | undefined;
  send<T extends Data = Data>(method: string, params?: Data): Promise<T>;
  on(event: string, listener: (params: never) => void): void;
};

/** A running Chromium. */
export type Chromium = Target & {
  /** Address that another client of the protocol can connect to. */
  readonly address: string;
  readonly pid: number;
  /** A target that was attached. */
  session(sessionId: string): Target;
  end(): Promise<void>;
};

const flags = [
  '--headless',
  '--remote-debugging-port=0',
  '--remote-allow-origins=*',
  // In Electron a port of a page hears when its other end is closed.
  '--enable-blink-features=MessagePortCloseEvent',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE *.localhost',
];

/** Starts Chromium; rejects when it does not come up. */
export async function startChromium(): Promise<Chromium> {
  const child = spawn(
    options.chromium,
    [
      ...flags,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.flags ?? []),
      `--user-data-dir=${options.profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  process.on('exit', () => child.kill('SIGKILL'));
  const address = await addressOf(child);
  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('stand-in: Chromium cannot be spoken to')));
  });
  return speak(child, address, socket);
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (data: Buffer) => {
      said += data.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`stand-in: Chromium ended (${code}): ${said.slice(-500)}`)));
  });
}

type Waiting = { readonly resolve: (result: Data) => void; readonly reject: (error: Error) => void };
type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Data;
  readonly result?: Data;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
};

function speak(child: ChildProcess, address: string, socket: WebSocket): Chromium {
  const waiting = new Map<number, Waiting>();
  const emitters = new Map<string, EventEmitter>();
  let last = 0;
  const emitterOf = (sessionId = ''): EventEmitter => {
    const known = emitters.get(sessionId);
    if (known !== undefined) return known;
    const made = new EventEmitter().setMaxListeners(0);
    emitters.set(sessionId, made);
    return made;
  };
  socket.addEventListener('message', ({ data }) => {
    const { id, method, params, result, error, sessionId } = JSON.parse(String(data)) as Message;
    if (method !== undefined) return void emitterOf(sessionId).emit(method, params);
    const call = waiting.get(id ?? 0);
    waiting.delete(id ?? 0);
    if (error === undefined) call?.resolve(result ?? {});
    else call?.reject(new Error(`Chromium: ${error.message}`));
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Chromium has gone'));
    waiting.clear();
  });
  const session = (sessionId?: string): Target => ({
    sessionId,
    send: <T extends Data>(method: string, params: Data = {}) =>
      new Promise<T>((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve: resolve as (result: Data) => void, reject });
        socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
      }),
    on: (event, listener) => void emitterOf(sessionId).on(event, listener as () => void),
  });
  return {
    ...session(),
    address,
    pid: child.pid ?? 0,
    session,
    end: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.on('exit', () => resolve());
        socket.close();
        child.kill('SIGKILL');
      }),
  };
}
