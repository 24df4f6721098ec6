/** Keeps words that were taken back from coming in again with an import. */
import type { Change } from '../change.ts';
import type { ClientData, EntityName } from '../index.ts';
import { wordsMark } from './repeated.ts';
import { type PlainRow, type Rows, wordsOf } from './whose.ts';

/** The changes of an import without words that were taken back in this file; one for each that came, in their order. */
export function keepWithdrawn(changes: readonly Change[], existing: ClientData): readonly Change[] {
  const people = new Set(existing.stakeholder.flatMap(({ id, withdrawnOn }) => (withdrawnOn === null ? [] : [id])));
  const pieces = existing.evidence.filter(({ withdrawn }) => withdrawn);
  if (people.size === 0 && pieces.length === 0) return changes;
  const marks = new Set(pieces.map(({ takenBack }) => takenBack).filter((mark) => mark !== ''));
  const after = rowsAfter(existing, changes);
  const closed = new Set<string>();
  const close = (entity: EntityName, id: string, fields: readonly string[]): void => {
    for (const field of fields) closed.add(`${entity} ${id} ${field}`);
  };
  for (const person of people) {
    for (const { entity, row, fields } of wordsOf({ person }, after)) close(entity, row.id, fields);
    close('stakeholder', person, ['withdrawnOn']);
  }
  const known = (after.evidence ?? []).filter(({ text }) => marks.has(wordsMark(String(text))));
  for (const { id } of [...pieces, ...known]) {
    for (const { entity, row, fields } of wordsOf({ evidence: id }, after)) close(entity, row.id, fields);
    close('evidence', id, ['withdrawn', 'takenBack', 'printed', 'releasedOn']);
  }
  const again = new Set(known.map(({ id }) => id));
  const parts = (after.participant ?? []).filter(({ person }) => people.has(String(person)));
  const ofWithdrawn = new Set(parts.map(({ id }) => id));
  return changes.map((change) => {
    if (change.op === 'delete') return change;
    const { entity, id } = change;
    const open = Object.entries(change.fields).filter(([name]) => !closed.has(`${entity} ${id} ${name}`));
    const fields: Record<string, unknown> = Object.fromEntries(open);
    if (entity === 'participant' && ofWithdrawn.has(id)) fields['consent'] = 'withdrawn';
    if (entity === 'evidence' && change.op === 'insert' && again.has(id)) fields['withdrawn'] = true;
    return { ...change, fields };
  });
}

function rowsAfter(existing: ClientData, changes: readonly Change[]): Rows {
  const rows: Partial<Record<EntityName, readonly PlainRow[]>> = { ...(existing as unknown as Rows) };
  for (const [entity, group] of Map.groupBy(changes, (change) => change.entity)) {
    const byId = new Map((rows[entity] ?? []).map((row) => [row.id, row]));
    for (const change of group) {
      if (change.op === 'delete') byId.delete(change.id);
      else byId.set(change.id, { ...byId.get(change.id), ...change.fields, id: change.id });
    }
    rows[entity] = [...byId.values()];
  }
  return rows;
}
