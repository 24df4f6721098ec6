/** Finds the list of entries in a tracker's JSON and lays it out as a table: names of columns first, an entry in each row. */
import { describeJsonProblem, parseJsonCapped } from '../../../../../shared/lib/json.ts';
import { limits } from '../../limits.ts';
import { Refusal } from '../../refusal.ts';
import { jsonForms } from './trackers.ts';
import { cardsOf, isBoard } from './trello.ts';
import { at, cellText, isObject, type JsonObject } from './values.ts';

/** The table, and where in the file its entries stand ("issues", "data/nodes"; empty for a bare list). */
export type JsonTable = { readonly rows: readonly (readonly string[])[]; readonly where: string };

/** Reads a whole text; throws a refusal for what holds no list of objects. */
export function readJsonTable(text: string): JsonTable {
  refuseCrowded(text);
  const parsed = parseJsonCapped(text, { bytes: limits.jsonBytes, depth: limits.jsonDepth });
  if (!parsed.ok) {
    if (parsed.error.code === 'too-large')
      throw new Refusal('import-too-large', { limit: limits.jsonBytes / 1_000_000 });
    throw new Refusal('import-json', { problem: describeJsonProblem(parsed.error) });
  }
  const whole = parsed.value;
  if (isBoard(whole)) return { rows: lay(cardsOf(whole)), where: 'cards' };
  const found = findEntries(whole);
  if (found === null) throw new Refusal('import-json', { problem: 'it holds no list of entries with fields' });
  const { entries, where } = found;
  if (entries.length > limits.rows) throw new Refusal('import-too-many', { limit: limits.rows, what: 'rows' });
  const form = jsonForms.find(({ fits }) => entries.slice(0, 20).every(fits));
  if (form === undefined) return { rows: lay(entries.map(flatten)), where };
  const columns = Object.entries(form.columns);
  const records = entries.map((entry) => {
    const record: Record<string, unknown> = {};
    for (const [name, from] of columns) record[name] = typeof from === 'function' ? from(entry) : firstOf(entry, from);
    return { ...form.own?.(entry, whole), ...record };
  });
  return { rows: lay(records), where };
}

/** Millions of tiny values, or more entries in one list than rows can be: both are plain before anything is built of them. */
function refuseCrowded(text: string): void {
  let values = 0;
  /** Objects that stand directly in each list or object that is open. */
  const entries: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const sign = text.charCodeAt(index);
    if (sign === QUOTE) index = endOfText(text, index);
    else if (sign === CLOSED_LIST || sign === CLOSED_OBJECT) entries.pop();
    else if (sign === COMMA || sign === LIST || sign === OBJECT) {
      if (++values > limits.jsonValues)
        throw new Refusal('import-too-many', { limit: limits.jsonValues, what: 'values' });
      if (sign === COMMA) continue;
      // What is nested deeper than any list of work is refused by the parser.
      if (entries.length > limits.jsonDepth) return;
      const own = entries.length - 1;
      const count = sign === OBJECT && own >= 0 ? (entries[own] ?? 0) + 1 : 0;
      if (count > limits.rows) throw new Refusal('import-too-many', { limit: limits.rows, what: 'rows' });
      if (count > 0) entries[own] = count;
      entries.push(0);
    }
  }
}

const [QUOTE, COMMA, LIST, CLOSED_LIST, OBJECT, CLOSED_OBJECT] = [0x22, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d] as const;

/** The place of the quotation mark that closes a text; the end of everything when none does. */
function endOfText(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    const sign = text.charCodeAt(index);
    if (sign === QUOTE) return index;
    if (sign === 0x5c) index++;
  }
  return text.length;
}

/** The longest list of objects within three levels; of lists in pages ("issues" of each page) the first level counts. */
function findEntries(whole: unknown): { entries: JsonObject[]; where: string } | null {
  let best: { entries: JsonObject[]; where: string } | null = null;
  const look = (value: unknown, where: string, depth: number): void => {
    if (Array.isArray(value)) {
      const objects = value.filter(isObject);
      // An edge of GraphQL holds its node.
      const entries = objects.map((one) => (isObject(one['node']) && Object.keys(one).length <= 2 ? one['node'] : one));
      if (entries.length > (best?.entries.length ?? 0)) best = { entries, where };
      return;
    }
    if (!isObject(value) || depth > 4) return;
    for (const [key, inner] of Object.entries(value).slice(0, 200))
      look(inner, where === '' ? key : `${where}/${key}`, depth + 1);
  };
  look(whole, '', 0);
  return best;
}

function firstOf(entry: JsonObject, paths: string): unknown {
  for (const path of paths.split('|')) {
    const value = at(entry, path);
    if (value !== null && value !== undefined && cellText(value) !== '') return value;
  }
  return null;
}

/** Fields of nested objects become columns of their own: "owner", "owner name", "owner email". */
function flatten(entry: JsonObject): JsonObject {
  const flat: Record<string, unknown> = {};
  const take = (value: JsonObject, before: string, depth: number): void => {
    for (const [key, inner] of Object.entries(value)) {
      if (noise.test(key)) continue;
      const name = before === '' ? key : `${before} ${key}`;
      if (cellText(inner) !== '' || inner === null || inner === '') flat[name] ??= inner;
      if (isObject(inner) && depth < 3) take(inner, name, depth + 1);
    }
  };
  take(entry, '', 0);
  return flat;
}

const noise = /^(?:self|avatar_?urls?|icon_?url|node_id|_links|__typename)$/i;

/** Every name that an entry has is a column, in the order in which they come up. */
function lay(records: readonly JsonObject[]): string[][] {
  const names = new Map<string, number>();
  for (const record of records) {
    for (const name of Object.keys(record)) if (!names.has(name)) names.set(name, names.size);
    if (names.size > limits.columns) throw new Refusal('import-too-many', { limit: limits.columns, what: 'columns' });
  }
  const rows = records.map((record, index) => {
    const cells = Array.from({ length: names.size }, () => '');
    for (const [name, value] of Object.entries(record)) cells[names.get(name) ?? 0] = checked(cellText(value), index);
    return cells;
  });
  return [[...names.keys()].map((name) => spaced(name)), ...rows];
}

/** "createdAt" and "due_date" as names of columns are written elsewhere. */
function spaced(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .replaceAll('\0', '')
    .toWellFormed();
}

function checked(text: string, index: number): string {
  if (text.length > limits.fieldBytes)
    throw new Refusal('import-field-too-large', { line: index + 2, limit: limits.fieldBytes / 1_000_000 });
  if (text.includes('\0') || !text.isWellFormed())
    throw new Refusal('import-text-unsafe', { problem: 'a broken character', place: `entry ${index + 1}` });
  return text;
}
