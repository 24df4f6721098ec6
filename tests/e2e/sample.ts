/** The sample engagement as a client file, made once for all tests of a run. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openCore } from '../../src/main/core.ts';
import { localConfig } from '../../src/main/local-config.ts';
import { projectRoot } from '../support/built-app.ts';

const made = join(projectRoot, '.tmp', `sample-${process.ppid}.throughline`);

/** Path of the sample; copy it, since others use it too. */
export async function sampleFile(): Promise<string> {
  if (existsSync(made)) return made;
  mkdirSync(join(projectRoot, '.tmp'), { recursive: true });
  const folder = mkdtempSync(join(projectRoot, '.tmp', 'sample-'));
  const core = openCore(localConfig(join(folder, 'app')));
  const path = join(folder, 'sample.throughline');
  const sample = await core.client.home.sample({ place: core.grant(path), opId: core.newId() });
  await core.close();
  if (!sample.ok) throw new Error(`the sample could not be made: ${sample.error.code}`);
  renameSync(path, made);
  rmSync(folder, { recursive: true, force: true });
  return made;
}
