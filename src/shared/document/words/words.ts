/** The document's sentences: wordings of the kit with their plural forms, filled with values. No sentence is written in code. */
import type { Kit } from '../../method/kit.ts';
import { wordingFor } from '../../method/kit.ts';
import { type Language, languageFor } from './language.ts';
import { plain, upperFirst } from './text.ts';

/** Values of a wording by the name that stands in braces; a number is written as the language writes it. */
export type Values = Readonly<Record<string, string | number>>;

/** A language with the wordings of a kit. */
export type Words = Language & {
  /** The wording of this key; `count` picks its plural form. A brace without a value stays, so that it is seen. */
  readonly say: (key: string, values?: Values, count?: number) => string;
  /** The same as a sentence: with a capital letter. */
  readonly sentence: (key: string, values?: Values, count?: number) => string;
  /** Whether the kit has this wording. */
  readonly has: (key: string) => boolean;
  /** Names in braces of a wording's general form, in their order. */
  readonly asks: (key: string) => readonly string[];
  /** A count of parts of the document: a word up to ten, else a numeral. */
  readonly count: (value: number) => string;
  /** The place in an order: a word up to ten, else a numeral. */
  readonly ordinal: (value: number) => string;
  /** Whether a word in small letters is an article of the language. */
  readonly isArticle: (word: string) => boolean;
};

/** What every wording may use: the client's name, and words that follow the client's vocabulary (`backlog`). */
export type Vocabulary = Readonly<Record<string, string>>;

/** The words of a kit in a locale. */
export function wordsFor(kit: Kit, locale: string, vocabulary: Vocabulary): Words {
  const language = languageFor(locale);
  const wordLists = remembered((key: string) =>
    wordingFor(kit, key)
      .split(',')
      .map((word) => word.trim()),
  );
  const say: Words['say'] = (key, values = {}, count) =>
    fill(wordingFor(kit, key, count === undefined ? 'other' : language.plural(count)), (name) => {
      const value = values[name] ?? vocabulary[name];
      return typeof value === 'number' ? language.number(value) : value;
    });
  const fromList = (key: string, at: number): string | undefined =>
    Number.isInteger(at) ? wordLists(key)[at] : undefined;
  return {
    ...language,
    say,
    sentence: (key, values, count) => upperFirst(say(key, values, count), locale),
    has: (key) => kit.content.document[key] !== undefined,
    asks: (key) => [...wordingFor(kit, key).matchAll(braces)].map(([, name]) => name ?? ''),
    count: (value) => fromList('count-words', value - 1) ?? language.number(value),
    ordinal: (value) => fromList('ordinal-words', value - 1) ?? language.number(value),
    isArticle: (word) => wordLists('articles').includes(word),
  };
}

/** The words of a client's profile over the general ones, by the name under which wordings use them. */
export function vocabularyOf(kit: Kit, client: { readonly name: string; readonly profile: string | null }): Vocabulary {
  const profile = kit.content.profiles.find((one) => one.id === client.profile);
  const name = plain(client.name) || wordingFor(kit, 'client');
  return { backlog: wordingFor(kit, 'backlog'), ...profile?.words, client: name };
}

/**
 * A kit with every wording that the document needs: its own, and those of `complete` where an older or leaner kit lacks
 * one. A client file keeps the kit that it was made with, and must still compose when the document has learned a sentence.
 */
export function completeWordings(kit: Kit, complete: Kit): Kit {
  const document = { ...complete.content.document, ...kit.content.document };
  return { ...kit, content: { ...kit.content, document } };
}

const braces = /\{(\w+)\}/gu;

function fill(text: string, valueOf: (name: string) => string | undefined): string {
  return text.replace(braces, (brace, name: string) => valueOf(name) ?? brace);
}

function remembered<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
