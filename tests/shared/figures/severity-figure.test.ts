import { expect, test } from 'vitest';
import { draw, labelOf, painted, texts } from './reading.ts';
import { palette, severity } from './sample.ts';

test('each pattern stands with its value, its band and its name, the critical one in bold', () => {
  const figure = draw.severity();
  expect(texts(figure)).toEqual(
    expect.arrayContaining(['Measures pull apart', '83 critical', '67 severe', 'Confidence']),
  );
  expect(labelOf(figure, '83 critical').fontWeight).toBe(700);
  expect(labelOf(figure, '67 severe').fontWeight).toBe(400);
});

test('a bar is as long as its severity, and darker in a higher band', () => {
  const bars = draw.severity().nodes.filter((node) => node.tag === 'rect' && node.fill !== palette.tint);
  expect(bars.map((bar) => bar.tag === 'rect' && Math.round((bar.width / 206.58) * 100))).toEqual([83, 67, 58, 58, 50]);
  expect(bars.map(({ fill }) => fill)).toEqual(['#12495a', '#547c88', '#547c88', '#547c88', '#547c88']);
});

test('filled dots count the confidence, and without evidence all three are hollow', () => {
  const dots = (confidence: 0 | 1 | 2 | 3) =>
    draw
      .severity({ rows: severity.rows.slice(0, 1).map((row) => ({ ...row, confidence })) })
      .nodes.flatMap((node) => (node.tag === 'circle' ? [node.fill === palette.ink] : []));
  expect(dots(0)).toEqual([false, false, false]);
  expect(dots(2)).toEqual([true, true, false]);
});

test('a contested pattern says so in the picture and in the alternative text', () => {
  const [first, ...others] = severity.rows;
  const figure = draw.severity({ rows: first ? [{ ...first, contested: true }, ...others] : [] });
  expect(texts(figure).filter((text) => text === 'contested')).toHaveLength(1);
  expect(figure.alt).toContain('Measures pull apart: 83, critical; confidence high, contested.');
  expect(figure.alt).toContain('Nothing was stopped: 50, severe; confidence medium.');
});

test('no severity is painted in the accent', () => {
  expect(painted(draw.severity(), palette.accent)).toEqual([]);
});

test('rows stand closer from the fifth on, and a long name takes a second line instead of being cut', () => {
  const long = 'A name of sixty characters that somebody typed without mercy';
  const rows = severity.rows.slice(0, 1).map((row) => ({ ...row, name: long }));
  expect(draw.severity({ rows: severity.rows.slice(0, 4) }).height).toBe(22 + 4 * 41);
  expect(draw.severity().height).toBe(22 + 5 * 35);
  expect(texts(draw.severity({ rows })).join(' ')).toContain(long);
});
