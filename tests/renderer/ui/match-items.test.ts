import { describe, expect, test } from 'vitest';
import { matchItems, sameItem } from '../../../src/renderer/ui/match-items.ts';

const people = [
  { id: 'a', says: 'Vice President Sales', more: 'Sales' },
  { id: 'b', says: 'Head of Sales Operations', more: 'Sales' },
  { id: 'c', says: 'Sales Engineer', more: 'Service' },
  { id: 'd', says: 'Chef de marché', more: 'Marketing' },
];
const found = (text: string): readonly string[] => matchItems(people, text).map((item) => item.id);

describe('finding an item by a part of its name', () => {
  test('nothing typed leaves every item in its place', () => {
    expect(found(' ')).toEqual(['a', 'b', 'c', 'd']);
  });

  test('names that begin with the text come first, the others keep their order', () => {
    expect(found('sal')).toEqual(['c', 'a', 'b']);
  });

  test('every typed word must begin a word, in any order, also of the second line', () => {
    expect(found('sales pres')).toEqual(['a']);
    expect(found('serv')).toEqual(['c']);
    expect(found('ales')).toEqual([]);
  });

  test('accents and case do not matter', () => {
    expect(found('MARCHE')).toEqual(['d']);
    expect(sameItem(people, ' chef de marche ')?.id).toBe('d');
    expect(sameItem(people, 'chef')).toBeUndefined();
  });
});
