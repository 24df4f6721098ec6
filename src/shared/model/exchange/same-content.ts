/** Finding the row of a file that says what a row of an exchange says: how a hand-written file that comes again has no second effect. */
import type { Field, Fields } from '../define.ts';
import type { ExchangeRow } from './schema.ts';

/** A row as plain data. */
export type PlainRow = { readonly id: string } & Readonly<Record<string, unknown>>;

/**
 * Looks rows up by what they say: every field that the wanted row names has the same value, references by the row they mean.
 * Rows are indexed once for each set of field names, of which an exchange has few. Large texts and bytes are not compared.
 */
export function contentFinder(
  fields: Fields,
  rows: readonly PlainRow[],
  meaning: (target: string, name: string) => { readonly id: string } | undefined,
): (wanted: ExchangeRow, isFree: (id: string) => boolean) => string | undefined {
  const indexes = new Map<string, Map<string, string[]>>();
  const indexFor = (names: readonly string[]): Map<string, string[]> => {
    const shape = names.join(' ');
    const made = indexes.get(shape) ?? new Map<string, string[]>();
    if (!indexes.has(shape)) {
      indexes.set(shape, made);
      for (const row of rows) {
        const key = keyOf(names.map((name) => row[name]));
        const same = made.get(key);
        if (same === undefined) made.set(key, [row.id]);
        else same.push(row.id);
      }
    }
    return made;
  };
  const valueOf = (field: Field, value: unknown): unknown => {
    const isReference = field.kind === 'reference' && field.target !== null && typeof value === 'string';
    return isReference ? meaning(field.target, value)?.id : value;
  };
  return (wanted, isFree) => {
    const given = Object.entries(fields).filter(([name, field]) => isCompared(field) && wanted[name] !== undefined);
    if (given.length === 0) return undefined;
    const values = given.map(([name, field]) => valueOf(field, wanted[name]));
    // A reference to a row that is only now being made: nobody in the file has it yet.
    if (values.includes(undefined)) return undefined;
    return indexFor(given.map(([name]) => name))
      .get(keyOf(values))
      ?.find(isFree);
  };
}

function isCompared(field: Field): boolean {
  return field.kind !== 'large' && field.kind !== 'bytes' && field.kind !== 'label';
}

function keyOf(values: readonly unknown[]): string {
  return JSON.stringify(values);
}
