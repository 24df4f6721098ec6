/** What the disk alone costs an edit: the flushes of a commit with a rollback journal, without any content. */
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Opens a file in the folder; each call of `commit` does to it what SQLite does to a client file. */
export function openBareCommit(folder: string): { commit(): void; close(): void } {
  const page = Buffer.alloc(4096, 1);
  const journal = join(folder, 'bare-journal');
  const file = openSync(join(folder, 'bare'), 'w');
  // Windows opens no folder; there the flush of the name is left to the system, by SQLite as well.
  const names = process.platform === 'win32' ? null : openSync(folder, 'r');
  const flushNames = (): void => {
    if (names !== null) fsyncSync(names);
  };
  return {
    commit() {
      const before = openSync(journal, 'w');
      for (let copy = 0; copy < 8; copy += 1) writeSync(before, page);
      fsyncSync(before);
      flushNames();
      for (let place = 0; place < 8; place += 1) writeSync(file, page, 0, page.length, place * page.length);
      fsyncSync(file);
      closeSync(before);
      rmSync(journal);
      flushNames();
    },
    close() {
      closeSync(file);
      if (names !== null) closeSync(names);
    },
  };
}
