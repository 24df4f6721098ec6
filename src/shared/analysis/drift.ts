/** How far execution has drifted from the map since the document was issued. */
import { latestOf } from '../lib/dates.ts';
import { compare6, sum } from '../lib/numbers.ts';
import type { ClientData, Stop } from '../model/index.ts';
import { classifyItems, isOpen } from './backlog-items.ts';
import type { AnalysisInput } from './input.ts';
import { byRowId } from './order.ts';
import { assessCriteria, type CriterionReading, reviewDay } from './review.ts';

/** Drift in words. */
export type DriftBand = 'on-course' | 'drifting' | 'disconnected';

/** What drift is made of. */
export type DriftPartName = 'criteria' | 'orphans' | 'stops';

/** One part of drift: `count` of `of`. */
export type DriftPart = {
  readonly part: DriftPartName;
  /** Weight from the method. */
  readonly weight: number;
  readonly count: number;
  readonly of: number;
  /** 0 to 1; null where there is nothing to count, and the part drops out. */
  readonly share: number | null;
  /** Points of drift that it brings after the others took over the weight of parts that dropped out; null when it dropped out. */
  readonly points: number | null;
  /** Rows that were counted. */
  readonly rows: readonly string[];
};

/** A stop whose date has passed. */
export type StopReading = {
  readonly stop: Stop;
  /** Null while nobody read its state and no open item speaks for it. */
  readonly runs: boolean | null;
  /** Open items that are linked to it. */
  readonly openItems: readonly string[];
};

/** Drift with everything that made it. */
export type Drift = {
  /** 0 to 100; null without criteria. */
  readonly value: number | null;
  readonly band: DriftBand | null;
  readonly parts: readonly DriftPart[];
  /** Parts that had nothing to count. */
  readonly dropped: readonly DriftPartName[];
  /** New items are still unjudged, and count as orphans meanwhile. */
  readonly provisional: boolean;
  readonly criteria: readonly CriterionReading[];
  readonly stops: readonly StopReading[];
  /** New items by what they serve, in ids. */
  readonly newItems: Readonly<Record<'traced' | 'lights-on' | 'contradicting' | 'orphan', readonly string[]>>;
  /** The day that it is read from. */
  readonly on: string;
  /** The last baseline: the review before this one, else the issue; null before the first issue. */
  readonly since: string | null;
};

/** The share that each part contributes. */
export type DriftShares = Readonly<Record<DriftPartName, { readonly count: number; readonly of: number }>>;

/** Weights of the parts, from the method. */
export const driftWeights: Readonly<Record<DriftPartName, number>> = { criteria: 0.5, orphans: 0.3, stops: 0.2 };

/** Reads drift from criteria, new items and stops. */
export function assessDrift(input: AnalysisInput): Drift {
  const on = reviewDay(input);
  const since = lastBaseline(input.data, on);
  const criteria = assessCriteria(input);
  const loose = criteria.filter((one) => looseStates.has(one.state));
  const fresh = newItems(input.data, since);
  const classes = classifyItems(input.data);
  const inClass = (name: keyof Drift['newItems']): string[] =>
    fresh.filter((item) => (classes.get(item.id) ?? 'orphan') === name).map((item) => item.id);
  const stops = readStops(input.data, on);
  const read = stops.filter((one) => one.runs !== null);
  const running = read.filter((one) => one.runs === true);
  const orphans = inClass('orphan');
  const drift = composeDrift({
    criteria: { count: loose.length, of: criteria.length },
    orphans: { count: orphans.length, of: fresh.length },
    stops: { count: running.length, of: read.length },
  });
  const rows: Record<DriftPartName, string[]> = {
    criteria: loose.map((one) => one.criterion.id),
    orphans,
    stops: running.map((one) => one.stop.id),
  };
  return {
    ...drift,
    parts: drift.parts.map((part) => ({ ...part, rows: rows[part.part] })),
    provisional: fresh.some((item) => !item.judged),
    criteria,
    stops,
    newItems: {
      traced: inClass('traced'),
      'lights-on': inClass('lights-on'),
      contradicting: inClass('contradicting'),
      orphan: orphans,
    },
    on,
    since,
  };
}

/** Drift of three shares. A part with nothing to count drops out and the rest are rescaled; without criteria there is no drift. */
export function composeDrift(shares: DriftShares): Pick<Drift, 'value' | 'band' | 'parts' | 'dropped'> {
  const counted = partNames.filter((part) => shares[part].of > 0);
  const weight = sum(counted.map((part) => driftWeights[part]));
  const parts = partNames.map((part): DriftPart => {
    const { count, of } = shares[part];
    const share = of > 0 ? count / of : null;
    const points = share === null ? null : (100 * driftWeights[part] * share) / weight;
    return { part, weight: driftWeights[part], count, of, share, points, rows: [] };
  });
  const value = shares.criteria.of > 0 ? Math.min(100, sum(parts.flatMap((part) => part.points ?? []))) : null;
  return {
    value,
    band: value === null ? null : driftBand(value),
    parts,
    dropped: partNames.filter((part) => shares[part].of === 0),
  };
}

/** The word for a drift, 0 to 100. */
export function driftBand(value: number): DriftBand {
  if (compare6(value, 20) < 0) return 'on-course';
  return compare6(value, 45) < 0 ? 'drifting' : 'disconnected';
}

const partNames: readonly DriftPartName[] = ['criteria', 'orphans', 'stops'];
const looseStates: ReadonlySet<CriterionReading['state']> = new Set(['behind', 'off', 'missed', 'no-reading']);

/** Reviews before the one that is looked from move the baseline on; the first baseline is the issue. */
function lastBaseline(data: ClientData, on: string): string | null {
  const current = latestOf(data.review.map((row) => row.on));
  const earlier = data.review.map((row) => row.on).filter((day) => day !== null && day !== current);
  const issues = data.issue.map((row) => row.issuedOn).filter((day) => day !== null && day <= on);
  return latestOf([...earlier, ...issues]);
}

/**
 * Items that the last import brought, where it is younger than the last baseline, or that the tracker created after it.
 * What an earlier import brought is part of the baseline.
 */
function newItems(data: ClientData, since: string | null): ClientData['backlogItem'][number][] {
  const isLater = (day: string | null): boolean => since !== null && day !== null && day > since;
  const exports = new Map(data.source.map((row) => [row.id, row.exportedOn]));
  const isOlder = (day: string | null): boolean => since !== null && day !== null && day <= since;
  return data.backlogItem
    .filter((item) => item.goneOn === null)
    .filter((item) => (item.newAtReview && !isOlder(exports.get(item.source) ?? null)) || isLater(item.createdOn))
    .toSorted(byRowId);
}

function readStops(data: ClientData, on: string): StopReading[] {
  const open = new Set(data.backlogItem.filter(isOpen).map((item) => item.id));
  return data.stop
    .filter((stop) => stop.from !== null && stop.from < on)
    .toSorted(byRowId)
    .map((stop) => {
      const linked = data.itemLink.filter((link) => link.stop === stop.id && open.has(link.item));
      const openItems = [...new Set(linked.map((link) => link.item))].toSorted();
      return { stop, runs: runsStill(stop, openItems.length), openItems };
    });
}

/** A person's reading goes before the list of work. */
function runsStill(stop: Stop, openItems: number): boolean | null {
  if (stop.state !== null) return stop.state === 'running';
  return openItems > 0 ? true : null;
}
