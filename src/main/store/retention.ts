/** Which backups are kept: decided by the order in which they were made, never by the clock. */
import type { Backup } from './types.ts';

/** The backups that may go: not among the last ten, nor the last of one of 14 days, nor the last of one of 8 weeks. */
export function backupsToDrop(backups: readonly Backup[]): readonly Backup[] {
  const newestFirst = backups.toSorted((one, other) => other.number - one.number);
  const kept = new Set([
    ...newestFirst.slice(0, 10),
    ...lastOfEach(newestFirst, 14, (backup) => backup.day),
    ...lastOfEach(newestFirst, 8, (backup) => String(weekOf(backup.day))),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup));
}

// Days are labels only: a clock that was wrong for a while makes odd labels, but the newest backups stay the newest.
function lastOfEach(
  newestFirst: readonly Backup[],
  count: number,
  label: (backup: Backup) => string,
): readonly Backup[] {
  const last = new Map<string, Backup>();
  for (const backup of newestFirst) if (!last.has(label(backup))) last.set(label(backup), backup);
  return [...last.values()].slice(0, count);
}

function weekOf(day: string): number {
  return Math.floor((Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 3) / 7);
}
