import { expect, it } from 'vitest';
import { findChoiceSentences } from '../../../src/shared/analysis/choice-sentences.ts';

const kinds = (text: string): string[] => findChoiceSentences(text, 'en-GB').map(({ kind }) => kind);

it('a sentence that says what waits, stops or gives way sounds like a choice', () => {
  expect(kinds('Scheduling 2.0 waits until every new site can be metered.')).toEqual(['waits']);
  expect(kinds('We will not add people to functions that build machines.')).toEqual(['stops']);
  expect(kinds('We sell the hours avoided instead of the number of seats.')).toEqual(['instead']);
});

it('a value, a heading and a plain fact do not', () => {
  expect(
    kinds('Innovation remains a value we share across every team. We no longer sell. It was a good year.'),
  ).toEqual([]);
});

it('only the sentence itself is meant, and its mark outlives another case and other spaces', () => {
  const text = 'It was a good year for us.  We never  name a price before the audit.';
  const [found] = findChoiceSentences(text, 'en');
  expect(found?.text).toBe('We never  name a price before the audit.');
  expect(findChoiceSentences('WE NEVER NAME A PRICE BEFORE THE AUDIT!', 'en')[0]?.mark).toBe(found?.mark);
});

it('nothing is suggested in a language without words for it', () => {
  expect(findChoiceSentences('We no longer sell machines to anybody new.', 'fi')).toEqual([]);
});
