/** Taking words back: the changes that make a file hold them no longer, and what they touch. */
import { type Change, updateRow } from '../change.ts';
import type { Field } from '../define.ts';
import { type ClientData, entities, type EntityName, entityNames } from '../index.ts';
import { repeats, tellingTexts, withoutLines, withoutWords, wordsMark } from './repeated.ts';
import { writtenElsewhere } from './spoken-words.ts';
import { type PlainRow, type Rows, type Withdrawn, type Words, wordsOf } from './whose.ts';

/** A field of a row. */
export type FieldPlace = { readonly entity: EntityName; readonly id: string; readonly field: string };

/** What taking words back does to the rows of a file. */
export type WithdrawalPlan = {
  readonly changes: readonly Change[];
  /** Rows whose own words go. */
  readonly words: readonly Words[];
  /** Fields of other rows in which the words were repeated. */
  readonly repeated: readonly FieldPlace[];
  /** Every text that goes, as it stood. */
  readonly texts: readonly string[];
};

/** Plans a withdrawal on the rows as they are; issues are not part of it. */
export function planWithdrawal(who: Withdrawn, data: ClientData, today: string): WithdrawalPlan {
  const rows = data as unknown as Rows;
  const words = wordsOf(who, rows);
  const texts = textsOf(words);
  const telling = tellingTexts(texts);
  const own = new Set(words.flatMap(({ entity, row, fields }) => fields.map((name) => keyOf(entity, row.id, name))));
  const edits = openEdits();
  for (const { entity, row, fields } of words) {
    for (const name of fields) if (row[name] !== '') edits.set(entity, row, name, '');
    if (entity === 'evidence') takeBackEvidence(edits, row);
  }
  if ('person' in who) takeBackConsent(edits, who.person, data, today);
  const repeated: FieldPlace[] = [];
  const replace = (entity: EntityName, row: PlainRow, field: string, text: string): void => {
    if (text === edits.get(entity, row, field)) return;
    edits.set(entity, row, field, text);
    repeated.push({ entity, id: row.id, field });
  };
  for (const { row } of words.filter(({ entity }) => entity === 'evidence')) {
    const notes = data.answer.find(({ id }) => id === row['answer']);
    if (notes !== undefined && !own.has(keyOf('answer', notes.id, 'text')))
      replace('answer', notes, 'text', withoutLines(notes.text, [String(row['text']), String(row['original'])]));
  }
  for (const entity of telling.length === 0 ? [] : entityNames) {
    if (writtenElsewhere.has(entity)) continue;
    const fields = textFields(entity);
    for (const row of rows[entity] ?? []) {
      for (const name of fields) {
        const text = String(edits.get(entity, row, name));
        if (!own.has(keyOf(entity, row.id, name)) && repeats(text, telling))
          replace(entity, row, name, withoutWords(text, telling));
      }
    }
  }
  return { changes: edits.changes(), words, repeated, texts };
}

/** The texts in the fields of rows, without empty ones. */
export function textsOf(words: readonly Words[]): readonly string[] {
  return words
    .flatMap(({ row, fields }) => fields.map((name) => row[name]))
    .filter((text) => typeof text === 'string' && text !== '') as string[];
}

/** Fields of an entity that a person writes into. */
export function textFields(entity: EntityName): readonly string[] {
  const fields: Readonly<Record<string, Field>> = entities[entity].fields;
  return Object.entries(fields).flatMap(([name, { kind }]) => (kind === 'text' || kind === 'line' ? [name] : []));
}

function takeBackEvidence(edits: Edits, row: PlainRow): void {
  if (row['withdrawn'] !== true) edits.set('evidence', row, 'withdrawn', true);
  if (row['printed'] === true) edits.set('evidence', row, 'printed', false);
  if (row['releasedOn'] !== null) edits.set('evidence', row, 'releasedOn', null);
  if (row['text'] !== '') edits.set('evidence', row, 'takenBack', wordsMark(String(row['text'])));
}

function takeBackConsent(edits: Edits, person: string, data: ClientData, today: string): void {
  const row = data.stakeholder.find(({ id }) => id === person);
  if (row !== undefined && row.withdrawnOn === null) edits.set('stakeholder', row, 'withdrawnOn', today);
  for (const part of data.participant) {
    if (part.person !== person || part.consent === 'withdrawn') continue;
    edits.set('participant', part, 'consent', 'withdrawn');
    edits.set('participant', part, 'consentOn', today);
  }
}

type Edits = {
  set(entity: EntityName, row: PlainRow, field: string, value: unknown): void;
  /** The value as edited so far. */
  get(entity: EntityName, row: PlainRow, field: string): unknown;
  changes(): readonly Change[];
};

function openEdits(): Edits {
  const edited = new Map<string, { entity: EntityName; id: string; fields: Record<string, unknown> }>();
  return {
    set: (entity, { id }, field, value) => {
      const key = `${entity} ${id}`;
      const one = edited.get(key) ?? { entity, id, fields: {} };
      edited.set(key, one);
      one.fields[field] = value;
    },
    get: (entity, row, field) => edited.get(`${entity} ${row.id}`)?.fields[field] ?? row[field],
    changes: () => [...edited.values()].map(({ entity, id, fields }) => updateRow(entity, id, fields as never)),
  };
}

function keyOf(entity: EntityName, id: string, field: string): string {
  return `${entity} ${id} ${field}`;
}
