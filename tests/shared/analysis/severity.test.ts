import { describe, expect, it } from 'vitest';
import { assessIndicators, assessPatterns, bandOf } from '../../../src/shared/analysis/severity.ts';
import { assessSymptoms } from '../../../src/shared/analysis/symptoms.ts';
import { assessWarnings } from '../../../src/shared/analysis/warnings.ts';
import { Scene } from '../../support/analysis.ts';

function patternOf(scene: Scene, id: string) {
  return assessPatterns(scene.input).find((one) => one.pattern.id === id);
}

describe('severity', () => {
  it('is the mean of the rated indicators: 3, 2 and one not assessed are 62.5, severe, rank 50 at medium', () => {
    const scene = new Scene();
    scene.rates('out-of-step/promise-first', 3);
    scene.rates('out-of-step/no-joins', 2);
    scene.rates('out-of-step/untrained', null);
    for (const inFunction of ['sales', 'product']) {
      scene.says(scene.person(inFunction, 'manager'), 'out-of-step/no-joins');
    }
    expect(patternOf(scene, 'out-of-step')).toMatchObject({
      severity: 62.5,
      band: 'severe',
      confidence: 'medium',
      rank: 50,
    });
  });

  it('does not exist below half of the indicators', () => {
    const scene = new Scene();
    scene.rates('done-to/not-in-room', 4);
    expect(patternOf(scene, 'done-to')).toMatchObject({ severity: null, band: null, rank: null });
    // The second of four makes half: the mean of 4 and 0 is 2 of 4.
    scene.rates('done-to/no-real-cases', 0);
    expect(patternOf(scene, 'done-to')).toMatchObject({ severity: 50 });
  });

  it('of a pattern without evidence moves nothing', () => {
    const scene = new Scene();
    for (const id of ['no-stop-list', 'thin-spread', 'quiet-survivors']) scene.rates(`nothing-stopped/${id}`, 4);
    expect(patternOf(scene, 'nothing-stopped')).toMatchObject({ severity: 100, confidence: 'none', rank: 0 });
  });

  it('of 0 is a figure, and a pattern that nobody rated has none', () => {
    const scene = new Scene();
    for (const id of ['parallel', 'non-constraint']) scene.rates(`everything-at-once/${id}`, 0);
    expect(patternOf(scene, 'everything-at-once')).toMatchObject({ severity: 0, band: 'minor' });
    expect(patternOf(scene, 'complexity-trap')).toMatchObject({ severity: null });
  });

  it('has a band from its lower edge on', () => {
    expect([24.9, 25, 49.9, 50, 74.9, 75].map(bandOf)).toEqual([
      'minor',
      'moderate',
      'moderate',
      'severe',
      'severe',
      'critical',
    ]);
  });

  it("is the lead's, and a second rating 2 or more away is shown", () => {
    const scene = new Scene();
    scene.rates('complexity-trap/layers', 3);
    scene.add('rating', { indicator: 'complexity-trap/layers', value: 1, lead: false, rater: 'Second' });
    scene.add('rating', { indicator: 'complexity-trap/layers', value: 4, lead: false, rater: 'Third' });
    const reading = assessIndicators(scene.input).get('complexity-trap/layers');
    expect(reading?.value).toBe(3);
    expect(reading?.differences.map((one) => [one.rating.rater, one.difference])).toEqual([['Second', -2]]);
  });
});

describe('a symptom', () => {
  it('has the rating of the highest of its indicators, and none while none is rated', () => {
    const scene = new Scene();
    scene.rates('late-constraints/surprise', 1);
    scene.rates('abstract-proposition/untested', 3);
    const said = scene.says(scene.person('sales', 'manager'), 'late-constraints/surprise');
    const [untested, unowned] = assessSymptoms(scene.input);
    expect(untested).toMatchObject({ symptom: { id: 'untested' }, value: 3, support: { evidence: [said.id] } });
    expect(unowned).toMatchObject({ symptom: { id: 'unowned' }, value: null });
  });
});

describe('known before approval', () => {
  it('lists warnings older than the sign-off of their decision, by the day that they were given', () => {
    const scene = new Scene();
    const decision = scene.add('decision', { label: 'D1', signedOffOn: '2026-01-14', standing: 'in-scope' });
    const person = scene.person('service', 'manager');
    const early = scene.says(person, 'late-constraints/surprise', { saidOn: '2026-06-10', warnedOn: '2025-11-03' });
    const objection = scene.says(person, 'late-constraints/rework', { saidOn: '2026-01-13', objection: true });
    scene.says(person, 'late-constraints/surprise', { saidOn: '2026-06-10', warnedOn: '2026-01-14' });
    scene.says(person, 'late-constraints/surprise', { saidOn: '2025-10-01' });
    const [first] = assessWarnings(scene.input);
    expect(first?.decision.id).toBe(decision.id);
    expect(first?.warnings.map((one) => [one.evidence.row.id, one.on, one.reported])).toEqual([
      [early.id, '2025-11-03', true],
      [objection.id, '2026-01-13', false],
    ]);
  });

  it('holds a warning against the decision that it is linked to', () => {
    const scene = new Scene();
    const inScope = scene.add('decision', { position: 1, signedOffOn: '2026-01-14', standing: 'in-scope' });
    const carried = scene.add('decision', { position: 2, signedOffOn: '2026-01-14', standing: 'carried' });
    const priority = scene.add('priority', { decision: carried.id });
    const said = scene.says(scene.person('service', 'manager'), 'late-constraints/surprise', {
      warnedOn: '2025-11-03',
    });
    scene.add('evidenceLink', { evidence: said.id, priority: priority.id });
    expect(assessWarnings(scene.input).map((one) => [one.decision.id, one.warnings.length])).toEqual([
      [inScope.id, 0],
      [carried.id, 1],
    ]);
  });
});
