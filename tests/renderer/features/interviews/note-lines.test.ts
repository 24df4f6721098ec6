/** Which words of the notes a mark is about. */
import { describe, expect, it } from 'vitest';
import { markedStretch, neighbourLine } from '../../../../src/renderer/features/interviews/screen/note-lines.ts';

const text = 'The queue is long.\n  Nobody sees it. \n\nTen days.\n';
const words = (stretch: { from: number; to: number } | null) =>
  stretch === null ? null : text.slice(stretch.from, stretch.to);

describe('a mark', () => {
  it('is about the selection, without the blanks around it', () => {
    expect(words(markedStretch(text, 4, 10))).toBe('queue');
  });

  it('is about the line of the caret, else the last one before it that has words', () => {
    expect(words(markedStretch(text, 25, 25))).toBe('Nobody sees it.');
    expect(words(markedStretch(text, text.indexOf('\n\n') + 1, text.indexOf('\n\n') + 1))).toBe('Nobody sees it.');
    expect(words(markedStretch(text, text.length, text.length))).toBe('Ten days.');
  });

  it('has nothing to be about in empty notes', () => {
    expect(markedStretch('', 0, 0)).toBeNull();
    expect(markedStretch(' \n ', 2, 2)).toBeNull();
  });
});

describe('taking a line', () => {
  it('takes the line of the caret first, then goes from line to line over empty ones', () => {
    const own = neighbourLine(text, 45, 45, -1);
    expect(words(own)).toBe('Ten days.');
    const above = neighbourLine(text, own?.from ?? 0, own?.to ?? 0, -1);
    expect(words(above)).toBe('Nobody sees it.');
    expect(words(neighbourLine(text, above?.from ?? 0, above?.to ?? 0, 1))).toBe('Ten days.');
  });

  it('ends at the first and the last line', () => {
    expect(neighbourLine(text, 0, 18, -1)).toBeNull();
    const last = text.indexOf('Ten');
    expect(neighbourLine(text, last, last + 9, 1)).toBeNull();
  });
});
