/**
 * Whether strategy and list of work name each other, by a rule on words that anyone can check by hand.
 *
 * A text names a thing when it has the thing's label as a word (D1), its whole title as a phrase, or at least two thirds
 * of the title's distinct words of four letters and more, where the title has two such words or more. Case and accents do
 * not matter, and neither do endings: a word counts as another when it begins with it and is at most three letters longer.
 */
import type { BacklogItem, ClientData } from '../model/index.ts';
import { foldText } from '../lib/text.ts';
import { phraseOf, wordsOf } from '../lib/words.ts';
import type { BacklogInitiative } from './backlog-initiatives.ts';
import type { OpenItem } from './backlog-items.ts';
import { byPosition, byRowId } from './order.ts';
import { newestVersions } from './source-chain.ts';

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
  // What only an earlier version said is no longer said.
  const replaced = newestVersions(data.source);
  const strategy = new Set(
    data.source.filter((row) => row.kind === 'strategy' && !replaced.has(row.id)).map((row) => row.id),
  );
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
/** A pattern of more alternatives than this costs more than it spares. */
const mostAlternatives = 500;

function countMentions(things: readonly Thing[], texts: readonly Text[]): MentionCount | null {
  if (things.length === 0 || texts.length === 0) return null;
  const wanted = things.map(wantedBy);
  const byWords = wordFinder(wanted);
  const byPhrases = phraseFinder(wanted);
  const namedIn = things.map((): string[] => []);
  for (const { id, text } of texts) {
    const folded = foldText(text);
    const [some, others] = [byWords(folded), byPhrases(folded)];
    for (const at of others.length === 0 ? some : new Set([...some, ...others])) namedIn[at]?.push(id);
  }
  const all = things.map(({ id, title }, at) => ({ id, title, namedIn: namedIn[at] ?? [] }));
  return { n: all.filter((mention) => mention.namedIn.length > 0).length, of: things.length, all };
}

/** What names a thing: enough of its telling words, or one of its phrases. */
type Wanted = { readonly words: readonly string[]; readonly enough: number; readonly phrases: readonly string[] };

/** Finds what a folded text names, as places in the list of things. */
type Finder = (folded: string) => readonly number[];

function wantedBy({ label, title }: Thing): Wanted {
  const words = [...new Set(wordsOf(title))].filter((word) => word.length >= shortestWord);
  // With two telling words or more, a text that has the whole title has enough of them anyway.
  const phrases = [label, words.length < 2 ? title : ''].map((text) => wordsOf(text)).filter((part) => part.length > 0);
  return {
    words: words.length < 2 ? [] : words,
    enough: Math.ceil((words.length * 2) / 3),
    phrases: phrases.map(phraseOf),
  };
}

/** Finds by telling words. Each of them counts once in a text; words that count as the same share their first letters. */
function wordFinder(wanted: readonly Wanted[]): Finder {
  const owners = placesOf(wanted.map(({ words }) => words));
  if (owners.size === 0) return () => [];
  const byBeginning = Map.groupBy(owners.keys(), (word) => word.slice(0, shortestWord));
  const candidates = wordsBeginning([...byBeginning.keys()]);
  const known = new Map<string, readonly string[]>();
  const standsFor = (word: string): readonly string[] => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = (byBeginning.get(word.slice(0, shortestWord)) ?? []).filter((telling) => isSameWord(word, telling));
    known.set(word, found);
    return found;
  };
  const hits = new Uint32Array(wanted.length);
  return (folded) => {
    const named: number[] = [];
    const touched: number[] = [];
    for (const telling of new Set((folded.match(candidates) ?? []).flatMap(standsFor))) {
      for (const at of owners.get(telling) ?? []) {
        const count = (hits[at] ?? 0) + 1;
        hits[at] = count;
        if (count === 1) touched.push(at);
        if (count === wanted[at]?.enough) named.push(at);
      }
    }
    for (const at of touched) hits[at] = 0;
    return named;
  };
}

/** Finds by whole phrases. */
function phraseFinder(wanted: readonly Wanted[]): Finder {
  const owners = placesOf(wanted.map(({ phrases }) => phrases));
  const phrases = [...owners];
  const first = wordsBeginning([...owners.keys()].map((phrase) => phrase.trim().split(' ')[0] ?? ''));
  return (folded) => {
    // Most texts have none of the words that a phrase begins with; they need not be taken apart.
    if (owners.size === 0 || folded.search(first) === -1) return [];
    const text = phraseOf(folded.match(anyWord) ?? []);
    return phrases.flatMap(([phrase, places]) => (text.includes(phrase) ? places : []));
  };
}

/** Where each string occurs in a list of lists. */
function placesOf(lists: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, list] of lists.entries()) {
    for (const one of new Set(list)) {
      const own = places.get(one);
      if (own === undefined) places.set(one, [at]);
      else own.push(at);
    }
  }
  return places;
}

const anyWord = /[\p{L}\p{N}]+/gu;

/** Words of a folded text that have one of these beginnings, and where there are too many of those, all words. */
function wordsBeginning(beginnings: readonly string[]): RegExp {
  if (beginnings.length > mostAlternatives) return anyWord;
  // A beginning may end within a character of two units, which no pattern finds.
  const whole = beginnings.map((one) => (one.isWellFormed() ? one : one.slice(0, -1)));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${whole.join('|')})[\p{L}\p{N}]*`, 'gu');
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
