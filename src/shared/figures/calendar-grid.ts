/** The calendar's ground: months, Mondays, week numbers, closed weeks, rows with their letters and names. */
import type { CalendarData, CalendarFormat } from './calendar-data.ts';
import { calendarDays, calendarWeeks, daysBetween, weeksOf, weekStarts } from './calendar-time.ts';
import { type FigureOptions, fullWidth, typeSize } from './figure.ts';
import { wrapText } from './measure.ts';
import { asText, mix } from './palette.ts';
import type { Pen } from './pen.ts';
import type { CalendarWords } from './words.ts';

/** What the calendar is drawn with. */
export type CalendarOptions = FigureOptions<CalendarWords, CalendarFormat>;

/** Measures of the calendar in px; `left` is where the first week starts, `top` where the first row does. */
export const grid = { left: 172, top: 46, row: 34, week: (fullWidth - 172) / calendarWeeks, bar: 11 } as const;

/** Where a day starts; 0 is the first. Fractions are parts of a day. */
export function dayX(day: number): number {
  return grid.left + (day / 7) * grid.week;
}

/** Where a mark of this date stands: the middle of its day, or null outside the thirteen weeks. */
export function markX(data: CalendarData, date: string): number | null {
  const day = daysBetween(data.start, date);
  return day >= 0 && day < calendarDays ? dayX(day + 0.5) : null;
}

/** The middle of a row. */
export function rowY(row: number): number {
  return grid.top + row * grid.row + grid.row / 2;
}

/** Draws closed weeks, grid and head. */
export function drawGrid(data: CalendarData, pen: Pen, options: CalendarOptions): void {
  const { palette } = options;
  const foot = grid.top + data.initiatives.length * grid.row;
  for (const week of weeksOf(data.start, data.closedWeeks)) {
    const box = { x: dayX(week * 7), y: grid.top, width: grid.week, height: foot - grid.top };
    pen.rect({ ...box, fill: mix(palette.rule, palette.paper, 0.3) });
  }
  for (let week = 0; week < calendarWeeks; week += 1) {
    const x = dayX(week * 7);
    pen.line({ x1: x, y1: grid.top, x2: x, y2: foot, stroke: palette.rule, strokeWidth: 0.6 });
  }
  data.initiatives.forEach((_, row) => {
    const y = grid.top + (row + 1) * grid.row;
    pen.line({ x1: 0, y1: y, x2: fullWidth, y2: y, stroke: palette.rule, strokeWidth: 0.6 });
  });
  drawHead(data, pen, options);
}

/** Writes letter and name of each row, the name on two lines where it needs them. */
export function drawNames(data: CalendarData, pen: Pen, { palette }: CalendarOptions): void {
  const style = { size: letterSize, bold: true };
  const letters = data.initiatives.map(({ letter }) => pen.measure(letter, style));
  const x = Math.min(40, Math.max(15, 6 + Math.max(0, ...letters)));
  const names = data.initiatives.map(({ name }, row) => pen.name(name, row + 1));
  const fit = (size: number) => names.map((name) => wrapText(name, grid.left - x - 6, 2, pen.style({ size })));
  const large = fit(typeSize.label);
  const size = large.every(({ whole }) => whole) ? typeSize.label : typeSize.note;
  const fitted = size === typeSize.label ? large : fit(size);
  data.initiatives.forEach(({ letter, name, constraint }, row) => {
    const fill = asText(constraint ? palette.accent : palette.primary, palette);
    pen.label(0, rowY(row) + 4, letter, { ...style, fill, most: x - 4 });
    // The letter is the number of the row: a name that cannot be drawn needs no other.
    if (pen.warnings.some(({ code, subject }) => code === 'name-numbered' && subject === name)) return;
    const { lines, whole } = fitted[row] ?? { lines: [], whole: true };
    if (!whole) pen.warn('label-shortened', name);
    lines.forEach((line, at) => pen.label(x, rowY(row) + 4 + (at - (lines.length - 1) / 2) * 12.4, line, { size }));
  });
}

const letterSize = 13.33;

function drawHead(data: CalendarData, pen: Pen, { palette, format, words }: CalendarOptions): void {
  const fill = palette.grey;
  pen.label(grid.left - 8, 26, words.monday, { fill, anchor: 'end' });
  pen.label(grid.left - 8, 40, words.week, { bold: true, anchor: 'end' });
  const mondays = weekStarts(data.start);
  mondays.forEach((monday, week) => {
    const x = dayX(week * 7 + 3.5);
    pen.label(x, 26, format.number(Number(monday.slice(8)), 0), { fill, anchor: 'middle' });
    pen.label(x, 40, format.number(week + 1, 0), { bold: true, anchor: 'middle' });
  });
  const firsts = mondays.flatMap((monday, week) =>
    monday.slice(0, 7) === mondays[week - 1]?.slice(0, 7) ? [] : [{ monday, week }],
  );
  firsts.forEach(({ monday, week }, index) => {
    const x = dayX(week * 7);
    const room = dayX((firsts[index + 1]?.week ?? calendarWeeks) * 7) - x - 6;
    const isNewYear = monday.slice(0, 4) !== data.start.slice(0, 4);
    const texts = [format.month(monday, isNewYear), format.month(monday, false)];
    const text = texts.find((one) => pen.measure(one, { bold: true }) <= room);
    pen.line({ x1: x, y1: 1, x2: x, y2: grid.top, stroke: palette.grey, strokeWidth: 0.8 });
    pen.label(x + 3, 10, text ?? texts[1] ?? '', { bold: true, most: room });
  });
  pen.line({ x1: 0, y1: grid.top, x2: fullWidth, y2: grid.top, stroke: palette.primary, strokeWidth: 1 });
}
