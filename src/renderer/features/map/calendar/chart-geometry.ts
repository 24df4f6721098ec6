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
  /** Height of the words above the weeks. */
  readonly head: number;
  readonly weekAt: (week: number) => number;
  readonly dayAt: (day: number) => number;
  readonly rowAt: (row: number) => number;
  /** The middle of the line of stops. */
  readonly stopsAt: number;
};

/** The least width at which thirteen weeks can be read; a narrower window scrolls. */
const leastWidth = 860;

/** The chart for so many lines. */
export function chartGeometry(available: number, lines: number): ChartGeometry {
  const width = Math.max(leastWidth, available);
  const left = Math.round(Math.min(316, width * 0.262));
  const right = 54;
  const weekWidth = (width - left - right) / planWeeks;
  const [head, rowHeight] = [56, 47];
  const rowAt = (row: number): number => head + row * rowHeight;
  return {
    width,
    height: rowAt(lines) + 62,
    left,
    right,
    weekWidth,
    rowHeight,
    head,
    weekAt: (week) => left + week * weekWidth,
    dayAt: (day) => left + (day / 7) * weekWidth,
    rowAt,
    stopsAt: rowAt(lines) + 20,
  };
}
