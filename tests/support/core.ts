/** A core on a folder of its own, as tests open it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createRouterClient } from '@orpc/server';
import type { Client } from '../../src/main/binding.ts';
import { type Core, type CoreConfig, openCore } from '../../src/main/core.ts';
import type { DeskPort } from '../../src/main/desk.ts';
import { localConfig } from '../../src/main/local-config.ts';
import { describeFailure, type Failure } from '../../src/shared/api/errors.ts';

/** A folder that is gone after the test, and cores that are closed before. */
export type Workplace = {
  readonly folder: string;
  /** Path of a file in the folder. */
  path(name: string): string;
  /** Opens a core, with other ports where they are given; several may be open on the same folder of program data. */
  core(other?: Partial<CoreConfig>): Core;
};

/** Makes a workplace for one test. */
export function workplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-test-'));
  const cores: Core[] = [];
  onTestFinished(async () => {
    for (const core of cores) await core.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    path: (name) => join(folder, name),
    core: (other) => {
      const core = openCore({ ...localConfig(join(folder, 'app')), ...other });
      cores.push(core);
      return core;
    },
  };
}

/** The value of a reply that must be good; the failure's sentence otherwise. */
export function value<T>(
  reply: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure },
): T {
  if (!reply.ok) throw new Error(`${reply.error.code}: ${describeFailure(reply.error)}`);
  return reply.value;
}

/** The calls as a window makes them. */
export function callsOf(core: Core, window: string): Client {
  const { router, interceptors } = core;
  const calls: unknown = createRouterClient(router as never, { context: { window }, interceptors } as never);
  return calls as Client;
}

/** A desk as the browser shell has it, unless told otherwise; what the core asks of it is kept. */
export function deskPort(other: Partial<DeskPort> = {}): DeskPort & { readonly told: unknown[][] } {
  const told: unknown[][] = [];
  return {
    capabilities: { shell: 'browser', dialogs: 'inside', menus: false, windows: true, keptKeys: [] },
    system: 'linux',
    choose: () => Promise.resolve(null),
    roots: () => [],
    menu: (...all) => void told.push(['menu', ...all]),
    openWindow: (...all) => void told.push(['openWindow', ...all]),
    shown: (...all) => void told.push(['shown', ...all]),
    told,
    ...other,
  };
}

/** What a window shows when it shows a file. */
export function showingOf(file: string | null, stage: string | null = null) {
  return { file, engagement: null, stage, title: '' };
}

/** The next item of a stream that must not have ended. */
export async function nextOf<T>(stream: AsyncIterator<T, unknown>): Promise<T> {
  const next = await stream.next();
  if (next.done === true) throw new Error('the stream has ended');
  return next.value;
}
