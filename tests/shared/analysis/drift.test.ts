/** Drift: its three parts, what happens when one of them has nothing to count, and its bands. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessDrift, composeDrift, driftBand } from '../../../src/shared/analysis/drift.ts';
import { Scene } from '../../support/analysis.ts';

const none = { count: 0, of: 0 };

describe('drift', () => {
  it('of the pictured review is 32: 18.2 from criteria, 8.9 from new work, 5 from stops', () => {
    // 50 × 4/11 = 18.18, 30 × 18/61 = 8.85, 20 × 1/4 = 5.
    const drift = composeDrift({
      criteria: { count: 4, of: 11 },
      orphans: { count: 18, of: 61 },
      stops: { count: 1, of: 4 },
    });
    expect(drift.parts.map((part) => part.points?.toFixed(1))).toEqual(['18.2', '8.9', '5.0']);
    expect(drift.value?.toFixed(0)).toBe('32');
    expect(drift.band).toBe('drifting');
  });

  it('rescales when a part has nothing to count, and says which', () => {
    // Criteria 1 of 2 and stops 1 of 1: (50 × 0.5 + 20 × 1) ÷ 0.7 = 64.3.
    const drift = composeDrift({ criteria: { count: 1, of: 2 }, orphans: none, stops: { count: 1, of: 1 } });
    expect(drift.value).toBeCloseTo(45 / 0.7, 9);
    expect(drift.dropped).toEqual(['orphans']);
  });

  it('does not exist without criteria', () => {
    const drift = composeDrift({ criteria: none, orphans: { count: 1, of: 1 }, stops: { count: 1, of: 1 } });
    expect(drift).toMatchObject({ value: null, band: null });
  });

  it.each([
    [0, 'on-course'],
    [19.9, 'on-course'],
    [20, 'drifting'],
    [44.9, 'drifting'],
    [45, 'disconnected'],
    [100, 'disconnected'],
  ])('of %f is %s', (value, band) => {
    expect(driftBand(value)).toBe(band);
  });

  it('lies between 0 and 100 whatever is counted', () => {
    const share = fc.nat(40).chain((of) => fc.record({ count: fc.nat(of), of: fc.constant(of) }));
    fc.assert(
      fc.property(share, share, share, (criteria, orphans, stops) => {
        const { value } = composeDrift({ criteria, orphans, stops });
        const fits = value === null ? criteria.of === 0 : criteria.of > 0 && value >= 0 && value <= 100;
        expect(fits).toBe(true);
      }),
    );
  });
});

describe('the parts of drift', () => {
  function reviewed(): Scene {
    const scene = new Scene();
    const priority = scene.add('priority', { startOn: '2026-07-01' });
    const criterion = scene.add('criterion', { priority: priority.id, baseline: 0, target: 10, dueOn: '2026-12-31' });
    scene.add('issue', { number: '1.0', issuedOn: '2026-06-26' });
    scene.add('review', { on: '2026-09-30' });
    scene.add('reading', { criterion: criterion.id, on: '2026-09-30', value: 10 });
    return scene;
  }
  const exported = (scene: Scene, exportedOn: string): void =>
    scene.change('source', scene.data.source[0]?.id ?? '', { exportedOn });
  const driftOf = (scene: Scene) => assessDrift({ ...scene.input, today: '2026-09-30' });
  const part = (scene: Scene, name: string) => driftOf(scene).parts.find((one) => one.part === name);

  it('counts criteria that are behind, off, missed or without a reading', () => {
    const scene = reviewed();
    const [priority] = scene.data.priority;
    scene.add('criterion', { priority: priority?.id ?? '', baseline: 0, target: 10, dueOn: '2026-12-31' });
    expect(part(scene, 'criteria')).toMatchObject({ count: 1, of: 2 });
  });

  it('counts as new what came with a later import or was created after the issue; the work before it is not drift', () => {
    const scene = reviewed();
    const decision = scene.add('decision', {});
    scene.item({ createdOn: '2026-06-26' });
    scene.item({ createdOn: '2026-06-27' });
    scene.item({ newAtReview: true, status: 'done' });
    scene.itemFor(decision, { newAtReview: true });
    scene.item({ newAtReview: true, keepsLightsOn: true });
    scene.item({ newAtReview: true, goneOn: '2026-09-30' });
    exported(scene, '2026-09-30');
    expect(part(scene, 'orphans')).toMatchObject({ count: 2, of: 4 });
    const { traced, 'lights-on': lightsOn } = driftOf(scene).newItems;
    expect([traced.length, lightsOn.length]).toEqual([1, 1]);
  });

  it('does not count as new what an import before the last baseline brought', () => {
    const scene = reviewed();
    scene.item({ newAtReview: true, judged: false, createdOn: '2026-06-01' });
    exported(scene, '2026-06-26');
    expect(driftOf(scene)).toMatchObject({ provisional: false, dropped: ['orphans', 'stops'] });
    exported(scene, '2026-06-27');
    expect(part(scene, 'orphans')).toMatchObject({ count: 1, of: 1 });
  });

  it('takes the review before as the baseline of the next one', () => {
    const scene = reviewed();
    scene.add('review', { on: '2026-12-15' });
    expect(assessDrift({ ...scene.input, today: '2026-12-15' }).since).toBe('2026-09-30');
    expect(driftOf(reviewed()).since).toBe('2026-06-26');
  });

  it('is provisional while new items are unjudged', () => {
    const scene = reviewed();
    const item = scene.item({ newAtReview: true, judged: false });
    exported(scene, '2026-09-30');
    expect(driftOf(scene).provisional).toBe(true);
    scene.change('backlogItem', item.id, { judged: true });
    expect(driftOf(scene).provisional).toBe(false);
  });

  it('counts a stop whose date has passed as running when it was read so, or when open items hang on it', () => {
    const scene = reviewed();
    scene.add('stop', { what: 'Demos', from: '2026-06-29', state: 'running' });
    scene.add('stop', { what: 'Discounts', from: '2026-06-29', state: 'stopped' });
    scene.add('stop', { what: 'From today', from: '2026-09-30', state: 'running' });
    const unread = scene.add('stop', { what: 'Surveys', from: '2026-07-01' });
    expect(part(scene, 'stops')).toMatchObject({ count: 1, of: 2 });
    const item = scene.item({});
    scene.add('itemLink', { item: item.id, stop: unread.id });
    expect(part(scene, 'stops')).toMatchObject({ count: 2, of: 3 });
  });

  it('do not depend on the order of the rows', () => {
    const scene = reviewed();
    for (const state of ['running', 'stopped', null] as const) scene.add('stop', { from: '2026-07-01', state });
    for (let at = 0; at < 4; at += 1) scene.item({ newAtReview: true, keepsLightsOn: at % 2 === 0 });
    const reversed = Object.fromEntries(Object.entries(scene.data).map(([name, rows]) => [name, rows.toReversed()]));
    const data = reversed as unknown as typeof scene.data;
    const today = '2026-09-30';
    expect(assessDrift({ ...scene.input, data, today })).toEqual(assessDrift({ ...scene.input, today }));
  });
});
