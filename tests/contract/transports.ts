/** The ways on which calls reach the core: in this process, over HTTP, and through the port of a page of the Electron shell. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCore } from '../../src/main/core.ts';
import { localConfig } from '../../src/main/local-config.ts';
import type { ContractClient } from '../../src/shared/api/contract.ts';
import { enter } from '../support/browser-shell-process.ts';
import { builtApp } from '../support/built-app.ts';
import { value } from '../support/core.ts';
import { printShell } from '../support/host-browser.ts';
import { relayOf, startRelay } from '../support/relay.ts';

/** A way to the core, with a person's choice of places at its other end. */
export type Transport = {
  readonly client: ContractClient;
  /** Path of a file in the folder that can be chosen from. */
  path(name: string): string;
  /** Lets the person choose a place for a file that is made, or a file that is there. */
  choose(mode: 'open' | 'save', kind: 'client' | 'backlog', name: string): Promise<string>;
  close(): Promise<void>;
};

/** Every transport by its name. */
export const transports: readonly (readonly [name: string, open: () => Promise<Transport>])[] = [
  ['in this process', openHere],
  ['over HTTP', openHttp],
  ['through the port of a page', openPort],
];

function openHere(): Promise<Transport> {
  const folder = makeFolder();
  const core = openCore(localConfig(join(folder, 'app')));
  return Promise.resolve({
    client: core.client,
    path: (name) => join(folder, name),
    choose: (_mode, _kind, name) => Promise.resolve(core.grant(join(folder, name))),
    async close() {
      await core.close();
      removeFolder(folder);
    },
  });
}

async function openHttp(): Promise<Transport> {
  const folder = makeFolder();
  const shell = printShell({ built: await builtApp(), folder });
  const client = await enter(await shell.address(0));
  return {
    client,
    path: (name) => join(folder, name),
    async choose(mode, kind, name) {
      const roots = value(await client.desk.browse({ kind }));
      const home = roots.entries.find((entry) => entry.kind === 'folder')?.place ?? '';
      if (mode === 'save') return value(await client.desk.spot({ folder: home, name, kind })).place;
      const { entries } = value(await client.desk.browse({ folder: home, kind }));
      return entries.find((entry) => entry.name === name)?.place ?? '';
    },
    async close() {
      await shell.kill('SIGTERM');
      removeFolder(folder);
    },
  };
}

async function openPort(): Promise<Transport> {
  const folder = makeFolder();
  const standIn = await startRelay(folder);
  const [window] = await standIn.windows(1);
  if (window === undefined) throw new Error('there is no window');
  const { client } = await relayOf(standIn, window);
  void answerFlushes(client).catch(() => undefined);
  return {
    client,
    path: (name) => join(folder, name),
    async choose(mode, kind, name) {
      const path = join(folder, name);
      const answer = { canceled: false, filePaths: [path], filePath: path };
      await standIn.control.answer(mode === 'open' ? 'showOpenDialog' : 'showSaveDialog', answer);
      const chosen = value(await client.desk.choose({ mode, kind, name }));
      return chosen?.place ?? '';
    },
    async close() {
      await standIn.close();
      removeFolder(folder);
    },
  };
}

/** Says that everything is saved, as a page does before its window closes. */
async function answerFlushes(client: ContractClient): Promise<void> {
  for await (const ask of await client.desk.asks({})) {
    if (ask.ask === 'flush') await client.desk.flushed({ id: ask.id, unsaved: 0 });
  }
}

/** A folder of its own for everything that a transport leaves. */
export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'throughline-contract-'));
}

/** Removes such a folder; a browser that is just ending may still write into it. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
