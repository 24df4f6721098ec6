/** The session of one open file: its connection, the guards around every transaction, and what happens when the disk fails. */
import { statSync } from 'node:fs';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { Round } from './check.ts';
import { sqliteCode } from './database.ts';
import type { Engine } from './engine.ts';
import type { FileIdentity, Lock } from './lock.ts';
import type { Table } from './migrations/migration.ts';
import type { ReceiptBook } from './receipts.ts';
import { rebuildSearch } from './search.ts';
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
  /** Upkeep: last backup by its revision and time, low space told, digest round. */
  backedUp: { revision: number; at: number };
  spaceCheckedAt: number;
  round: Round;
};

/** SQLite's counter of commits by other connections. */
export function readDataVersion(engine: Engine): number {
  return Number(engine.db.pragma('data_version', { simple: true }));
}

/** Identity of the file that a path names now, or null when there is none. */
function identityAt(path: string): FileIdentity | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : { device: found.dev, inode: found.ino };
}

/** The connection for reading. Throws when the file was closed: using it afterwards is a mistake of the caller. */
export function reading(session: Session): Engine {
  if (session.engine === null) reconnect(session);
  if (session.engine === null) throw new Error('The file is closed or cannot be read');
  return session.engine;
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
  const guard = mayWrite(session);
  if (guard !== null) return fail(guard);
  const engine = session.engine;
  if (engine === null) return fail(failure('save-failed', { reason: 'connection' }));
  const result = attempt(session, engine, opId, work, false);
  if (result.ok && isNews(result.value)) tell(session, result.value);
  return result;
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
  session.receipts?.write({ revision: head.revision, head: head.hash.toString('hex'), open: true });
  return result;
}

// The reason for not writing at all, looked at before every edit.
function mayWrite(session: Session): Failure | null {
  if (session.stopped !== null) return session.stopped;
  if (session.readOnly) return failure('file-read-only');
  const now = identityAt(session.path);
  if (now === null || now.inode !== session.identity.inode || now.device !== session.identity.device)
    return failure('file-moved');
  if (session.engine === null) reconnect(session);
  return null;
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
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    rollBack(engine);
    return fail(failure('file-busy'));
  }
  if (code === 'SQLITE_READONLY_DBMOVED') {
    rollBack(engine);
    return fail(failure('file-moved'));
  }
  disconnect(session);
  reconnect(session);
  const written = session.engine?.log.findOp(opId) ?? null;
  if (session.engine !== null && written !== null)
    return ok({ ...repeatedAck(session.engine, written), repeated: false });
  return fail(failure('save-failed', { reason: code.replace('SQLITE_', '').toLowerCase() }));
}

function rollBack(engine: Engine): void {
  if (engine.db.inTransaction) engine.db.exec('ROLLBACK');
}

function disconnect(session: Session): void {
  try {
    session.engine?.db.close();
  } finally {
    session.engine = null;
  }
}

function reconnect(session: Session): void {
  if (session.stopped !== null) return;
  try {
    session.engine = session.connect();
    session.dataVersion = readDataVersion(session.engine);
  } catch {
    session.engine = null;
  }
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
