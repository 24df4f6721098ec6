/** What an open file needs now and then: its receipt on disk, backups while it changes, rows checked slice by slice. */
import { statSync } from 'node:fs';
import type { Failure } from '../../shared/api/errors.ts';
import type { Result } from '../../shared/lib/result.ts';
import { makeBackup } from './backup.ts';
import { checkNext } from './check.ts';
import { freeBytesAt, isLowOnSpace } from './place.ts';
import { reading, type Session } from './session.ts';
import type { Backup, BackupReason, Finding, Notice, UpkeepReport } from './types.ts';

const betweenBackups = 5 * 60_000;
const betweenSpaceChecks = 60_000;
const rowsPerSlice = 300;

/** One turn of upkeep; a few milliseconds, except when a backup is due. */
export function keepUp(session: Session): UpkeepReport {
  const problems: Failure[] = [];
  const notices: Notice[] = [];
  let backup: Backup | null = null;
  session.receipts?.settle();
  const now = session.ports.monotonic();
  if (hasChanged(session) && now - session.backedUp.at >= betweenBackups) {
    const made = backUp(session, 'changes');
    if (made.ok) backup = made.value;
    else problems.push(made.error);
    session.backedUp.at = now;
  }
  if (now - session.spaceCheckedAt >= betweenSpaceChecks) {
    session.spaceCheckedAt = now;
    const free = (session.ports.freeBytes ?? freeBytesAt)(session.path);
    const size = statSync(session.path, { throwIfNoEntry: false })?.size ?? 0;
    if (isLowOnSpace(free, size)) notices.push({ code: 'low-space', free });
  }
  const findings: readonly Finding[] = session.round.done
    ? []
    : (checkNext(reading(session), session.round, rowsPerSlice) ?? []);
  return { backup, findings, notices, problems };
}

/** Makes a backup of what the file holds now. */
export function backUp(session: Session, reason: BackupReason): Result<Backup, Failure> {
  const { db } = reading(session);
  const { fileId, schema: tables } = session;
  const made = makeBackup({ db, fileId, tables }, reason, session.ports);
  if (made.ok) session.backedUp = { revision: made.value.revision, at: session.ports.monotonic() };
  return made;
}

/** Whether the file changed since it was backed up or opened. */
export function hasChanged(session: Session): boolean {
  return (reading(session).log.head()?.revision ?? 0) !== session.backedUp.revision;
}
