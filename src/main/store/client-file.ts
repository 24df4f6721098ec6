/** Client files: made, opened, and everything that can be done with one that is open. */
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { type ClientData, entities as currentEntities, type EntityName, type RowOf } from '../../shared/model/index.ts';
import { backUp, hasChanged, keepUp } from './upkeep.ts';
import { listBackups } from './backup.ts';
import { checkFile, checkNext, newRound } from './check.ts';
import { fromCell } from './codec.ts';
import { copyFile, restoreBackup } from './copy.ts';
import { type FirstEntry, writeNewFile } from './create.ts';
import { readNumber } from './database.ts';
import { tableOf } from './engine.ts';
import { changedSince, readHistory } from './history.ts';
import { migrations as currentMigrations } from './migrations/index.ts';
import { type Known, openSession } from './open.ts';
import { freeBytesAt } from './place.ts';
import { repairRow } from './repair.ts';
import { search } from './search.ts';
import { reading, type Session, writing } from './session.ts';
import type { Ack, ApplyRequest, Backup, ClientFile, FileInfo, OpenOptions, StorePorts } from './types.ts';
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
  const takeBack = (direction: 'undo' | 'redo', opId = session.ports.ids()): Result<Ack, Failure> => {
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
    undo: (opId) => takeBack('undo', opId),
    redo: (opId) => takeBack('redo', opId),
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
    search: (query, limit) => search(reading(session), query, limit),
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
    restoreTo: (backup, target) => {
      const before = hasChanged(session) ? backUp(session, 'restore') : ok(null);
      return before.ok ? restoreBackup(backup, target) : before;
    },
    copyTo: (path) => {
      const { fileId, schema } = session;
      return copyFile({ db: reading(session).db, fileId, tables: schema }, path, session.ports);
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

// The file is let go whatever happens; a backup that failed is told afterwards.
function close(session: Session): Result<null, Failure> {
  const { engine } = session;
  if (session.stopped?.code === 'file-closed') return ok(null);
  let problem: Failure | null = null;
  if (engine !== null) {
    if (!session.readOnly && session.stopped === null && hasChanged(session)) {
      const made = backUp(session, 'close');
      if (!made.ok) problem = made.error;
    }
    dropLease(session);
    const head = engine.log.head();
    if (head !== null && session.stopped === null)
      session.receipts?.write({ revision: head.revision, head: head.hash.toString('hex'), open: false });
    engine.db.close();
  }
  session.receipts?.settle();
  session.receipts?.close();
  session.engine = null;
  session.stopped = failure('file-closed');
  session.lock.release();
  return problem === null ? ok(null) : fail(problem);
}

function dropLease(session: Session): void {
  if (!session.leaseTaken || session.stopped !== null || session.engine === null) return;
  try {
    session.engine.facts.set('lease', null);
  } catch {
    // A lease that stays behind costs a notice on another computer; closing must not fail over it.
  }
}
