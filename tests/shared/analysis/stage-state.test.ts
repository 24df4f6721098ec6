import { describe, expect, it } from 'vitest';
import { dueDates } from '../../../src/shared/analysis/due-dates.ts';
import { analyse } from '../../../src/shared/analysis/index.ts';
import type { ReadinessFinding, Stage } from '../../../src/shared/analysis/readiness/finding.ts';
import { stageStates } from '../../../src/shared/analysis/stage-state.ts';
import { Scene } from '../../support/analysis.ts';
import { cleanEngagement, cleanOptions } from '../../support/clean-engagement.ts';

/** What stands beside the stages, after checks were found there. */
function read(scene: Scene, findings: readonly ReadinessFinding[] = [], options = {}) {
  const figures = analyse(scene.input, { ...options, suggestions: {} });
  return stageStates(scene.data, { ...figures, readiness: findings });
}

function finding(stage: Stage, severity: ReadinessFinding['severity'], more = {}): ReadinessFinding {
  return { code: 'R1', severity, sentence: '', place: { entity: 'client', id: '', stage }, params: {}, ...more };
}

describe('the states of the stages', () => {
  it('are empty in a new engagement, whatever its checks say', () => {
    const states = read(new Scene({ title: 'New', tier: 'SF-3' }), [finding(1, 'blocker'), finding(6, 'warning')]);
    expect(states.map(({ stage, state, fact }) => [stage, state, fact])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((stage) => [stage, 'empty', null]),
    );
  });

  it('are full where a stage has all it asks for and no blocker', () => {
    const clean = cleanEngagement();
    const states = read(clean.scene, [], cleanOptions(clean));
    // The sponsor of this engagement is not named, its patterns are rated in part, and nothing was reviewed yet.
    expect(states.map((one) => one.state)).toEqual(['half', 'full', 'full', 'half', 'full', 'full', 'full', 'empty']);
    expect(states.map((one) => one.fact?.fact)).toEqual([
      undefined,
      undefined,
      'progress',
      'progress',
      'confirmed',
      undefined,
      'ready',
      undefined,
    ]);
  });

  it('are half while a blocker stands, which comes before any other fact', () => {
    const { scene } = cleanEngagement();
    const states = read(scene, [finding(5, 'blocker'), finding(5, 'blocker'), finding(5, 'warning')]);
    expect(states[4]).toEqual({ stage: 5, state: 'half', fact: { fact: 'checks', severity: 'blocker', count: 2 } });
    expect(states[6]).toMatchObject({ state: 'half', fact: { fact: 'draft' } });
  });

  it('name warnings where there is nothing better to say, but none that was accepted', () => {
    const { scene } = cleanEngagement();
    const accepted = { accepted: { reason: 'known', by: 'Ruth' } };
    const states = read(scene, [finding(2, 'warning'), finding(2, 'warning', accepted), finding(5, 'warning')]);
    expect(states[1]).toEqual({ stage: 2, state: 'full', fact: { fact: 'checks', severity: 'warning', count: 1 } });
    expect(states[4]?.fact).toEqual({ fact: 'confirmed' });
  });

  it('count the interviews that were held', () => {
    const { scene } = cleanEngagement();
    scene.add('interview', { status: 'planned', plannedOn: '2026-06-19' });
    expect(read(scene)[2]).toEqual({ stage: 3, state: 'half', fact: { fact: 'progress', done: 4, of: 5 } });
  });

  it('bear the number of the last issue, and the day of the review after the last one held', () => {
    const { scene } = cleanEngagement();
    scene.add('issue', { number: '1.0', issuedOn: '2026-06-26' });
    scene.add('review', { on: '2026-09-30', refresh: 'keep' });
    scene.add('plannedReview', { on: '2026-12-15' });
    const states = read(scene, [finding(6, 'blocker')]);
    expect(states[6]).toEqual({ stage: 7, state: 'full', fact: { fact: 'issued', number: '1.0' } });
    expect(states[7]).toEqual({ stage: 8, state: 'full', fact: { fact: 'next', on: '2026-12-15' } });
  });
});

describe('what is due', () => {
  it('is what the plan dates from today on, the nearest first', () => {
    const scene = new Scene({ title: 'T', startOn: '2026-06-01', endOn: '2026-06-26', plannedIssueOn: '2026-06-26' });
    const person = scene.add('stakeholder', { name: 'Vera Singh', role: 'VP Sales' });
    const interview = scene.add('interview', { status: 'planned', plannedOn: '2026-06-16' });
    scene.add('participant', { interview: interview.id, person: person.id });
    scene.add('interview', { status: 'done', plannedOn: '2026-06-17', title: 'Held' });
    scene.add('plannedReview', { on: '2026-08-15' });
    scene.add('plannedReview', { on: '2026-08-16', note: 'Too far ahead' });
    scene.add('milestone', {
      initiative: scene.add('initiative', { title: 'I' }).id,
      on: '2026-07-01',
      what: 'Trained',
    });
    expect(dueDates(scene.input, 60)).toEqual([
      { on: '2026-06-16', kind: 'interview', says: 'VP Sales' },
      { on: '2026-06-26', kind: 'end', says: 'End of the engagement' },
      { on: '2026-06-26', kind: 'handover', says: 'Hand over 1.0' },
      { on: '2026-07-01', kind: 'milestone', says: 'Trained' },
      { on: '2026-08-15', kind: 'review', says: 'Review 1' },
    ]);
  });

  it('is nothing of the terms once the engagement is closed', () => {
    const scene = new Scene({ title: 'T', endOn: '2026-06-26', plannedIssueOn: '2026-06-26', closedOn: '2026-06-15' });
    expect(dueDates(scene.input, 60)).toEqual([]);
  });
});
