import { expect, it } from 'vitest';
import { markSource, segmentsOf } from '../../../../src/renderer/features/sources/strategy/text-marks.ts';
import type { Passage } from '../../../../src/shared/model/index.ts';

const passage = (id: string, text: string, level = 0): Passage => ({
  id,
  engagement: 'e',
  source: 's',
  position: 0,
  level,
  text,
  page: null,
  locator: '',
  kind: 'paragraph',
  depth: null,
  mark: '',
  table: null,
  row: null,
  column: null,
});
const passages = [
  passage('a', 'What we sell', 2),
  passage('b', 'Seats end in June. Hours begin after that.'),
  passage('c', 'The opening is there.'),
  passage('d', 'We no longer sell perpetual licences to anybody.'),
];
const nothing = { decisions: [], evidence: [], links: [], stops: [], suspect: new Set<string>() };
const decision = { id: '1', label: 'D1', passage: 'b', passageText: '' };
const marked = (rows: Partial<Parameters<typeof markSource>[2]>, passedOver: readonly string[] = []) => {
  const found = markSource(passages, { passedOver }, { ...nothing, ...rows }, 'en');
  return [...found.marks].flatMap(([at, marks]) =>
    marks.map(({ kind, from, to }) => `${kind}: ${passages[at]?.text.slice(from, to) ?? ''}`),
  );
};
const choice = 'choice: We no longer sell perpetual licences to anybody.';

it('the words of a decision are marked where they stand, over several passages too', () => {
  expect(marked({ decisions: [{ ...decision, passageText: 'Hours begin after that.' }] })).toEqual([
    'linked: Hours begin after that.',
    choice,
  ]);
  expect(
    marked({ decisions: [{ ...decision, passageText: 'Hours begin after that.\nThe opening is there.' }] }),
  ).toEqual(['linked: Hours begin after that.', 'linked: The opening is there.', choice]);
});

it('words that stand nowhere mark the passage as a whole', () => {
  expect(marked({ decisions: [{ ...decision, passageText: 'Rewritten by hand' }] })[0]).toBe(
    'linked: Seats end in June. Hours begin after that.',
  );
});

it('words that changed in a newer version are marked as such', () => {
  const words = 'Hours begin after that.';
  const rows = { decisions: [{ ...decision, passageText: words }], suspect: new Set(['1']) };
  expect(marked(rows)[0]).toBe(`suspect: ${words}`);
});

it('a sentence that is linked, kept, a stop already or passed over is no open choice', () => {
  const text = 'We no longer sell perpetual licences to anybody.';
  const kept = { id: 'x', kind: 'passage' as const, passage: 'd', text, withdrawn: false };
  expect(marked({ evidence: [kept] })).toEqual([`evidence: ${text}`]);
  expect(marked({ stops: [{ what: text }] })).toEqual([`stop: ${text}`]);
  const [open] = markSource(passages, { passedOver: [] }, nothing, 'en').choices;
  expect(marked({}, [open?.mark ?? ''])).toEqual([]);
});

it('a text is cut where a mark or the selection begins or ends', () => {
  const mark = { from: 2, to: 6, kind: 'linked' as const, decisions: ['D1'] };
  expect(segmentsOf(8, [mark], { from: 4, to: 8 })).toEqual([
    { from: 0, to: 2, kinds: [], selected: false },
    { from: 2, to: 4, kinds: ['linked'], selected: false },
    { from: 4, to: 6, kinds: ['linked'], selected: true },
    { from: 6, to: 8, kinds: [], selected: true },
  ]);
});
