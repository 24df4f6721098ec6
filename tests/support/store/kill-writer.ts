/**
 * The process that is killed: a scripted interview of 300 steps against a client file. Prints READY, then `A<operation id>`
 * for every acknowledgement, straight to the pipe; starts where the file says that the last one ended.
 */
import { writeSync } from 'node:fs';
import { openClientFile } from '../../../src/main/store/client-file.ts';
import { start } from './start.ts';
import { counterPorts, testId } from './ports.ts';
import { interviewStep } from './kill-script.ts';

const [path = '', appDir = '', seed = '0'] = process.argv.slice(2);
const opened = openClientFile(path, {}, counterPorts(appDir, '6'));
if (!opened.ok) {
  writeSync(1, `F${opened.error.code}\n`);
  process.exit(1);
}
writeSync(1, 'READY\n');
const done = opened.value.load().interview.length === 0 ? 0 : opened.value.info().revision - 1;
for (let step = done + 1; step <= 300 + done; step += 1) {
  const opId = testId(step, '3');
  const request = { opId, step: testId(Math.floor(step / 10), '4'), label: seed, kind: 'edit' } as const;
  const result = opened.value.apply({ ...request, changes: [interviewStep(step, start.engagement)] });
  if (!result.ok) {
    writeSync(1, `F${result.error.code}\n`);
    process.exit(1);
  }
  writeSync(1, `A${opId}\n`);
}
opened.value.close();
