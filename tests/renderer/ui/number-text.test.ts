import { describe, expect, test } from 'vitest';
import { formatNumber, parseNumber, signsOf } from '../../../src/renderer/ui/number-text.ts';

const english = signsOf('en-GB');
const german = signsOf('de-DE');

describe('numbers as people type them', () => {
  test.each([
    ['1.5', 1.5],
    ['1,5', 1.5],
    [',5', 0.5],
    ['12', 12],
    ['-3', -3],
    ['−3', -3],
    ['1 234,5', 1234.5],
    ['1’234.5', 1234.5],
    ['1,234,567', 1_234_567],
    ['1.234.567,25', 1_234_567.25],
    ['1,234.25', 1234.25],
    ['0,125', 0.125],
    ['12.', 12],
  ])('"%s" is read the same everywhere', (text, value) => {
    expect(parseNumber(text, english)).toBe(value);
    expect(parseNumber(text, german)).toBe(value);
  });

  test('"1,500" alone goes by where the person lives', () => {
    expect(parseNumber('1,500', english)).toBe(1500);
    expect(parseNumber('1,500', german)).toBe(1.5);
    expect(parseNumber('1.500', german)).toBe(1500);
  });

  test('an empty text is no number, and not 0', () => {
    expect(parseNumber('  ', english)).toBeNull();
  });

  test.each(['x', '1x', '1.2.3,4,5', '12,34,56', '1,2345,678', '--1', '.', '1e3', '1.5.'])(
    '"%s" is refused rather than guessed',
    (text) => {
      expect(parseNumber(text, english)).toBeUndefined();
    },
  );

  test('what is shown can be read back', () => {
    for (const locale of ['en-GB', 'de-DE', 'de-CH', 'fr-FR', 'pl-PL', 'en-IN']) {
      for (const value of [0, 0.125, 12, 1500, 12_000, 1_234_567.25, -80]) {
        expect(parseNumber(formatNumber(value, locale), signsOf(locale)), `${value} in ${locale}`).toBe(value);
      }
    }
  });
});
