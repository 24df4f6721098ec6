/** A second reader: rates apart, is compared, and what was settled counts while both ratings stay as they were. */
import { expect, it } from 'vitest';
import {
  compareReaders,
  isOpen,
  secondReaders,
  settleAt,
  settleBy,
} from '../../../../src/renderer/features/patterns/compare.ts';
import { leadOf, ownRating, rate } from '../../../../src/renderer/features/patterns/rate.ts';
import { assessPatterns } from '../../../../src/shared/analysis/severity.ts';
import { applyChanges } from '../../../../src/shared/model/apply-changes.ts';
import type { ClientData } from '../../../../src/shared/model/index.ts';
import { Scene } from '../../../support/analysis.ts';

function twoReaders() {
  const scene = new Scene();
  const [one, two] = [...scene.kit.indicators.keys()].slice(0, 2) as [string, string];
  let count = 0;
  const newId = () => `ffffffff-0000-7000-8000-${String((count += 1)).padStart(12, '0')}`;
  const engagement = scene.data.engagement[0]?.id ?? '';
  const lead = { engagement, newId, name: 'Ines' };
  const second = { engagement, newId, name: 'Jonas', second: true };
  let { data } = scene;
  const rates = (who: typeof lead | typeof second, indicator: string, value: number): void => {
    data = applyChanges(data, rate(data.rating, indicator, value, who));
  };
  rates(lead, one, 3);
  rates(lead, two, 0);
  rates(second, one, 2);
  rates(second, two, 3);
  const settling = { engagement, newId, today: '2026-09-18' };
  const compare = (now: ClientData) => compareReaders(now, 'Jonas', scene.kit);
  return { scene, data, one, two, second, settling, compare };
}

it('keeps the second rating apart from the one that counts', () => {
  const { scene, data, two, second } = twoReaders();
  expect(leadOf(data.rating, two)?.value).toBe(0);
  expect(ownRating(data.rating, two, second)?.value).toBe(3);
  const values = assessPatterns({ ...scene.input, data }).flatMap(({ indicators }) => indicators);
  expect(values.find(({ indicator }) => indicator.id === two)?.value).toBe(0);
  expect(secondReaders(data)).toEqual(['Jonas']);
});

it('shows open differences of two and more first', () => {
  const { data, one, two, compare } = twoReaders();
  expect(compare(data).map((row) => [row.id, row.difference, isOpen(row)])).toEqual([
    [two, 3, true],
    [one, 1, false],
  ]);
});

it('lets the second rating count, or a new one, and both stay as they were rated', () => {
  const { data, two, settling, compare } = twoReaders();
  const open = (now: ClientData) => compare(now).find(({ id }) => id === two);
  const before = open(data);
  if (before === undefined || before.second === null) throw new Error('it was rated by both');
  const taken = applyChanges(data, settleBy(before, before.second, settling));
  expect(leadOf(taken.rating, two)).toMatchObject({ value: 3, rater: 'Jonas', settledOn: '2026-09-18' });
  const after = open(taken);
  expect([after?.first?.value, after?.second?.value, after && isOpen(after)]).toEqual([0, 3, false]);
  if (after === undefined) throw new Error('it is still compared');
  const agreed = applyChanges(taken, settleAt(after, 2, settling));
  expect(leadOf(agreed.rating, two)).toMatchObject({ value: 2, rater: 'Ines and Jonas' });
  const last = open(agreed);
  expect([last?.first?.value, last?.second?.value]).toEqual([0, 3]);
  if (last === undefined) throw new Error('it is still compared');
  const again = applyChanges(agreed, settleAt(last, 1, settling));
  expect(again.rating.filter(({ indicator }) => indicator === two)).toHaveLength(3);
  expect(leadOf(again.rating, two)?.value).toBe(1);
});
