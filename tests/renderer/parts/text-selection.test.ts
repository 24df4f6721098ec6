import { expect, it } from 'vitest';
import {
  extend,
  movePassage,
  moveSentence,
  selectBetween,
  selectPassage,
  spanIn,
  textOf,
} from '../../../src/renderer/parts/text-selection.ts';

const texts = [
  { text: 'How we earn' },
  { text: 'Seats end. Hours begin.' },
  { text: '' },
  { text: 'Support answers.' },
];
const words = (selection: ReturnType<typeof moveSentence>): string =>
  selection === null ? '' : textOf(texts, selection);

it('sentences follow one another over passages, and the last one is kept', () => {
  const first = moveSentence(texts, null, 1);
  const second = moveSentence(texts, first, 1);
  const third = moveSentence(texts, second, 1);
  const fourth = moveSentence(texts, third, 1);
  expect([first, second, third, fourth].map(words)).toEqual([
    'How we earn',
    'Seats end.',
    'Hours begin.',
    'Support answers.',
  ]);
  expect(moveSentence(texts, fourth, 1)).toBe(fourth);
  expect(words(moveSentence(texts, fourth, -1))).toBe('Hours begin.');
});

it('passages without words are passed by', () => {
  expect(words(movePassage(texts, selectPassage(texts, 1), 1))).toBe('Support answers.');
  expect(selectPassage(texts, 2)).toBeNull();
});

it('an end moves by words and sentences, with the stop behind them, and one word always stays', () => {
  const one = selectBetween(texts, { at: 1, offset: 0 }, { at: 1, offset: 5 });
  if (one === null) throw new Error('nothing selected');
  const two = extend(texts, one, 'word', 1);
  expect(words(two)).toBe('Seats end.');
  expect(words(extend(texts, two, 'sentence', 1))).toBe('Seats end. Hours begin.');
  expect(words(extend(texts, extend(texts, two, 'sentence', 1), 'sentence', 1))).toBe(
    'Seats end. Hours begin.\nSupport answers.',
  );
  expect(words(extend(texts, two, 'word', -1))).toBe('Seats');
  expect(extend(texts, one, 'word', -1)).toBe(one);
});

it('a selection drawn backwards or with spaces at its ends is the same', () => {
  const forth = selectBetween(texts, { at: 1, offset: 10 }, { at: 3, offset: 7 });
  expect(selectBetween(texts, { at: 3, offset: 7 }, { at: 1, offset: 10 })).toEqual(forth);
  expect(words(forth)).toBe('Hours begin.\nSupport');
  expect(spanIn(forth, 3, 16)).toEqual({ from: 0, to: 7 });
  expect(selectBetween(texts, { at: 1, offset: 10 }, { at: 1, offset: 11 })).toBeNull();
});
