/** Rows as the log tells them: forwards from where it last held them whole, or back from where they stand. */
import type { Change } from '../../shared/model/change.ts';
import type { FieldKind } from '../../shared/model/define.ts';
import type { EntityName } from '../../shared/model/index.ts';
import { fromCell, isLong } from './codec.ts';
import { type Engine, loggedTable } from './engine.ts';
import type { LogEntry } from './log.ts';
import { isLongDigest, type LoggedChange, loggedPatch } from './logged.ts';
import { applyPatch, invertPatch } from './patch.ts';
import type { Values } from './tables.ts';

/** How many entries are read at a time. */
const stride = 200;

/**
 * A row after `revision` as the log tells it: its values (large ones may be stand-ins), null when it was not there, undefined
 * when the log never had it or does not fit together.
 */
export function rowAt(engine: Engine, entity: string, id: string, revision: number): Values | null | undefined {
  const later: LoggedChange[] = [];
  for (let newest = revision; newest > 0; newest -= stride) {
    for (const entry of engine.log.list(newest, Math.min(stride, newest))) {
      for (const change of entry.changes.toReversed()) {
        if (change[1] !== entity || change[2] !== id) continue;
        const base = wholeAfter(engine, change);
        if (base === undefined) later.push(change);
        else return later.reduceRight<Values | null | undefined>(stepForward, base);
      }
    }
  }
  return undefined;
}

/** The changes of an entry as they were acknowledged. */
export function replayEntry(engine: Engine, entry: LogEntry): readonly Change[] {
  return entry.changes.map((change): Change => {
    const [op, name, id] = change;
    const entity = name as EntityName;
    if (op === 'delete') return { op, entity, id };
    if (op === 'update') {
      const patched = Object.values(change[4]).some((field) => loggedPatch(field) !== null);
      const row = patched ? rowAt(engine, name, id, entry.revision) : null;
      const fields = Object.entries(change[4])
        .filter(([field, logged]) => !isLongField(engine, name, field) && !isLongDigest(logged[1]))
        .map(([field, logged]): [string, unknown] => [field, loggedPatch(logged) === null ? logged[1] : row?.[field]]);
      return { op, entity, id, fields: Object.fromEntries(fields) };
    }
    const values = withInitial(engine, name, change[4]);
    // Words that were taken back since are left out.
    const shown = Object.entries(values).filter(
      ([field, value]) => !isLongField(engine, name, field) && !isLongDigest(value),
    );
    return { op: op === 'insert' ? 'insert' : 'update', entity, id, fields: Object.fromEntries(shown) };
  });
}

/** The row before a change, from the row after it; undefined when they do not fit together. */
export function stepBack(engine: Engine, change: LoggedChange, after: Values | null): Values | null | undefined {
  if (change[0] === 'insert') return null;
  if (change[0] === 'delete') return withInitial(engine, change[1], change[4]);
  if (change[0] === 'stands') return after;
  if (after === null) return undefined;
  const values: Record<string, unknown> = { ...after };
  for (const [field, logged] of Object.entries(change[4])) {
    const patch = loggedPatch(logged);
    values[field] = patch === null ? logged[0] : applyPatch(String(values[field]), invertPatch(patch));
    if (values[field] === null && patch !== null) return undefined;
  }
  return values;
}

/** Values with the initial ones that the log leaves out. */
export function withInitial(engine: Engine, entity: string, values: Values): Values {
  const all = loggedTable(engine, entity).columns.map((column): [string, unknown] => {
    const initial = fromCell(column.kind as FieldKind, column.initial);
    return [column.field, column.field in values ? values[column.field] : initial];
  });
  return Object.fromEntries(all);
}

function wholeAfter(engine: Engine, change: LoggedChange): Values | null | undefined {
  if (change[0] === 'delete') return null;
  if (change[0] !== 'update') return withInitial(engine, change[1], change[4]);
  return change[5] === undefined ? undefined : withInitial(engine, change[1], change[5]);
}

function stepForward(row: Values | null | undefined, change: LoggedChange): Values | null | undefined {
  if (row === null || row === undefined || change[0] !== 'update') return undefined;
  const values: Record<string, unknown> = { ...row };
  for (const [field, logged] of Object.entries(change[4])) {
    const patch = loggedPatch(logged);
    values[field] = patch === null ? logged[1] : applyPatch(String(values[field]), patch);
    if (values[field] === null && patch !== null) return undefined;
  }
  return values;
}

function isLongField(engine: Engine, entity: string, field: string): boolean {
  const kind = engine.entities[entity]?.fields[field]?.kind;
  return kind !== undefined && isLong(kind);
}
