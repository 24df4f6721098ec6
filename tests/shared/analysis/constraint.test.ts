/** The chain, the one step that decides its throughput, and the step that was confirmed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assessChain, assessConstraint, assessWhatIf } from '../../../src/shared/analysis/constraint.ts';
import { countCompleted } from '../../../src/shared/analysis/constraint-output.ts';
import type { Step } from '../../../src/shared/model/index.ts';
import { Scene } from '../../support/analysis.ts';

type Figures = Partial<Pick<Step, 'name' | 'demand' | 'capacity' | 'waiting'>>;

function chainOf(...steps: readonly Figures[]): { readonly scene: Scene; readonly rows: Step[] } {
  const scene = new Scene({ chainUnit: 'sites' });
  const rows = steps.map((fields, at) => scene.add('step', { position: at, name: `Step ${at}`, ...fields }));
  return { scene, rows };
}

const { chain: pictured } = z
  .object({
    chain: z.array(z.object({ step: z.string(), demand: z.number(), capacity: z.number(), waiting: z.number() })),
  })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/analysis/figures.json'), 'utf8')));

describe('the chain of the pictured engagement', () => {
  const { scene, rows } = chainOf(...pictured.map(({ step, ...figures }) => ({ name: step, ...figures })));
  const chain = assessChain(scene.data.step);
  const rounded = (values: readonly (number | null)[]): number[] => values.map((value) => Math.round(value ?? -1));

  it('has the utilisation and the weeks of waiting that the picture shows', () => {
    expect(rounded(chain.steps.map((one) => one.utilisation))).toEqual([60, 83, 160, 89, 80, 125, 50]);
    expect(chain.steps.map((one) => one.waitingWeeks?.toFixed(1))).toEqual([
      '0.4',
      '0.8',
      '6.8',
      '0.7',
      '0.8',
      '2.8',
      '0.0',
    ]);
  });

  it('points to the baseline, which passes 2.5 sites a week, with the feeds next in line', () => {
    expect(chain.candidate?.step.name).toBe('Baseline the site');
    expect(chain.throughput).toBe(2.5);
    expect(chain.next?.step.name).toBe('Connect feeds');
  });

  it('with 4 baselines a week passes 3.2, because the feeds then limit it at 125 %', () => {
    const then = assessWhatIf(chain, 4);
    expect(then).toMatchObject({ throughput: 4, utilisation: 100, chainThroughput: 3.2 });
    expect(then?.candidate.step.name).toBe('Connect feeds');
    expect(then?.candidate.utilisation).toBeCloseTo(125, 9);
  });

  it('calls the steps from 85 % tight, save the confirmed one, and finds it supplied with 6.8 weeks of work', () => {
    scene.add('constraint', { step: rows[2]?.id ?? '', confirmedOn: '2026-06-17', nature: 'temporary' });
    const reading = assessConstraint({ ...scene.input, today: '2026-06-18' });
    const name = new Map(rows.map((row) => [row.id, row.name]));
    expect(reading.tight.map((id) => name.get(id))).toEqual(['Price and approve', 'Connect feeds']);
    expect(reading.supply).toBe('supplied');
    expect(reading.reopened).toBe(false);
  });

  it('completed 2.5 sites a week in eight weeks read from 20 April to 14 June', () => {
    // 2 + 3 + 2 + 3 + 2 + 3 + 3 + 2 = 20 sites in 8 weeks.
    const step = rows[2]?.id ?? '';
    for (const [week, completed] of [2, 3, 2, 3, 2, 3, 3, 2].entries()) {
      const monday = new Date(Date.UTC(2026, 3, 20 + week * 7));
      const day = (offset: number): string =>
        new Date(monday.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
      scene.add('completedReading', { step, from: day(0), to: day(6), completed });
    }
    const { output } = assessConstraint({ ...scene.input, today: '2026-06-18' });
    expect(output?.inAll).toEqual({ completed: 20, weeks: 8, perWeek: 2.5 });
    expect(output?.lastQuarter).toEqual({
      completed: 20,
      weeks: 8,
      perWeek: 2.5,
      from: '2026-03-16',
      to: '2026-06-14',
    });
  });
});

describe('the candidate', () => {
  const candidate = (...steps: readonly Figures[]): string | undefined =>
    assessChain(chainOf(...steps).scene.data.step).candidate?.step.name;

  it('among equals is the step with the longer wait, then the earlier one', () => {
    // Both at 150 %: 3 of 2 and 6 of 4. Waiting 4 ÷ 2 = 2 weeks against 8 ÷ 4 = 2 weeks, then 9 ÷ 4.
    const first = { name: 'First', demand: 3, capacity: 2, waiting: 4 };
    expect(candidate(first, { name: 'Second', demand: 6, capacity: 4, waiting: 8 })).toBe('First');
    expect(candidate(first, { name: 'Second', demand: 6, capacity: 4, waiting: 9 })).toBe('Second');
  });

  it('is told apart at 1e-6, so that a rounding error decides nothing', () => {
    // 0.3 ÷ 0.1 is a little below 3 in floating point, 3 ÷ 1 is 3.
    expect(candidate({ name: 'First', demand: 0.3, capacity: 0.1 }, { name: 'Second', demand: 3, capacity: 1 })).toBe(
      'First',
    );
  });

  it('is never a step without capacity above 0 or without demand; those are named', () => {
    const { scene } = chainOf(
      { name: 'No capacity', demand: 9, capacity: 0 },
      { name: 'No demand', capacity: 1 },
      { name: 'Both', demand: 1, capacity: 2 },
    );
    const chain = assessChain(scene.data.step);
    expect(chain.leftOut.map((one) => [one.step.name, one.missing])).toEqual([
      ['No capacity', ['capacity']],
      ['No demand', ['demand']],
    ]);
    expect(chain.candidate?.step.name).toBe('Both');
    expect(chain.throughput).toBe(1);
  });

  it('does not exist without figures, and then nothing follows from anything', () => {
    const chain = assessChain(chainOf({}, {}).scene.data.step);
    expect(chain).toMatchObject({ candidate: null, throughput: null, next: null });
    expect(assessWhatIf(chain, 3)).toBeNull();
  });
});

describe('what if', () => {
  const steps = fc.array(
    fc.record({
      demand: fc.integer({ min: 0, max: 50 }),
      capacity: fc.integer({ min: 1, max: 50 }),
      waiting: fc.nat(20),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it('more capacity never lowers what the step passes, nor raises the highest utilisation', () => {
    fc.assert(
      fc.property(
        steps,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (figures, capacity, more) => {
          const chain = assessChain(chainOf(...figures).scene.data.step);
          const [less, greater] = [assessWhatIf(chain, capacity), assessWhatIf(chain, capacity + more)];
          expect(greater?.throughput).toBeGreaterThanOrEqual(less?.throughput ?? Infinity);
          expect(greater?.candidate.utilisation).toBeLessThanOrEqual(less?.candidate.utilisation ?? -Infinity);
        },
      ),
    );
  });

  it('with the same demand at every step more capacity never lowers the throughput of the chain', () => {
    fc.assert(
      fc.property(
        steps,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (figures, capacity, more) => {
          const chain = assessChain(chainOf(...figures.map((one) => ({ ...one, demand: 20 }))).scene.data.step);
          const throughput = (value: number): number => assessWhatIf(chain, value)?.chainThroughput ?? NaN;
          expect(throughput(capacity + more)).toBeGreaterThanOrEqual(throughput(capacity));
        },
      ),
    );
  });

  it('needs a capacity above 0', () => {
    const chain = assessChain(chainOf({ demand: 4, capacity: 2 }).scene.data.step);
    expect(assessWhatIf(chain, 0)).toBeNull();
    expect(assessWhatIf(chain, NaN)).toBeNull();
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(steps, (figures) => {
        const { scene } = chainOf(...figures);
        const [one, other] = [scene.data.step, scene.data.step.toReversed()].map(assessChain);
        expect(other?.candidate?.step.id).toBe(one?.candidate?.step.id);
        expect(other?.throughput).toBe(one?.throughput);
      }),
    );
  });
});

describe('the confirmed step', () => {
  function confirmed(fields: { readonly reason?: string } = {}): { readonly scene: Scene; readonly rows: Step[] } {
    const built = chainOf({ name: 'A', demand: 4, capacity: 5 }, { name: 'B', demand: 4, capacity: 2, waiting: 1 });
    built.scene.add('constraint', { step: built.rows[0]?.id ?? '', confirmedOn: '2026-06-10', ...fields });
    return built;
  }

  it('reopens when the figures point to another step', () => {
    expect(assessConstraint(confirmed().scene.input).reopened).toBe(true);
  });

  it('stands against them with a reason, until a later review has figures that point elsewhere again', () => {
    const { scene, rows } = confirmed({ reason: 'B is over in a fortnight' });
    expect(assessConstraint(scene.input).reopened).toBe(false);
    const review = scene.add('review', { on: '2026-09-30' });
    scene.add('reviewStep', { review: review.id, step: rows[0]?.id ?? '', demand: 4, capacity: 8 });
    const reading = assessConstraint({ ...scene.input, today: '2026-09-30' });
    expect(reading.reopened).toBe(true);
    expect(reading.latestCandidate?.step.name).toBe('B');
  });

  it('is the latest confirmation while it has not ended; all of them are its history', () => {
    const { scene, rows } = confirmed();
    scene.change('constraint', scene.data.constraint[0]?.id ?? '', { endedOn: '2026-06-15' });
    expect(assessConstraint(scene.input).confirmed).toBeNull();
    scene.add('constraint', { step: rows[1]?.id ?? '', confirmedOn: '2026-06-15' });
    scene.add('constraint', { step: rows[0]?.id ?? '' });
    const reading = assessConstraint(scene.input);
    expect(reading.confirmed?.reading.step.name).toBe('B');
    expect(reading.history.map((one) => one.confirmedOn)).toEqual(['2026-06-10', '2026-06-15']);
  });

  it('is only one: a later confirmation takes the place of the one before, which does not come back when it ends', () => {
    const { scene, rows } = confirmed();
    const later = scene.add('constraint', { step: rows[1]?.id ?? '', confirmedOn: '2026-06-12' });
    expect(assessConstraint(scene.input).confirmed?.reading.step.name).toBe('B');
    scene.change('constraint', later.id, { endedOn: '2026-06-15' });
    expect(assessConstraint(scene.input).confirmed).toBeNull();
  });

  it.each([
    [1.9, 'starves'],
    [2, 'supplied'],
    [16, 'supplied'],
    [16.1, 'oversupplied'],
  ])('with %f waiting at a capacity of 2 a week it is said to be: %s', (waiting, supply) => {
    const { scene, rows } = chainOf({ demand: 4, capacity: 2, waiting });
    scene.add('constraint', { step: rows[0]?.id ?? '', confirmedOn: '2026-06-10' });
    expect(assessConstraint(scene.input).supply).toBe(supply);
  });

  it('costs by the hour only what somebody said', () => {
    expect(assessConstraint(chainOf({}).scene.input).lostHour).toBeNull();
    expect(assessConstraint(new Scene({ hourCost: 1200, currency: 'EUR' }).input).lostHour).toEqual({
      amount: 1200,
      currency: 'EUR',
    });
  });
});

describe('completed units', () => {
  it('of a reading that began before the last 13 weeks count by its days inside', () => {
    // 13 weeks up to 30 June begin on 1 April (91 days). 90 units over 180 days from 2 January to 30 June are half a
    // unit a day: 45.5 in 91 days, 3.5 a week.
    const { scene, rows } = chainOf({ demand: 4, capacity: 2 });
    const step = rows[0]?.id ?? '';
    scene.add('constraint', { step, confirmedOn: '2026-06-10' });
    scene.add('completedReading', { step, from: '2026-01-02', to: '2026-06-30', completed: 90 });
    scene.add('completedReading', { step, from: '2026-07-01', completed: 50 });
    const { output } = assessConstraint(scene.input);
    expect(output?.lastQuarter).toEqual({
      completed: 45.5,
      weeks: 13,
      perWeek: 3.5,
      from: '2026-04-01',
      to: '2026-06-30',
    });
    expect(output?.inAll?.completed).toBe(90);
  });

  it('are counted from done items closed in the period, never from planned ones', () => {
    const scene = new Scene();
    const items = [
      scene.item({ status: 'done', closedOn: '2026-06-01' }),
      scene.item({ status: 'done', closedOn: '2026-06-07' }),
      scene.item({ status: 'done', closedOn: '2026-06-08' }),
      scene.item({ status: 'dropped', closedOn: '2026-06-02' }),
      scene.item({ status: 'todo', dueOn: '2026-06-02' }),
    ];
    expect(countCompleted(items, '2026-06-01', '2026-06-07')).toBe(2);
  });
});
