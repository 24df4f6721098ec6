/** Marks of words outside of the notes: a piece comes with the first mark and goes with the last. */
import { expect, it } from 'vitest';
import { gatherPiece } from '../../../src/shared/model/gather-piece.ts';
import { type Marks, markWords } from '../../../src/shared/model/marks.ts';
import { someNotes } from '../../support/notes.ts';

it('a stretch of words is marked, marked further, and let go', () => {
  const scene = someNotes();
  const words = 'Whoever shouts goes first.';
  const mark = (change: (marks: Marks) => Marks): void => {
    const marked = gatherPiece(scene.rows(), scene.rows().evidence[0]);
    scene.apply(markWords(words, marked, change, scene.place, scene.newId));
  };
  mark((marks) => ({ ...marks, quote: 'verbatim', ends: [{ indicator: 'queue/waits' }] }));
  mark((marks) => ({ ...marks, objection: true, limit: { kind: 'budget' } }));
  expect(scene.rows().evidence).toMatchObject([{ text: words, kind: 'quote', objection: true, line: '' }]);
  expect(scene.rows().limit).toMatchObject([{ text: words, kind: 'budget' }]);
  mark((marks) => ({ ...marks, objection: false, limit: null }));
  expect(scene.rows().limit).toEqual([]);
  expect(scene.rows().evidenceLink).toMatchObject([{ indicator: 'queue/waits' }]);
  mark((marks) => ({ ...marks, quote: null, ends: [] }));
  expect([scene.rows().evidence, scene.rows().evidenceLink]).toEqual([[], []]);
});
