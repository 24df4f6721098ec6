/** What a second reader rated beside what the first one did, and how a difference is settled. */
import { type Change, insertRow, updateRow } from '../../../shared/model/change.ts';
import type { Kit } from '../../../shared/method/kit.ts';
import type { AxisRating, Rating } from '../../../shared/model/index.ts';

/** A rating of an indicator or of an axis. */
export type AnyRating = Rating | AxisRating;

/** Something that can be rated, with the ratings of both readers and the one that counts. */
export type Compared = {
  readonly entity: 'rating' | 'axisRating';
  /** Id of the kit. */
  readonly id: string;
  readonly says: string;
  /** The pattern that it belongs to. */
  readonly of: string;
  readonly first: AnyRating | null;
  readonly second: AnyRating | null;
  readonly counts: AnyRating | null;
  /** How the difference was settled; null while it was not. */
  readonly settled: AnyRating | null;
  /** Steps between both; null unless both rated it. */
  readonly difference: number | null;
  readonly rows: readonly AnyRating[];
};

/** Rows of both kinds. */
export type RatingRows = { readonly rating: readonly Rating[]; readonly axisRating: readonly AxisRating[] };

/** Names of those who rated as second reader, in the order in which they began. */
export function secondReaders({ rating, axisRating }: RatingRows): readonly string[] {
  const rows: readonly AnyRating[] = [...rating, ...axisRating];
  return [...new Set(rows.filter(({ second, value }) => second && value !== null).map(({ rater }) => rater))];
}

/** Everything that one of the two rated: open differences of two and more first, then by difference, then as in the kit. */
export function compareReaders(rows: RatingRows, reader: string, kit: Kit): readonly Compared[] {
  const indicators = [...kit.indicators.values()].map(({ id, text, pattern }) =>
    compare(
      'rating',
      id,
      text,
      pattern.name,
      rows.rating.filter((row) => row.indicator === id),
      reader,
    ),
  );
  const axes = kit.content.axes.map(({ id, name }) =>
    compare(
      'axisRating',
      id,
      name,
      'The strategy itself',
      rows.axisRating.filter((row) => row.axis === id),
      reader,
    ),
  );
  return [...indicators, ...axes]
    .filter(({ first, second }) => first !== null || second !== null)
    .toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || (b.difference ?? -1) - (a.difference ?? -1));
}

/** Whether a difference waits to be talked about. */
export function isOpen({ difference, settled }: Compared): boolean {
  return difference !== null && difference >= 2 && settled === null;
}

/** Who settles, and when. */
export type Settling = {
  readonly engagement: string;
  readonly today: string;
  readonly newId: () => string;
};

/** Lets one of the ratings count. */
export function settleBy(compared: Compared, chosen: AnyRating, { today }: Settling): readonly Change[] {
  return compared.rows.flatMap((row): Change[] => {
    if (row.id === chosen.id) return [updateRow(compared.entity, row.id, { lead: true, settledOn: today })];
    return row.lead ? [updateRow(compared.entity, row.id, { lead: false })] : [];
  });
}

/** Lets a new rating count that both agreed on; what each rated alone stays as it was. */
export function settleAt(compared: Compared, value: number, settling: Settling): readonly Change[] {
  const { entity, id, first, second, counts, rows } = compared;
  const agreed = rows.find((row) => row.id !== first?.id && !row.second && row.settledOn !== null);
  const others = rows
    .filter((row) => row.lead && row.id !== agreed?.id)
    .map((row) => updateRow(entity, row.id, { lead: false }));
  const { engagement, today, newId } = settling;
  if (agreed !== undefined) return [...others, updateRow(entity, agreed.id, { value, lead: true, settledOn: today })];
  const fields = {
    engagement,
    value,
    rater: [first?.rater, second?.rater].filter(Boolean).join(' and ').slice(0, 500),
    rationale: counts?.rationale ?? '',
    lead: true,
    settledOn: today,
  };
  return [
    ...others,
    entity === 'rating'
      ? insertRow('rating', newId(), { ...fields, indicator: id })
      : insertRow('axisRating', newId(), { ...fields, axis: id }),
  ];
}

function compare(
  entity: Compared['entity'],
  id: string,
  says: string,
  of: string,
  rows: readonly AnyRating[],
  reader: string,
): Compared {
  const rated = rows.filter(({ value }) => value !== null);
  const second = rated.findLast((row) => row.second && row.rater === reader) ?? null;
  // What the first reader rated alone is the oldest; what was agreed on later is younger.
  const first = rated.find((row) => !row.second) ?? null;
  const counts = rows.findLast(({ lead }) => lead) ?? null;
  return {
    entity,
    id,
    says,
    of,
    first,
    second,
    counts,
    settled: rows.findLast(({ lead, settledOn }) => lead && settledOn !== null) ?? null,
    difference: first === null || second === null ? null : Math.abs((first.value ?? 0) - (second.value ?? 0)),
    rows,
  };
}
