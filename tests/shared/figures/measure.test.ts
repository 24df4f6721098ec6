import { join } from 'node:path';
import { openSync } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { covered, measureText, shortenText, wrapText } from '../../../src/shared/figures/measure.ts';

const fonts = join(import.meta.dirname, '../../../resources/fonts');
const faces = {
  regular: openSync(join(fonts, 'Carlito-Regular.ttf')),
  bold: openSync(join(fonts, 'Carlito-Bold.ttf')),
};
const style = { size: 10 };

describe('a measured width', () => {
  test.each([
    'Customer success',
    'AVATAR, Today: 2,5 €',
    'traction fitting',
    'Überprüfung',
    'Žluťoučký',
    'Ελλάδα',
    'Ёлка',
  ])('of %s is that of the bundled font, at most a little wider for its kerning and ligatures', (text) => {
    for (const [weight, face] of Object.entries(faces)) {
      const drawn = (face.layout(text).advanceWidth / face.unitsPerEm) * 10;
      const measured = measureText(text, { size: 10, bold: weight === 'bold' });
      expect(measured).toBeGreaterThanOrEqual(drawn * 0.999);
      expect(measured).toBeLessThan(drawn * 1.08);
    }
  });

  test('of what the font lacks is estimated, an em for a wide character and none for a mark', () => {
    expect(measureText('納品', style)).toBe(20);
    expect(measureText('e\u0301', style)).toBe(measureText('e', style));
  });
});

test('covered tells the scripts of the bundled font from others', () => {
  expect(['Straße', 'Ελλάδα', 'Ёлка', '“A – B”… €'].map(covered)).toEqual([true, true, true, true]);
  expect(['納品', 'محادثة', 'שלום', '🚀', 'ไทย'].map(covered)).toEqual([false, false, false, false, false]);
});

test('a text is shortened only where it must be, with an ellipsis and never mid-character', () => {
  expect(shortenText('Capability', 100, style)).toBe('Capability');
  expect(shortenText('Capability of all', 50, style)).toMatch(/^Capa\w*…$/u);
  expect(shortenText('🚀🚀🚀🚀', 25, style)).toBe('🚀…');
  expect(shortenText('Capability', 4, style)).toBe('');
});

test('a text breaks at spaces and after hyphens, and says whether it is whole', () => {
  expect(wrapText('Scope the outcome', 45, 2, style)).toEqual({ lines: ['Scope the', 'outcome'], whole: true });
  expect(wrapText('re-baselined', 45, 2, style)).toEqual({ lines: ['re-', 'baselined'], whole: true });
  expect(wrapText('Scope the outcome', 45, 1, style)).toMatchObject({ whole: false });
  expect(wrapText('', 45, 2, style)).toEqual({ lines: [], whole: true });
});
