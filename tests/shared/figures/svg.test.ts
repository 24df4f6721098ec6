import { expect, test } from 'vitest';
import { toSvgText } from '../../../src/shared/figures/svg.ts';

const label = {
  tag: 'text',
  x: 1,
  y: 2,
  fontFamily: 'A, "B"',
  fontSize: 10,
  fontWeight: 400,
  textAnchor: 'start',
  fill: '#000',
} as const;

test('shapes become elements with attributes of two decimals at most', () => {
  const tree = {
    width: 10.004,
    height: 5,
    nodes: [{ tag: 'line', x1: 1 / 3, y1: -0.001, x2: 2, y2: 3, strokeWidth: 0.5 }],
  } as const;
  expect(toSvgText(tree)).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5" viewBox="0 0 10 5">' +
      '<line x1="0.33" y1="0" x2="2" y2="3" stroke-width="0.5"/></svg>',
  );
});

test('text is escaped, and what XML cannot hold is left out', () => {
  const text = 'a & <b> "c" \u0000\u000b\ufffe\ud800 🚀';
  expect(toSvgText({ width: 1, height: 1, nodes: [{ ...label, text }] })).toContain(
    'font-family="A, &quot;B&quot;" font-size="10" font-weight="400" text-anchor="start" fill="#000">' +
      'a &amp; &lt;b&gt; &quot;c&quot;  🚀</text>',
  );
});
