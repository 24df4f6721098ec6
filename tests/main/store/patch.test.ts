import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatch, diffText, invertPatch } from '../../../src/main/store/patch.ts';

const texts = fc
  .array(fc.constantFrom('a', 'b', 'ab', '👩', '👨', 'é', 'e\u0301', '\n'), { maxLength: 12 })
  .map((parts) => parts.join(''));

test('a patch leads from one text to the other and back, and never cuts a character in two', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const patch = diffText(before, after);
      expect(applyPatch(before, patch)).toBe(after);
      expect(applyPatch(after, invertPatch(patch))).toBe(before);
      expect(patch.removed.isWellFormed() && patch.inserted.isWellFormed()).toBe(true);
    }),
    { seed: 7, numRuns: 2000 },
  );
});

test('a patch of another text is refused', () => {
  expect(applyPatch('something else', diffText('one two', 'one three'))).toBeNull();
});

test('a patch holds only what differs', () => {
  expect(diffText('one two three', 'one 2 three')).toEqual({ at: 4, removed: 'two', inserted: '2' });
});
