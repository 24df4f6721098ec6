/** Figure 4: initiatives on thirteen weeks with their milestones, joins, closed weeks and reviews. */
import { assessCalendar, type CalendarData } from './calendar-data.ts';
import { type CalendarOptions, dayX, drawGrid, drawNames, grid, markX, rowY } from './calendar-grid.ts';
import { drawJoins } from './calendar-joins.ts';
import { addDays, calendarDays, daysBetween, weeksOf } from './calendar-time.ts';
import { type Figure, fullWidth } from './figure.ts';
import { mix } from './palette.ts';
import { createPen, type Pen } from './pen.ts';
import { fillWords } from './words.ts';

/** Draws the calendar, 166 mm wide, 34 px for each initiative. */
export function drawCalendar(data: CalendarData, options: CalendarOptions): Figure {
  const pen = createPen(fullWidth, options);
  for (const { code, subject } of assessCalendar(data)) pen.warn(code, subject);
  const height = grid.top + data.initiatives.length * grid.row + footHeight;
  drawGrid(data, pen, options);
  drawNames(data, pen, options);
  drawBars(data, pen, options);
  const legend = drawLegend(data, height, pen, options);
  drawReviews(data, height, legend, pen, options);
  drawJoins(data, pen, options);
  drawMilestones(data, pen, options);
  const { nodes, warnings } = pen;
  return { width: fullWidth, height, nodes, alt: describe(data, options), warnings };
}

const footHeight = 20;

function drawBars(data: CalendarData, pen: Pen, { palette }: CalendarOptions): void {
  data.initiatives.forEach(({ from, to, constraint }, row) => {
    if (from === null || to === null) return;
    const first = Math.max(daysBetween(data.start, from), 0);
    const end = Math.min(daysBetween(data.start, to) + 1, calendarDays);
    if (!(end > first)) return;
    const fill = constraint ? mix(palette.accent, palette.paper, 0.78) : mix(palette.primary, palette.paper, 0.62);
    const x = dayX(first) + 1;
    const width = Math.max(dayX(end) - 1 - x, 2);
    pen.rect({ x, y: rowY(row) - grid.bar / 2, width, height: grid.bar, rx: 1.5, fill });
  });
}

function drawReviews(data: CalendarData, height: number, legend: number, pen: Pen, { palette }: CalendarOptions): void {
  let free = legend;
  const reviews = data.reviews.toSorted((a, b) => daysBetween(b.date, a.date));
  for (const { date, label } of reviews) {
    const day = markX(data, date);
    if (day === null) continue;
    const x = Math.min(day, fullWidth - 1.2);
    const line = { x1: x, y1: grid.top - 1, x2: x, y2: height - 15 };
    pen.line({ ...line, stroke: palette.ink, strokeWidth: 1.2, strokeDasharray: '3 2' });
    const words = pen.clean(label);
    const width = pen.measure(words, { bold: true });
    const left = Math.max(Math.min(x - width / 2, fullWidth - width), free);
    // Words may move aside for those before them as long as they still stand under their line.
    if (words === '' || left > x - 3 || left + width > fullWidth + 0.01) {
      pen.warn('label-skipped', label);
      continue;
    }
    pen.label(left, height - 3.6, words, { bold: true });
    free = left + width + 6;
  }
}

function drawMilestones(data: CalendarData, pen: Pen, { palette }: CalendarOptions): void {
  for (const { row, date } of data.milestones) {
    const x = markX(data, date);
    const initiative = data.initiatives[row];
    if (x === null || !initiative) continue;
    drawDiamond(x, rowY(row), 5.6, initiative.constraint ? palette.accent : palette.primary, palette.paper, pen);
  }
}

function drawDiamond(x: number, y: number, r: number, fill: string, edge: string, pen: Pen): void {
  const points = [
    [x, y - r],
    [x + r, y],
    [x, y + r],
    [x - r, y],
  ] as const;
  pen.polygon(points, { fill, stroke: edge, strokeWidth: 1.4 });
}

/** Names what the picture holds and nothing else; gives the x at which it ends. */
function drawLegend(data: CalendarData, height: number, pen: Pen, { palette, words }: CalendarOptions): number {
  const y = height - 8;
  const fill = palette.grey;
  let x = 0;
  const write = (text: string, after: number) => {
    pen.label(x + after, height - 3.6, text, { fill });
    x += after + pen.measure(text) + 20;
  };
  if (data.milestones.some(({ date }) => markX(data, date) !== null)) {
    drawDiamond(x + 5, y, 5, palette.primary, palette.paper, pen);
    write(words.milestone, 14);
  }
  if (data.joins.some(({ date }) => markX(data, date) !== null)) {
    pen.circle({ cx: x + 4, cy: y, r: 3.6, fill: palette.paper, stroke: palette.ink, strokeWidth: 1.4 });
    write(words.join, 12);
  }
  if (weeksOf(data.start, data.closedWeeks).length > 0) {
    pen.rect({ x, y: y - 4.6, width: 12, height: 9, fill: mix(palette.rule, palette.paper, 0.5) });
    write(words.closed, 16.6);
  }
  return x === 0 ? 0 : x - 12;
}

function describe(data: CalendarData, { words, format }: CalendarOptions): string {
  const { alt } = words;
  const nameOf = (row: number) => data.initiatives[row]?.letter ?? '';
  const bars = data.initiatives.map(({ letter, name, from, to, constraint }) => {
    if (from === null || to === null) return fillWords(alt.noBar, { letter, name });
    const bar = fillWords(alt.bar, { letter, name, from: format.date(from), to: format.date(to) });
    return constraint ? `${bar} ${alt.constraint}` : bar;
  });
  const milestones = data.milestones.map(({ row, date, kind, label }) =>
    fillWords(alt.milestone, { letter: nameOf(row), kind: words.kinds[kind], label, date: format.date(date) }),
  );
  const joins = data.joins.map(({ rowA, rowB, date, label }) =>
    fillWords(alt.join, { first: nameOf(rowA), second: nameOf(rowB), label, date: format.date(date) }),
  );
  const closed = weeksOf(data.start, data.closedWeeks).map((week) =>
    fillWords(alt.closed, { date: format.date(addDays(data.start, week * 7)) }),
  );
  const reviews = data.reviews.map(({ date, label }) => fillWords(alt.review, { label, date: format.date(date) }));
  const intro = fillWords(alt.intro, { date: format.date(data.start) });
  return [intro, ...bars, ...milestones, ...joins, ...closed, ...reviews].join(' ');
}
