/** Turns the dates of all items into ISO days, column by column, and says what was assumed or left out. */
import type { ImportNote } from '../../../../shared/api/import-notes.ts';
import type { DateOrder } from '../../../../shared/api/import-types.ts';
import { decideOrder, parseDay } from './dates.ts';
import { dayFields, type DayField, type Draft } from './item.ts';

/** Reads the days in place; `names` gives the header of each field's column, `chosen` the order that the user set. */
export function readDays(
  drafts: readonly Draft[],
  names: (field: DayField) => string,
  chosen: DateOrder | undefined,
): ImportNote[] {
  const values = (field: DayField): string[] => drafts.map(({ item }) => item[field] ?? '').filter(Boolean);
  const used = dayFields.map((field) => ({ field, cells: values(field) })).filter(({ cells }) => cells.length > 0);
  const alone = used.map(({ cells }) => decideOrder(cells, null));
  const proof = alone.find(({ numeric, proven }) => numeric && proven)?.order ?? null;
  const notes: ImportNote[] = [];
  const orders = new Map<string, DateOrder>();
  for (const [index, { field, cells }] of used.entries()) {
    const found = alone[index]?.proven === true ? alone[index] : decideOrder(cells, proof);
    const order = found.numeric ? (chosen ?? found.order) : found.order;
    orders.set(field, order);
    if (!found.numeric || chosen !== undefined) continue;
    const params = { column: short(names(field)), order: words[order] };
    notes.push({ code: found.proven ? 'date-order-found' : 'date-order-assumed', params });
  }
  for (const { field } of used) notes.push(...readColumn(drafts, field, orders.get(field) ?? 'dmy', names(field)));
  for (const field of dayFields) for (const { item } of drafts) if (item[field] === '') item[field] = null;
  return notes;
}

const words: Readonly<Record<DateOrder, string>> = {
  dmy: 'day/month/year',
  mdy: 'month/day/year',
  ymd: 'year/month/day',
};

function readColumn(drafts: readonly Draft[], field: DayField, order: DateOrder, name: string): ImportNote[] {
  let count = 0;
  let sample = '';
  let line = 0;
  for (const { item } of drafts) {
    const raw = item[field];
    if (raw === '' || raw === null) continue;
    item[field] = parseDay(raw, order, field === 'dueOn');
    if (item[field] !== null) continue;
    if (count++ === 0) [sample, line] = [short(raw), item.line];
  }
  return count === 0 ? [] : [{ code: 'date-left-out', params: { column: short(name), count, sample, line } }];
}

function short(text: string): string {
  return text.slice(0, 60).toWellFormed();
}
