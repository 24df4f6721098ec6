import { describe, expect, it } from 'vitest';

import { findRelated } from '../../../../src/shared/analysis/suggest/related.ts';
import { related } from '../../../support/related-words.ts';
import { createTermReader } from '../../../../src/shared/analysis/suggest/text-terms.ts';

const words = ['bicycle', 'bike', 'harbour', 'instruct', 'qwrtz', 'teacher', 'vehicle'];
const stems = words.map((word) => createTermReader('en')(word).terms[0] ?? '');
const named = (language: string) =>
  findRelated(stems, language, related).map(({ a, b, weight }) => ({
    pair: words.filter((_, at) => at === a || at === b).join(' '),
    weight,
  }));

describe('related words', () => {
  it('are those of like meaning, each pair once', () => {
    const pairs = named('en').map(({ pair }) => pair);
    expect(pairs).toEqual(expect.arrayContaining(['bicycle bike', 'bicycle vehicle', 'instruct teacher']));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(pairs.filter((pair) => /harbour|qwrtz/.test(pair))).toEqual([]);
  });

  it('count the more, between 0 and 1, the closer they are', () => {
    const weights = new Map(named('en-GB').map(({ pair, weight }) => [pair, weight]));
    expect(weights.get('bicycle bike')).toBeGreaterThan(weights.get('bicycle vehicle') ?? 1);
    expect([...weights.values()].every((weight) => weight > 0 && weight < 1)).toBe(true);
  });

  it('are known for the language of the table only', () => {
    expect(findRelated(stems, 'de-CH', related)).toEqual([]);
    expect(findRelated(stems, 'en', undefined)).toEqual([]);
  });
});
