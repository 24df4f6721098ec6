/**
 * A line of the notes as it is read. Signs at its start: `>` a quote word for word, `>~` near enough, `>*` translated,
 * `!` an objection, `^` a limit (`^budget:` with its kind), `@` a person, `?` to ask later; several may stand together.
 * Anywhere in it: `#tag` or `#D1` links, `@Name` names somebody, and `{…}` in a quote holds the words before translation.
 */
import type { Fidelity, Marks } from './marks.ts';
import { type NotePerson, type NoteWords, personAt, type TagEnd } from './note-words.ts';

/** A sign at the start of a line. */
export type NoteSign = '>' | '!' | '^' | '@' | '?';

/** A stretch of a line that is more than words. */
export type LinePart = {
  readonly is: 'sign' | 'kind' | 'tag' | 'person' | 'original';
  readonly from: number;
  readonly to: number;
};

/** What stands before the words of a line. */
export type LineHead = {
  /** Each sign once, in the order in which they stand, as they were typed. */
  readonly signs: readonly { readonly sign: NoteSign; readonly text: string; readonly from: number }[];
  readonly kind: string | null;
  readonly fidelity: Fidelity;
  /** Where the words begin. */
  readonly to: number;
};

/** A line as it is read; without marks it is a note and nothing more. */
export type NoteLine = { readonly marks: Marks | null; readonly parts: readonly LinePart[]; readonly head: LineHead };

/** Reads a line. */
export function parseNoteLine(line: string, words: NoteWords): NoteLine {
  const head = parseHead(line, words.limitKinds);
  const has = (sign: NoteSign): boolean => head.signs.some((one) => one.sign === sign);
  const isQuote = has('>');
  const original = isQuote ? originalOf(line, head.to) : null;
  const tags = tagsOf(line, head.to, words.tags);
  const people = peopleOf(line, head, words.people);
  const parts: LinePart[] = [
    ...head.signs.map(({ sign, text, from }) => signPart(sign, text, from)),
    ...head.signs.flatMap(({ sign, text, from }) =>
      sign === '^' && text.length > 1 ? [{ is: 'kind' as const, from: from + 1, to: from + text.length }] : [],
    ),
    ...tags.map(({ from, to }) => ({ is: 'tag' as const, from, to })),
    ...people.filter(({ from }) => from >= head.to).map(({ from, to }) => ({ is: 'person' as const, from, to })),
    ...(original === null ? [] : [{ is: 'original' as const, from: original.from, to: original.to }]),
  ];
  parts.sort((a, b) => a.from - b.from);
  if (head.signs.length === 0 && tags.length === 0 && people.length === 0) return { marks: null, parts, head };
  const cut = [...tags, ...(original === null ? [] : [original])];
  return {
    head,
    parts,
    marks: {
      words: wordsOf(line, head.to, cut, people),
      original: original?.words ?? '',
      // Words that carry those from before a translation are not the words that were said.
      quote: isQuote ? (original !== null && head.fidelity === 'verbatim' ? 'paraphrase' : head.fidelity) : null,
      objection: has('!'),
      askLater: has('?'),
      limit: has('^') ? { kind: head.kind } : null,
      speaker: people.find(({ person }) => person.present)?.person.id ?? null,
      about: people.find(({ person }) => !person.present)?.person.id ?? null,
      ends: tags.reduce<TagEnd[]>(
        (ends, { end }) => (ends.some((one) => sameEnd(one, end)) ? ends : [...ends, end]),
        [],
      ),
    },
  };
}

/** Whether two tags link to the same. */
export function sameEnd(a: TagEnd, b: TagEnd): boolean {
  return a.indicator === b.indicator && a.decision === b.decision;
}

/** Signs as other keyboards and input methods write them. */
const writtenAs: Readonly<Record<string, NoteSign>> = {
  '>': '>',
  '＞': '>',
  '!': '!',
  '！': '!',
  '^': '^',
  '＾': '^',
  ˆ: '^',
  '@': '@',
  '＠': '@',
  '?': '?',
  '？': '?',
  '؟': '?',
};

/** Reads the signs before the words. */
export function parseHead(line: string, limitKinds: ReadonlySet<string>): LineHead {
  const signs: { sign: NoteSign; text: string; from: number }[] = [];
  let kind: string | null = null;
  let fidelity: Fidelity = 'verbatim';
  let at = spaceAfter(line, 0);
  for (;;) {
    const sign = writtenAs[line.charAt(at)];
    if (sign === undefined || signs.some((one) => one.sign === sign)) break;
    let to = at + 1;
    if (sign === '>' && line.charAt(to) === '~') fidelity = 'paraphrase';
    if (sign === '>' && line.charAt(to) === '*') fidelity = 'translated';
    if (sign === '>' && fidelity !== 'verbatim') to += 1;
    const named = sign === '^' ? /^([\p{L}\d-]+):/u.exec(line.slice(to)) : null;
    if (named?.[1] !== undefined && limitKinds.has(named[1].toLowerCase())) {
      kind = named[1].toLowerCase();
      to += named[0].length;
    }
    signs.push({ sign, text: line.slice(at, to), from: at });
    at = spaceAfter(line, to);
    // A name follows.
    if (sign === '@') break;
  }
  return { signs, kind, fidelity, to: at };
}

function signPart(sign: NoteSign, text: string, from: number): LinePart {
  return { is: 'sign', from, to: from + (sign === '^' ? 1 : text.length) };
}

type Span = { readonly from: number; readonly to: number };

function originalOf(line: string, from: number): (Span & { readonly words: string }) | null {
  const found = [...line.slice(from).matchAll(/\{([^{}]*)\}/gu)].at(-1);
  if (found === undefined) return null;
  const at = from + found.index;
  return { from: at, to: at + found[0].length, words: (found[1] ?? '').trim() };
}

function tagsOf(line: string, from: number, known: NoteWords['tags']): (Span & { readonly end: TagEnd })[] {
  return [...line.slice(from).matchAll(/(?<![\p{L}\p{N}_#&])[#＃]([\p{L}\p{N}][\p{L}\p{N}-]*)/gu)].flatMap((found) => {
    const end = known.get((found[1] ?? '').toLowerCase());
    const at = from + found.index;
    return end === undefined ? [] : [{ from: at, to: at + found[0].length, end }];
  });
}

type Named = Span & { readonly person: NotePerson };

function peopleOf(line: string, head: LineHead, people: readonly NotePerson[]): Named[] {
  const named: Named[] = [];
  const first = head.signs.at(-1)?.sign === '@' ? personAt(line, head.to, people) : null;
  if (first !== null) named.push({ from: head.to, ...first });
  for (const found of line.matchAll(/(?<![\p{L}\p{N}_.])[@＠]/gu)) {
    if (found.index < head.to) continue;
    const one = personAt(line, found.index + 1, people);
    if (one !== null) named.push({ from: found.index, ...one });
  }
  return named;
}

/** The words: without tags, and without names that only say who spoke or who is meant. */
function wordsOf(line: string, from: number, cut: readonly Span[], people: readonly Named[]): string {
  const spans: (Span & { keep: string })[] = cut.map((span) => ({ from: span.from, to: span.to, keep: '' }));
  for (const { from: at, to, person } of people) {
    const rest = [...cut, ...people.filter((one) => one.from > at)].filter((one) => one.from >= to);
    const isLast = without(line.slice(to), to, rest).trim() === '';
    const isFirst = line.slice(from, at).trim() === '';
    const speaks = person.present && (isFirst || isLast);
    const name = line.slice(at, to).replace(/^[@＠]/u, '');
    // Somebody who is talked about is a part of the sentence, unless the name stands after its end.
    if (speaks)
      spans.push({ from: at, to: isFirst ? to + (/^\s*[:,]?/u.exec(line.slice(to))?.[0].length ?? 0) : to, keep: '' });
    else spans.push({ from: at, to, keep: isLast && !isFirst ? '' : name });
  }
  let words = '';
  let at = from;
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (span.from < at) continue;
    words += line.slice(at, span.from);
    // The space that parted a tag from the words goes with it.
    words = span.keep === '' ? words.trimEnd() : words + span.keep;
    at = span.to;
  }
  return (words + line.slice(at)).trim();
}

function without(text: string, offset: number, spans: readonly Span[]): string {
  return spans
    .toSorted((a, b) => b.from - a.from)
    .reduce((rest, { from, to }) => rest.slice(0, from - offset) + rest.slice(to - offset), text);
}

function spaceAfter(line: string, at: number): number {
  return at + (/^\s*/u.exec(line.slice(at))?.[0].length ?? 0);
}
