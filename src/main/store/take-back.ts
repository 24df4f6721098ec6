/** Words that are taken back, as an open file does it: the entry, the sweep of its pages, and the copies that still hold them. */
import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Failure } from '../../shared/api/errors.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { listBackups } from './backup.ts';
import { readNumber, sqliteCode } from './database.ts';
import type { Engine } from './engine.ts';
import { recoveredCopies } from './forget.ts';
import { reading, type Session, writing } from './session.ts';
import { expectTrouble, inOwnFolder } from './trouble.ts';
import type { Ack, Backup, HeldCopies, Purged, WithdrawRequest } from './types.ts';
import { backUp } from './upkeep.ts';
import { validateChanges } from './validate.ts';
import { writeWithdrawal } from './withdraw.ts';
import type { Entry } from './write.ts';

/** Takes words back; on failure nothing is changed. */
export function takeBack(session: Session, request: WithdrawRequest, entry: Entry): Result<Ack, Failure> {
  const { who, texts } = request;
  const entities = Object.fromEntries([...reading(session).tables].map(([name, table]) => [name, table.entity]));
  const changes = validateChanges(request.changes, entities, false);
  if (!changes.ok) return changes;
  const written = writing(session, request.opId, (engine) => {
    const done = writeWithdrawal(engine, entry, { who, changes: changes.value, texts });
    if (done.ok) engine.facts.set('unswept', 'yes');
    return done;
  });
  if (written.ok) sweep(session);
  return written;
}

/**
 * Writes the pages of the file anew after words were taken back. SQLite wipes what it deletes, but what it moved to another
 * page may stay behind in the space that no row uses.
 */
export function sweep(session: Session): void {
  const { engine } = session;
  if (engine === null || session.readOnly || session.stopped !== null) return;
  try {
    if (engine.facts.get('unswept') === null) return;
    // It is put together in memory, which is limited.
    if (readNumber(engine.db, 'PRAGMA page_count') * readNumber(engine.db, 'PRAGMA page_size') > largestSwept) return;
    engine.db.exec('VACUUM');
    engine.facts.set('unswept', null);
  } catch (error) {
    // The words are out of every row by then; closing the file tries again.
    if (sqliteCode(error) === null) throw error;
  }
}

/** Backups and recovered copies on this computer that were made while the file still held words that were taken back. */
export function heldCopies(session: Session): HeldCopies {
  const engine = reading(session);
  const spans = engine.log.withdrawals().flatMap(({ revision, left }) => {
    const earlier = Object.keys(left).map(Number);
    return earlier.length === 0 ? [] : [{ from: Math.min(...earlier), to: revision }];
  });
  const holds = ({ revision }: Backup): boolean => spans.some(({ from, to }) => revision >= from && revision < to);
  return {
    backups: listBackups(session.fileId, session.ports.appDir).filter(holds),
    recovered: spans.length === 0 ? [] : earlierCopies(session, engine, spans.at(-1)?.to ?? 0),
  };
}

/** Removes those copies, after a backup without the words was made and verified. */
export function purgeHeld(session: Session): Result<Purged, Failure> {
  try {
    const held = heldCopies(session);
    if (held.backups.length + held.recovered.length === 0) return ok({ backup: null, backups: [], recovered: 0 });
    const made = backUp(session, 'withdrawal');
    if (!made.ok) return made;
    return inOwnFolder(() => {
      for (const { path } of held.backups) rmSync(path, { force: true });
      for (const folder of held.recovered) rmSync(folder, { recursive: true, force: true });
      return { backup: made.value, backups: held.backups, recovered: held.recovered.length };
    });
  } catch (error) {
    return { ok: false, error: expectTrouble(error, basename(session.path)) };
  }
}

const largestSwept = 256 * 2 ** 20;

// The number of a copy is a UUIDv7: its first 48 bits are the milliseconds at which it was taken.
function earlierCopies(session: Session, engine: Engine, revision: number): readonly string[] {
  const folder = join(session.ports.appDir, 'recovery');
  const at = engine.log.headAt(revision)?.at ?? 0;
  const copies = existsSync(folder) ? recoveredCopies({ fileId: session.fileId, path: session.path }, folder) : [];
  return copies.filter((copy) => {
    const number = basename(copy).slice(session.fileId.length + 1);
    const taken = Number.parseInt(number.replaceAll('-', '').slice(0, 12), 16);
    return !(taken > at);
  });
}
