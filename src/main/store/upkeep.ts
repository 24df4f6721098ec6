/** What an open file needs now and then: its receipt on disk, backups while it changes, rows checked and indexed slice by slice. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Failure } from '../../shared/api/errors.ts';
import { fail, type Result } from '../../shared/lib/result.ts';
import { makeBackup } from './backup.ts';
import { checkNext } from './check.ts';
import { freeBytesAt, isLowOnSpace } from './place.ts';
import { indexWaiting, isBehind } from './search-behind.ts';
import { reading, type Session, tidying } from './session.ts';
import { expectTrouble, inOwnFolder } from './trouble.ts';
import type { Backup, BackupReason, Finding, Notice, UpkeepReport } from './types.ts';

const betweenBackups = 5 * 60_000;
const betweenSpaceChecks = 60_000;
const rowsPerSlice = 300;
const rowsIndexed = 400;

/** One turn of upkeep; a few milliseconds, except when a backup is due. It runs by a timer, so what fails is reported. */
export function keepUp(session: Session): UpkeepReport {
  const problems: Failure[] = [];
  const notices: Notice[] = [];
  let backup: Backup | null = null;
  let findings: readonly Finding[] = [];
  const settled = inOwnFolder(() => session.receipts?.settle());
  if (!settled.ok) problems.push(settled.error);
  const now = session.ports.monotonic();
  try {
    if (now - session.backedUp.at >= betweenBackups && hasChanged(session)) {
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
    indexSlice(session, rowsIndexed);
    if (!session.round.done) findings = checkNext(reading(session), session.round, rowsPerSlice) ?? [];
  } catch (error) {
    problems.push(expectTrouble(error, basename(session.path)));
  }
  return { backup, findings, notices, problems };
}

/** Puts what large entries left for later into the search index: so many rows at most, or all. */
export function indexSlice(session: Session, rows: number | 'all'): void {
  if (session.engine === null || !isBehind(session.engine)) return;
  tidying(session, (engine) => {
    indexWaiting(engine, rows === 'all' ? 2000 : rows);
    if (rows === 'all') while (isBehind(engine)) indexWaiting(engine, 2000);
  });
}

/** Makes a backup of what the file holds now. */
export function backUp(session: Session, reason: BackupReason): Result<Backup, Failure> {
  try {
    const { db } = reading(session);
    const { fileId, schema: tables } = session;
    const made = makeBackup({ db, fileId, tables }, reason, session.ports);
    if (made.ok) session.backedUp = { revision: made.value.revision, at: session.ports.monotonic() };
    return made;
  } catch (error) {
    return fail(expectTrouble(error, basename(session.path)));
  }
}

/** Whether the file changed since it was backed up or opened; known without reading it, which another program may prevent. */
export function hasChanged(session: Session): boolean {
  return session.revision !== session.backedUp.revision;
}
