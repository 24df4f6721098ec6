/** Whether a decision is a choice. */
import { expect, it } from 'vitest';
import { assessChoice } from '../../../src/shared/analysis/choice-tests.ts';
import { Scene } from '../../support/analysis.ts';

const scene = new Scene();
const faults = (fields: { statement: string; insteadOf?: string; givesWay?: string }) =>
  assessChoice(scene.add('decision', { label: 'D1', ...fields }), scene.kit).map(({ test }) => test);

it('a theme word alone is no choice, and nothing else is asked of it', () => {
  expect(faults({ statement: 'Customer centricity' })).toEqual(['theme']);
  expect(faults({ statement: 'More growth through innovation' })).toEqual(['theme']);
});

it('a sentence without an opposite and without a loser is told both', () => {
  expect(faults({ statement: 'From July customers are offered outcome contracts.' })).toEqual(['opposite', 'loss']);
});

it('the opposite may stand in the sentence or in its field, the loser in its own', () => {
  const said = 'The fee follows the downtime we avoid, not the seats we license.';
  expect(faults({ statement: said })).toEqual(['loss']);
  expect(faults({ statement: said, givesWay: 'Perpetual licences' })).toEqual([]);
  const plain = { statement: 'Customers are offered outcome contracts.', givesWay: 'Perpetual licences' };
  expect(faults({ ...plain, insteadOf: 'Licences by seat' })).toEqual([]);
});

it('nothing is asked while nothing was typed', () => {
  expect(faults({ statement: '  ' })).toEqual([]);
});

it('the words of a fault name the decision as soon as it has a label', () => {
  const unlabelled = scene.add('decision', { statement: 'Innovation' });
  expect(assessChoice(unlabelled, scene.kit)[0]?.sentence).toMatch(/^This is a theme and no choice/u);
});
