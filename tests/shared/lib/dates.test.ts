import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, latestOf, monthsBetween } from '../../../src/shared/lib/dates.ts';

describe('calendar days', () => {
  it.each([
    ['2026-01-14', '2026-06-14', 5],
    ['2026-01-14', '2026-06-13', 4],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-30', '2026-02-27', 0],
    ['2025-11-30', '2026-02-28', 3],
    ['2026-06-14', '2026-01-14', -5],
    ['2026-06-14', '2026-06-14', 0],
  ])('from %s to %s lie %i whole months', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });

  it('have days between them that no change of clocks shortens', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });

  it('move by days and by months, to the last day of a shorter month', () => {
    expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-11-15', 3)).toBe('2027-02-15');
  });

  it('have a latest one among those that are known', () => {
    expect(latestOf([null, '2026-01-02', '2026-01-10', null])).toBe('2026-01-10');
    expect(latestOf([null])).toBeNull();
  });
});
