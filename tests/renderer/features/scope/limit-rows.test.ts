/** How limits lie in their table. */
import { describe, expect, it } from 'vitest';
import { assessLimits } from '../../../../src/shared/analysis/limits.ts';
import type { Limit } from '../../../../src/shared/model/index.ts';
import { layLimits, placeOfLimit } from '../../../../src/renderer/features/scope/limit-rows.ts';
import { Rows } from '../../../support/rows.ts';

const kinds = ['budget', 'capacity'];

function lay(limits: readonly Partial<Limit>[], more: Parameters<typeof layLimits>[2] = null) {
  const rows = new Rows();
  limits.forEach((limit, position) => rows.add('limit', { position, ...limit }));
  return layLimits(assessLimits({ data: rows.data, today: '2026-06-16' }), kinds, more);
}
const texts = (rows: ReturnType<typeof lay>) =>
  rows.map((row) => [row.kind, row.fixed?.limit.text ?? null, row.free?.limit.text ?? null]);

describe('the table of limits', () => {
  it('has a line for every kind of the kit, with a fixed and a free limit beside each other', () => {
    const rows = lay([
      { kind: 'capacity', hold: 'free', text: 'Overtime' },
      { kind: 'capacity', hold: 'fixed', text: 'No posts' },
    ]);
    expect(texts(rows)).toEqual([
      ['budget', null, null],
      ['capacity', 'No posts', 'Overtime'],
    ]);
  });

  it('gives further limits of a kind lines of their own, of which the first names the kind', () => {
    const rows = lay([
      { kind: 'budget', hold: 'fixed', text: 'A' },
      { kind: 'budget', hold: 'fixed', text: 'B' },
      { kind: 'budget', hold: 'free', text: 'C' },
    ]);
    expect(texts(rows).slice(0, 2)).toEqual([
      ['budget', 'A', 'C'],
      ['budget', 'B', null],
    ]);
    expect(rows.map((row) => row.first)).toEqual([true, false, true]);
  });

  it('holds what nobody decided as fixed, and limits of no kind or of another kit under the kinds', () => {
    const rows = lay([
      { kind: null, hold: null, text: 'Heard in passing' },
      { kind: 'weather', hold: 'free', text: 'Rain' },
    ]);
    expect(texts(rows).slice(2)).toEqual([
      ['weather', null, 'Rain'],
      [null, 'Heard in passing', null],
    ]);
  });

  it('has an empty cell where one more is wanted, in which the next limit will lie', () => {
    const limit = { kind: 'budget', hold: 'free', text: 'A' } as const;
    const before = lay([limit], { kind: 'budget', column: 'free' });
    expect(texts(before).slice(0, 2)).toEqual([
      ['budget', null, 'A'],
      ['budget', null, null],
    ]);
    const after = lay([limit, { ...limit, text: 'B' }]);
    expect(placeOfLimit(after, after[1]?.free?.limit.id ?? '')).toEqual({ row: before[1]?.id, column: 'free' });
  });
});
