/** Turns the dates of all items into ISO days, column by column, and says what was assumed or left out. */
import type { ImportNote } from '../../../../shared/api/import-notes.ts';
import type { DateOrder, Reading } from '../../../../shared/api/import-types.ts';
import { type ColumnOrder, decideOrder, parseDay } from './dates.ts';
import { dayFields, type DayField, type Draft } from './item.ts';

/** Reads the days in place; `names` gives the header of each field's column, `chosen` the order that the user set. */
export function readDays(
  drafts: readonly Draft[],
  names: (field: DayField) => string,
  chosen: DateOrder | undefined,
): { readonly notes: ImportNote[]; readonly problems: Reading['problems'] } {
  const values = (field: DayField): string[] => drafts.map(({ item }) => item[field] ?? '').filter(Boolean);
  const used = dayFields.map((field) => ({ field, cells: values(field) })).filter(({ cells }) => cells.length > 0);
  const problems: Reading['problems'] = [];
  const alone = used.map(({ cells }) => decideOrder(cells, null));
  const proof = alone.find(({ numeric, proven }) => numeric && proven)?.order ?? null;
  const notes: ImportNote[] = [];
  const orders = new Map<string, DateOrder>();
  for (const [index, { field, cells }] of used.entries()) {
    const found = alone[index]?.proven === true ? alone[index] : decideOrder(cells, proof);
    const order = found.numeric ? (chosen ?? found.order) : found.order;
    orders.set(field, order);
    if (!found.numeric || chosen !== undefined) continue;
    notes.push(orderNote(short(names(field)), order, found, drafts, field));
  }
  for (const { field } of used)
    notes.push(...readColumn(drafts, field, orders.get(field) ?? 'dmy', names(field), problems));
  for (const field of dayFields) for (const { item } of drafts) if (item[field] === '') item[field] = null;
  return { notes, problems };
}

/** Says why day or month was taken for the first: a cell that can be read in one way only, the way of writing, or nothing. */
function orderNote(
  column: string,
  order: DateOrder,
  { proven, proof }: ColumnOrder,
  drafts: readonly Draft[],
  field: DayField,
): ImportNote {
  const params = { column, order: words[order] };
  if (!proven) return { code: 'date-order-assumed', params };
  if (proof === null) return { code: 'date-order-other', params };
  if (proof === 'points') return { code: 'date-order-points', params };
  const line = drafts.find(({ item }) => item[field] === proof)?.item.line ?? 0;
  return { code: 'date-order-found', params: { ...params, sample: short(proof), line } };
}

const words: Readonly<Record<DateOrder, string>> = {
  dmy: 'day/month/year',
  mdy: 'month/day/year',
  ymd: 'year/month/day',
};

function readColumn(
  drafts: readonly Draft[],
  field: DayField,
  order: DateOrder,
  name: string,
  problems: Reading['problems'],
): ImportNote[] {
  let count = 0;
  let sample = '';
  let line = 0;
  for (const { item } of drafts) {
    const raw = item[field];
    if (raw === '' || raw === null) continue;
    item[field] = parseDay(raw, order, field === 'dueOn');
    if (item[field] !== null) continue;
    if (problems.length < problemsShown)
      problems.push({ line: item.line, kind: 'date', column: short(name), text: short(raw) });
    if (count++ === 0) [sample, line] = [short(raw), item.line];
  }
  return count === 0 ? [] : [{ code: 'date-left-out', params: { column: short(name), count, sample, line } }];
}

const problemsShown = 1000;

function short(text: string): string {
  return text.slice(0, 60).toWellFormed();
}
