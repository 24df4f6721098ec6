import { expect, test } from 'vitest';
import { type CoverageData, drawCoverage } from '../../../src/shared/figures/coverage-figure.ts';
import type { CoverageWords } from '../../../src/shared/figures/words.ts';
import { texts } from './reading.ts';
import { format, palette } from './sample.ts';

const words: CoverageWords = {
  open: { one: '{count} open item', other: '{count} open items' },
  classes: {
    traced: 'Traced to a priority or decision',
    'lights-on': 'Keep the lights on',
    contradicting: 'Contradicting a stop',
    orphan: 'Orphan',
  },
  byDecision: 'Work on each decision: items, share',
  noData: 'no data',
  alt: '{name}: {count}, {share}.',
};

const data: CoverageData = {
  open: 214,
  classes: [
    { class: 'traced', count: 78, share: 36 },
    { class: 'lights-on', count: 41, share: 19 },
    { class: 'contradicting', count: 12, share: 6 },
    { class: 'orphan', count: 83, share: 39 },
  ],
  decisions: [
    { label: 'D1', name: 'Sell downtime avoided', count: 31.5, share: 14 },
    { label: 'D2', name: 'Stop perpetual licences', count: 0, share: 0 },
  ],
  note: 'Each item counts once. Export of 4 September 2026.',
};

const draw = (changes: Partial<CoverageData> = {}) => drawCoverage({ ...data, ...changes }, { palette, format, words });

test('every class and decision stands with its count and share, and all of it is said in the alternative text', () => {
  const figure = draw();
  const shown = texts(figure);
  for (const word of ['214 open items', 'Orphan', '83', 'D1', 'Sell downtime avoided', '31.5', data.note])
    expect(shown).toContain(word);
  expect(figure.alt).toContain('Orphan: 83, 39');
  expect(figure.alt).toContain('D2 Stop perpetual licences: 0, 0');
  expect(figure.warnings).toEqual([]);
});

test('the bar is divided as the shares are, a class without work takes no part of it', () => {
  const areas = (figure: ReturnType<typeof draw>) =>
    figure.nodes.flatMap((node) => (node.tag === 'rect' && node.height === 18 ? [node.width] : []));
  const whole = areas(draw());
  expect(whole).toHaveLength(4);
  const [traced = 0, , , orphan = 0] = whole;
  expect(traced / orphan).toBeCloseTo(36 / 39, 2);
  const none = data.classes.map((one) => ({ ...one, count: 0, share: one.class === 'traced' ? 100 : 0 }));
  expect(areas(draw({ classes: none }))).toEqual([627.4]);
});

test('without open work there is no share, which is a word and not 0', () => {
  const empty = data.classes.map((one) => ({ ...one, count: 0, share: null }));
  const figure = draw({ open: 0, classes: empty, decisions: [] });
  expect(texts(figure).filter((text) => text === 'no data')).toHaveLength(4);
});
