import { describe, expect, it, test } from 'vitest';
import { figureChanges, updateFigures } from '../../../src/shared/document/overtaken.ts';

describe('the figures that changed between two drafts', () => {
  it('are paired where the words around them stayed, with what they count', () => {
    expect(
      figureChanges(
        'Reach: 31% of the open work traces to a decision. The list names 1 of 5 decisions.',
        'Reach: 36% of the open work traces to a decision. The list names 2 of 5 decisions.',
      ),
    ).toEqual([
      { from: '31%', to: '36%', beside: 'of the open work' },
      { from: '1', to: '2', beside: 'The list names' },
    ]);
  });

  it('are none when only words changed, or when a sentence with figures came or went', () => {
    expect(figureChanges('Sales are paid for 3 seats.', 'Sellers are paid for 3 seats.')).toEqual([]);
    expect(figureChanges('12 items wait.', '12 items wait. Of these 4 are old.')).toEqual([]);
    expect(figureChanges('', '12 items wait.')).toEqual([]);
  });

  it('keep decimals, thousands and the sign of a share whole', () => {
    expect(figureChanges('It costs 1,200.5 a week, 34 % more.', 'It costs 1,350.5 a week, 36 % more.')).toEqual([
      { from: '1,200.5', to: '1,350.5', beside: 'It costs' },
      { from: '34 %', to: '36 %', beside: 'a week' },
    ]);
  });
});

describe('an edit with the figures of today', () => {
  const changes = [
    { from: '31%', to: '36%', beside: '' },
    { from: '1', to: '2', beside: '' },
  ];

  it('holds them wherever it held the old ones, and every other word as it was', () => {
    expect(updateFigures('We saw **31%**. 1 of 5 is named; 31% is little.', changes)).toBe(
      'We saw **36%**. 2 of 5 is named; 36% is little.',
    );
  });

  it('leaves figures alone that only contain an old one', () => {
    expect(updateFigures('131% in 2021, and 1.5 a week', changes)).toBe('131% in 2021, and 1.5 a week');
  });

  test('two changes of the same figure are taken in the order of the text', () => {
    const two = [
      { from: '3', to: '4', beside: '' },
      { from: '3', to: '5', beside: '' },
    ];
    expect(updateFigures('3 here, 3 there', two)).toBe('4 here, 5 there');
  });
});
