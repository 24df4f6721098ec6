import { expect, it } from 'vitest';
import { findWords } from '../../../src/shared/lib/find-words.ts';

const found = (text: string, words: string): string | null => {
  const place = findWords(text, words);
  return place === null ? null : text.slice(place.from, place.to);
};

it('finds words whatever their case, accents, quotation marks and breaks', () => {
  expect(found('> “Das Café\nschließt” sagt er', 'das cafe schließt')).toBe('Das Café\nschließt');
  expect(found('He said: don’t ask', "don't ask")).toBe('don’t ask');
  expect(found('👩‍🚀 said Ja', 'said ja')).toBe('said Ja');
});

it('finds the beginning where the rest was changed, and nothing where that was too', () => {
  expect(found('Seventeen sites are waiting for us', 'Seventeen sites are waiting and two of us can')).toBe(
    'Seventeen sites are waiting',
  );
  expect(found('Something else', 'Seventeen sites are waiting')).toBeNull();
  expect(found('Something', '  ')).toBeNull();
});
