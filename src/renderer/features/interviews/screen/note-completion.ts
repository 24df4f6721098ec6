/** What is offered while a mark is typed in the notes: words that the client may see, and nothing of pattern or severity. */
import { foldText } from '../../../../shared/lib/text.ts';
import type { Completable, Completer, Completion } from '../../../ui/lines-editor-completion.ts';

/** What can be offered. */
export type NoteOffers = {
  /** Indicators by tag, neutral handle and question, and decisions by label and name. */
  readonly tags: readonly { readonly tag: string; readonly says: string; readonly more: string }[];
  readonly people: readonly {
    readonly id: string;
    readonly says: string;
    readonly names: readonly string[];
    readonly present: boolean;
  }[];
  readonly limitKinds: readonly { readonly id: string; readonly name: string }[];
};

/** Letters after which a list opens by itself, and the most that it shows. */
const enough = 2;
const most = 8;

/** Completes tags after `#`, people after `@` and the kind of a limit right after `^`, or wherever it is asked for in its line. */
export function completeNotes(offers: NoteOffers): Completer {
  return (line, at, asked) => {
    const before = line.slice(0, at);
    // In the middle of a word nothing is completed.
    if (/^[\p{L}\p{N}]/u.test(line.slice(at))) return null;
    return (
      ofTag(before, offers, asked) ??
      ofPerson(before, offers, asked) ??
      ofKind(before, offers) ??
      (asked ? ofBareLimit(line, offers) : null)
    );
  };
}

function ofTag(before: string, { tags }: NoteOffers, asked: boolean): Completion | null {
  const found = /(?<![\p{L}\p{N}_#&])[#＃]([\p{L}\p{N}-]*)$/u.exec(before);
  const typed = found?.[1];
  if (found === null || typed === undefined || (!asked && typed.length < enough)) return null;
  const wanted = foldText(typed);
  // What is written in full needs nothing more, so that Enter is a new line.
  if (tags.some(({ tag }) => foldText(tag) === wanted)) return null;
  const items = ranked(tags, wanted, ({ tag, says, more }) => [tag, says, ...(isLabel(tag) ? [more] : [])]);
  return offered(
    before,
    found.index,
    typed,
    true,
    items.map(({ tag, says, more }) => ({ id: tag, says, more, text: `#${tag} ` })),
  );
}

function ofPerson(before: string, { people }: NoteOffers, asked: boolean): Completion | null {
  const found = /(?<![\p{L}\p{N}_.])[@＠]([^@＠#\n]{0,60})$/u.exec(before);
  const typed = found?.[1];
  if (found === null || typed === undefined || typed.startsWith(' ') || (!asked && typed.length < enough)) return null;
  const wanted = foldText(typed);
  if (people.some(({ names }) => names.some((name) => foldText(name) === wanted.trimEnd()))) return null;
  const items = ranked(people, wanted, ({ names }) => names);
  return offered(
    before,
    found.index,
    typed,
    true,
    items.map(({ id, says, names, present }) => ({
      id,
      says,
      more: [names.find((name) => name !== says) ?? '', present ? 'said it' : 'whom it is about']
        .filter(Boolean)
        .join(', '),
      text: `@${says} `,
    })),
  );
}

function ofKind(before: string, { limitKinds }: NoteOffers): Completion | null {
  const found = /^\s*[>!?＞！？؟~*\s]*[\^＾ˆ]([\p{L}-]*)$/u.exec(before);
  const typed = found?.[1];
  if (found === null || typed === undefined) return null;
  const items = ranked(limitKinds, foldText(typed), ({ name }) => [name]);
  return offered(
    before,
    before.length - typed.length,
    typed,
    // The words of the limit may begin like a kind: one is only taken once it was gone to.
    false,
    items.map(({ id, name }) => ({ id, says: name, more: '', text: `${id}: ` })),
  );
}

/** The kind of a limit that has none yet: the key for limits asks while the caret stays behind the words. */
function ofBareLimit(line: string, { limitKinds }: NoteOffers): Completion | null {
  const found = /^\s*[>!?＞！？؟~*\s]*[\^＾ˆ](?=\s|$)/u.exec(line);
  if (found === null) return null;
  const items = limitKinds.map(({ id, name }) => ({ id, says: name, more: '', text: `${id}: ` }));
  return offered(found[0], found[0].length, '', false, items);
}

function offered(
  before: string,
  from: number,
  typed: string,
  eager: boolean,
  items: readonly Completable[],
): Completion | null {
  return items.length === 0 ? null : { from, to: before.length, typed, eager, items: items.slice(0, most) };
}

/** Those that begin with what was typed, then those of which a word does, then those that have it anywhere. */
function ranked<T>(all: readonly T[], wanted: string, namesOf: (one: T) => readonly string[]): readonly T[] {
  const rank = (one: T): number => {
    const names = namesOf(one).map(foldText);
    if (names.some((name) => name.startsWith(wanted))) return 0;
    if (names.some((name) => name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)))) return 1;
    return names.some((name) => name.includes(wanted)) ? 2 : 3;
  };
  return all
    .map((one) => ({ one, at: rank(one) }))
    .filter(({ at }) => at < 3)
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

function isLabel(tag: string): boolean {
  return /^D\d+$/u.test(tag);
}
