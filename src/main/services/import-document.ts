/** What a document that was read becomes: a source, its passages, and on request a decision for each heading of a level. */
import type { DocumentHead, Passage } from '../../shared/api/import-types.ts';
import { describeImportNote } from '../../shared/api/import-notes.ts';
import { type Change, insertRow } from '../../shared/model/change.ts';
import { passageFingerprint } from '../../shared/analysis/suspect.ts';
import type { ClientData, Source } from '../../shared/model/index.ts';
import { moveLinks, type NewPassage } from './import-version.ts';
import type { MadeImport } from './made-import.ts';
import { oneLine } from './one-line.ts';

/** Input of `documentChanges`. */
export type DocumentImport = {
  readonly fileName: string;
  readonly digest: string;
  readonly kind: 'strategy' | 'other';
  readonly head: DocumentHead;
  readonly passages: readonly Passage[];
  /** Heading level whose headings become decisions; null for none. */
  readonly decisionsFrom: number | null;
  /** Source of which this is a newer version; null for a document of its own. */
  readonly replaces: string | null;
  /** What a person says of it; what is left out is taken from the file or the earlier version. */
  readonly about: Partial<Pick<Source, 'title' | 'author' | 'datedOn' | 'documentKind' | 'remark'>>;
  /** The file's bytes as base64, kept in the client file; null where it is too large. */
  readonly original: string | null;
  readonly engagement: string;
  readonly data: ClientData;
  readonly today: string;
  readonly newId: () => string;
};

/** Longest text that a decision takes over from its section, in characters. */
const passageLimit = 20_000;

/** The changes that store a document. Decisions that are there already by title are left as they are, and so is the very same file. */
export function documentChanges(input: DocumentImport): MadeImport {
  const known = input.data.source.find((source) => source.kind === input.kind && source.digest === input.digest);
  const stored = known === undefined ? newSource(input) : presentSource(input, known.id);
  const moved =
    known === undefined && input.replaces !== null
      ? moveLinks(input.data, input.replaces, stored.source, newPassages(input, stored.passages))
      : null;
  const decisions = input.decisionsFrom === null ? [] : headingDecisions(input, stored.passages, input.decisionsFrom);
  const notes =
    known === undefined ? input.head.notes : [...input.head.notes, { code: 'known-already' as const, params: {} }];
  return {
    changes: [...stored.changes, ...(moved?.changes ?? []), ...decisions],
    imported: {
      source: stored.source,
      passages: known === undefined ? stored.passages.length : 0,
      decisions: decisions.length,
      items: 0,
      updated: 0,
      closed: 0,
      reopened: 0,
      changed: 0,
      gone: 0,
      leftOut: 0,
      notes: [...notes],
      ...(moved === null ? {} : { anchored: moved.anchored, suspect: moved.suspect }),
    },
  };
}

/** A source with its passages: the changes that store them, and the ids of the passages in reading order. */
type Stored = { readonly source: string; readonly changes: readonly Change[]; readonly passages: readonly string[] };

function newSource(input: DocumentImport): Stored {
  const { head, engagement, newId } = input;
  const source = newId();
  const earlier = input.data.source.find((row) => row.id === input.replaces);
  const kept = input.original === null ? [] : [keepOriginal(input, source, input.original)];
  const changes: Change[] = [
    insertRow('source', source, {
      engagement,
      kind: input.kind,
      title: oneLine(head.title),
      ...(earlier === undefined ? {} : fromEarlier(earlier)),
      ...input.about,
      replaces: earlier?.id ?? null,
      originalBytes: input.original === null ? null : Buffer.byteLength(input.original, 'base64'),
      importedOn: input.today,
      fileName: oneLine(input.fileName),
      format: head.format,
      digest: input.digest,
      notes: head.notes.map(describeImportNote),
    }),
    ...kept,
  ];
  const passages = input.passages.map((passage) => {
    const id = newId();
    const { position, level, text, page, locator, kind, depth, mark, table, row, column } = passage;
    const shape = { kind, depth, mark, table, row, column };
    changes.push(
      insertRow('passage', id, {
        engagement,
        source,
        position,
        level,
        text,
        page,
        locator: oneLine(locator),
        ...shape,
      }),
    );
    return id;
  });
  return { source, changes, passages };
}

/** What stays the same from version to version. */
function fromEarlier({ title, author, documentKind, passedOver }: Source) {
  return { title, author, documentKind, passedOver };
}

function keepOriginal({ engagement, newId, fileName }: DocumentImport, source: string, content: string): Change {
  return insertRow('sourceFile', newId(), { engagement, source, name: oneLine(fileName), content });
}

function newPassages({ passages }: DocumentImport, ids: readonly string[]): readonly NewPassage[] {
  return passages.flatMap(({ text, page, locator }, at) => {
    const id = ids[at];
    return id === undefined ? [] : [{ id, text, page, locator: oneLine(locator) }];
  });
}

/** The same bytes gave the same passages, so what is there is used. */
function presentSource({ data }: DocumentImport, source: string): Stored {
  const rows = data.passage.filter((passage) => passage.source === source);
  return { source, changes: [], passages: rows.toSorted((a, b) => a.position - b.position).map((row) => row.id) };
}

/** A heading is the decision, the text up to the next heading of its level or above is its passage. */
function headingDecisions(input: DocumentImport, ids: readonly string[], level: number): Change[] {
  const known = new Set(input.data.decision.map((decision) => decision.title));
  const changes: Change[] = [];
  for (const [at, passage] of input.passages.entries()) {
    const title = oneLine(passage.text);
    if (passage.level !== level || known.has(title)) continue;
    known.add(title);
    const after = input.passages.slice(at + 1);
    const end = after.findIndex((next) => next.level > 0 && next.level <= level);
    const section = (end === -1 ? after : after.slice(0, end)).filter((next) => next.text !== '');
    const text = section
      .map((next) => next.text)
      .join('\n')
      .slice(0, passageLimit)
      .toWellFormed();
    const first = section.find((next) => next.level === 0);
    const id = (first === undefined ? undefined : ids[first.position]) ?? ids[at];
    changes.push(
      insertRow('decision', input.newId(), {
        engagement: input.engagement,
        title,
        statement: title,
        position: input.data.decision.length + changes.length,
        passage: id ?? null,
        passageText: text,
        passageSeen: id === undefined ? '' : passageFingerprint(first ?? passage),
      }),
    );
  }
  return changes;
}
