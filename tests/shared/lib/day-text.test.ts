/** Days as people type them. */
import { expect, it } from 'vitest';
import { readDay } from '../../../src/shared/lib/day-text.ts';

const day = (text: string) => readDay(text, '2026-06-16');

it('is read in the usual ways of writing it, day first where both could be', () => {
  for (const text of [
    '2026-09-30',
    '30.9.2026',
    '30/09/26',
    '9/30/2026',
    '30 Sep 2026',
    'Wed 30 September 2026',
    'Sep 30, 2026',
  ])
    expect(day(text), text).toBe('2026-09-30');
  expect(day('4/5/2026')).toBe('2026-05-04');
});

it('without a year is the next one', () => {
  expect(day('30 Sep')).toBe('2026-09-30');
  expect(day('1 March')).toBe('2027-03-01');
  expect(day('16.6.')).toBe('2026-06-16');
  expect(day('29 Feb')).toBe('2028-02-29');
});

it('is not guessed at', () => {
  for (const text of ['', 'soon', '31 Feb 2026', '2026-13-01', '40.1.2026', 'Q3', '30 Sepal'])
    expect(day(text), text).toBeNull();
});
