/** A core on a folder of its own, as tests open it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type Core, openCore } from '../../src/main/core.ts';
import { localConfig } from '../../src/main/local-config.ts';
import { describeFailure, type Failure } from '../../src/shared/api/errors.ts';

/** A folder that is gone after the test, and cores that are closed before. */
export type Workplace = {
  readonly folder: string;
  /** Path of a file in the folder. */
  path(name: string): string;
  /** Opens a core; several may be open on the same folder of program data. */
  core(): Core;
};

/** Makes a workplace for one test. */
export function workplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-test-'));
  const cores: Core[] = [];
  afterEach(async () => {
    for (const core of cores) await core.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    path: (name) => join(folder, name),
    core: () => {
      const core = openCore(localConfig(join(folder, 'app')));
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
