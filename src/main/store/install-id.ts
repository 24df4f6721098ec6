/** Which installation this is: an id that is made once and kept in the program's own folder. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The id of the installation whose folder is given; made by `newId` on first use. */
export function loadInstallId(appDir: string, newId: () => string): string {
  const file = join(appDir, 'installation');
  try {
    const id = readFileSync(file, 'utf8').trim();
    if (/^[0-9a-f-]{36}$/u.test(id)) return id;
  } catch {
    // Not made yet: the first start in this folder.
  }
  const id = newId();
  writeFileSync(file, `${id}\n`, { mode: 0o600 });
  return id;
}
