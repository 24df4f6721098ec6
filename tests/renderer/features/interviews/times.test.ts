/** Clock times that are typed by hand. */
import { expect, it } from 'vitest';
import {
  clockOf,
  dayOf,
  momentOf,
  onDay,
  secondsBetween,
  showSeconds,
} from '../../../../src/renderer/features/interviews/times.ts';

it('reads a time of a day as a moment and back, whatever the zone', () => {
  const moment = momentOf('2026-06-16', '10:05');
  expect(clockOf(moment)).toBe('10:05');
  expect(moment).toMatch(/^2026-06-1[567]T\d\d:05:00\.000Z$/u);
});

it('keeps the clock when the day moves, and the moment when the day is taken away', () => {
  const moment = momentOf('2026-06-16', '10:05');
  expect(clockOf(onDay(moment, '2026-12-01'))).toBe('10:05');
  expect(onDay(moment, null)).toBe(moment);
  expect(onDay(null, '2026-12-01')).toBeNull();
});

it('has no moment without a day or a time', () => {
  expect(momentOf(null, '10:05')).toBeNull();
  expect(momentOf('2026-06-16', '')).toBeNull();
});

it('shows spans as minutes and seconds, beyond an hour too', () => {
  expect(showSeconds(229)).toBe('3:49');
  expect(showSeconds(5525)).toBe('92:05');
  expect(secondsBetween('2026-06-16T08:00:00.000Z', '2026-06-16T08:01:30.000Z')).toBe(90);
  expect(secondsBetween(null, '2026-06-16T08:01:30.000Z')).toBeNull();
});

it('keeps words with the day of the interview, and never says that notes from paper are of today', () => {
  expect(dayOf({ heldOn: '2026-06-16', form: 'paper' }, '2026-06-20')).toBe('2026-06-16');
  expect(dayOf({ heldOn: null, form: 'interview' }, '2026-06-20')).toBe('2026-06-20');
  expect(dayOf({ heldOn: null, form: 'paper' }, '2026-06-20')).toBeNull();
});
