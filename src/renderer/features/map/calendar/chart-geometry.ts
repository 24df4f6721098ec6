/** Where weeks and lines of the calendar stand at a given width, pixels. */
import { planWeeks } from '../../../../shared/analysis/map/calendar.ts';

/** Places in the chart. */
export type ChartGeometry = {
  readonly width: number;
  readonly height: number;
  /** Where the first week begins, and the margin at the right. */
  readonly left: number;
  readonly right: number;
  readonly weekWidth: number;
  readonly rowHeight: number;
  /** Where the words of the weeks begin, from the top. */
  readonly weeksAt: number;
  readonly weekAt: (week: number) => number;
  readonly dayAt: (day: number) => number;
  readonly rowAt: (row: number) => number;
  /** The middle of a line of stops. */
  readonly laneAt: (lane: number) => number;
};

/** The least width at which thirteen weeks can be read; a narrower window scrolls. */
const leastWidth = 860;
/** Height of one line of stops. */
const laneHeight = 20;
/** What a letter of a stop takes, about. */
const letterWidth = 6.3;

/** The line for each stop, so that no two of them write over each other: the first that has room. */
export function lanesFor(
  stops: readonly { readonly day: number; readonly letters: number }[],
  weekWidth: number,
): readonly number[] {
  const ends: number[] = [];
  return stops.map(({ day, letters }) => {
    const from = (day / 7) * weekWidth;
    const free = ends.findIndex((end) => end + 10 <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = from + 14 + letters * letterWidth;
    return lane;
  });
}

/** The chart for so many lines; `stopLanes` is how many stops stand one below the other, `reviews` takes a line above the weeks. */
export function chartGeometry(
  available: number,
  { lines, stopLanes, reviews }: { readonly lines: number; readonly stopLanes: number; readonly reviews: boolean },
): ChartGeometry {
  const width = Math.max(leastWidth, available);
  const left = Math.round(Math.min(316, width * 0.262));
  const right = 54;
  const weekWidth = (width - left - right) / planWeeks;
  const weeksAt = reviews ? 28 : 10;
  const [head, rowHeight] = [weeksAt + 46, 47];
  const rowAt = (row: number): number => head + row * rowHeight;
  return {
    width,
    height: rowAt(lines) + 22 + Math.max(1, stopLanes) * laneHeight,
    left,
    right,
    weekWidth,
    rowHeight,
    weeksAt,
    weekAt: (week) => left + week * weekWidth,
    dayAt: (day) => left + (day / 7) * weekWidth,
    rowAt,
    laneAt: (lane) => rowAt(lines) + 20 + lane * laneHeight,
  };
}
