/** Whether two paths lead to one file, through whatever links and spellings. */
import { type BigIntStats, statSync } from 'node:fs';

/** True when both paths lead to the same file that is there. */
export function isSameFile(one: string | null, other: string | null): boolean {
  const [first, second] = [identityOf(one), identityOf(other)];
  return first !== null && second !== null && first.dev === second.dev && first.ino === second.ino;
}

function identityOf(path: string | null): BigIntStats | null {
  try {
    return path === null ? null : statSync(path, { bigint: true });
  } catch {
    // Not there, or not to be looked at.
    return null;
  }
}
