/** Whether strategy and list of work name each other: the rule as it is written, against the quick way of reading it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessCoverage } from '../../../src/shared/analysis/coverage.ts';
import { phraseOf, wordsOf } from '../../../src/shared/lib/words.ts';
import { Scene } from '../../support/analysis.ts';

/** The rule, word by word: label, whole title, or two thirds of the title's words of four letters and more. */
function names(text: string, { label, title }: { readonly label: string; readonly title: string }): boolean {
  const words = wordsOf(text);
  const holds = (phrase: string): boolean =>
    wordsOf(phrase).length > 0 && phraseOf(words).includes(phraseOf(wordsOf(phrase)));
  const telling = [...new Set(wordsOf(title))].filter((word) => word.length >= 4);
  const same = (a: string, b: string): boolean => b.startsWith(a) && b.length - a.length <= 3;
  const found = telling.filter((one) => words.some((word) => word.length >= 4 && (same(one, word) || same(word, one))));
  return holds(label) || holds(title) || (telling.length >= 2 && found.length * 3 >= telling.length * 2);
}

const word = fc.constantFrom(
  ...'price prices pricing priced Prix site sites a the D1 D12 Größe größen portal portals new survey surveyed'.split(
    ' ',
  ),
  ..."Ünder under 𐐨𐐨𐐨𐐨 12 1234 x-ray site's".split(' '),
);
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));

describe('what strategy and list of work name of each other', () => {
  it('is what the rule says, for any titles and texts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ label: fc.constantFrom('', 'D1', 'D12'), title: text }), { minLength: 1, maxLength: 4 }),
        fc.array(text, { minLength: 1, maxLength: 4 }),
        (decisions, items) => {
          const scene = new Scene();
          for (const one of decisions) scene.add('decision', one);
          const rows = items.map((title) => scene.item({ title }));
          const named = assessCoverage(scene.input).mentions.decisions?.all.map((one) => one.namedIn);
          expect(named).toEqual(
            decisions.map((one) => rows.filter((row) => names(row.title, one)).map((row) => row.id)),
          );
        },
      ),
    );
  });

  it('is the same for a list of hundreds of things, whose words no single pattern holds', () => {
    const scene = new Scene();
    const letters = 'abcdefghij';
    const nameOf = (at: number): string =>
      [...String(at).padStart(3, '0')].map((digit) => letters[Number(digit)]).join('');
    const titles = Array.from({ length: 600 }, (_, at) => `${nameOf(at)}xx renewal`);
    for (const title of titles) scene.item({ title });
    const strategy = scene.add('source', { kind: 'strategy' });
    const passage = scene.add('passage', {
      source: strategy.id,
      text: 'The renewals of Abcxx and abdxxing come first.',
    });
    const { initiatives } = assessCoverage(scene.input).mentions;
    expect(initiatives).toMatchObject({ n: 2, of: 600 });
    expect(initiatives?.all.filter((one) => one.namedIn.includes(passage.id)).map((one) => one.title)).toEqual([
      'abcxx renewal',
      'abdxx renewal',
    ]);
  });
});
