import { expect, it } from 'vitest';
import { applyChanges } from '../../../src/shared/model/apply-changes.ts';
import { insertRow } from '../../../src/shared/model/change.ts';
import { emptyData, scopeTo } from '../../../src/shared/model/index.ts';
import { renewEngagement } from '../../../src/shared/model/renew.ts';

const id = (name: string): string => `01890000-0000-7000-8000-${name.padStart(12, '0')}`;
const old = id('1');
const here = { engagement: old };

const before = applyChanges(emptyData(), [
  insertRow('engagement', old, { title: 'First', sponsor: id('2'), startOn: '2026-01-05' }),
  insertRow('stakeholder', id('2'), { ...here, role: 'Managing Director', chosenOn: '2026-01-01' }),
  insertRow('decision', id('3'), { ...here, label: 'D1', title: 'Sell outcomes', standing: 'in-scope' }),
  insertRow('priority', id('4'), {
    ...here,
    decision: id('3'),
    title: 'Renew on outcomes',
    owner: id('2'),
    ownerAnswer: 'accepted',
    startOn: '2026-02-01',
  }),
  insertRow('criterion', id('5'), { ...here, priority: id('4'), metric: 'Signed', baseline: 1, target: 6 }),
  insertRow('stop', id('6'), { ...here, priority: id('4'), what: 'Demos', state: 'stopped' }),
  insertRow('stop', id('7'), { ...here, priority: id('4'), what: 'Discounts', state: 'running' }),
  insertRow('evidence', id('8'), { ...here, text: 'It never worked' }),
]);
const [engagement] = before.engagement;

function renewed() {
  let last = 100;
  if (engagement === undefined) throw new Error('there is an engagement');
  const changes = renewEngagement(before, engagement, {
    id: id('50'),
    newId: () => id(String(++last)),
    lastValues: new Map([[id('5'), 4]]),
  });
  return scopeTo(applyChanges(before, changes), id('50'));
}

it('the map goes over with its links, and points to the new rows only', () => {
  const { engagement: made, stakeholder, decision, priority, criterion } = renewed();
  expect(made).toMatchObject([{ title: 'First', previous: old, sponsor: stakeholder[0]?.id, startOn: null }]);
  expect(priority).toMatchObject([
    { title: 'Renew on outcomes', decision: decision[0]?.id, owner: stakeholder[0]?.id },
  ]);
  expect(criterion).toMatchObject([{ priority: priority[0]?.id, metric: 'Signed' }]);
});

it('criteria start where they were read last, and owners are asked again', () => {
  const { criterion, priority } = renewed();
  expect(criterion[0]).toMatchObject({ baseline: 4, target: 6 });
  expect(priority[0]).toMatchObject({ ownerAnswer: null, startOn: null });
});

it('what was carried out and what was found stays with the old engagement', () => {
  const { stop, evidence } = renewed();
  expect(stop.map(({ what }) => what)).toEqual(['Discounts']);
  expect(evidence).toEqual([]);
});
