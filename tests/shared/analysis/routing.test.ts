/** The routing: the first rule that holds, what it needs, how the gap is named, and the overrule. */
import { describe, expect, it } from 'vitest';
import { assessRouting, type Routing } from '../../../src/shared/analysis/routing.ts';
import { assessPatterns } from '../../../src/shared/analysis/severity.ts';
import { type Heard, Scene } from '../../support/analysis.ts';

type Plan = {
  /** Rating of every indicator of these patterns, 0 to 4, by id. */
  readonly patterns: Readonly<Record<string, number>>;
  /** Ratings of the axes in kit order. */
  readonly axes: readonly (number | null)[];
  /** Independent sources behind the first axis. */
  readonly sources?: number;
  readonly engagement?: Partial<Scene['engagement']>;
};

const bothTranslation = (rating: number) => ({ 'stale-backlog': rating, 'missing-translation': rating });

function route({ patterns, axes, sources = 0, engagement = {} }: Plan): Routing {
  const scene = new Scene(engagement);
  const people: readonly Heard[] = [scene.person('sales', 'executive'), scene.person('service', 'front-line')];
  for (const [id, rating] of Object.entries(patterns)) {
    for (const indicator of scene.kit.patterns.get(id)?.indicators ?? []) {
      scene.rates(`${id}/${indicator.id}`, rating);
      for (const person of people) scene.says(person, `${id}/${indicator.id}`);
    }
  }
  for (const [at, value] of axes.entries()) {
    scene.add('axisRating', { axis: scene.kit.content.axes[at]?.id ?? '', value });
  }
  const axis = scene.kit.content.axes[0]?.id ?? null;
  for (const person of people.slice(0, sources)) {
    const evidence = scene.add('evidence', { interview: person.interview, speaker: person.id });
    scene.add('evidenceLink', { evidence: evidence.id, axis });
  }
  return assessRouting(scene.input, assessPatterns(scene.input));
}

describe('the routing', () => {
  it('of the pictured engagement is to intervene: a translation gap, structural', () => {
    // Ratings 4 3 3, 4 3 3 and 3 2 3: severities 83.3, 83.3 and 66.7, mean 77.8. Axes 1 2 2 1: mean 1.5.
    const scene = new Scene();
    const people = [
      scene.person('sales', 'executive'),
      scene.person('service', 'front-line'),
      scene.person('product', 'manager'),
    ];
    const ratings = { 'missing-translation': [4, 3, 3], 'stale-backlog': [4, 3, 3], 'board-grade-strategy': [3, 2, 3] };
    for (const [id, values] of Object.entries(ratings)) {
      const indicators = scene.kit.patterns.get(id)?.indicators ?? [];
      for (const [at, value] of values.entries()) scene.rates(`${id}/${indicators[at]?.id ?? ''}`, value);
      for (const person of people) scene.says(person, `${id}/${indicators[0]?.id ?? ''}`);
    }
    for (const [at, value] of [1, 2, 2, 1].entries())
      scene.add('axisRating', { axis: scene.kit.content.axes[at]?.id ?? '', value });
    const routing = assessRouting(scene.input, assessPatterns(scene.input));
    expect(routing).toMatchObject({
      recommendation: 'intervene',
      final: 'intervene',
      gap: 'translation',
      nature: 'structural',
    });
    expect(routing.figures.translation).toBeCloseTo(77.777_777, 5);
    expect(routing.figures.axisMean).toBe(1.5);
    expect(routing.rules.map((rule) => [rule.holds, rule.reached, rule.decides])).toEqual([
      [false, true, false],
      [false, true, false],
      [true, true, true],
      [false, false, false],
    ]);
  });

  it('says strategy first for an axis of 3 with two sources, however well translation would fit', () => {
    const routing = route({ patterns: bothTranslation(4), axes: [3, 0, 0, 0], sources: 2 });
    expect(routing).toMatchObject({ recommendation: 'strategy-first', gap: 'strategy' });
    expect(routing.figures.sourcedAxes).toEqual(['positioning']);
  });

  it('says strategy first from a mean of 2.5 over the axes, with no source at all', () => {
    expect(route({ patterns: bothTranslation(4), axes: [2, 2, 3, 3] }).recommendation).toBe('strategy-first');
    expect(route({ patterns: bothTranslation(4), axes: [2, 2, 2, 3] }).recommendation).toBe('intervene-then-diagnose');
  });

  it('says intervene now, diagnose next for an axis of 3 on one source and translation from 40', () => {
    // Ratings 3 1 and so on are not needed: 2 of 4 everywhere is a severity of 50.
    const routing = route({ patterns: bothTranslation(2), axes: [3, 1, 1, 1], sources: 1 });
    expect(routing).toMatchObject({ recommendation: 'intervene-then-diagnose', gap: 'translation' });
  });

  it('looks elsewhere below 40, at the patterns outside the family, and asks for a second source on a strong axis', () => {
    // 1 of 4 is 25, below 40. "Nothing was stopped" at 3 of 4 is 75.
    const routing = route({
      patterns: { ...bothTranslation(1), 'nothing-stopped': 3 },
      axes: [3, 1, 1, 1],
      sources: 1,
    });
    expect(routing).toMatchObject({
      recommendation: 'look-elsewhere',
      gap: 'system',
      secondSourceFor: ['positioning'],
    });
    expect(routing.lookAt.map((one) => one.pattern.id)).toEqual(['nothing-stopped']);
  });

  it('calls a gap tactical while one function or one level stands behind its top pattern', () => {
    const scene = new Scene();
    const people = [scene.person('sales', 'executive'), scene.person('sales', 'front-line')];
    for (const id of Object.keys(bothTranslation(4))) {
      for (const { id: indicator } of scene.kit.patterns.get(id)?.indicators ?? []) {
        scene.rates(`${id}/${indicator}`, 4);
        for (const person of people) scene.says(person, `${id}/${indicator}`);
      }
    }
    for (const { id } of scene.kit.content.axes) scene.add('axisRating', { axis: id, value: 1 });
    expect(assessRouting(scene.input, assessPatterns(scene.input))).toMatchObject({
      gap: 'translation',
      nature: 'tactical',
    });
    scene.change('stakeholder', people[1]?.id ?? '', { function: 'service' });
    expect(assessRouting(scene.input, assessPatterns(scene.input))).toMatchObject({ nature: 'structural' });
  });

  it('calls it an effort gap when no pattern elsewhere reaches 50', () => {
    const routing = route({ patterns: { ...bothTranslation(1), 'nothing-stopped': 1 }, axes: [1, 1, 1, 1] });
    expect(routing).toMatchObject({ recommendation: 'look-elsewhere', gap: 'effort' });
  });

  it.each([
    [
      'the second translation pattern',
      { patterns: { 'stale-backlog': 4 }, axes: [1, 1, 1, 1] },
      { translationRated: 1, axes: [] },
    ],
    [
      'an axis',
      { patterns: bothTranslation(4), axes: [3, 3, 3, null], sources: 2 },
      { translationRated: 2, axes: ['demand'] },
    ],
  ])('recommends nothing while %s is missing, and says so', (_, plan, missing) => {
    const routing = route(plan);
    expect(routing).toMatchObject({ recommendation: null, gap: null, final: null, missing });
    expect(routing.rules.every((rule) => rule.holds === null && !rule.decides)).toBe(true);
  });

  it('is not moved by translation patterns without evidence: it asks for evidence', () => {
    const scene = new Scene();
    for (const id of Object.keys(bothTranslation(4))) {
      for (const indicator of scene.kit.patterns.get(id)?.indicators ?? []) scene.rates(`${id}/${indicator.id}`, 4);
    }
    for (const { id } of scene.kit.content.axes) scene.add('axisRating', { axis: id, value: 1 });
    const routing = assessRouting(scene.input, assessPatterns(scene.input));
    expect(routing.recommendation).toBeNull();
    expect(routing.missing).toMatchObject({ translationRated: 2, axes: [], translationEvidence: true });
  });

  it('gives way to an overrule with a reason only', () => {
    const plan = { patterns: bothTranslation(4), axes: [1, 1, 1, 1] };
    const to = 'look-elsewhere';
    expect(route({ ...plan, engagement: { routingOverrule: to } })).toMatchObject({
      final: 'intervene',
      overrule: { inForce: false },
    });
    expect(
      route({ ...plan, engagement: { routingOverrule: to, routingReason: 'The board is about to change' } }),
    ).toMatchObject({
      recommendation: 'intervene',
      final: to,
      overrule: { to, reason: 'The board is about to change', inForce: true },
    });
  });
});
