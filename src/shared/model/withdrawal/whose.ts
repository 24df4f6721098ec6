/** Finds the words of a person, or of one piece of evidence, among the rows of a file. */
import type { Field } from '../define.ts';
import { entities, type EntityName } from '../index.ts';
import { type SpokenWords, spokenWords } from './spoken-words.ts';

/** Whose words are taken back: everything that a person said, or one piece of evidence. */
export type Withdrawn = { readonly person: string } | { readonly evidence: string };

/** A row as plain data. */
export type PlainRow = { readonly id: string } & Readonly<Record<string, unknown>>;

/** Rows by entity. */
export type Rows = Readonly<Partial<Record<EntityName, readonly PlainRow[]>>>;

/** Fields of one row that hold such words. */
export type Words = { readonly entity: EntityName; readonly row: PlainRow; readonly fields: readonly string[] };

/** Every row that holds words of theirs, in the order of the list. */
export function wordsOf(who: Withdrawn, rows: Rows): readonly Words[] {
  const roots = rootsOf(who, rows);
  const byId = new Map<EntityName, ReadonlyMap<string, PlainRow>>();
  const find = (entity: EntityName, id: string): PlainRow | undefined => {
    const known = byId.get(entity) ?? new Map((rows[entity] ?? []).map((row) => [row.id, row]));
    byId.set(entity, known);
    return known.get(id);
  };
  const belongs = (place: SpokenWords, row: PlainRow): boolean => {
    if (roots.has(`${place.entity} ${row.id}`)) return true;
    const by = place.said.find((name) => name !== 'id' && isId(row[name]));
    if (by === undefined) return false;
    const target = targetOf(place.entity, by);
    const id = String(row[by]);
    if (roots.has(`${target} ${id}`)) return true;
    const further = spokenWords.find(({ entity }) => entity === target);
    const next = further === undefined ? undefined : find(target, id);
    return further !== undefined && next !== undefined && belongs(further, next);
  };
  return spokenWords.flatMap((place) =>
    (rows[place.entity] ?? [])
      .filter((row) => belongs(place, row))
      .map((row) => ({ entity: place.entity, row, fields: place.fields })),
  );
}

/** Interviews that were held with this person and nobody else. */
export function soleInterviews(person: string, rows: Rows): readonly string[] {
  const parts = Map.groupBy(rows.participant ?? [], (row) => String(row['interview']));
  return [...parts].filter(([, list]) => list.every((row) => row['person'] === person)).map(([interview]) => interview);
}

function rootsOf(who: Withdrawn, rows: Rows): ReadonlySet<string> {
  if ('evidence' in who) return new Set([`evidence ${who.evidence}`]);
  const alone = soleInterviews(who.person, rows).map((id) => `interview ${id}`);
  return new Set([`stakeholder ${who.person}`, ...alone]);
}

function targetOf(entity: EntityName, field: string): EntityName {
  const fields: Readonly<Record<string, Field>> = entities[entity].fields;
  return fields[field]?.target as EntityName;
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
