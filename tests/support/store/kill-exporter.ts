/** The process that is killed while it writes a document again and again, each time all of one byte. Prints READY first. */
import { writeSync } from 'node:fs';
import { writeFileAtomically } from '../../../src/main/store/atomic-write.ts';

const [path = ''] = process.argv.slice(2);
const first = writeFileAtomically(path, new Uint8Array(3_000_000).fill(process.pid % 251), { replace: true });
if (!first.ok) throw new Error(first.error.code);
writeSync(1, 'READY\n');
for (let version = 1; version < 100_000; version += 1) {
  writeFileAtomically(path, new Uint8Array(3_000_000).fill((process.pid + version) % 251), { replace: true });
}
