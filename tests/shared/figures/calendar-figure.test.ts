import { describe, expect, test } from 'vitest';
import type { RectNode, SvgTree } from '../../../src/shared/figures/svg.ts';
import { collisions, draw, extent, labelOf, labels, painted, texts, warned } from './reading.ts';
import { calendar, palette } from './sample.ts';

const weekWidth = (627.4 - 172) / 13;
const row = { letter: 'A', name: 'Offer', from: '2026-11-30', to: '2027-02-28', constraint: false };
/** The bars, told from other areas by their rounded ends. */
function bars(figure: SvgTree): RectNode[] {
  return figure.nodes.filter((node) => node.tag === 'rect').filter(({ rx }) => rx !== undefined);
}

const milestone = { row: 0, kind: 'promise', label: 'offers signed' } as const;

test('months, Mondays and weeks stand above, with the year from where it changes', () => {
  const figure = draw.calendar();
  expect(texts(figure)).toEqual(expect.arrayContaining(['Nov', 'Dec', 'Jan 2027', 'Feb 2027', 'Monday', 'week']));
  const mondays = labels(figure).filter(({ y }) => y === 26);
  expect(mondays.map(({ text }) => text).slice(1)).toEqual([
    '30',
    '7',
    '14',
    '21',
    '28',
    '4',
    '11',
    '18',
    '25',
    '1',
    '8',
    '15',
    '22',
  ]);
  expect(labels(figure).filter(({ y, text }) => y === 40 && text === '13')).toHaveLength(1);
});

test('a bar runs from its first to its last day', () => {
  const initiatives = [{ ...row, from: '2026-12-07', to: '2026-12-20' }];
  const [bar] = bars(draw.calendar({ initiatives, milestones: [], joins: [] }));
  expect(bar?.x).toBeCloseTo(172 + weekWidth + 1);
  expect(bar?.width).toBeCloseTo(2 * weekWidth - 2);
});

test('the row of the constraint alone carries the accent: its letter and its milestones', () => {
  const accented = painted(draw.calendar(), palette.accent).map((node) => (node.tag === 'text' ? node.text : node.tag));
  expect(accented).toEqual(['C', 'path', 'path']);
});

test('a join is a line between two rings with its words beside it', () => {
  const figure = draw.calendar({ joins: calendar.joins.slice(0, 1), milestones: [], closedWeeks: [], reviews: [] });
  const rings = figure.nodes.filter((node) => node.tag === 'circle' && node.cx > 172);
  expect(rings).toHaveLength(2);
  const [upper, lower] = rings.map((node) => (node.tag === 'circle' ? node.cy : 0));
  expect(figure.nodes).toContainEqual(expect.objectContaining({ tag: 'line', y1: upper, y2: lower, strokeWidth: 1.4 }));
  const words = labelOf(figure, 'baseline in the offer');
  expect(words.y).toBeGreaterThan(upper ?? 0);
  expect(words.y).toBeLessThan(lower ?? 0);
});

test('the legend names what the picture holds and nothing else', () => {
  expect(texts(draw.calendar())).toEqual(expect.arrayContaining(['milestone', 'join', 'closed']));
  const bare = texts(draw.calendar({ milestones: [], joins: [], closedWeeks: [] }));
  expect(bare.filter((text) => ['milestone', 'join', 'closed'].includes(text))).toEqual([]);
  const milestones = [{ row: 0, date: '2028-05-05', kind: 'promise', label: 'Too late' }] as const;
  const joins = [{ rowA: 0, rowB: 1, date: '2025-05-05', label: 'Too early' }];
  const outside = texts(draw.calendar({ milestones, joins }));
  expect(outside.filter((text) => ['milestone', 'join'].includes(text))).toEqual([]);
});

test('a review is a dashed line with its words below, the last inside the margin', () => {
  const figure = draw.calendar();
  const lines = figure.nodes.filter((node) => node.tag === 'line' && node.strokeDasharray !== undefined);
  expect(lines).toHaveLength(2);
  expect(extent(labelOf(figure, 'Review 2')).right).toBeCloseTo(627.4, 1);
});

test('the alternative text says each row, milestone, join, closed week and review with its date', () => {
  const { alt } = draw.calendar();
  expect(alt).toContain('C, Data template and three imports: 30 Nov 2026 to 28 Feb 2027. It serves the constraint.');
  expect(alt).toContain('A, promise: four offers signed, 7 Jan 2027.');
  expect(alt).toContain('C and D join: imports taught, 14 Jan 2027.');
  expect(alt).toContain('Closed in the week of 21 Dec 2026.');
  expect(alt).toContain('Review 2: 28 Feb 2027.');
});

describe('warnings', () => {
  const planned = (date: string) =>
    warned(draw.calendar({ initiatives: [row], milestones: [{ ...milestone, date }], joins: [] }));

  test('a milestone in a closed week, on its first day and on its last', () => {
    expect(planned('2026-12-21')).toEqual(['milestone-closed: offers signed']);
    expect(planned('2027-01-03')).toEqual(['milestone-closed: offers signed']);
    expect(planned('2027-01-04')).toEqual([]);
  });

  test('a milestone before or after its bar, and one outside the thirteen weeks, which is not drawn', () => {
    const initiatives = [{ ...row, from: '2026-12-07', to: '2027-01-31' }];
    const late = draw.calendar({ initiatives, milestones: [{ ...milestone, date: '2027-02-01' }], joins: [] });
    expect(warned(late)).toEqual(['milestone-off-bar: offers signed']);
    expect(planned('2027-03-01')).toEqual(['milestone-outside: offers signed']);
  });

  test('a bar that reaches beyond the thirteen weeks is cut there', () => {
    const initiatives = [{ ...row, from: '2026-10-01', to: '2027-12-31' }];
    const figure = draw.calendar({ initiatives, milestones: [], joins: [] });
    expect(warned(figure)).toEqual(['bar-clipped: Offer']);
    expect(bars(figure)).toMatchObject([{ x: 173, width: 453.4 }]);
  });

  test('a row without dates, or with dates elsewhere or in the wrong order, has no bar', () => {
    const initiatives = [
      { ...row, name: 'Undated', from: null },
      { ...row, name: 'Past', from: '2026-01-01', to: '2026-11-29' },
      { ...row, name: 'Reversed', from: '2027-02-01', to: '2027-01-01' },
    ];
    const figure = draw.calendar({ initiatives, milestones: [], joins: [] });
    expect(warned(figure)).toEqual(['bar-undated: Undated', 'bar-outside: Past', 'bar-outside: Reversed']);
    expect(bars(figure)).toEqual([]);
  });

  test('words of a join that would cover another are skipped, and the join is still drawn', () => {
    const join = { rowA: 0, rowB: 1, label: 'a fairly long hand-over' };
    const joins = [
      { ...join, date: '2026-12-03' },
      { ...join, date: '2026-12-08', label: 'no room for this one' },
      { ...join, date: '2026-12-12', label: 'third' },
    ];
    const figure = draw.calendar({ joins, milestones: [], reviews: [] });
    expect(warned(figure)).toEqual(['label-skipped: a fairly long hand-over', 'label-skipped: no room for this one']);
    expect(collisions(figure)).toEqual([]);
    expect(figure.nodes.filter((node) => node.tag === 'circle' && node.cx > 172)).toHaveLength(6);
  });

  test('reviews too close together keep both lines and one label', () => {
    const reviews = [
      { date: '2027-01-12', label: 'Review 1' },
      { date: '2027-01-14', label: 'Review 2' },
    ];
    const figure = draw.calendar({ reviews });
    expect(warned(figure)).toEqual(['label-skipped: Review 2']);
    expect(figure.nodes.filter((node) => node.tag === 'line' && node.strokeDasharray !== undefined)).toHaveLength(2);
  });
});
