/** What changes make of the rows of a client file, as plain data: only what changed is made anew. */
import type { Change } from './change.ts';
import { type ClientData, entities, type EntityName, type RowOf } from './index.ts';

type AnyRow = { readonly id: string };

/** The rows after the changes. Rows and lists that no change touches stay the same objects. */
export function applyChanges(data: ClientData, changes: readonly Change[]): ClientData {
  const lists: Partial<Record<EntityName, AnyRow[]>> = {};
  for (const change of changes) {
    // What is not part of the replica is fetched where it is shown.
    if (!entities[change.entity].replicated) continue;
    const list = (lists[change.entity] ??= [...data[change.entity]]);
    applyOne(list, change);
  }
  return Object.keys(lists).length === 0 ? data : ({ ...data, ...lists } as ClientData);
}

/** The row that an insert makes: fields that it leaves out take their initial value. */
export function rowOfInsert<N extends EntityName>(entity: N, id: string, fields: Readonly<Record<string, unknown>>) {
  const initial = Object.entries(entities[entity].fields).map(([name, field]) => [
    name,
    (field as { initial: unknown }).initial,
  ]);
  return { id, ...Object.fromEntries(initial), ...fields } as unknown as RowOf<N>;
}

function applyOne(list: AnyRow[], change: Change): void {
  const at = placeOf(list, change.id);
  const there = list[at]?.id === change.id;
  if (change.op === 'delete') {
    if (there) list.splice(at, 1);
    return;
  }
  if (change.op === 'update') {
    const row = list[at];
    if (there && row !== undefined) list[at] = { ...row, ...change.fields };
    return;
  }
  // Sent again, an insert finds its row there already.
  list.splice(at, there ? 1 : 0, rowOfInsert(change.entity, change.id, change.fields));
}

/** Where an id stands or belongs: lists are in order of id, that is, of age. */
function placeOf(list: readonly AnyRow[], id: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.id ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
