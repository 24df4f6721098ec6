/** The rows of an open file as plain data, read once and then kept up to date from the stream of changes. */
import type { Fields } from '../../shared/model/define.ts';
import { type ClientData, entities, type EntityName } from '../../shared/model/index.ts';
import type { ClientFile } from '../store/types.ts';

type PlainRow = { readonly id: string } & Readonly<Record<string, unknown>>;
type Tables = Record<EntityName, readonly PlainRow[]>;

/** Keeps the rows of a file; the answer is the whole file, passages included, in the order of ids. */
export function keepRows(file: ClientFile): () => ClientData {
  let tables: Tables | null = null;
  file.onChange(({ changes }) => {
    if (tables === null) return;
    const next = { ...tables };
    for (const [entity, group] of Map.groupBy(changes, (change) => change.entity)) {
      const rows = new Map(next[entity].map((row) => [row.id, row]));
      const missing = missingValues(entity);
      for (const change of group) {
        if (change.op === 'delete') rows.delete(change.id);
        // A row that is new comes with every value that windows hold; an import brings thousands of them.
        else if (change.op === 'insert') rows.set(change.id, { ...change.fields, ...missing, id: change.id });
        else rows.set(change.id, { ...(rows.get(change.id) ?? missing), ...change.fields, id: change.id });
      }
      next[entity] = [...rows.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    }
    tables = next;
  });
  return () => {
    tables ??= file.load({ everything: true }) as unknown as Tables;
    return tables as unknown as ClientData;
  };
}

/** Large texts and bytes never come with a change; they are empty here as they are when rows are loaded. */
function missingValues(entity: EntityName): Readonly<Record<string, ''>> {
  const fields: Fields = entities[entity].fields;
  const long = Object.entries(fields).filter(([, { kind }]) => kind === 'large' || kind === 'bytes');
  return Object.fromEntries(long.map(([name]) => [name, '']));
}
