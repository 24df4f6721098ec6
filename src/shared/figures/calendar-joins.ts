/** Joins of the calendar: a line between two rings, and its words where they cover nothing. */
import type { CalendarData, CalendarJoin } from './calendar-data.ts';
import { type CalendarOptions, grid, markX, rowY } from './calendar-grid.ts';
import { fullWidth } from './figure.ts';
import { shortenText } from './measure.ts';
import type { Pen } from './pen.ts';

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
type Placed = CalendarJoin & { readonly x: number; readonly upper: number; readonly lower: number };

/** Draws lines, then words on paper, then rings; words that would cover a line or other words are skipped. */
export function drawJoins(data: CalendarData, pen: Pen, { palette }: CalendarOptions): void {
  const joins = placeJoins(data);
  for (const { x, upper, lower } of joins) {
    pen.line({ x1: x, y1: rowY(upper), x2: x, y2: rowY(lower), stroke: palette.ink, strokeWidth: 1.4 });
  }
  const taken: Box[] = joins.map(({ x, upper, lower }) => ({
    left: x - 3,
    right: x + 3,
    top: rowY(upper),
    bottom: rowY(lower),
  }));
  joins.forEach((join, index) => {
    if (join.label.trim() === '') return;
    const whole = pen.clean(join.label);
    const text = shortenText(whole, widest, pen.style());
    const others = taken.filter((_, at) => at !== index);
    const box = text === '' ? undefined : findPlace(join, pen.measure(text), others);
    if (box === undefined) {
      pen.warn('label-skipped', join.label);
      return;
    }
    if (text !== whole) pen.warn('label-shortened', join.label);
    taken.push(box);
    const { left, right, top, bottom } = box;
    pen.rect({ x: left, y: top, width: right - left, height: bottom - top, fill: palette.paper });
    pen.label(left + padding, top + 8.8, text);
  });
  const ring = { r: 3.6, fill: palette.paper, stroke: palette.ink, strokeWidth: 1.4 };
  for (const { x, rowA, rowB } of joins) {
    for (const row of new Set([rowA, rowB])) pen.circle({ cx: x, cy: rowY(row), ...ring });
  }
}

const widest = 200;
const padding = 3.4;
const labelHeight = 11.4;

/** The joins inside the picture, between rows that exist. */
function placeJoins(data: CalendarData): Placed[] {
  return data.joins.flatMap((join) => {
    const x = markX(data, join.date);
    const upper = Math.min(join.rowA, join.rowB);
    const lower = Math.max(join.rowA, join.rowB);
    return x === null || upper < 0 || lower >= data.initiatives.length ? [] : [{ ...join, x, upper, lower }];
  });
}

/** Between two bars, right of the line or else left of it, from the upper row down. */
function findPlace({ x, upper, lower }: Placed, width: number, taken: readonly Box[]): Box | undefined {
  const full = width + 2 * padding;
  const gaps = Array.from({ length: Math.max(lower - upper, 1) }, (_, index) => upper + index + 1);
  const places = gaps.flatMap((gap) => {
    const top = grid.top + gap * grid.row - labelHeight / 2;
    const rows = { top, bottom: top + labelHeight };
    return [
      { left: x + 2.4, right: x + 2.4 + full, ...rows },
      { left: x - 2.4 - full, right: x - 2.4, ...rows },
    ];
  });
  return places.find(
    (place) => place.left >= grid.left && place.right <= fullWidth && !taken.some((other) => isTouching(place, other)),
  );
}

function isTouching(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
