/** Two versions of a document: which passages stand, which changed, and where words of the earlier one now stand. */
import { sentenceSpans } from '../lib/sentences.ts';
import { phraseOf, wordsOf } from '../lib/words.ts';

/** A passage of a version, in reading order. */
export type VersionPassage = { readonly id: string; readonly text: string };

/** What changed between two versions, each list in reading order. */
export type VersionChanges = {
  readonly same: number;
  readonly changed: readonly { readonly before: string; readonly after: string; readonly passage: string }[];
  readonly added: readonly { readonly text: string; readonly passage: string }[];
  readonly gone: readonly { readonly text: string; readonly passage: string }[];
};

/** How words were found again: letter by letter, but for spaces, signs and case, or in a sentence much like them. */
export type Anchor = {
  readonly passage: string;
  readonly how: 'exact' | 'same-words' | 'alike';
  readonly text: string;
};

/** From this share of common words on, 0 to 1, a passage counts as the earlier one changed, and a sentence as alike. */
const alikeFrom = { passage: 0.55, sentence: 0.6 };

/** Compares the passages of two versions; each has at most one counterpart. */
export function compareVersions(before: readonly VersionPassage[], after: readonly VersionPassage[]): VersionChanges {
  const free = Map.groupBy(after, ({ text }) => keyOf(text));
  const taken = new Set<string>();
  const left = before.filter(({ text }) => {
    const twin = free.get(keyOf(text))?.shift();
    if (twin !== undefined) taken.add(twin.id);
    return twin === undefined;
  });
  const right = after.filter(({ id }) => !taken.has(id));
  const pairs = likePairs(left, right);
  const paired = new Set(pairs.values());
  return {
    same: taken.size,
    changed: left.flatMap((one) => {
      const other = pairs.get(one);
      return other === undefined ? [] : [{ before: one.text, after: other.text, passage: other.id }];
    }),
    added: right.filter((one) => !paired.has(one)).map(({ id, text }) => ({ text, passage: id })),
    gone: left.filter((one) => !pairs.has(one)).map(({ id, text }) => ({ text, passage: id })),
  };
}

/** Finds words of an earlier version again; null where nothing like them is left. Words over several passages are found by each line. */
export function findAgain(words: string, after: readonly VersionPassage[]): Anchor | null {
  const lines = words.split('\n').filter((line) => wordsOf(line).length > 0);
  const found = lines.map((line) => findLine(line.trim(), after));
  const [first] = found;
  if (first === undefined || first === null) return null;
  const standing = found.filter((one) => one !== null);
  const how =
    standing.length < found.length
      ? 'alike'
      : (ranks.findLast((rank) => standing.some((one) => one.how === rank)) ?? 'alike');
  return { passage: first.passage, how, text: standing.map(({ text }) => text).join('\n') };
}

const ranks = ['exact', 'same-words', 'alike'] as const;

function findLine(line: string, after: readonly VersionPassage[]): Anchor | null {
  const exact = after.find(({ text }) => text.includes(line));
  if (exact !== undefined) return { passage: exact.id, how: 'exact', text: line };
  const wanted = wordsOf(line);
  const phrase = phraseOf(wanted);
  const same = after.find(({ text }) => phraseOf(wordsOf(text)).includes(phrase));
  if (same !== undefined) return { passage: same.id, how: 'same-words', text: closest(wanted, same.text).text };
  let best: (Anchor & { readonly share: number }) | null = null;
  for (const { id, text } of after) {
    const { share, text: sentence } = closest(wanted, text);
    if (share >= alikeFrom.sentence && share > (best?.share ?? 0))
      best = { passage: id, how: 'alike', text: sentence, share };
  }
  return best === null ? null : { passage: best.passage, how: best.how, text: best.text };
}

/** The sentence of a text, or as many in a row as the words had, that has most words in common with them. */
function closest(wanted: readonly string[], text: string): { readonly share: number; readonly text: string } {
  const spans = sentenceSpans(text);
  let best = { share: 0, text };
  for (const [at, { from }] of spans.entries()) {
    for (const { to } of spans.slice(at, at + 4)) {
      const part = text.slice(from, to);
      const share = shareOf(wanted, wordsOf(part));
      if (share > best.share) best = { share, text: part };
    }
  }
  return best;
}

function keyOf(text: string): string {
  return phraseOf(wordsOf(text));
}

/** Words in common, counted twice, of all words of both; a word counts as often as it stands. */
function shareOf(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    common += 1;
    counts.set(word, count - 1);
  }
  return (2 * common) / (a.length + b.length);
}

/** Pairs what is most alike first, so that one edit does not take the counterpart of another. */
function likePairs(
  left: readonly VersionPassage[],
  right: readonly VersionPassage[],
): ReadonlyMap<VersionPassage, VersionPassage> {
  const words = new Map(right.map((one) => [one, wordsOf(one.text)]));
  const byWord = new Map<string, VersionPassage[]>();
  for (const [one, own] of words) {
    for (const word of new Set(own)) if (word.length > 3) byWord.set(word, [...(byWord.get(word) ?? []), one]);
  }
  const found: { one: VersionPassage; other: VersionPassage; share: number; at: number }[] = [];
  for (const [at, one] of left.entries()) {
    const own = wordsOf(one.text);
    // Words that stand in many passages say nothing about which it is.
    const near = new Set(own.flatMap((word) => byWord.get(word) ?? []).slice(0, 2000));
    for (const other of near) {
      const share = shareOf(own, words.get(other) ?? []);
      if (share >= alikeFrom.passage) found.push({ one, other, share, at });
    }
  }
  const pairs = new Map<VersionPassage, VersionPassage>();
  const taken = new Set<VersionPassage>();
  for (const { one, other } of found.toSorted((a, b) => b.share - a.share || a.at - b.at)) {
    if (pairs.has(one) || taken.has(other)) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  return pairs;
}
