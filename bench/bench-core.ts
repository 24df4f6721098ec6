/** A core as the entries start it, with a clock that the benchmark moves: an hour passes without anybody waiting for it. */
import { join } from 'node:path';
import { openCore, type Core } from '../src/main/core.ts';
import { localConfig } from '../src/main/local-config.ts';
import type { StorePorts } from '../src/main/store/types.ts';
import { describeFailure, type Failure } from '../src/shared/api/errors.ts';

/** A core with the hand on its clock. */
export type BenchCore = {
  readonly core: Core;
  readonly store: StorePorts;
  /** Lets milliseconds pass and does the upkeep that falls due; milliseconds that each turn of it really took. */
  pass(milliseconds: number): readonly number[];
};

/** Opens a core whose own data lie in `folder`. */
export function openBenchCore(folder: string): BenchCore {
  const config = localConfig(join(folder, 'application'));
  const start = Date.parse('2026-09-07T08:00:00.000Z');
  const upkeep = { every: 1000, due: 1000, run: (): void => undefined };
  let now = 0;
  const store: StorePorts = {
    ...config.store,
    installId: config.store.ids(),
    clock: () => new Date(start + now).toISOString(),
    monotonic: () => now,
    zone: () => 'UTC',
  };
  const core = openCore({
    ...config,
    store,
    today: () => '2026-09-07',
    every: (milliseconds, run) => {
      Object.assign(upkeep, { every: milliseconds, due: milliseconds, run });
      return () => undefined;
    },
  });
  const pass = (milliseconds: number): readonly number[] => {
    const end = now + milliseconds;
    const turns: number[] = [];
    for (; upkeep.due <= end; upkeep.due += upkeep.every) {
      now = upkeep.due;
      const begun = performance.now();
      upkeep.run();
      turns.push(performance.now() - begun);
    }
    now = end;
    return turns;
  };
  return { core, store, pass };
}

/** The value of an answer; a failure ends the benchmark with its sentence. */
export function take<T>(
  reply: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure },
): T {
  if (reply.ok) return reply.value;
  throw new Error(`${describeFailure(reply.error)} [${reply.error.code}]`);
}
