/**
 * The process that is killed while it looks after a file: `backup` edits and backs up again and again, `copy` copies it to
 * new names, `migrate` opens it. Prints READY first, then a line for each thing that was acknowledged.
 */
import { writeSync } from 'node:fs';
import { openClientFile } from '../../../src/main/store/client-file.ts';
import { counterPorts, testId } from './ports.ts';
import { start } from './start.ts';

const [path = '', appDir = '', work = '', round = '0'] = process.argv.slice(2);
// Ids that no other round and no other maker of ids in the tests gives.
const ports = counterPorts(appDir, '012345679d'[Number(round) % 10]);
if (work === 'migrate') writeSync(1, 'READY\n');
const opened = openClientFile(path, {}, ports);
if (!opened.ok) throw new Error(opened.error.code);
const file = opened.value;
if (work === 'migrate') writeSync(1, `M${file.info().schemaVersion}\n`);
else writeSync(1, 'READY\n');
for (let turn = 1; turn <= 200; turn += 1) {
  const fields = { statement: `Round ${round}, turn ${turn}` };
  const opId = testId(Number(round) * 1000 + turn, 'b');
  const change = { op: 'update', entity: 'decision', id: start.decision, fields } as const;
  if (work === 'backup') {
    const edited = file.apply({ opId, label: 'Edit', kind: 'edit', changes: [change] });
    const made = edited.ok ? file.backup('asked') : edited;
    if (!made.ok) throw new Error(made.error.code);
    writeSync(1, `${made.value.number} ${made.value.revision}\n`);
  }
  if (work === 'copy') {
    const name = `copy-${round}-${turn}.throughline`;
    const made = file.copyTo(path.replace(/[^/\\]+$/u, name));
    if (!made.ok) throw new Error(made.error.code);
    writeSync(1, `${name} ${made.value.fileId}\n`);
  }
}
