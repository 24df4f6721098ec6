/** Interviews at the same time. */
import { expect, it } from 'vitest';
import { assessClashes } from '../../../src/shared/analysis/clashes.ts';
import { Scene } from '../../support/analysis.ts';

function sceneWith(second: Readonly<Record<string, unknown>>) {
  const scene = new Scene();
  const person = scene.add('stakeholder', {}).id;
  // The guide for the front line takes 45 minutes.
  const first = scene.add('interview', { plannedOn: '2026-06-19', plannedTime: '09:00', guide: 'front-line' }).id;
  const other = scene.add('interview', { plannedOn: '2026-06-19', ...second }).id;
  for (const interview of [first, other]) scene.add('participant', { interview, person });
  return { person, first, other, clashes: assessClashes(scene.data, scene.kit) };
}

it('tells whoever would have to be in both, on both', () => {
  const { person, first, other, clashes } = sceneWith({ plannedTime: '09:30' });
  expect(clashes.get(first)).toEqual([{ interview: other, people: [person] }]);
  expect(clashes.get(other)).toEqual([{ interview: first, people: [person] }]);
});

it.each([
  ['begins when the other ends', { plannedTime: '09:45' }],
  ['is on another day', { plannedTime: '09:30', plannedOn: '2026-06-20' }],
  ['has no time yet', {}],
  ['was held already', { plannedTime: '09:30', status: 'done', heldOn: '2026-06-19' }],
])('nothing clashes with one that %s', (_, second) => {
  expect(sceneWith(second).clashes.size).toBe(0);
});
