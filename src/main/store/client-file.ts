/** Client files: made, opened, and everything that can be done with one that is open. */
import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { type ClientData, entities as currentEntities, type EntityName, type RowOf } from '../../shared/model/index.ts';
import type { Known } from './approach.ts';
import { backUp, hasChanged, indexSlice, keepUp } from './upkeep.ts';
import { listBackups } from './backup.ts';
import { checkFile, checkNext, newRound } from './check.ts';
import { fromCell } from './codec.ts';
import { copyFile, restoreBackup } from './copy.ts';
import { type FirstEntry, writeNewFile } from './create.ts';
import { readNumber } from './database.ts';
import { type Engine, tableOf } from './engine.ts';
import { changedSince, readHistory } from './history.ts';
import { clearPlace } from './left-elsewhere.ts';
import { migrations as currentMigrations } from './migrations/index.ts';
import { openSession } from './open.ts';
import { freeBytesAt } from './place.ts';
import { repairRow } from './repair.ts';
import { search } from './search.ts';
import { noteReceipt, reading, type Session, writing } from './session.ts';
import { dropPrivateCopy } from './sidecars.ts';
import { expectTrouble, inOwnFolder, troubleOf } from './trouble.ts';
import type {
  Ack,
  ApplyRequest,
  Backup,
  BackupReason,
  ClientFile,
  FileInfo,
  OpenOptions,
  StorePorts,
} from './types.ts';
import { heldCopies, purgeHeld, sweep, takeBack } from './take-back.ts';
import { inverseOfNext, nextStep } from './undo.ts';
import { isId, validateRequest } from './validate.ts';
import { type Entry, writeChanges } from './write.ts';

/** Opens a client file; its notices tell what the user should know about it. */
export function openClientFile(path: string, options: OpenOptions, ports: StorePorts): Result<ClientFile, Failure> {
  const opened = openSession(path, options, known(ports), ports);
  return opened.ok ? ok(clientFile(opened.value)) : opened;
}

/** Makes a new client file with its first rows and opens it; an existing file of that name is never touched. */
export function createClientFile(path: string, first: FirstEntry, ports: StorePorts): Result<ClientFile, Failure> {
  const { entities, migrations } = known(ports);
  const written = writeNewFile(path, first, entities, migrations, ports);
  return written.ok ? openClientFile(path, {}, ports) : written;
}

/** Verified backups of a file on this computer, also when the file itself cannot be opened; the latest made first. */
export function backupsOf(fileId: string, ports: Pick<StorePorts, 'appDir'>): readonly Backup[] {
  return listBackups(fileId, ports.appDir);
}

function known(ports: StorePorts): Known {
  return { entities: ports.entities ?? currentEntities, migrations: ports.migrations ?? currentMigrations };
}

function clientFile(session: Session): ClientFile {
  const entryOf = (opId: string, label: string, kind: Entry['kind'], step: string | null = null): Entry => ({
    opId,
    step,
    label,
    kind,
    at: session.ports.clock(),
    zone: session.ports.zone(),
  });
  const stepBack = (direction: 'undo' | 'redo', opId = session.ports.ids()): Result<Ack, Failure> => {
    if (!isId(opId)) return fail(failure('bad-input', { path: 'opId', problem: 'must be a UUID in lower case' }));
    return writing(session, opId, (engine) => {
      if (engine.log.findOp(opId) !== null) return writeChanges(engine, entryOf(opId, '', direction), []);
      const inverse = inverseOfNext(engine, direction);
      if (!inverse.ok) return inverse;
      const { changes, label, undoes, stacks } = inverse.value;
      return writeChanges(engine, { ...entryOf(opId, label, direction), undoes, stacks }, changes);
    });
  };
  return {
    path: session.path,
    key: session.lock.key,
    notices: session.notices,
    info: () => fileInfo(session),
    load: (options) => loadAll(session, options?.everything === true),
    row: (entity, id) => readRow(session, entity, id),
    rows: (entity, where) => {
      const table = tableOf(reading(session), entity);
      const place = where === undefined ? null : { position: table.position(where.field), target: where.target };
      return table.load(place) as readonly RowOf<typeof entity>[];
    },
    largeField: (entity, id, field) => {
      const cell = readCell(session, entity, id, field);
      return cell === undefined ? null : String(fromCell('large', cell));
    },
    bytesField: (entity, id, field) => {
      const cell = readCell(session, entity, id, field);
      return Buffer.isBuffer(cell) ? new Uint8Array(cell) : null;
    },
    apply: (request) =>
      applyRequest(session, request, entryOf(request.opId, request.label, request.kind, request.step)),
    withdraw: (request) =>
      isId(request.opId)
        ? takeBack(session, request, entryOf(request.opId, request.label, 'withdrawal'))
        : fail(failure('bad-input', { path: 'opId', problem: 'must be a UUID in lower case' })),
    held: () => heldCopies(session),
    purgeHeld: () => (session.readOnly ? fail(failure('file-read-only')) : purgeHeld(session)),
    undo: (opId) => stepBack('undo', opId),
    redo: (opId) => stepBack('redo', opId),
    undoable: () => nextStep(reading(session), 'undo'),
    redoable: () => nextStep(reading(session), 'redo'),
    history: (query) => readHistory(reading(session), query),
    changedSince: (revision) => changedSince(reading(session), revision),
    onChange: (listener) => {
      session.listeners.add(listener);
      return () => {
        session.listeners.delete(listener);
      };
    },
    search: (query, limit, wish) => {
      indexSlice(session, 'all');
      return search(reading(session), query, limit, wish);
    },
    check: ({ deep }) => checkFile(reading(session), deep),
    checkSlice: (rows) => {
      if (session.round.done) session.round = newRound();
      return checkNext(reading(session), session.round, rows);
    },
    repairRow: (entity, id, how = 'fromLog') => {
      const entry = entryOf(session.ports.ids(), 'Repair', 'repair');
      return writing(session, entry.opId, (engine) => repairRow(engine, entry, entity, id, how));
    },
    backup: (reason) => backUp(session, reason),
    backups: () => listBackups(session.fileId, session.ports.appDir),
    restoreTo: (backup, target) => restore(session, backup, target),
    copyTo: (path) => {
      const { fileId, schema } = session;
      try {
        return copyFile({ db: reading(session).db, fileId, tables: schema }, path, session.ports);
      } catch (error) {
        return fail(expectTrouble(error, basename(session.path)));
      }
    },
    upkeep: () => keepUp(session),
    close: () => close(session),
  };
}

function applyRequest(session: Session, request: ApplyRequest, entry: Entry): Result<Ack, Failure> {
  const { entities } = known(session.ports);
  const changes = validateRequest(request, entities);
  if (!changes.ok) return changes;
  return writing(session, request.opId, (engine) => writeChanges(engine, entry, changes.value));
}

function loadAll(session: Session, everything: boolean): ClientData {
  const { tables } = reading(session);
  const rows = [...tables].map(([name, table]) => [
    name,
    everything || table.entity.replicated ? table.load(null) : [],
  ]);
  return Object.fromEntries(rows) as ClientData;
}

function readRow<N extends EntityName>(session: Session, entity: N, id: string): RowOf<N> | null {
  const [row] = tableOf(reading(session), entity).load({ position: 'id', target: id });
  return (row as RowOf<N> | undefined) ?? null;
}

function readCell(
  session: Session,
  entity: EntityName,
  id: string,
  field: string,
): string | number | Buffer | null | undefined {
  const table = tableOf(reading(session), entity);
  const position = table.position(field);
  return position === -1 || !table.has(id) ? undefined : table.cell(id, position);
}

function fileInfo(session: Session): FileInfo {
  const engine = reading(session);
  const { facts } = engine;
  const bytes = statSync(session.databasePath, { throwIfNoEntry: false })?.size ?? 0;
  return {
    path: session.path,
    fileId: session.fileId,
    parentId: facts.get('parent_id'),
    revision: engine.log.head()?.revision ?? 0,
    bytes,
    rows: Object.fromEntries([...engine.tables.keys()].map((name) => [name, facts.tally(name).rows])),
    schemaVersion: readNumber(engine.db, 'PRAGMA user_version'),
    writtenBy: facts.get('written_by') ?? '',
    createdBy: facts.get('created_by') ?? '',
    createdAt: facts.get('created_at') ?? '',
    readOnly: session.readOnly,
    freeBytes: (session.ports.freeBytes ?? freeBytesAt)(join(dirname(session.path), 'x')),
  };
}

// A backup first; but a file that is too damaged to be backed up is the very reason for a restore, which does not touch it.
function restore(session: Session, backup: Backup, target: string): Result<string, Failure> {
  const before = backUpIfChanged(session, 'restore');
  if (!before.ok && before.error.code !== 'backup-source-damaged') return before;
  return restoreBackup(backup, target);
}

function backUpIfChanged(session: Session, reason: BackupReason): Result<Backup | null, Failure> {
  try {
    return hasChanged(session) ? backUp(session, reason) : ok(null);
  } catch (error) {
    return fail(expectTrouble(error, basename(session.path)));
  }
}

// The file is let go whatever happens; what failed is told afterwards.
function close(session: Session): Result<null, Failure> {
  if (session.stopped?.code === 'file-closed') return ok(null);
  const reached = finishSearch(session);
  sweep(session);
  const { engine } = session;
  const mayWrite = engine !== null && !session.readOnly && session.stopped === null;
  const made = mayWrite ? backUpIfChanged(session, 'close') : ok(null);
  // Each try at a file that another program holds takes seconds; one that was only looked at needs none.
  if (mayWrite && (reached || session.leaseTaken)) dropLease(session, engine);
  engine?.db.close();
  session.engine = null;
  session.stopped = failure('file-closed');
  const settled = inOwnFolder(() => {
    session.receipts?.settle();
    if (!session.readOnly) clearPlace(session.ports.appDir, session);
  });
  session.receipts?.close();
  if (session.databasePath !== session.path) dropPrivateCopy(session.databasePath);
  session.lock.release();
  if (!made.ok) return made;
  return settled.ok ? ok(null) : settled;
}

/** False when the file cannot be reached just now. */
function finishSearch(session: Session): boolean {
  try {
    indexSlice(session, 'all');
    return true;
  } catch (error) {
    // The next session goes on where this one stopped; closing must not fail over it.
    if (troubleOf(error, '') === null) throw error;
    return false;
  }
}

function dropLease(session: Session, engine: Engine): void {
  try {
    if (session.leaseTaken) engine.facts.set('lease', null);
    noteReceipt(session, engine, false);
  } catch (error) {
    // A lease that stays behind costs a notice on another computer; closing must not fail over it.
    if (troubleOf(error, '') === null) throw error;
  }
}
