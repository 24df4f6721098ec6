import { expect, it } from 'vitest';
import { sentenceSpans, wordSpans } from '../../../src/shared/lib/sentences.ts';

const read = (text: string): string[] => sentenceSpans(text).map(({ from, to }) => text.slice(from, to));

it('a sentence ends where the next one begins with a capital, a figure or a quote', () => {
  expect(read('The fee follows. “We begin in July.” 40 % is at risk')).toEqual([
    'The fee follows.',
    '“We begin in July.”',
    '40 % is at risk',
  ]);
});

it('a stop inside a number or before a small letter ends nothing, a line does', () => {
  expect(read('It costs 3.5 million, i.e. too much.\nNo.')).toEqual(['It costs 3.5 million, i.e. too much.', 'No.']);
});

it('scripts without spaces have sentences too, and an empty text has none', () => {
  expect(read('我们停止。他们开始。')).toEqual(['我们停止。', '他们开始。']);
  expect(read(' \n ')).toEqual([]);
});

it('a word keeps its hyphen, apostrophe and decimals', () => {
  const text = 'Don’t re-price 3.5 sites.';
  expect(wordSpans(text).map(({ from, to }) => text.slice(from, to))).toEqual(['Don’t', 're-price', '3.5', 'sites']);
});
