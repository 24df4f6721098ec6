/** Marked lines of the notes are the evidence: whatever is typed, one stays with the other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertRow } from '../../../src/shared/model/change.ts';
import { parseNoteLine } from '../../../src/shared/model/note-line.ts';
import { someNotes, someWords } from '../../support/notes.ts';

/** Types character by character. */
function type(notes: ReturnType<typeof someNotes>, text: string): void {
  for (const sign of text) notes.edit(notes.notes().text + sign);
}

describe('a marked line', () => {
  it('is a piece of evidence as it is typed, with its links, said on the day of the interview', () => {
    const notes = someNotes();
    type(notes, 'The queue is on a whiteboard.\n> Whoever shouts goes first. #waits');
    expect(notes.pieces()).toMatchObject([
      { kind: 'quote', fidelity: 'verbatim', text: 'Whoever shouts goes first.', saidOn: '2026-06-16' },
    ]);
    expect(notes.rows().evidenceLink).toMatchObject([{ indicator: 'queue/waits', counter: false }]);
  });

  it('makes a limit of its wording and kind, which follows the words', () => {
    const notes = someNotes();
    type(notes, '^capacity: two days for each plant');
    expect(notes.rows().limit).toMatchObject([
      { text: 'two days for each plant', kind: 'capacity', markedOn: '2026-06-18', position: 4 },
    ]);
    expect(notes.rows().evidenceLink).toMatchObject([{ limit: notes.rows().limit[0]?.id }]);
    notes.edit('two days for each plant');
    expect([notes.pieces(), notes.rows().limit, notes.rows().evidenceLink]).toEqual([[], [], []]);
  });

  it('keeps its piece while words change and lines come and go around it, and its links from elsewhere', () => {
    const notes = someNotes();
    notes.edit('> one\n> one\nplain');
    const [first, second] = notes.pieces();
    if (first === undefined || second === undefined) throw new Error('two equal lines are two pieces');
    notes.apply([
      insertRow('evidenceLink', notes.newId(), { engagement: first.engagement, evidence: second.id, axis: 'x' }),
    ]);
    notes.edit([{ from: 0, to: 0, insert: 'above\n' }]);
    notes.edit([{ from: 17, to: 17, insert: ' more #waits' }]);
    notes.edit([{ from: 0, to: 12, insert: '' }]);
    expect(notes.notes().text).toBe('> one more #waits\nplain');
    expect(notes.pieces()).toMatchObject([{ id: second.id, text: 'one more' }]);
    expect(notes.rows().evidenceLink).toMatchObject([{ axis: 'x' }, { indicator: 'queue/waits' }]);
  });

  it('takes its piece with it when it goes, with what hangs on the piece', () => {
    const notes = someNotes();
    notes.edit('! cannot hold #D1\nplain');
    const [piece] = notes.pieces();
    notes.apply([
      insertRow('objection', notes.newId(), { engagement: notes.place.engagement, evidence: piece?.id ?? '' }),
    ]);
    notes.edit('plain');
    const { evidence, evidenceLink, objection } = notes.rows();
    expect([evidence, evidenceLink, objection]).toEqual([[], [], []]);
  });

  it('leaves words that were mended elsewhere as they are', () => {
    const notes = someNotes();
    notes.edit('> one');
    const [piece] = notes.pieces();
    notes.apply([{ op: 'update', entity: 'evidence', id: piece?.id ?? '', fields: { text: 'mended' } }]);
    notes.edit('>! one two');
    expect(notes.pieces()).toMatchObject([{ text: 'mended', objection: true }]);
  });

  it('takes what is in the notes of an older file as notes, until it is typed in', () => {
    const notes = someNotes();
    expect(notes.edit([])).toEqual([]);
  });
});

it('a line is stamped when it is first typed and keeps its time', () => {
  const notes = someNotes();
  notes.edit('first', '2026-06-16T10:15:02Z');
  notes.edit('first\n> second', '2026-06-16T10:16:00Z');
  notes.edit('first, and more\n> second\nlate', null);
  expect(notes.notes().lines).toBe('2026-06-16T10:15:02Z\n1 2026-06-16T10:16:00Z');
});

describe('whatever is typed', () => {
  const bit = fc.oneof(
    fc.constantFrom(
      '> ',
      '! ',
      '^ ',
      '? ',
      '@Mara ',
      '#waits',
      ' #rework ',
      '#D1',
      '\n',
      '\n\n',
      'so it is',
      ' ',
      '{a}',
    ),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  const steps = fc.array(
    fc.record({ from: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(30), insert: bit }),
    { maxLength: 40 },
  );

  it('every marked line is one piece with its words and links, and no other piece is left', () => {
    fc.assert(
      fc.property(steps, (typed) => {
        const notes = someNotes();
        for (const { from, length, insert } of typed) {
          const { text } = notes.notes();
          const at = Math.floor(from * text.length);
          const to = Math.min(text.length, at + (length > 20 ? length : 0));
          notes.edit([{ from: at, to, insert }]);
          expect(notes.notes().text).toBe(text.slice(0, at) + insert + text.slice(to));
        }
        const lines = notes.notes().text.split('\n');
        const marked = lines.flatMap((line) => parseNoteLine(line, someWords).marks ?? []);
        const pieces = notes.pieces();
        const withWords = pieces.filter(({ text }) => text !== '');
        expect(withWords.map(({ text }) => text)).toEqual(marked.map(({ words }) => words).filter((one) => one !== ''));
        const { evidence, evidenceLink, limit } = notes.rows();
        expect(evidence).toHaveLength(pieces.length);
        const ids = new Set(pieces.map(({ id }) => id));
        expect(evidenceLink.filter((link) => !ids.has(link.evidence))).toEqual([]);
        expect(limit).toHaveLength(evidenceLink.filter((link) => link.limit !== null).length);
      }),
      { numRuns: 300 },
    );
  });

  it('a line that nobody touches keeps its piece', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (typed, above) => {
        const notes = someNotes();
        notes.edit('> the line that stays #waits');
        const before = notes.pieces()[0];
        notes.edit(above ? '\n> the line that stays #waits' : '> the line that stays #waits\n');
        for (const { from, insert } of typed) {
          const { text } = notes.notes();
          const start = text.indexOf('> the line that stays #waits');
          const end = start + '> the line that stays #waits'.length;
          const at = above ? Math.floor(from * (start - 1)) : Math.max(end + 1, Math.floor(from * text.length));
          notes.edit([{ from: at, to: at, insert }]);
        }
        expect(notes.rows().evidence.find(({ id }) => id === before?.id)).toEqual(before);
      }),
    );
  });
});
