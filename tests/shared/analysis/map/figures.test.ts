/** Figures of a criterion typed or pasted as one text. */
import { describe, expect, it } from 'vitest';
import { readFigures, unitBeside, writeFigure } from '../../../../src/shared/analysis/map/figures.ts';
import { readNumber } from './read-number.ts';

const read = (text: string) => readFigures(text, readNumber);
const none = { baselineOf: null, targetOf: null, unit: '' };

describe('figures in one text', () => {
  it('are read in every form that they are written in', () => {
    expect(read('34 → 10')).toEqual({ ...none, form: 'number', baseline: 34, target: 10 });
    expect(read('0 % -> 80 %')).toEqual({ ...none, form: 'percent', baseline: 0, target: 80 });
    expect(read('3 of 12 → 8 of 12')).toEqual({
      ...none,
      form: 'ratio',
      baseline: 3,
      baselineOf: 12,
      target: 8,
      targetOf: 12,
    });
    expect(read('no → yes')).toEqual({ ...none, form: 'yes-no', baseline: 0, target: 1 });
    expect(read('2.5 to 4.0 sites')).toEqual({ ...none, form: 'number', baseline: 2.5, target: 4, unit: 'sites' });
  });

  it('may lack the baseline, which is then not known and never 0', () => {
    expect(read('– → 5')).toEqual({ ...none, form: 'number', baseline: null, target: 5 });
    expect(read('80 %')).toEqual({ ...none, form: 'percent', baseline: null, target: 80 });
    expect(read('0 → 80 %')).toEqual({ ...none, form: 'percent', baseline: 0, target: 80 });
  });

  it('are not guessed at', () => {
    for (const text of ['', 'many', '→', '1 → 2 → 3', '3 of 12 → 80 %', 'yes → 4', '3 of 0'])
      expect(read(text), text).toBeNull();
  });

  it('are written as they are read', () => {
    const write = (value: number): string => String(value);
    expect(writeFigure('percent', 80, null, write)).toBe('80 %');
    expect(writeFigure('ratio', 3, 12, write)).toBe('3 of 12');
    expect(writeFigure('ratio', 3, null, write)).toBeNull();
    expect(writeFigure('yes-no', 0, null, write)).toBe('no');
    expect(writeFigure('number', null, null, write)).toBeNull();
  });

  it('name their unit only where the metric does not', () => {
    expect(unitBeside({ form: 'number', unit: 'days', metric: 'Median days to baseline' })).toBe('');
    expect(unitBeside({ form: 'number', unit: 'days', metric: 'Time to baseline' })).toBe('days');
    expect(unitBeside({ form: 'percent', unit: 'days', metric: 'Share' })).toBe('');
  });
});
