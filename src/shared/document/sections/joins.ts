/** The joins of an initiative in words: with which function, in which weeks. */
import type { Initiative, Join } from '../../model/index.ts';
import { daysBetween } from '../../lib/dates.ts';
import { byRowId } from '../../analysis/order.ts';
import type { Material } from '../material.ts';

/** `with Technology in weeks 2 and 7`; null where the initiative joins nobody. Dates outside the thirteen weeks stand as days. */
export function joinsText(material: Material, { id }: Initiative, start: string | null): string | null {
  const { data, names, words } = material;
  const own = data.join
    .filter((row) => row.initiative === id || row.withInitiative === id)
    .toSorted((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : (a.on ?? '9') > (b.on ?? '9') ? 1 : byRowId(a, b)));
  if (own.length === 0) return null;
  const groups = new Map<string, Join[]>();
  for (const row of own) {
    const other = row.initiative === id ? row.toFunction : row.fromFunction;
    const name = other === null ? words.say('joins.unset') : names.function(other);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([name, rows]) => withFunction(name, rows, start, words)).join('; ');
}

function withFunction(name: string, rows: readonly Join[], start: string | null, words: Material['words']): string {
  const weeks = new Set<number>();
  const days: string[] = [];
  for (const { on } of rows) {
    if (on === null) continue;
    const week = start === null ? 0 : Math.floor(daysBetween(start, on) / 7) + 1;
    if (week >= 1 && week <= 13) weeks.add(week);
    else days.push(words.shortDay(on));
  }
  const inWeeks =
    weeks.size === 0
      ? ''
      : words.say('joins.weeks', { weeks: words.list([...weeks].map((week) => words.number(week))) }, weeks.size);
  const onDays = days.length === 0 ? '' : words.say('joins.days', { days: words.list(days) });
  const when = [inWeeks, onDays].filter(Boolean).join(', ') || words.say('joins.undated');
  return words.say('joins.with', { function: name, when });
}
