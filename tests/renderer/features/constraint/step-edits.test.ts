/** Adding and moving steps. */
import { describe, expect, it } from 'vitest';
import { addStep, inChain, moveStep } from '../../../../src/renderer/features/constraint/step-edits.ts';
import { applyChanges } from '../../../../src/shared/model/apply-changes.ts';
import type { Change } from '../../../../src/shared/model/change.ts';
import { Rows } from '../../../support/rows.ts';

const fresh = '00000000-0000-7000-8000-00000000ffff';

function chainOf(...positions: readonly number[]) {
  const rows = new Rows();
  const steps = positions.map((position, at) => rows.add('step', { position, name: 'ABCDEFG'.charAt(at) }));
  const after = (changes: readonly Change[]): string =>
    inChain(applyChanges(rows.data, changes).step)
      .map((step) => step.name || '?')
      .join('');
  return { rows, after, steps, idOf: (name: string) => steps.find((step) => step.name === name)?.id ?? '' };
}

describe('steps of the chain', () => {
  it('move one place, and not past an end', () => {
    const { after, steps, idOf } = chainOf(1, 2, 3);
    expect(after(moveStep(steps, idOf('A'), 1))).toBe('BAC');
    expect(after(moveStep(steps, idOf('C'), -1))).toBe('ACB');
    expect(moveStep(steps, idOf('C'), 1)).toEqual([]);
  });

  it('change only the two that swap their places', () => {
    const { steps, idOf } = chainOf(1, 2, 3, 4);
    expect(moveStep(steps, idOf('B'), 1).map((change) => change.id)).toEqual([idOf('C'), idOf('B')]);
  });

  it('move where positions are equal or begin at 0, as imports have them', () => {
    const { after, steps, idOf } = chainOf(0, 0, 0);
    expect(after(moveStep(steps, idOf('A'), 1))).toBe('BAC');
  });

  it('are added after another one, or at the end', () => {
    const { rows, after, steps, idOf } = chainOf(1, 2, 3);
    expect(after(addStep(steps, idOf('A'), fresh, rows.engagement.id))).toBe('A?BC');
    expect(after(addStep(steps, null, fresh, rows.engagement.id))).toBe('ABC?');
  });
});
