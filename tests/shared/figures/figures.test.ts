import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { toSvgText } from '../../../src/shared/figures/svg.ts';
import { collisions, draw, labels, strays, warned } from './reading.ts';
import { calendar, chain, chainStep, heat, severity } from './sample.ts';

const names = [
  'A name of sixty characters that somebody typed without mercy',
  'Kundenzufriedenheitsmanagementverantwortliche',
  '納品データの取り込み',
  'محادثة مع العملاء',
  '🚀 Launch 🧑‍🚀',
  'Ελληνικά και Кириллица',
  'Ampersand & <angle> "quote" \u0007\ud800 end',
  '',
];

/** Every figure with these words in every place where a user's words can stand. */
function drawAll(pick: (index: number) => string) {
  return {
    severity: draw.severity({ rows: severity.rows.map((row, i) => ({ ...row, name: pick(i), contested: true })) }),
    heat: draw.heat({ rows: heat.rows.map((row, i) => ({ ...row, name: pick(i) })), columns: [0, 1, 2].map(pick) }),
    chain: draw.chain({ steps: chain.steps.map((step, i) => ({ ...step, name: pick(i) })) }),
    calendar: draw.calendar({
      initiatives: calendar.initiatives.map((row, i) => ({ ...row, name: pick(i) })),
      joins: calendar.joins.map((join, i) => ({ ...join, label: pick(i) })),
      reviews: calendar.reviews.map((review, i) => ({ ...review, label: pick(i) })),
    }),
  };
}

const target = [
  { name: 'severity', again: () => draw.severity() },
  { name: 'heat', again: () => draw.heat() },
  { name: 'chain', again: () => draw.chain() },
  { name: 'calendar', again: () => draw.calendar() },
];

describe.each(target)('the target data: $name', ({ again }) => {
  const figure = again();

  test('is drawn whole, without a warning, a stray or a collision', () => {
    expect(warned(figure)).toEqual([]);
    expect(strays(figure)).toEqual([]);
    expect(collisions(figure)).toEqual([]);
  });

  test('has no type under 8 pt', () => {
    expect(Math.min(...labels(figure).map(({ fontSize }) => fontSize))).toBeCloseTo((8 * 96) / 72);
  });

  test('uses only shapes and attributes that office programs draw alike', () => {
    const svg = toSvgText(figure);
    expect(svg.match(/<\w+/gu)?.filter((tag) => !/^<(svg|rect|line|circle|path|text)$/u.test(tag))).toEqual([]);
    expect(svg).not.toMatch(/ (class|style|transform|dominant-baseline)=|NaN|undefined/u);
    expect(svg.match(/\d\.\d{3,}/gu)).toBeNull();
  });

  test('gives the same bytes again', () => {
    expect(toSvgText(again())).toBe(toSvgText(figure));
  });
});

describe("anybody's words", () => {
  test.each(names)('%j stay inside every picture', (name) => {
    for (const figure of Object.values(drawAll(() => name))) {
      expect(strays(figure)).toEqual([]);
      expect(collisions(figure)).toEqual([]);
    }
  });

  test('of any kind stay inside every picture and make well-formed XML', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { minLength: 6, maxLength: 6 }), (given) => {
        for (const figure of Object.values(drawAll((index) => given[index % given.length] ?? ''))) {
          expect(strays(figure)).toEqual([]);
          expect(() => new SaxesParser().write(toSvgText(figure)).close()).not.toThrow();
        }
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  test('in a script that the font lacks give way to the number of the row; the alternative text keeps them', () => {
    const figures = drawAll((index) => (index === 1 ? '納品データ' : `Name ${index}`));
    for (const figure of [figures.severity, figures.heat, figures.chain]) {
      expect(labels(figure).some(({ text }) => text === '2')).toBe(true);
    }
    for (const figure of Object.values(figures)) {
      expect(figure.alt).toContain('納品データ');
      expect(warned(figure)).toContain('name-numbered: 納品データ');
      expect(labels(figure).some(({ text }) => text.includes('納'))).toBe(false);
    }
  });

  test('lose only the symbols that the font lacks', () => {
    const chained = draw.chain({
      steps: [chainStep('🚀 Launch', 2, 4, 0), chainStep('Run', 2, 4, 0)],
      constraint: null,
    });
    expect(labels(chained).map(({ text }) => text)).toContain('Launch');
    expect(warned(chained)).toEqual([]);
  });
});
