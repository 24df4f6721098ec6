/** Collects the passages of a document in reading order and says in words where each one stands. */
import type { ImportNote } from '../../../../shared/api/import-notes.ts';
import type { Passage } from '../../../../shared/api/import-types.ts';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';

/** What a format's reader gives. */
export type ReadDocument = {
  readonly title: string | null;
  readonly language: string | null;
  readonly passages: readonly Passage[];
  readonly notes: readonly ImportNote[];
};

/** The kinds of passage that are not headings. */
export type BodyKind = Exclude<Passage['kind'], 'heading'>;

/** Takes what a reader finds; texts without a letter or digit are dropped. */
export type PassageCollector = {
  heading(level: number, text: string): void;
  /** `place` replaces the paragraph in the locator: "footnote 2", "table 1, row 3, Owner". */
  body(kind: BodyKind, text: string, place?: string, shape?: Shape): void;
  /** The page or slide on which everything stands that comes from now on. */
  page(number: number): void;
  /** Takes back the passage added last; for headings that turn out to introduce a table of contents. */
  drop(): void;
  last(): Passage | undefined;
  /** A number for the next table. */
  nextTable(): number;
  finish(): { readonly passages: readonly Passage[]; readonly firstHeading: string | null };
};

/** What a list item or a cell has besides its text. */
export type Shape = Partial<Pick<Passage, 'depth' | 'mark' | 'table' | 'row' | 'column'>>;

const shapeless = { depth: null, mark: '', table: null, row: null, column: null } as const;

type Draft = {
  readonly passage: Omit<Passage, 'locator' | 'position'>;
  readonly path: readonly string[];
  readonly place: string;
};

/** Opens an empty collection. */
export function collectPassages(): PassageCollector {
  const drafts: Draft[] = [];
  const path: { level: number; text: string }[] = [];
  let paragraphs = 0;
  let page: number | null = null;
  let tables = 0;
  const add = (passage: Draft['passage'], place: string): void => {
    if (drafts.length >= limits.passages)
      throw new Refusal('import-too-many', { limit: limits.passages, what: 'paragraphs' });
    drafts.push({ passage, path: path.map(({ text }) => text), place });
  };
  return {
    heading(level, raw) {
      const text = tidy(raw).replaceAll('\n', ' ');
      if (text === '') return;
      while ((path.at(-1)?.level ?? 0) >= level) path.pop();
      path.push({ level, text: shorten(text) });
      add({ ...shapeless, level, kind: 'heading', text, page }, '');
    },
    page: (number) => void (page = number),
    body(kind, raw, place, shape = {}) {
      const text = tidy(raw);
      if (!/[\p{L}\p{N}]/u.test(text)) return; // a line to sign on, a stray full stop
      paragraphs++;
      add(
        { ...shapeless, ...shape, level: 0, kind, text, page },
        place ?? (path.length === 0 ? `paragraph ${paragraphs}` : ''),
      );
    },
    drop() {
      if (drafts.pop()?.passage.kind === 'heading') path.pop();
    },
    last: () => {
      const draft = drafts.at(-1);
      return draft === undefined ? undefined : { ...draft.passage, position: drafts.length - 1, locator: '' };
    },
    nextTable: () => ++tables,
    finish: () => finish(drafts),
  };
}

/** A lone heading above all others is the title of the whole and would only lengthen every place. */
function finish(drafts: readonly Draft[]): { passages: readonly Passage[]; firstHeading: string | null } {
  const headings = drafts.flatMap(({ passage }) => (passage.level > 0 ? [passage] : []));
  const highest = headings.reduce((level, passage) => Math.min(level, passage.level), 7);
  const tops = headings.filter(({ level }) => level === highest);
  const firstHeading = tops[0]?.text ?? null;
  const title = tops.length === 1 && tops[0] === headings[0] ? shorten(firstHeading ?? '') : null;
  const passages = drafts.map(({ passage, path, place }, position) => {
    const shown = path[0] === title && (path.length > 1 || place !== '') ? path.slice(1) : path;
    return { ...passage, position, locator: [...shown, place].filter(Boolean).join(' › ') };
  });
  return { passages, firstHeading };
}

/** Spaces in a row become one, lines keep their breaks, and blank edges go; letters are never touched. */
function tidy(text: string): string {
  return text
    .replace(/[ \t\f\v]+/g, ' ')
    .replace(/ ?\r?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function shorten(text: string): string {
  if (text.length <= 80) return text;
  const cut = text.slice(0, 80);
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(' '), 40))
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`;
}
