/** The terms of an engagement. */
import { describe, expect, it } from 'vitest';
import { assessAlone, proposeEnds } from '../../../src/shared/analysis/terms.ts';
import { tierOf } from '../../../src/shared/method/kit.ts';
import { Scene } from '../../support/analysis.ts';

const { kit } = new Scene();

describe('the proposed end', () => {
  const ends = (start: string, tier = 'SF-3') => proposeEnds(start, tierOf(kit, tier));

  it('is the Friday of the last week for a Monday, and the last working day of so many weeks otherwise', () => {
    expect(ends('2026-06-08')).toEqual([
      { weeks: 2, on: '2026-06-19' },
      { weeks: 3, on: '2026-06-26' },
    ]);
    expect(ends('2026-06-10').map(({ on }) => on)).toEqual(['2026-06-23', '2026-06-30']);
  });

  it('is not offered by a tier without weeks', () => {
    expect(ends('2026-06-08', 'SF-4')).toEqual([]);
  });
});

describe('doing it alone', () => {
  const alone = (fields: ConstructorParameters<typeof Scene>[0]) => assessAlone(new Scene(fields).engagement);

  it('takes time and distance; without one of them they could not', () => {
    expect(alone({ ownersHaveTime: 'yes', ownersHaveDistance: 'yes' }).answer).toBe('could');
    expect(alone({ ownersHaveTime: 'yes', ownersHaveDistance: 'no' })).toMatchObject({
      answer: 'could-not',
      lacks: ['distance'],
    });
  });

  it('is open while one of them was not asked, and names what to ask', () => {
    expect(alone({ ownersHaveTime: 'yes', ownersHaveDistance: 'unknown' })).toEqual({
      answer: 'unknown',
      lacks: [],
      unknown: ['strategyOwner', 'backlogOwner', 'ownersHaveDistance'],
    });
  });
});
