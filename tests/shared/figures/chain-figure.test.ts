import { describe, expect, test } from 'vitest';
import { collisions, draw, labelOf, labels, painted, strays, texts, warned } from './reading.ts';
import { chain, chainStep, palette } from './sample.ts';

const names = [
  'Qualify',
  'Scope the outcome',
  'Contract',
  'Onboard data',
  'Prove value',
  'Run the service',
  'Bill',
  'Renew',
  'Expand account',
  'Support',
  'Measure',
  'Hand over to operations',
];

const stepsOf = (count: number) => names.slice(0, count).map((name, i) => chainStep(name, 2 + (i % 3), 2.5, i * 3));

test('each step shows its share, demand of capacity, what waits and for how long', () => {
  expect(texts(draw.chain())).toEqual(
    expect.arrayContaining(['Onboard data', '173%', '2.6 of 1.5', '14 waiting', '9.3 wk', 'none waiting', '42%']),
  );
});

test('the constraint alone carries the accent: its words, its mark, its arrow, its bar, its share', () => {
  const accented = painted(draw.chain(), palette.accent).map((node) => (node.tag === 'text' ? node.text : node.tag));
  expect(accented).toEqual(['THE CONSTRAINT', 'path', 'path', 'rect', '173%']);
});

test('the next step carries a hollow mark and the words', () => {
  const figure = draw.chain();
  expect(labelOf(figure, 'next, once it moves').fill).toBe(palette.grey);
  expect(figure.nodes.filter((node) => node.tag === 'path' && node.stroke === palette.grey)).toHaveLength(1);
});

test('where the same step remains the constraint it is marked once', () => {
  expect(texts(draw.chain({ next: chain.constraint }))).not.toContain('next, once it moves');
});

test('before a confirmation nothing is marked', () => {
  const figure = draw.chain({ constraint: null, next: null });
  expect(painted(figure, palette.accent)).toEqual([]);
  expect(figure.height).toBeLessThan(draw.chain().height);
});

test('a bar is as long as its share, on one scale with the mark at 100 %', () => {
  const figure = draw.chain();
  const marks = figure.nodes.filter((node) => node.tag === 'line').map((node) => node.x1);
  const bars = figure.nodes.flatMap((node) =>
    node.tag === 'rect' && node.fill !== palette.tint ? [{ x: node.x, width: node.width }] : [],
  );
  const shares = bars.map(({ x, width }, index) => (width / ((marks[index] ?? 0) - x)) * 100);
  expect(shares.map(Math.round)).toEqual([80, 86, 65, 173, 104, 42]);
});

test('a step without figures says no data and has no bar', () => {
  const unknown = { name: 'Ship', demand: 3, capacity: null, waiting: 5, utilisation: null, waitingWeeks: null };
  const figure = draw.chain({ steps: [unknown, chainStep('Run', 2, 4, 0)], constraint: 1, next: null });
  expect(texts(figure)).toContain('no data');
  expect(figure.nodes.filter((node) => node.tag === 'line')).toHaveLength(1);
  expect(figure.alt).toContain('Ship: no data. 5 waiting.');
});

test('the alternative text says every figure and both marked steps', () => {
  const { alt } = draw.chain();
  expect(alt).toContain('Onboard data: 2.6 asked of 1.5, 173%. 14 waiting, 9.3 weeks.');
  expect(alt).toContain('The constraint is Onboard data. Next, once it moves: Prove value.');
});

describe.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('%i steps', (count) => {
  test('fit with every name whole, wherever the constraint and the next step are', () => {
    for (const [constraint, next] of [
      [0, 1],
      [count - 1, count - 2],
      [count >> 1, (count >> 1) - 1],
    ] as const) {
      const figure = draw.chain({ steps: stepsOf(count), constraint, next });
      expect(warned(figure)).toEqual([]);
      expect(strays(figure)).toEqual([]);
      expect(collisions(figure)).toEqual([]);
      expect(texts(figure).join(' ')).toContain(names[count - 1]);
    }
  });
});

test('above nine steps the chain takes two rows', () => {
  const rowsOf = (count: number) => {
    const shares = labels(draw.chain({ steps: stepsOf(count) })).filter(({ text }) => text.endsWith('%'));
    return new Set(shares.map(({ y }) => y)).size;
  };
  expect([9, 10, 12].map(rowsOf)).toEqual([1, 2, 2]);
});

test('names too long for one row take two rather than being cut', () => {
  const long = 'Kundenerfolgsmanagement';
  const figure = draw.chain({ steps: chain.steps.map((step) => ({ ...step, name: long })) });
  expect(texts(figure).filter((text) => text === long)).toHaveLength(6);
});
