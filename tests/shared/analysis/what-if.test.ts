/** Trying figures of the chain out. */
import { describe, expect, it } from 'vitest';
import { assessTrial } from '../../../src/shared/analysis/what-if.ts';
import { Rows } from '../../support/rows.ts';

function chain() {
  const rows = new Rows();
  const audit = rows.add('step', { position: 1, name: 'Audit', demand: 4, capacity: 2.5, waiting: 17 });
  const feeds = rows.add('step', { position: 2, name: 'Feeds', demand: 4, capacity: 3.2 });
  return { audit, feeds, steps: rows.data.step };
}

describe('trying figures out', () => {
  it('names the step that limits the chain then, and what the chain delivers', () => {
    const { audit, feeds, steps } = chain();
    const trial = assessTrial(steps, { [audit.id]: { capacity: 4 } });
    expect([trial.before.candidate?.step.id, trial.after.candidate?.step.id]).toEqual([audit.id, feeds.id]);
    expect([trial.before.throughput, trial.after.throughput]).toEqual([2.5, 3.2]);
    expect(trial.moves).toBe(true);
  });

  it('takes demand and capacity of any step', () => {
    const { audit, feeds, steps } = chain();
    const trial = assessTrial(steps, { [audit.id]: { demand: 2 }, [feeds.id]: { capacity: 8 } });
    expect(trial.after.steps.map((one) => one.utilisation)).toEqual([80, 50]);
    expect(trial.changed).toEqual([audit.id, feeds.id]);
  });

  it('counts a figure that the step has already as no change', () => {
    const { audit, steps } = chain();
    expect(
      assessTrial(steps, { [audit.id]: { capacity: 2.5 }, 'a step that is gone': { capacity: 1 } }).changed,
    ).toEqual([]);
  });
});
