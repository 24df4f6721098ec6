/** The session of one open file: its connection, the guards around every transaction, and what happens when the disk fails. */
import { statSync } from 'node:fs';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { Round } from './check.ts';
import { diskError, sqliteCode } from './database.ts';
import type { Engine } from './engine.ts';
import type { FileIdentity, Lock } from './lock.ts';
import type { Table } from './migrations/migration.ts';
import type { ReceiptBook } from './receipts.ts';
import { rebuildSearch } from './search.ts';
import { FileClosed, reasonOf, systemCode, troubleOf } from './trouble.ts';
import type { Ack, Notice, StorePorts } from './types.ts';
import { repeatedAck } from './write.ts';

/** Everything that an open file consists of. */
export type Session = {
  /** Path by which it was opened, and the path that SQLite has (another one for a private copy). */
  readonly path: string;
  readonly databasePath: string;
  readonly identity: FileIdentity;
  readonly readOnly: boolean;
  readonly ports: StorePorts;
  readonly schema: readonly Table[];
  readonly lock: Lock;
  readonly receipts: ReceiptBook | null;
  readonly notices: readonly Notice[];
  readonly fileId: string;
  readonly listeners: Set<(ack: Ack) => void>;
  /** Opens the connection again after it failed; throws when the file cannot be read. */
  readonly connect: () => Engine;
  /** Null while the connection is lost. */
  engine: Engine | null;
  /** What SQLite counts up when another connection commits. */
  dataVersion: number;
  /** Why nothing is written any more, once that is so. */
  stopped: Failure | null;
  leaseTaken: boolean;
  /** Revision of the newest entry, as far as this session wrote or read it. */
  revision: number;
  /** Upkeep: last backup by its revision and time, low space told, digest round. */
  backedUp: { revision: number; at: number };
  spaceCheckedAt: number;
  round: Round;
};

/** SQLite's counter of commits by other connections. */
export function readDataVersion(engine: Engine): number {
  return Number(engine.db.pragma('data_version', { simple: true }));
}

/**
 * The connection for reading. Throws what `troubleOf` knows when the file cannot be reached or was closed meanwhile.
 */
export function reading(session: Session): Engine {
  if (session.stopped?.code === 'file-closed') throw new FileClosed();
  return session.engine ?? reconnect(session);
}

/** Notes outside the file what is in it now. */
export function noteReceipt(session: Session, engine: Engine, open: boolean): void {
  const head = engine.log.head();
  if (head !== null) session.receipts?.write({ revision: head.revision, head: head.hash.toString('hex'), open });
}

/**
 * Runs `work` as one transaction under all guards and commits it if it succeeds. When the disk fails the state is unknown:
 * the connection is replaced, and the operation id tells whether it was written.
 */
export function writing(
  session: Session,
  opId: string,
  work: (engine: Engine) => Result<Ack, Failure>,
): Result<Ack, Failure> {
  const engine = mayWrite(session);
  if (!engine.ok) return engine;
  const result = attempt(session, engine.value, opId, work, false);
  if (result.ok && isNews(result.value)) tell(session, result.value);
  return result;
}

/**
 * Runs work that changes no content, such as on the search index, as a transaction of its own; false when that cannot be now.
 * It is only done to a file that was edited, since looking at one must not change it. What fails is left to the next edit.
 */
export function tidying(session: Session, work: (engine: Engine) => void): boolean {
  const { engine } = session;
  if (engine === null || !session.leaseTaken || session.stopped !== null || !isInPlace(session)) return false;
  try {
    engine.db.exec('BEGIN IMMEDIATE');
    const own = readDataVersion(engine) === session.dataVersion;
    if (own) work(engine);
    engine.db.exec(own ? 'COMMIT' : 'ROLLBACK');
    return own;
  } catch (error) {
    rollBack(engine);
    if (sqliteCode(error)?.startsWith('SQLITE_CORRUPT_VTAB') === true) rebuildSearch(engine);
    else if (troubleOf(error, '') === null) throw error;
    // A connection that was only kept waiting still knows whether another program committed; a new one would not.
    else if (!isBusy(error)) disconnect(session);
    return false;
  }
}

type Work = (engine: Engine) => Result<Ack, Failure>;

function attempt(session: Session, engine: Engine, opId: string, work: Work, rebuild: boolean): Result<Ack, Failure> {
  try {
    if (rebuild) rebuildSearch(engine);
    return inTransaction(session, engine, work);
  } catch (error) {
    return afterError(session, engine, opId, error, work, rebuild);
  }
}

function inTransaction(session: Session, engine: Engine, work: Work): Result<Ack, Failure> {
  engine.db.exec('BEGIN IMMEDIATE');
  if (readDataVersion(engine) !== session.dataVersion) {
    engine.db.exec('ROLLBACK');
    session.stopped = failure('file-changed-elsewhere');
    return fail(session.stopped);
  }
  const before = engine.log.head()?.revision ?? 0;
  const result = work(engine);
  const head = engine.log.head();
  if (!result.ok || head === null || head.revision === before) {
    engine.db.exec('ROLLBACK');
    return result;
  }
  if (!session.leaseTaken) takeLease(session, engine);
  engine.db.exec('COMMIT');
  session.leaseTaken = true;
  session.revision = head.revision;
  noteReceipt(session, engine, true);
  return result;
}

// The connection to write through, or the reason for not writing at all; looked at before every edit.
function mayWrite(session: Session): Result<Engine, Failure> {
  if (session.stopped !== null) return fail(session.stopped);
  if (session.readOnly) return fail(failure('file-read-only'));
  if (!isInPlace(session)) return fail(failure('file-moved'));
  try {
    return ok(session.engine ?? reconnect(session));
  } catch (error) {
    if (troubleOf(error, '') === null) throw error;
    return fail(failure('save-failed', { reason: reasonOf(error) }));
  }
}

// Whether the path still names the file that was opened.
function isInPlace({ path, identity }: Session): boolean {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return ino === identity.inode && dev === identity.device;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return false;
  }
}

function afterError(
  session: Session,
  engine: Engine,
  opId: string,
  error: unknown,
  work: Work,
  retried: boolean,
): Result<Ack, Failure> {
  const code = sqliteCode(error);
  if (code !== null && !retried && /^SQLITE_(CORRUPT_VTAB|CONSTRAINT)/u.test(code)) {
    // The search index is the only part that a damaged file lets fail like this, and it holds nothing of its own: it is made
    // anew, and the edit is tried once more.
    rollBack(engine);
    return attempt(session, engine, opId, work, true);
  }
  if (code === null || code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_ERROR') {
    // A mistake of ours, not of the disk: nothing was written, and it must not stay hidden.
    rollBack(engine);
    throw error;
  }
  if (isBusy(error)) {
    rollBack(engine);
    return fail(failure('file-busy'));
  }
  if (code === 'SQLITE_READONLY_DBMOVED') {
    rollBack(engine);
    return fail(failure('file-moved'));
  }
  const written = writtenAfterAll(session, opId);
  if (written !== null) return ok(written);
  return fail(
    code.startsWith('SQLITE_CORRUPT')
      ? failure('file-damaged', { where: 'structure' })
      : failure('save-failed', { reason: reasonOf(error) }),
  );
}

// The connection is not trusted any more; a new one tells whether the operation is in the file.
function writtenAfterAll(session: Session, opId: string): Ack | null {
  disconnect(session);
  try {
    const engine = reconnect(session);
    const entry = engine.log.findOp(opId);
    if (entry === null) return null;
    session.revision = engine.log.head()?.revision ?? session.revision;
    noteReceipt(session, engine, true);
    return { ...repeatedAck(engine, entry), repeated: false };
  } catch (error) {
    if (troubleOf(error, '') === null) throw error;
    return null;
  }
}

function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/u.test(sqliteCode(error) ?? '');
}

function rollBack(engine: Engine): void {
  if (engine.db.inTransaction) engine.db.exec('ROLLBACK');
}

function disconnect(session: Session): void {
  const { engine } = session;
  session.engine = null;
  try {
    engine?.db.close();
  } catch (error) {
    if (sqliteCode(error) === null) throw error;
  }
}

// Another file that lies under the name by now must not be taken for the one that was opened.
function reconnect(session: Session): Engine {
  if (session.databasePath === session.path && !isInPlace(session)) throw diskError('SQLITE_READONLY_DBMOVED');
  const engine = session.connect();
  session.dataVersion = readDataVersion(engine);
  session.engine = engine;
  return engine;
}

// Another computer that opens the file over a shared folder sees who is writing. Taken with the first edit, so that looking
// at a file never changes it.
function takeLease(session: Session, engine: Engine): void {
  engine.facts.set('lease', `${session.ports.installId} ${session.ports.clock()}`);
  engine.facts.set('written_by', session.ports.appVersion);
}

// An undo without changes still changes what can be undone next.
function isNews(ack: Ack): boolean {
  return !ack.repeated && (ack.changes.length > 0 || ack.kind === 'undo' || ack.kind === 'redo');
}

function tell(session: Session, ack: Ack): void {
  for (const listener of session.listeners) listener(ack);
}
