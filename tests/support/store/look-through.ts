/** Opens a file and goes through all of it, as a process of its own because a damaged one might never come to an end. */
import { writeSync } from 'node:fs';
import { openClientFile } from '../../../src/main/store/client-file.ts';
import { troubleOf } from '../../../src/main/store/trouble.ts';
import { counterPorts, testId } from './ports.ts';

const [path = '', appDir = ''] = process.argv.slice(2);
const opened = openClientFile(path, {}, counterPorts(appDir, '7'));
const said: string[] = [];
if (opened.ok) {
  const file = opened.value;
  const works: readonly (() => unknown)[] = [
    () => file.check({ deep: true }).map(({ kind }) => said.push(kind)),
    () => Array.from({ length: 100 }, () => file.checkSlice(50)),
    () => file.history({ limit: 1000, entity: 'interview', id: testId(8) }),
    () => file.search('word', 5),
    () => file.undo(),
    () => file.upkeep(),
  ];
  for (const work of works) {
    try {
      work();
    } catch (error) {
      if (troubleOf(error, '') === null) throw error;
    }
  }
  file.close();
} else said.push(opened.error.code);
writeSync(1, said.join(' '));
