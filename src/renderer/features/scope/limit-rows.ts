/** How limits lie in their table: a line holds at most one fixed and one free limit of a kind. */
import type { LimitReading } from '../../../shared/analysis/limits.ts';

/** The columns. A limit that nobody decided yet stands with the fixed ones: plans must respect it until it is free. */
export type LimitColumn = 'fixed' | 'free';

/** A line of the table. */
export type LimitRow = {
  readonly id: string;
  /** Id of the kit; null for limits without a kind. */
  readonly kind: string | null;
  /** The line that names the kind. */
  readonly first: boolean;
  readonly fixed: LimitReading | null;
  readonly free: LimitReading | null;
};

/** A cell of the table. */
export type LimitPlace = { readonly row: string; readonly column: LimitColumn };

/** The lines, kind by kind. Every kind has one line at least; `more` asks for an empty cell in a column of a kind. */
export function layLimits(
  limits: readonly LimitReading[],
  kinds: readonly string[],
  more: { readonly kind: string | null; readonly column: LimitColumn } | null = null,
): readonly LimitRow[] {
  const used = new Set(limits.map(({ limit }) => limit.kind));
  const unknown = [...used].filter((kind) => kind !== null && !kinds.includes(kind));
  const all = [...kinds, ...unknown, ...(used.has(null) || more?.kind === null ? [null] : [])];
  return all.flatMap((kind) => {
    const of = (column: LimitColumn): readonly LimitReading[] =>
      limits.filter(({ limit }) => limit.kind === kind && columnOf(limit.hold) === column);
    const [fixed, free] = [of('fixed'), of('free')];
    const extra = (column: LimitColumn): number => (more?.kind === kind && more.column === column ? 1 : 0);
    const lines = Math.max(1, fixed.length + extra('fixed'), free.length + extra('free'));
    return Array.from({ length: lines }, (_, at) => ({
      id: `${kind ?? ''}:${at}`,
      kind,
      first: at === 0,
      fixed: fixed[at] ?? null,
      free: free[at] ?? null,
    }));
  });
}

/** The cell of a limit; null when it is not there. */
export function placeOfLimit(rows: readonly LimitRow[], limit: string): LimitPlace | null {
  for (const row of rows) {
    if (row.fixed?.limit.id === limit) return { row: row.id, column: 'fixed' };
    if (row.free?.limit.id === limit) return { row: row.id, column: 'free' };
  }
  return null;
}

/** The column in which a limit stands. */
export function columnOf(hold: 'fixed' | 'free' | null): LimitColumn {
  return hold === 'free' ? 'free' : 'fixed';
}
