/** The log as people and the program ask for it: entries, one row's entries, and the net effect since a revision. */
import type { EntityName } from '../../shared/model/index.ts';
import { type Engine, tableOf } from './engine.ts';
import type { LogEntry } from './log.ts';
import { isLongDigest, type LoggedChange, loggedPatch } from './logged.ts';
import { withInitial } from './replay.ts';
import type { HistoryChange, HistoryEntry, HistoryField, HistoryQuery, NetChange } from './types.ts';

/** Entries, newest first. */
export function readHistory(engine: Engine, query: HistoryQuery): readonly HistoryEntry[] {
  const newest = Math.min(query.before ?? Infinity, engine.log.head()?.revision ?? 0);
  const limit = Math.max(0, query.limit);
  const { entity, id } = query;
  const entries =
    entity !== undefined && id !== undefined
      ? entriesOf(engine, entity, id, newest, limit)
      : engine.log.list(newest, limit);
  return entries.map((entry) => historyEntry(engine, entry));
}

/** What became of each row after a revision. Rows that came and went again are left out. */
export function changedSince(engine: Engine, revision: number): readonly NetChange[] {
  const head = engine.log.head()?.revision ?? 0;
  const rows = new Map<
    string,
    { entity: string; id: string; existed: boolean; exists: boolean; fields: Set<string> }
  >();
  for (let at = revision + 1; at <= head; at += 1) {
    for (const change of engine.log.read(at)?.changes ?? []) {
      const [op, entity, id] = change;
      if (op === 'stands') continue;
      const key = `${entity} ${id}`;
      const row = rows.get(key) ?? { entity, id, existed: op !== 'insert', exists: true, fields: new Set() };
      row.exists = op !== 'delete';
      if (op === 'update') for (const field of Object.keys(change[4])) row.fields.add(field);
      rows.set(key, row);
    }
  }
  return [...rows.values()].flatMap(({ entity, id, existed, exists, fields }): NetChange[] => {
    if (!existed && !exists) return [];
    const op = !existed ? 'insert' : exists ? 'update' : 'delete';
    return [{ op, entity: entity as EntityName, id, fields: op === 'update' ? [...fields] : [] }];
  });
}

// Each logged change names the revision that wrote the row before, so a row's history is followed without reading the rest.
// A row that was brought back by undo names the undone entry; its deletion is that entry or one shortly before it.
function entriesOf(engine: Engine, entity: string, id: string, newest: number, limit: number): readonly LogEntry[] {
  const touches = (change: LoggedChange): boolean => change[1] === entity && change[2] === id;
  const entries: LogEntry[] = [];
  const head = engine.log.head()?.revision ?? 0;
  let next = engine.tables.has(entity) ? Math.min(tableOf(engine, entity).read(id)?.revision ?? newest, head) : 0;
  while (next > 0 && entries.length < limit) {
    const entry: LogEntry | null = engine.log.read(next);
    const first = entry?.changes.find(touches);
    if (entry !== null && first !== undefined && next <= newest) entries.push(entry);
    // Each step leads further back, also where the numbers are damaged.
    next = first === undefined ? next - 1 : Math.min(first[3], next - 1);
  }
  return entries;
}

function historyEntry(engine: Engine, entry: LogEntry): HistoryEntry {
  const before = engine.log.headAt(entry.revision - 1);
  return {
    revision: entry.revision,
    opId: entry.opId,
    step: entry.step,
    at: new Date(entry.at).toISOString(),
    zone: entry.zone,
    skewed: before !== null && entry.at < before.at,
    kind: entry.kind,
    label: entry.label,
    undoes: entry.undoes,
    changes: entry.changes.map((change) => historyChange(engine, change)),
  };
}

function historyChange(engine: Engine, change: LoggedChange): HistoryChange {
  const [op, name, id] = change;
  const entity = name as EntityName;
  if (op === 'stands') return { op: 'update', entity, id, fields: [] };
  if (op === 'update') {
    const fields = Object.entries(change[4]).map(([field, logged]): HistoryField => {
      const patch = loggedPatch(logged);
      return patch === null ? { field, before: shown(logged[0]), after: shown(logged[1]) } : { field, ...patch };
    });
    return { op, entity, id, fields };
  }
  const fields = Object.entries(withInitial(engine, name, change[4])).map(([field, value]) =>
    op === 'insert' ? { field, before: null, after: shown(value) } : { field, before: shown(value), after: null },
  );
  return { op, entity, id, fields };
}

// A large value is told by its absence: the history is for reading.
function shown(value: unknown): unknown {
  return isLongDigest(value) ? null : value;
}
