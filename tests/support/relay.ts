/**
 * The built Electron bundles with a page that does nothing but pass on: what a test writes goes through the real port,
 * the real preload and the real main process, and nothing of the interface stands between.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Page } from '@playwright/test';
import type { ContractClient } from '../../src/shared/api/contract.ts';
import type { WindowFacts } from '../standin/control.ts';
import { builtApp, projectRoot } from './built-app.ts';
import { type StandIn, type StandInStart, startStandIn, until } from './standin.ts';

/** The end of the port that a test holds. */
export type RelayPort = {
  on(event: string, listener: (event?: { data: unknown }) => void): void;
  postMessage(data: unknown): void;
};

/** A window whose page passes on. */
export type Relay = {
  readonly window: WindowFacts;
  readonly page: Page;
  readonly port: RelayPort;
  /** The calls of the contract, through this window's port. */
  readonly client: ContractClient;
};

const html =
  '<!doctype html><meta charset="utf-8"><title>Relay</title><link rel="icon" href="data:,"><script src="./relay.js"></script>';

const script = `
window.ports = 0;
window.addEventListener('message', (event) => {
  if (event.source !== window || event.ports.length === 0) return;
  window.ports += event.ports.length;
  const [port] = event.ports;
  port.onmessage = ({ data }) => window.say('message', data);
  port.addEventListener('close', () => window.say('close'));
  window.toCore = (data) => port.postMessage(data);
  window.say('port');
});
window.ask = () => window.postMessage('throughline:want-port', location.origin);
`;

/** Starts the application with relay pages. */
export async function startRelay(folder: string, start: Omit<Partial<StandInStart>, 'folder'> = {}): Promise<StandIn> {
  if (start.built !== undefined) return startStandIn({ ...start, built: start.built, folder });
  const built = await builtRelay();
  const standIn = await startStandIn({ ...start, built, folder });
  void standIn.ended.then(() => rmSync(built, { recursive: true, force: true }));
  return standIn;
}

/** Takes the port of a window, as any page does. */
export async function relayOf(standIn: StandIn, window: WindowFacts): Promise<Relay> {
  const page = await standIn.page(window);
  const listeners = new Map<string, ((event?: { data: unknown }) => void)[]>();
  const tell = (event: string, data?: unknown): void => {
    for (const listener of listeners.get(event) ?? []) listener({ data });
  };
  // A page that was loaded again still has its functions, and those of the load before hear no more.
  const known = listening.get(page);
  listening.set(page, tell);
  if (known === undefined) {
    await page.exposeFunction('say', (event: string, data?: unknown) => listening.get(page)?.(event, data));
  }
  let there = false;
  listeners.set('port', [() => (there = true)]);
  await page.evaluate(() => (globalThis as unknown as Passing).ask());
  await until('the port of a page', () => Promise.resolve(there ? true : null));
  let writing: Promise<unknown> = Promise.resolve();
  const port: RelayPort = {
    on: (event, listener) => void listeners.set(event, [...(listeners.get(event) ?? []), listener]),
    postMessage(data) {
      // One after another: their order is part of what is tested.
      writing = writing
        .then(() => page.evaluate((each) => (globalThis as unknown as Passing).toCore(each), data))
        .catch(() => undefined);
    },
  };
  return { window, page, port, client: createORPCClient(new RPCLink({ port })) };
}

const listening = new WeakMap<Page, (event: string, data?: unknown) => void>();

/** What the script of the page offers. */
type Passing = { toCore(data: unknown): void; ask(): void };

/** The built main process and preload beside the relay page. */
async function builtRelay(): Promise<string> {
  const built = await builtApp();
  mkdirSync(join(projectRoot, '.tmp'), { recursive: true });
  // Within the project, so that packages and resources are found from there.
  const folder = mkdtempSync(join(projectRoot, '.tmp', 'relay-'));
  cpSync(join(built, 'main'), join(folder, 'main'), { recursive: true });
  cpSync(join(built, 'preload'), join(folder, 'preload'), { recursive: true });
  layRelayPage(join(folder, 'renderer'));
  return folder;
}

/** Puts the relay page where an interface lies. */
export function layRelayPage(folder: string): void {
  const files = { 'index.html': html, 'relay.js': script };
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const list = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, hash(text)]));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(list));
}
