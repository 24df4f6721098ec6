/** Where each criterion stands against where it should be. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assessCriteria, criterionState, type CriterionReading } from '../../../src/shared/analysis/review.ts';
import type { Criterion } from '../../../src/shared/model/index.ts';
import { Scene } from '../../support/analysis.ts';

/** One criterion of a priority that starts on 2026-07-01, due on 2026-07-11, so that a day is a tenth of the way. */
function read(
  fields: Partial<Criterion>,
  reading: { readonly on: string; readonly value: number; readonly of?: number } | null,
  more: {
    readonly start?: string | null;
    readonly today?: string;
    readonly milestones?: Readonly<Record<string, number>>;
  } = {},
): CriterionReading {
  const scene = new Scene();
  const priority = scene.add('priority', { startOn: more.start === undefined ? '2026-07-01' : more.start });
  const criterion = scene.add('criterion', {
    priority: priority.id,
    direction: 'up',
    baseline: 0,
    target: 100,
    dueOn: '2026-07-11',
    ...fields,
  });
  for (const [on, value] of Object.entries(more.milestones ?? {})) {
    scene.add('criterionMilestone', { criterion: criterion.id, on, value });
  }
  if (reading !== null) {
    const { on, value, of = null } = reading;
    scene.add('reading', { criterion: criterion.id, on, value, outOf: of });
  }
  const [found] = assessCriteria({ ...scene.input, today: more.today ?? reading?.on ?? '2026-07-06' });
  if (found === undefined) throw new Error('a criterion was expected');
  return found;
}

describe('the criteria of the pictured review on 30 September 2026', () => {
  const { criteria } = z
    .object({
      criteria: z.array(z.object({ metric: z.string(), progress: z.number().nullable(), expected: z.number() })),
    })
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/analysis/figures.json'), 'utf8')));
  /** Start of the priority, due date, baseline, value read on the due date or at the review, target. */
  const rows: readonly (readonly [
    start: string,
    due: string,
    baseline: number,
    value: number | null,
    target: number,
  ])[] = [
    ['2026-06-29', '2026-09-30', 0, 74, 80],
    ['2026-06-29', '2026-09-30', 1, 4, 6],
    ['2026-06-29', '2026-09-11', 34, 12, 10],
    ['2026-06-29', '2026-09-25', 2.5, 4.1, 4],
    ['2026-07-06', '2026-09-25', 2, 5, 5],
    ['2026-07-01', '2026-09-30', 7, 2, 0],
    ['2026-07-13', '2026-12-18', 0, 8, 25],
    ['2026-06-29', '2026-07-31', 3, 11, 11],
    ['2026-09-01', '2026-12-18', 0, null, 9],
    ['2026-06-29', '2026-09-25', 4, 19, 20],
    ['2026-08-10', '2026-12-18', 21, 16, 5],
  ];
  const readings = rows.map(([start, due, baseline, value, target]) =>
    read(
      { baseline, target, dueOn: due, direction: target < baseline ? 'down' : 'up' },
      value === null ? null : { on: due < '2026-09-30' ? due : '2026-09-30', value },
      { start, today: '2026-09-30' },
    ),
  );

  it('have the progress and the expected progress of the file', () => {
    const rounded = (value: number | null | undefined): number | null =>
      value === null || value === undefined ? null : Number(value.toFixed(9));
    expect(readings.map((one) => [rounded(one.progress), rounded(one.expected)])).toEqual(
      criteria.map((one) => [rounded(one.progress), rounded(one.expected)]),
    );
  });

  it('stand as the picture says', () => {
    expect(readings.map((one) => one.state)).toEqual([
      'on-course',
      'off',
      'on-course',
      'met',
      'met',
      'behind',
      'behind',
      'met',
      'no-reading',
      'on-course',
      'on-course',
    ]);
  });
});

describe('a state', () => {
  it.each([
    [1, 'met'],
    [0.5, 'on-course'], // expected half way on 6 July
    [0.4, 'on-course'],
    [0.39, 'behind'],
    [0.2, 'behind'],
    [0.19, 'off'],
  ])('at progress %f where 0.5 is expected is %s', (progress, state) => {
    expect(read({}, { on: '2026-07-06', value: progress * 100 }).state).toBe(state);
  });

  it('is decided at 1e-6: 0.1 + 0.2 of floating point is the 0.3 that it means', () => {
    expect(criterionState(0.7 - 0.3, 0.5, false)).toBe('on-course');
    expect(criterionState(0.1 + 0.7, 0.9, false)).toBe('on-course');
    expect(criterionState(1 - 1e-9, 1, true)).toBe('met');
  });

  it('is missed once the due date has passed without the target: read later, or not read again', () => {
    expect(read({}, { on: '2026-07-12', value: 99 }).state).toBe('missed');
    expect(read({}, { on: '2026-07-10', value: 95 }, { today: '2026-07-12' }).state).toBe('missed');
    expect(read({}, { on: '2026-07-12', value: 100 }).state).toBe('met');
  });

  it('read on the due date is judged on that day, whenever one looks', () => {
    expect(read({}, { on: '2026-07-11', value: 95 }, { today: '2026-10-01' }).state).toBe('on-course');
    expect(read({}, { on: '2026-07-11', value: 60 }, { today: '2026-10-01' }).state).toBe('off');
  });

  it('without a reading is no progress of 0', () => {
    expect(read({}, null)).toMatchObject({ state: 'no-reading', progress: null, expected: 0.5, lacks: 'reading' });
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }), (baseline, target) => {
        expect(read({ baseline, target }, null).progress).toBeNull();
      }),
    );
  });

  it('of a criterion without baseline cannot be told from its reading', () => {
    expect(read({ baseline: null }, { on: '2026-07-06', value: 50 })).toMatchObject({
      state: 'no-reading',
      progress: null,
      lacks: 'definition',
    });
  });

  it('follows the latest reading, not the last one typed', () => {
    const scene = new Scene();
    const priority = scene.add('priority', { startOn: '2026-07-01' });
    const criterion = scene.add('criterion', { priority: priority.id, baseline: 0, target: 100, dueOn: '2026-07-11' });
    scene.add('reading', { criterion: criterion.id, on: '2026-07-06', value: 100 });
    scene.add('reading', { criterion: criterion.id, on: '2026-07-02', value: 0 });
    expect(assessCriteria(scene.input)[0]).toMatchObject({ state: 'met', value: 100 });
  });
});

describe('progress', () => {
  it('runs from baseline to target whichever way the better lies', () => {
    // From 34 days to 10: 22 of 24 days are gone at 12.
    expect(read({ baseline: 34, target: 10, direction: 'down' }, { on: '2026-07-06', value: 12 }).progress).toBeCloseTo(
      22 / 24,
      9,
    );
    expect(read({ baseline: 34, target: 10, direction: 'down' }, { on: '2026-07-06', value: 40 }).progress).toBeCloseTo(
      -0.25,
      9,
    );
  });

  it('of "x of y" compares shares', () => {
    // From 2 of 4 (0.5) to 9 of 10 (0.9); 7 of 10 is half way.
    const ratio = { form: 'ratio', baseline: 2, baselineOf: 4, target: 9, targetOf: 10 } as const;
    expect(read(ratio, { on: '2026-07-06', value: 7, of: 10 }).progress).toBeCloseTo(0.5, 9);
    expect(read(ratio, { on: '2026-07-06', value: 7 })).toMatchObject({ state: 'no-reading', progress: null });
  });

  it('of yes/no is 0 or 1', () => {
    const yesNo = { form: 'yes-no', baseline: 0, target: 1 } as const;
    expect(read(yesNo, { on: '2026-07-06', value: 1 }).state).toBe('met');
    expect(read(yesNo, { on: '2026-07-06', value: 0 }).progress).toBe(0);
  });

  it.each([
    ['up', 80, 'met'],
    ['up', 85, 'met'],
    ['up', 79, 'off'],
    ['down', 79, 'met'],
    ['down', 81, 'off'],
  ] as const)('where 80 is to be held and better is %s, %f is %s', (direction, value, state) => {
    expect(read({ baseline: 80, target: 80, direction }, { on: '2026-07-06', value }).state).toBe(state);
  });
});

describe('expected progress', () => {
  const expected = (on: string, more: Parameters<typeof read>[2] = {}): number | null =>
    read({}, { on, value: 0 }, more).expected;

  it('is straight from the start to the due date, and neither below 0 nor above 1', () => {
    expect(['2026-06-20', '2026-07-01', '2026-07-04', '2026-07-11', '2026-08-01'].map((on) => expected(on))).toEqual([
      0, 0, 0.3, 1, 1,
    ]);
  });

  it("follows the criterion's own milestones where it has some", () => {
    // 10 % by 5 July, 30 % by 9 July, then straight to the target on 11 July.
    const milestones = { '2026-07-05': 10, '2026-07-09': 30 };
    for (const [on, value] of [
      ['2026-07-03', 0.05],
      ['2026-07-05', 0.1],
      ['2026-07-07', 0.2],
      ['2026-07-10', 0.65],
    ] as const) {
      expect(expected(on, { milestones })).toBeCloseTo(value, 9);
    }
  });

  it('runs from a milestone that lies before the start, as the start adds nothing to it', () => {
    // 10 % on 25 June and the target on 11 July, 16 days later: half way on 3 July is 55 %.
    expect(expected('2026-07-03', { milestones: { '2026-06-25': 10 } })).toBeCloseTo(0.55, 9);
  });

  it('is a step where the due date is not after the start', () => {
    for (const start of ['2026-07-11', '2026-08-01', null]) {
      expect(expected('2026-07-10', { start })).toBe(0);
      expect(expected('2026-07-11', { start })).toBe(1);
    }
  });
});
