/** Where the incentives of functions pull against a decision and against one another. */
import { describe, expect, it } from 'vitest';
import { assessConflicts } from '../../../src/shared/analysis/conflict-map.ts';
import { Scene } from '../../support/analysis.ts';

describe('the conflict map', () => {
  it('lists functions in kit order, counts each pull, and pairs those that pull apart', () => {
    const scene = new Scene();
    const decision = scene.add('decision', {});
    scene.add('incentiveReading', {
      decision: decision.id,
      function: 'sales',
      measured: 'against',
      rewarded: 'against',
      measuredNote: 'Licences booked',
    });
    scene.add('incentiveReading', {
      decision: decision.id,
      function: 'product',
      measured: 'towards',
      resourced: 'neutral',
    });
    const [map] = assessConflicts(scene.input);
    expect(map?.rows.map((row) => [row.function, row.against])).toEqual([
      ['product', 0],
      ['sales', 2],
    ]);
    expect(map?.totals.measured).toEqual({ towards: 1, neutral: 0, against: 1 });
    expect(map?.totals.rewarded).toEqual({ towards: 0, neutral: 0, against: 1 });
    expect(map?.conflicts).toEqual([{ incentive: 'measured', towards: 'product', against: 'sales' }]);
  });

  it("takes a function's latest reading, and has nothing for a decision that was not read", () => {
    const scene = new Scene();
    const decision = scene.add('decision', {});
    scene.add('decision', {});
    scene.add('incentiveReading', { decision: decision.id, function: 'sales', measured: 'against' });
    scene.add('incentiveReading', { decision: decision.id, function: 'sales', measured: 'towards' });
    const maps = assessConflicts(scene.input);
    expect(maps).toHaveLength(1);
    expect(maps[0]?.rows.map((row) => row.row.measured)).toEqual(['towards']);
  });
});
