/** The interviews day by day: today's first, then what was missed, what comes, what has no day, and what was held. */
import type { Interview } from '../../../shared/model/index.ts';
import { showDay } from '../../parts/format.ts';

/** A line of the agenda: the heading of a day, or an interview. */
export type AgendaLine =
  | { readonly id: string; readonly heading: string; readonly late: boolean }
  | { readonly id: string; readonly row: Interview };

/** The interviews under their headings, in the order in which they call for attention. */
export function composeAgenda(interviews: readonly Interview[], today: string): readonly AgendaLine[] {
  const groups = new Map<string, Interview[]>([
    ['today', []],
    ['late', []],
  ]);
  for (const row of interviews.toSorted(byDay)) {
    const key = groupOf(row, today);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const order = [...groups.keys()].toSorted((a, b) => rankOf(a) - rankOf(b));
  return order.flatMap((key) => {
    const rows = groups.get(key) ?? [];
    if (rows.length === 0) return [];
    return [
      { id: `day ${key}`, heading: headings[key] ?? showDay(key, 'weekday'), late: key === 'late' },
      ...rows.map((row) => ({ id: row.id, row })),
    ];
  });
}

/** Whether an interview was planned for a day that has passed and is not held. */
export function isLate({ status, plannedOn, heldOn }: Interview, today: string): boolean {
  return status === 'planned' && heldOn === null && plannedOn !== null && plannedOn < today;
}

const headings: Readonly<Record<string, string>> = {
  today: 'Today',
  late: 'Planned for a day that has passed',
  none: 'No day yet',
  held: 'Held',
};

function groupOf(row: Interview, today: string): string {
  const { status, heldOn, plannedOn } = row;
  if (status === 'running' || (heldOn ?? plannedOn) === today) return 'today';
  if (status === 'done' || heldOn !== null) return 'held';
  if (isLate(row, today)) return 'late';
  return plannedOn ?? 'none';
}

function rankOf(key: string): number {
  const rank = ['today', 'late', 'day', 'none', 'held'].indexOf(key);
  return rank < 0 ? 2 : rank;
}

function byDay(a: Interview, b: Interview): number {
  const key = (row: Interview): string =>
    `${row.heldOn ?? row.plannedOn ?? '9999'} ${row.startedAt ?? (row.plannedTime || '99')} ${row.id}`;
  return key(a) < key(b) ? -1 : 1;
}
