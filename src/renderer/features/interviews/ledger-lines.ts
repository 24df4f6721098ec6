/** The lines of the ledger: its rows in the order that was chosen, parted by headings where they are grouped. */
import { compareText } from '../../../shared/lib/order.ts';
import type { LedgerRow } from './ledger-filter.ts';

/** How the ledger is ordered. */
export type LedgerOrder = 'newest' | 'person' | 'indicator';

/** What the ledger is grouped by. */
export type LedgerGroup = 'none' | 'indicator' | 'decision';

/** A piece, or the heading of a group. A piece that is linked to two ends stands in both groups. */
export type LedgerLineOf =
  | { readonly key: string; readonly heading: string; readonly count: number }
  | { readonly key: string; readonly heading: null; readonly line: LedgerRow };

/** Something to group by, in its order. */
export type GroupName = { readonly id: string; readonly says: string };

/** Orders and groups the rows; `indicators` and `decisions` are in the order in which people read them. */
export function composeLines(
  rows: readonly LedgerRow[],
  order: LedgerOrder,
  group: LedgerGroup,
  names: { readonly indicators: readonly GroupName[]; readonly decisions: readonly GroupName[] },
): readonly LedgerLineOf[] {
  const sorted = sortRows(rows, order, names.indicators);
  if (group === 'none') return sorted.map((line) => ({ key: line.row.id, heading: null, line }));
  const ends = group === 'indicator' ? names.indicators : names.decisions;
  const groups = new Map<string, LedgerRow[]>();
  for (const line of sorted) {
    const own = new Set(line.values[group]);
    for (const id of own.size === 0 ? [''] : own) groups.set(id, [...(groups.get(id) ?? []), line]);
  }
  const none = group === 'indicator' ? 'Linked to no indicator' : 'Linked to no decision';
  return [...ends, { id: '', says: none }].flatMap(({ id, says }): LedgerLineOf[] => {
    const members = groups.get(id) ?? [];
    if (members.length === 0) return [];
    return [
      { key: `group:${id}`, heading: says, count: members.length },
      ...members.map((line) => ({ key: `${line.row.id}:${id}`, heading: null, line })),
    ];
  });
}

function sortRows(
  rows: readonly LedgerRow[],
  order: LedgerOrder,
  indicators: readonly GroupName[],
): readonly LedgerRow[] {
  if (order === 'newest') return rows;
  if (order === 'person') return rows.toSorted((a, b) => compareText(a.from, b.from));
  const places = new Map(indicators.map(({ id }, at) => [id, at]));
  const placeOf = ({ values }: LedgerRow): number =>
    Math.min(indicators.length, ...values.indicator.map((id) => places.get(id) ?? indicators.length));
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b));
}
