/** Puts rows back that something else changed, removed or added, as the log tells them. */
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { EntityName } from '../../shared/model/index.ts';
import { type Batch, isIntact, noteDocument, shownValues, startBatch, wholeRow } from './batch.ts';
import { withDigest, withoutDigest } from './digest.ts';
import { type Engine, tableOf } from './engine.ts';
import { isLongDigest, longDigest } from './logged.ts';
import { rowAt } from './replay.ts';
import type { StoredRow, TableAccess, Values } from './tables.ts';
import type { Ack } from './types.ts';
import { type Entry, finishEntry } from './write.ts';

/** Repairs one row within the caller's transaction: as the log has it, or with the content that it has now. */
export function repairRow(
  engine: Engine,
  entry: Entry,
  entity: string,
  id: string,
  how: 'fromLog' | 'asItIs',
): Result<Ack, Failure> {
  const table = tableOf(engine, entity);
  const row = table.read(id);
  const mentioned = lastMention(engine, entity, id);
  if (row === null && mentioned === 0) return fail(failure('not-found', { what: table.entity.one, id }));
  const batch = startBatch(engine, (engine.log.head()?.revision ?? 0) + 1, 0);
  const done =
    how === 'asItIs' ? acceptRow(batch, table, row, mentioned) : restoreRow(batch, table, id, row, mentioned);
  if (!done.ok) return done;
  // Put back from the log, a row is what the edits before made it, so they can still be undone.
  const head = engine.log.head();
  const stacks = { undoTop: head?.undoTop ?? 0, redoTop: head?.redoTop ?? 0 };
  return finishEntry(batch, how === 'fromLog' ? { ...entry, stacks } : entry);
}

/** Whether the log has a row as being there. */
export function knowsRow(engine: Engine, entity: string, id: string): boolean {
  const head = engine.log.head()?.revision ?? 0;
  return lastMention(engine, entity, id) > 0 && rowAt(engine, entity, id, head) !== null;
}

/** Whether the log can put a row back. */
export function restorable(engine: Engine, entity: string, id: string): boolean {
  const table = tableOf(engine, entity);
  return valuesFromLog(engine, table, id, table.read(id)) !== null;
}

function restoreRow(
  batch: Batch,
  table: TableAccess,
  id: string,
  row: StoredRow | null,
  mentioned: number,
): Result<null, Failure> {
  const { engine } = batch;
  const entity = table.entity.name;
  if (row !== null && !knowsRow(engine, entity, id)) {
    table.remove(id);
    noteDocument(batch, table, id, null);
    batch.logged.push(['delete', entity, id, mentioned, wholeRow(table, row, 'full')]);
    batch.applied.push({ op: 'delete', entity: entity as EntityName, id });
    return ok(null);
  }
  const values = valuesFromLog(engine, table, id, row);
  if (values === null) return fail(failure('row-beyond-repair', { entity: table.entity.one }));
  const cells = table.cells(values);
  const restored = { id, digest: table.digest(id, cells), edits: 0, revision: batch.revision, cells };
  if (row !== null && row.digest.equals(restored.digest) && isIntact(table, row)) return ok(null);
  // The sum of the table still counts the row as the log has it, so it fits again by itself.
  table.remove(id);
  table.insert(restored);
  noteStanding(batch, table, restored, row === null ? 'insert' : 'update', mentioned);
  return ok(null);
}

function acceptRow(batch: Batch, table: TableAccess, row: StoredRow | null, mentioned: number): Result<null, Failure> {
  const beyond = fail(failure('row-beyond-repair', { entity: table.entity.one }));
  if (row === null) return beyond;
  const values = table.values(row.cells);
  const fits = Object.entries(table.entity.fields).every(
    ([name, field]) => field.kind === 'label' || field.schema.safeParse(values[name]).success,
  );
  if (!fits) return beyond;
  if (isIntact(table, row) && mentioned > 0) return ok(null);
  const accepted = { ...row, digest: table.digest(row.id, row.cells), edits: 0, revision: batch.revision };
  table.update(accepted, []);
  const tally = batch.engine.facts.tally(table.entity.name);
  const counted = mentioned > 0 ? withoutDigest(tally, row.digest) : tally;
  batch.tallies.set(table.entity.name, withDigest(counted, accepted.digest));
  noteStanding(batch, table, accepted, 'update', mentioned);
  return ok(null);
}

function noteStanding(
  batch: Batch,
  table: TableAccess,
  row: StoredRow,
  op: 'insert' | 'update',
  mentioned: number,
): void {
  const entity = table.entity.name;
  const values = table.values(row.cells);
  noteDocument(batch, table, row.id, values);
  batch.logged.push(['stands', entity, row.id, mentioned, wholeRow(table, row, 'digest')]);
  batch.applied.push({ op, entity: entity as EntityName, id: row.id, fields: shownValues(table, values) });
}

// Large values are in the log as digests only; the row's own are taken when they still fit those.
function valuesFromLog(engine: Engine, table: TableAccess, id: string, row: StoredRow | null): Values | null {
  const told = rowAt(engine, table.entity.name, id, engine.log.head()?.revision ?? 0);
  if (told === null || told === undefined) return null;
  const own = row === null ? {} : table.values(row.cells);
  const values: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(told)) {
    if (!isLongDigest(value)) values[field] = value;
    else if (JSON.stringify(longDigest(own[field])) === JSON.stringify(value)) values[field] = own[field];
    else return null;
  }
  return values;
}

function lastMention(engine: Engine, entity: string, id: string): number {
  for (let revision = engine.log.head()?.revision ?? 0; revision > 0; revision -= 1) {
    if (engine.log.read(revision)?.changes.some((change) => change[1] === entity && change[2] === id)) return revision;
  }
  return 0;
}
