/**
 * Whether strategy and list of work name each other, by a rule on words that anyone can check by hand.
 *
 * A text names a thing when it has the thing's label as a word (D1), its whole title as a phrase, or at least two thirds
 * of the title's distinct words of four letters and more, where the title has two such words or more. Case and accents do
 * not matter, and neither do endings: a word counts as another when it begins with it and is at most three letters longer.
 */
import type { BacklogItem, ClientData } from '../model/index.ts';
import { phraseOf, wordsOf } from '../lib/words.ts';
import type { BacklogInitiative } from './backlog-initiatives.ts';
import type { OpenItem } from './backlog-items.ts';
import { byPosition, byRowId } from './order.ts';

/** One thing, and the rows that name it. */
export type Mention = { readonly id: string; readonly title: string; readonly namedIn: readonly string[] };

/** `n` of `of` things are named by the other side. */
export type MentionCount = { readonly n: number; readonly of: number; readonly all: readonly Mention[] };

/** Both directions; null where one side has nothing to read. */
export type Mentions = {
  /** Decisions that open items name. */
  readonly decisions: MentionCount | null;
  /** Initiatives that passages of the strategy name. */
  readonly initiatives: MentionCount | null;
  /** What stands for an initiative: parents and epics, or the open items themselves in a list without any. */
  readonly initiativesAre: 'parents' | 'items';
};

/** Reads which decisions the list of work names, and which of its initiatives the strategy names. */
export function assessMentions(
  data: ClientData,
  items: readonly OpenItem[],
  initiatives: readonly BacklogInitiative[],
): Mentions {
  const decisions = data.decision
    .toSorted(byPosition)
    .map(({ id, label, title, statement }) => ({ id, label, title: title === '' ? statement : title }));
  const strategy = new Set(data.source.filter((row) => row.kind === 'strategy').map((row) => row.id));
  const passages = data.passage.filter((row) => strategy.has(row.source)).toSorted(byRowId);
  const flat = initiatives.length === 0;
  const named = flat
    ? items.map(({ row }) => ({ id: row.id, label: '', title: row.title }))
    : initiatives.map(({ row, key, title }) => ({ id: row?.id ?? key, label: '', title }));
  return {
    decisions: countMentions(
      decisions,
      items.map(({ row }) => ({ id: row.id, text: textOf(row) })),
    ),
    initiatives: countMentions(named, passages),
    initiativesAre: flat ? 'items' : 'parents',
  };
}

type Thing = { readonly id: string; readonly label: string; readonly title: string };
type Text = { readonly id: string; readonly text: string };

const shortestWord = 4;
const longestEnding = 3;

function countMentions(things: readonly Thing[], texts: readonly Text[]): MentionCount | null {
  if (things.length === 0 || texts.length === 0) return null;
  const probes = things.map(probeFor);
  const tellingWords = wordFinder(probes);
  const namedIn = probes.map((): string[] => []);
  for (const { id, text } of texts) {
    const words = wordsOf(text);
    const phrase = phraseOf(words);
    const found = new Set<TellingWord>();
    for (const word of words) {
      if (word.length >= shortestWord) for (const telling of tellingWords(word)) found.add(telling);
    }
    const hits = new Map<Probe, number>();
    for (const { probe } of found) hits.set(probe, (hits.get(probe) ?? 0) + 1);
    for (const [at, probe] of probes.entries()) {
      const byWords = (hits.get(probe) ?? 0) >= probe.enough;
      if (byWords || probe.phrases.some((wanted) => phrase.includes(wanted))) namedIn[at]?.push(id);
    }
  }
  const all = things.map(({ id, title }, at) => ({ id, title, namedIn: namedIn[at] ?? [] }));
  return { n: all.filter((mention) => mention.namedIn.length > 0).length, of: things.length, all };
}

/** What names a thing: enough of its telling words, or one of its phrases. */
type Probe = { readonly words: readonly string[]; readonly enough: number; readonly phrases: readonly string[] };
type TellingWord = { readonly word: string; readonly probe: Probe };

function probeFor({ label, title }: Thing): Probe {
  const words = [...new Set(wordsOf(title))].filter((word) => word.length >= shortestWord);
  // With two telling words or more, a text that has the whole title has enough of them anyway.
  const phrases = [label, words.length < 2 ? title : ''].map((text) => wordsOf(text)).filter((part) => part.length > 0);
  return {
    words,
    enough: words.length < 2 ? Infinity : Math.ceil((words.length * 2) / 3),
    phrases: phrases.map(phraseOf),
  };
}

/** Finds the telling words that a word of a text stands for; each distinct word is looked up once. */
function wordFinder(probes: readonly Probe[]): (word: string) => readonly TellingWord[] {
  // Words that count as the same share their first letters.
  const byBeginning = new Map<string, TellingWord[]>();
  for (const probe of probes) {
    for (const word of probe.words) {
      const beginning = word.slice(0, shortestWord);
      const others = byBeginning.get(beginning);
      if (others === undefined) byBeginning.set(beginning, [{ word, probe }]);
      else others.push({ word, probe });
    }
  }
  const known = new Map<string, readonly TellingWord[]>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const near = byBeginning.get(word.slice(0, shortestWord)) ?? [];
    const found = near.filter((telling) => isSameWord(word, telling.word));
    known.set(word, found);
    return found;
  };
}

function isSameWord(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  return (
    shorter.length >= shortestWord && longer.length - shorter.length <= longestEnding && longer.startsWith(shorter)
  );
}

function textOf(row: BacklogItem): string {
  return [row.title, row.description, ...row.labels].join('\n');
}
