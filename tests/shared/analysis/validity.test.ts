/** How long the document holds, and criteria that ask for a refresh. */
import { describe, expect, it } from 'vitest';
import { assessValidity, missedTwice } from '../../../src/shared/analysis/validity.ts';
import { Scene } from '../../support/analysis.ts';

describe('the document', () => {
  const on = (today: string, scene: Scene) => assessValidity({ ...scene.input, today });

  it('issued on 25 June holds for two to three quarters: it is in week 14 on 30 September', () => {
    const scene = new Scene();
    scene.add('issue', { number: '1.0', issuedOn: '2026-06-25' });
    expect(on('2026-09-30', scene)).toEqual({
      from: '2026-06-25',
      issued: true,
      refreshFrom: '2026-12-25',
      until: '2027-03-25',
      week: 14,
      state: 'valid',
    });
    expect(on('2026-12-25', scene)?.state).toBe('refresh-due');
    expect(on('2027-03-26', scene)?.state).toBe('expired');
  });

  it('not issued yet shows its window from the planned day, up to the day that was agreed', () => {
    const scene = new Scene({ plannedIssueOn: '2026-06-26', validUntil: '2027-01-31' });
    expect(on('2026-06-16', scene)).toMatchObject({ issued: false, week: null, until: '2027-01-31', state: 'planned' });
    expect(on('2026-06-16', new Scene())).toBeNull();
  });
});

describe('a criterion missed at two reviews', () => {
  it('is told by the readings of those days, not by later ones', () => {
    const scene = new Scene();
    const priority = scene.add('priority', { startOn: '2026-07-01' });
    const criterion = scene.add('criterion', { priority: priority.id, baseline: 0, target: 10, dueOn: '2026-08-31' });
    const reviews = ['2026-09-30', '2026-12-15'].map((day) => scene.add('review', { on: day }));
    const [first] = reviews.map((review) =>
      scene.add('reading', { criterion: criterion.id, review: review.id, value: 5 }),
    );
    expect(missedTwice(scene.input)).toEqual([criterion.id]);
    scene.add('reading', { criterion: criterion.id, on: '2027-01-10', value: 10 });
    expect(missedTwice(scene.input)).toEqual([criterion.id]);
    scene.change('reading', first?.id ?? '', { value: 10 });
    expect(missedTwice(scene.input)).toEqual([]);
  });
});
