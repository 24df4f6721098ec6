import { expect, test } from 'vitest';
import { asText, contrast, documentPalette, heatScale, severityShade } from '../../../src/shared/figures/palette.ts';
import { palette } from './sample.ts';

test('the heat scale of the default brand is that of the design', () => {
  expect(heatScale(palette)).toEqual(['#2a5b6b', '#46717e', '#9bb3ba', '#cbd7db', '#ecf0f2']);
});

test('bands of severity are full, 72, 45 and 25 % of the primary', () => {
  const bands = ['critical', 'severe', 'moderate', 'minor'] as const;
  expect(bands.map((band) => severityShade(band, palette))).toEqual(['#12495a', '#547c88', '#94adb5', '#c4d2d6']);
});

test.each(['12495A', 'FFC000', '3E7CB1', '5B9A4F', '000000', '808080'])(
  'the five classes of #%s grow lighter',
  (primary) => {
    const scale = heatScale(documentPalette({ primary, accent: 'B5472F' }));
    const steps = scale.map((colour) => contrast(colour, '#ffffff'));
    expect(steps).toEqual(steps.toSorted((a, b) => b - a));
    expect(new Set(scale).size).toBe(5);
  },
);

test('a brand colour that cannot be read on paper gives way to ink in text', () => {
  expect(asText('#b5472f', palette)).toBe('#b5472f');
  expect(asText('#ffc000', palette)).toBe(palette.ink);
});

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast(palette.ink, palette.paper)).toBeCloseTo(14.6, 1);
});
