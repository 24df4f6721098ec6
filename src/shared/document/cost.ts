/** What a pattern costs here, offered from the data: the kit names the figures, this names their values. */
import type { AnalysisInput } from '../analysis/input.ts';
import type { Material } from './material.ts';
import { gatherMaterial } from './material.ts';

/**
 * The sentence on what a pattern costs here that the data can back; null where it cannot. The kit words it as
 * `cost.<pattern>`, with leaner forms as `cost.<pattern>.2` and so on; the first whose figures are all known is taken.
 */
export function offeredCost(material: Material, pattern: string): string | null {
  const { words } = material;
  const figures = costFigures(material);
  for (let form = 1; words.has(costKey(pattern, form)); form += 1) {
    const key = costKey(pattern, form);
    const names = words.asks(key).filter((name) => name !== 'backlog' && name !== 'client');
    if (names.every((name) => (figures[name]?.value ?? 0) > 0)) {
      const values = Object.fromEntries(names.map((name) => [name, figures[name]?.text ?? '']));
      return words.say(key, values, figures[names[0] ?? '']?.value);
    }
  }
  return null;
}

/** The same for a caller that has no document at hand. */
export function suggestCost(input: AnalysisInput, pattern: string): string | null {
  return offeredCost(gatherMaterial(input), pattern);
}

function costKey(pattern: string, form: number): string {
  return form === 1 ? `cost.${pattern}` : `cost.${pattern}.${form}`;
}

type Figures = Readonly<Record<string, { readonly value: number; readonly text: string } | undefined>>;

/** Figures by the name under which the kit asks for them; one that is not known is left out, and 0 is no cost. */
function costFigures(material: Material): Figures {
  const { coverage, conflicts, inScope, constraint, words, decisions } = material;
  const { orphan } = coverage.classes;
  const older = new Set(coverage.carriedOver?.items);
  const conflict = conflicts.find((one) => one.decision === inScope?.id);
  const step = constraint.confirmed?.reading ?? constraint.candidate;
  const translated = new Set(decisions.map((row) => row.id));
  const written = (write: (value: number) => string) => (value: number | null | undefined) =>
    typeof value === 'number' ? { value, text: write(value) } : undefined;
  const count = written(words.number);
  const rate = written(words.rate);
  const spelled = written(words.count);
  return {
    // Of one item nothing can be a share.
    open: count(coverage.open > 1 ? coverage.open : null),
    orphans: count(orphan.count),
    olderOrphans: count(coverage.carriedOver === null ? null : orphan.items.filter((id) => older.has(id)).length),
    carried: count(coverage.carriedOver?.count),
    stale: count(coverage.stale?.count),
    monthsWithout: spelled(coverage.monthsWithout),
    unserved: spelled(coverage.unserved?.filter((row) => translated.has(row.id)).length),
    against: spelled(conflict?.totals.measured.against),
    functions: spelled(conflict?.rows.length),
    fragmented: spelled(coverage.parallel?.owners.filter((one) => one.fragmented).length),
    waiting: count(step?.waiting),
    waitingWeeks: rate(step?.waitingWeeks),
  };
}
