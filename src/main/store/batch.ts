/** Changes of one entry while they are applied: rows written, what the log and the windows are told, sums to bring up to date. */
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { Change } from '../../shared/model/change.ts';
import type { EntityName } from '../../shared/model/index.ts';
import { isLong } from './codec.ts';
import { isInitial, type Tally, withDigest, withoutDigest } from './digest.ts';
import { type Engine, tableOf } from './engine.ts';
import { type LoggedChange, type LoggedFields, longDigest } from './logged.ts';
import { diffText } from './patch.ts';
import { largeEntry, leaveForLater } from './search-behind.ts';
import { searchDocument, searchedFields } from './search-index.ts';
import type { StoredRow, TableAccess, Values } from './tables.ts';
import type { ValidChange } from './validate.ts';

/** Text patches of a row between two times that the log holds it in full. */
const editsBetweenCheckpoints = 80;

/** What an entry is made of, growing change by change. */
export type Batch = {
  readonly engine: Engine;
  readonly revision: number;
  /** Revision that is taken back, where rows that come back were last logged; 0 otherwise. */
  readonly undoes: number;
  readonly logged: LoggedChange[];
  readonly applied: Change[];
  readonly tallies: Map<string, Tally>;
  /** Rows whose document changed, with their values now; null when they went. */
  readonly documents: Map<TableAccess, Map<string, Values | null>>;
  /** By table the greatest id that its rows have had; those of new rows are greater and need not be looked up. */
  readonly greatest: Map<TableAccess, string>;
  /** Ids of rows that references were seen to point to. */
  readonly present: Set<string>;
  /** References to rows that were not there yet, to be looked up when all are. */
  readonly references: {
    readonly table: TableAccess;
    readonly row: string;
    readonly name: string;
    readonly target: string;
    readonly id: string;
  }[];
  /** Rows that went in this entry. */
  readonly gone: Set<string>;
};

/** Starts an entry. */
export function startBatch(engine: Engine, revision: number, undoes: number): Batch {
  return {
    engine,
    revision,
    undoes,
    logged: [],
    applied: [],
    tallies: new Map(),
    documents: new Map(),
    greatest: new Map(),
    present: new Set(),
    references: [],
    gone: new Set(),
  };
}

/** Applies one change, with what it brings along. */
export function applyChange(batch: Batch, change: ValidChange): Result<null, Failure> {
  const table = tableOf(batch.engine, change.entity.name);
  if (change.op === 'insert') return insertRow(batch, table, change.id, change.values);
  if (change.op === 'update') return updateRow(batch, table, change.id, change.values);
  // A row may be named after it went with what it was part of.
  if (batch.gone.has(keyOf(table, change.id))) return ok(null);
  return deleteRow(batch, table, change.id);
}

/**
 * Brings sums and search index up to date and looks up what references point to. When `mayLeave` says so, a large entry leaves
 * the documents of its rows for later.
 */
export function finishBatch(batch: Batch, mayLeave: boolean): Result<null, Failure> {
  const { engine } = batch;
  for (const { table, row, name, target, id } of batch.references) {
    if (isPresent(batch, target, id) || batch.gone.has(keyOf(table, row))) continue;
    return fail(failure('reference-missing', { path: `${table.entity.name}.${name}` }));
  }
  for (const [name, tally] of batch.tallies) engine.facts.setTally(name, tally);
  putDocuments(batch, mayLeave);
  return ok(null);
}

/** Notes that the document of a row changed; `values` is null when the row went. */
export function noteDocument(batch: Batch, table: TableAccess, id: string, values: Values | null): void {
  if (searchedFields(table).length === 0) return;
  const documents = batch.documents.get(table) ?? new Map<string, Values | null>();
  if (documents.size === 0) batch.documents.set(table, documents);
  documents.set(id, values);
}

/** Whether the content of a row fits its digest. */
export function isIntact(table: TableAccess, row: StoredRow): boolean {
  return table.digest(row.id, row.cells).equals(row.digest);
}

/** Values that are not initial, large ones as their digest: how the log holds a whole row. */
export function wholeRow(table: TableAccess, row: Pick<StoredRow, 'cells'>, long: 'digest' | 'full'): Values {
  const kept: Record<string, unknown> = {};
  table.columns.forEach((column, index) => {
    const cell = row.cells[index] ?? null;
    if (isInitial(column, cell)) return;
    const value = table.value(index, cell);
    kept[column.field] = long === 'digest' && isLongAt(table, index) ? longDigest(value) : value;
  });
  return kept;
}

/** The values of a row that windows hold: large texts and bytes are fetched when shown. */
export function shownValues(table: TableAccess, values: Values): Values {
  // Most entities have no long fields, and an import shows each of its rows.
  if (table.names.shown.length === table.columns.length) return values;
  const shown: Record<string, unknown> = {};
  for (const name of table.names.shown) shown[name] = values[name];
  return shown;
}

function insertRow(batch: Batch, table: TableAccess, id: string, given: Values): Result<null, Failure> {
  const entity = table.entity.name;
  if (!isNew(batch, table, id)) return fail(failure('row-exists', { entity: table.entity.one, id }));
  const values = withLabels(batch, table, given);
  const cells = table.cells(values);
  const row = { id, digest: table.digest(id, cells), edits: 0, revision: batch.revision, cells };
  table.insert(row);
  batch.gone.delete(keyOf(table, id));
  addToTally(batch, entity, (tally) => withDigest(tally, row.digest));
  noteReferences(batch, table, id, values);
  noteDocument(batch, table, id, values);
  batch.logged.push(['insert', entity, id, batch.undoes, wholeRow(table, row, 'digest')]);
  batch.applied.push({ op: 'insert', entity: entity as EntityName, id, fields: shownValues(table, values) });
  return ok(null);
}

function updateRow(batch: Batch, table: TableAccess, id: string, values: Values): Result<null, Failure> {
  const entity = table.entity.name;
  const found = readIntact(table, id);
  if (!found.ok) return found;
  const before = found.value;
  const wanted = table.cells({ ...table.values(before.cells), ...values });
  const positions = wanted.flatMap((cell, index) => (sameCell(cell, before.cells[index] ?? null) ? [] : [index]));
  if (positions.length === 0) return ok(null);
  const fields: Record<string, LoggedFields[string]> = {};
  const was = table.values(before.cells);
  const now = table.values(wanted);
  let patched = false;
  for (const position of positions) {
    const name = table.columns[position]?.field ?? '';
    if (table.fields[position]?.kind === 'text') {
      const { at, removed, inserted } = diffText(String(was[name]), String(now[name]));
      fields[name] = [at, removed, inserted];
      patched = true;
    } else {
      fields[name] = [was[name], isLongAt(table, position) ? longDigest(now[name]) : now[name]];
    }
  }
  const checkpoint = before.edits + 1 >= editsBetweenCheckpoints;
  const edits = checkpoint ? 0 : before.edits + (patched ? 1 : 0);
  const row = { id, digest: table.digest(id, wanted), edits, revision: batch.revision, cells: wanted };
  table.update(row, positions);
  addToTally(batch, entity, (tally) => withDigest(withoutDigest(tally, before.digest), row.digest));
  const changed = Object.keys(fields);
  noteReferences(batch, table, id, Object.fromEntries(changed.map((name) => [name, now[name]])));
  if (changed.some((name) => table.entity.fields[name]?.searched)) noteDocument(batch, table, id, now);
  if (checkpoint) batch.logged.push(['update', entity, id, before.revision, fields, wholeRow(table, row, 'digest')]);
  else batch.logged.push(['update', entity, id, before.revision, fields]);
  const shown = shownValues(table, now);
  const told = changed.filter((name) => name in shown).map((name): [string, unknown] => [name, shown[name]]);
  batch.applied.push({ op: 'update', entity: entity as EntityName, id, fields: Object.fromEntries(told) });
  return ok(null);
}

// What is part of the row goes first, references to it are cleared, then the row itself goes.
function deleteRow(batch: Batch, table: TableAccess, id: string): Result<null, Failure> {
  const entity = table.entity.name;
  const found = readIntact(table, id);
  if (!found.ok) return found;
  table.remove(id);
  batch.gone.add(keyOf(table, id));
  batch.present.delete(keyOf(table, id));
  for (const { table: from, field, position, cascade } of batch.engine.inward.get(entity) ?? []) {
    for (const referrer of from.referrers(position, id)) {
      // A row that points to this one by two fields went with the first.
      const done = cascade ? deleteRow(batch, from, referrer) : updateRow(batch, from, referrer, { [field]: null });
      if (!done.ok && done.error.code !== 'not-found') return done;
    }
  }
  addToTally(batch, entity, (tally) => withoutDigest(tally, found.value.digest));
  noteDocument(batch, table, id, null);
  batch.logged.push(['delete', entity, id, found.value.revision, wholeRow(table, found.value, 'full')]);
  batch.applied.push({ op: 'delete', entity: entity as EntityName, id });
  return ok(null);
}

function readIntact(table: TableAccess, id: string): Result<StoredRow, Failure> {
  const row = table.read(id);
  if (row === null) return fail(failure('not-found', { what: table.entity.one, id }));
  return isIntact(table, row) ? ok(row) : fail(failure('row-damaged', { entity: table.entity.one, id }));
}

function withLabels(batch: Batch, table: TableAccess, values: Values): Values {
  if (table.names.labels.length === 0) return values;
  const labelled: Record<string, unknown> = { ...values };
  for (const { name, prefix } of table.names.labels) {
    const engagement = typeof values['engagement'] === 'string' ? values['engagement'] : '';
    const given = String(values[name]);
    if (given === '') labelled[name] = `${prefix}${batch.engine.facts.nextLabel(engagement, prefix)}`;
    const number = Number(given.slice(prefix.length));
    if (given.startsWith(prefix) && Number.isSafeInteger(number))
      batch.engine.facts.reserveLabel(engagement, prefix, number);
  }
  return labelled;
}

function addToTally(batch: Batch, entity: string, change: (tally: Tally) => Tally): void {
  batch.tallies.set(entity, change(batch.tallies.get(entity) ?? batch.engine.facts.tally(entity)));
}

// A row that is there cannot go later on without taking its references along, so it need not be looked up again.
function noteReferences(batch: Batch, table: TableAccess, row: string, values: Values): void {
  for (const { name, target } of table.names.references) {
    const id = values[name];
    if (typeof id === 'string' && !isPresent(batch, target, id))
      batch.references.push({ table, row, name, target, id });
  }
}

function isNew(batch: Batch, table: TableAccess, id: string): boolean {
  const greatest = batch.greatest.get(table) ?? table.last();
  batch.greatest.set(table, id > greatest ? id : greatest);
  return id > greatest || !table.has(id);
}

function isPresent(batch: Batch, target: string, id: string): boolean {
  const key = `${target} ${id}`;
  if (batch.present.has(key)) return true;
  if (!tableOf(batch.engine, target).has(id)) return false;
  batch.present.add(key);
  return true;
}

function putDocuments({ engine, documents }: Batch, mayLeave: boolean): void {
  const count = [...documents.values()].reduce((sum, { size }) => sum + size, 0);
  const leave = mayLeave && count > largeEntry;
  const left: { readonly table: TableAccess; readonly id: string }[] = [];
  for (const [table, rows] of documents) {
    const fields = searchedFields(table);
    for (const [id, values] of rows) {
      if (leave && values !== null) left.push({ table, id });
      else engine.search.put(table.entity.name, id, values && searchDocument(fields, values));
    }
  }
  if (leave) leaveForLater(engine, left);
}

function keyOf(table: TableAccess, id: string): string {
  return `${table.entity.name} ${id}`;
}

function isLongAt(table: TableAccess, position: number): boolean {
  const kind = table.fields[position]?.kind;
  return kind !== undefined && isLong(kind);
}

function sameCell(one: unknown, other: unknown): boolean {
  if (Buffer.isBuffer(one) && Buffer.isBuffer(other)) return one.equals(other);
  return one === other;
}
