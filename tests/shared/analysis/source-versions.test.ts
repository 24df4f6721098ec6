import { expect, it } from 'vitest';
import { compareVersions, findAgain } from '../../../src/shared/analysis/source-versions.ts';

const passages = (...texts: readonly string[]) => texts.map((text, at) => ({ id: `p${at}`, text }));
const before = passages(
  'How we earn',
  'Perpetual licences are not sold after 30 September 2026. Existing holders keep their rights.',
  'Innovation remains a value that we share across every team.',
);

it('tells new, changed and gone passages from those that only moved or differ in signs and spaces', () => {
  const after = passages(
    'Perpetual licences are not sold after 31 December 2026. Existing holders keep their rights.',
    'How we  EARN:',
    'Partners follow on the same terms by the end of the year.',
  );
  expect(compareVersions(before, after)).toEqual({
    same: 1,
    changed: [{ before: before[1]?.text, after: after[0]?.text, passage: 'p0' }],
    added: [{ text: after[2]?.text, passage: 'p2' }],
    gone: [{ text: before[2]?.text, passage: 'p2' }],
  });
});

it('compares two texts of which one is empty', () => {
  expect(compareVersions([], before)).toMatchObject({ same: 0, changed: [], gone: [] });
  expect(compareVersions(before, []).gone).toHaveLength(3);
});

it.each([
  ['Existing holders keep their rights.', 'exact', 'Existing holders keep their rights.'],
  ['existing holders — keep their rights', 'same-words', 'Existing holders keep their rights.'],
  [
    'Perpetual licences are no longer sold after 30 June 2026.',
    'alike',
    'Perpetual licences are not sold after 30 September 2026.',
  ],
])('finds "%s" again: %s', (words, how, text) => {
  expect(findAgain(words, before)).toEqual({ passage: 'p1', how, text });
});

it('finds nothing where only a few words are the same', () => {
  expect(findAgain('Customer success owns the result with the customer.', before)).toBeNull();
  expect(findAgain('', before)).toBeNull();
});
