/** How a line of the notes is read, and how keys write its signs. */
import { describe, expect, it } from 'vitest';
import { parseNoteLine } from '../../../src/shared/model/note-line.ts';
import { toggleSign, turnFidelity } from '../../../src/shared/model/note-signs.ts';
import { someWords } from '../../support/notes.ts';

const marks = (line: string) => parseNoteLine(line, someWords).marks;
const { limitKinds } = someWords;

describe('a line', () => {
  it.each([
    ['> Whoever shouts goes first.', { words: 'Whoever shouts goes first.', quote: 'verbatim' }],
    ['>~ they ship late', { words: 'they ship late', quote: 'paraphrase' }],
    ['>* We sell on Friday. {Freitags.}', { words: 'We sell on Friday.', quote: 'translated', original: 'Freitags.' }],
    ['> We sell on Friday. {Freitags.}', { quote: 'paraphrase', original: 'Freitags.' }],
    ['  ! cannot hold', { words: 'cannot hold', objection: true, quote: null }],
    ['>! cannot hold', { words: 'cannot hold', objection: true, quote: 'verbatim' }],
    ['^two days', { words: 'two days', limit: { kind: null } }],
    ['^budget: two days', { words: 'two days', limit: { kind: 'budget' } }],
    ['^Budget is fixed', { words: 'Budget is fixed', limit: { kind: null } }],
    ['ˆ two days', { words: 'two days', limit: { kind: null } }],
    ['？ the second shift', { words: 'the second shift', askLater: true }],
    [
      'a sheet #waits next to it #D1',
      {
        words: 'a sheet next to it',
        ends: [{ indicator: 'queue/waits' }, { decision: '00000000-0000-7000-8000-00000000d001' }],
      },
    ],
    ['a sheet #waits, #Waits', { ends: [{ indicator: 'queue/waits' }] }],
    ['> We never saw it. @Mara', { words: 'We never saw it.', speaker: 'mara', about: null }],
    ['@Mara: we never saw it', { words: 'we never saw it', speaker: 'mara' }],
    ['@Head of Platform picks the feed', { words: 'Head of Platform picks the feed', about: 'head', speaker: null }],
    ['picked case by case @head of platform', { words: 'picked case by case', about: 'head' }],
    ['> عند الباب #waits', { words: 'عند الباب', quote: 'verbatim', ends: [{ indicator: 'queue/waits' }] }],
  ])('%s', (line, expected) => {
    expect(marks(line)).toMatchObject(expected);
  });

  it.each(['3 > 2 sites', 'a #new idea', 'C#waits', 'mail@mara.example', 'Mara said so', ''])(
    'without marks: %s',
    (line) => {
      expect(marks(line)).toBeNull();
    },
  );
});

describe('a key', () => {
  it('writes a sign before the words and takes it away again', () => {
    const quoted = toggleSign('cannot hold #waits', '>', limitKinds);
    expect(quoted).toBe('> cannot hold #waits');
    const both = toggleSign(quoted, '!', limitKinds);
    expect(both).toBe('>! cannot hold #waits');
    expect(toggleSign(both, '>', limitKinds)).toBe('! cannot hold #waits');
    expect(toggleSign('@Mara we wait', '>', limitKinds)).toBe('>@Mara we wait');
  });

  it('turns a quote from word for word to near enough to translated, and back while nothing was translated', () => {
    const near = turnFidelity('> Freitags. #waits', someWords).line;
    expect(near).toBe('>~ Freitags. #waits');
    const translated = turnFidelity(near, someWords);
    expect(translated.line).toBe('>* Freitags. #waits {Freitags.}');
    expect(translated.line.slice(...(translated.select ?? [0, 0]))).toBe('Freitags.');
    expect(turnFidelity(translated.line, someWords).line).toBe('> Freitags. #waits');
    expect(turnFidelity('>* On Friday. {Freitags.}', someWords).line).toBe('>~ On Friday. {Freitags.}');
  });
});
