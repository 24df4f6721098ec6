/** What a document that was read becomes: a source, its passages, and on request a decision for each heading of a level. */
import type { DocumentHead, Passage } from '../../shared/api/import-types.ts';
import { describeImportNote } from '../../shared/api/import-notes.ts';
import { type Change, insertRow } from '../../shared/model/change.ts';
import type { ClientData } from '../../shared/model/index.ts';
import type { MadeImport } from './made-import.ts';

/** Input of `documentChanges`. */
export type DocumentImport = {
  readonly fileName: string;
  readonly digest: string;
  readonly kind: 'strategy' | 'other';
  readonly head: DocumentHead;
  readonly passages: readonly Passage[];
  /** Heading level whose headings become decisions; null for none. */
  readonly decisionsFrom: number | null;
  readonly engagement: string;
  readonly data: ClientData;
  readonly today: string;
  readonly newId: () => string;
};

/** Longest text that a decision takes over from its section, in characters. */
const passageLimit = 20_000;

/** The changes that store a document. Decisions that are there already by title are left as they are. */
export function documentChanges(input: DocumentImport): MadeImport {
  const { head, engagement, newId } = input;
  const source = newId();
  const changes: Change[] = [
    insertRow('source', source, {
      engagement,
      kind: input.kind,
      title: head.title.slice(0, 500),
      importedOn: input.today,
      fileName: input.fileName.slice(0, 500),
      format: head.format,
      digest: input.digest,
      notes: head.notes.map(describeImportNote),
    }),
  ];
  const ids = input.passages.map((passage) => {
    const id = newId();
    const { position, level, text, page, locator } = passage;
    changes.push(
      insertRow('passage', id, { engagement, source, position, level, text, page, locator: locator.slice(0, 500) }),
    );
    return id;
  });
  const decisions = input.decisionsFrom === null ? [] : headingDecisions(input, ids, input.decisionsFrom);
  return {
    changes: [...changes, ...decisions],
    imported: {
      source,
      passages: ids.length,
      decisions: decisions.length,
      items: 0,
      updated: 0,
      closed: 0,
      changed: 0,
      gone: 0,
      leftOut: 0,
      notes: [...head.notes],
    },
  };
}

/** A heading is the decision, the text up to the next heading of its level or above is its passage. */
function headingDecisions(input: DocumentImport, ids: readonly string[], level: number): Change[] {
  const known = new Set(input.data.decision.map((decision) => decision.title));
  const changes: Change[] = [];
  for (const [at, passage] of input.passages.entries()) {
    const title = passage.text.slice(0, 500);
    if (passage.level !== level || known.has(title)) continue;
    known.add(title);
    const after = input.passages.slice(at + 1);
    const end = after.findIndex((next) => next.level > 0 && next.level <= level);
    const section = (end === -1 ? after : after.slice(0, end)).filter((next) => next.text !== '');
    const text = section
      .map((next) => next.text)
      .join('\n')
      .slice(0, passageLimit);
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
      }),
    );
  }
  return changes;
}
