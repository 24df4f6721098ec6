/** What is offered while a mark is typed. */
import { expect, it } from 'vitest';
import { completeNotes } from '../../../../src/renderer/features/interviews/screen/note-completion.ts';

const complete = completeNotes({
  tags: [
    { tag: 'rework', says: 'rework', more: 'What did you build twice this year?' },
    { tag: 'workarounds', says: 'workarounds', more: 'What do people do to get round it?' },
    { tag: 'D1', says: 'D1', more: 'Hospitals first' },
  ],
  people: [
    { id: 'head', says: 'Head of Platform', names: ['Head of Platform', 'Ines'], present: false },
    { id: 'mara', says: 'Plant planner', names: ['Plant planner', 'Mara'], present: true },
  ],
  limitKinds: [
    { id: 'budget', name: 'Budget' },
    { id: 'decision-right', name: 'Decision right' },
  ],
});
const texts = (line: string, asked = false) =>
  complete(line, line.length, asked)?.items.map(({ text }) => text) ?? null;

it.each([
  ['a sheet #work', ['#workarounds ', '#rework ']],
  ['a sheet #hosp', ['#D1 ']],
  ['> so @mar', ['@Plant planner ']],
  ['@head of', ['@Head of Platform ']],
  ['^', ['budget: ', 'decision-right: ']],
  ['>!^dec', ['decision-right: ']],
])('%s', (line, expected) => {
  expect(texts(line)).toEqual(expected);
});

it.each([
  ['one letter is too few', 'a sheet #w'],
  ['what is written in full leaves Enter to the text', 'a sheet #D1'],
  ['a name that is followed by words is over', '@Plant planner says'],
  ['an address is nobody', 'mara@he'],
  ['a limit whose words begin like no kind', '^two days'],
])('nothing is offered: %s', (_, line) => {
  expect(texts(line)).toBeNull();
});

it('a key asks before any letter, and the kind of a limit is only taken once it was gone to', () => {
  expect(texts('a sheet #', true)).toHaveLength(3);
  expect(complete('^b', 2, false)?.eager).toBe(false);
});
