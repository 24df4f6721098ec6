import { describe, expect, test } from 'vitest';
import { moveInList } from '../../../src/renderer/ui/list-moves.ts';
import { digitOf, moveAlong } from '../../../src/renderer/ui/segment-moves.ts';

// Headings at 0, 3 and 6.
const isHeading = (at: number): boolean => at % 3 === 0;
const go = (key: string, at: number): number | null => moveInList(key, at, 7, 3, isHeading);

describe('walking a list', () => {
  test('headings are passed by', () => {
    expect(go('ArrowDown', 2)).toBe(4);
    expect(go('ArrowUp', 4)).toBe(2);
  });

  test('a list in which nothing is chosen is entered at its ends', () => {
    expect(go('ArrowDown', -1)).toBe(1);
    expect(go('ArrowUp', -1)).toBe(5);
  });

  test('the ends hold, even where the last row is a heading', () => {
    expect(go('ArrowDown', 5)).toBe(5);
    expect(go('ArrowUp', 1)).toBe(1);
    expect(go('Home', 5)).toBe(1);
    expect(go('End', 1)).toBe(5);
    expect(go('PageDown', 4)).toBe(5);
    expect(go('PageUp', 2)).toBe(1);
  });

  test('a list of nothing but headings has nowhere to go', () => {
    expect(moveInList('ArrowDown', -1, 2, 3, () => true)).toBeNull();
    expect(moveInList('End', -1, 2, 3, () => true)).toBeNull();
  });
});

describe('walking a row of cells', () => {
  test('arrows stop at both ends', () => {
    expect(moveAlong('ArrowRight', 4, 5)).toBe(4);
    expect(moveAlong('ArrowLeft', 0, 5)).toBe(0);
    expect(moveAlong('End', 0, 5)).toBe(4);
    expect(moveAlong('x', 0, 5)).toBeNull();
  });

  test('a digit chooses only without a modifier', () => {
    const plain = { ctrlKey: false, metaKey: false, altKey: false };
    expect(digitOf({ ...plain, key: '0' })).toBe(0);
    expect(digitOf({ ...plain, altKey: true, key: '3' })).toBeNull();
    expect(digitOf({ ...plain, key: 'F2' })).toBeNull();
  });
});
