/** Measures suggestions over a large backlog: 10,000 items of about 30 words and 50 decisions of about 120. */
import { prepareSuggestions, type SuggestItem, type SuggestTarget } from '../src/shared/analysis/suggest/model.ts';
import { suggestForItem, suggestTargets } from '../src/shared/analysis/suggest/suggest.ts';
import { type Measurement, median, timed } from './measure.ts';

const ITEMS = 10_000;
const TARGETS = 50;
const VOCABULARY = 12_000;
/** Every third word of a text belongs to its subject. */
const SUBJECT_WORDS = 160;

/** Times in milliseconds: the whole backlog at once (median of five), then one item against what was learned. */
export async function benchSuggest(): Promise<Measurement[]> {
  const { targets, items } = composeBacklog();
  const whole: number[] = [];
  for (let round = 0; round < 5; round += 1) whole.push(await timed(() => suggestTargets(targets, items)));
  const model = prepareSuggestions(targets, items);
  const singles = items.slice(0, 1000).map((item, i) => ({ ...item, key: `new-${i}`, text: `${item.text} again` }));
  const single = (await timed(() => singles.forEach((item) => suggestForItem(model, item)))) / singles.length;
  return [
    { name: 'suggestions for 10,000 items and 50 decisions', value: median(whole), unit: 'ms', mark: 1000 },
    { name: 'suggestions for one new item', value: single, unit: 'ms' },
  ];
}

function composeBacklog(): { targets: SuggestTarget[]; items: SuggestItem[] } {
  const draw = drawer();
  const words = Array.from({ length: VOCABULARY }, () => inventWord(draw));
  const subjects = Array.from({ length: TARGETS }, () => Array.from({ length: SUBJECT_WORDS }, () => draw(VOCABULARY)));
  const write = (subject: number, length: number): string =>
    Array.from({ length }, () => {
      const own = subjects[subject] ?? [];
      // Squaring the draw makes some words common and most rare, as in any language.
      const rank = draw(VOCABULARY) / VOCABULARY;
      const word = draw(3) === 0 ? own[draw(own.length)] : Math.floor(rank ** 2 * VOCABULARY);
      return words[word ?? 0] ?? '';
    }).join(' ');
  return {
    targets: Array.from({ length: TARGETS }, (_, k) => ({
      id: `D${k}`,
      kind: 'decision',
      title: write(k, 5),
      text: write(k, 120),
    })),
    items: Array.from({ length: ITEMS }, (_, i) => ({
      key: `W-${i}`,
      title: write(i % TARGETS, 5),
      text: write(i % TARGETS, 25),
      ...(i % 4 === 0 ? {} : { parentKey: `W-${i - (i % 4)}` }),
    })),
  };
}

function inventWord(draw: (below: number) => number): string {
  const pick = (letters: string): string => letters[draw(letters.length)] ?? '';
  const syllable = (): string => pick('bcdfghklmnprstvwz') + pick('aeiou') + (draw(2) === 0 ? pick('lmnrstk') : '');
  const endings = ['', 's', 'ing', 'ed', 'ment', 'ation'];
  return Array.from({ length: 2 + draw(2) }, syllable).join('') + (endings[draw(endings.length)] ?? '');
}

/** A linear congruential generator: the same texts in every run. */
function drawer(): (below: number) => number {
  let state = 20_260_101;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
