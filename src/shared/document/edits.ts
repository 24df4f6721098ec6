/** Paragraphs written by hand: how a paragraph is shown for editing, read back, laid over the draft, and found overtaken. */
import { fingerprint } from '../lib/fingerprint.ts';
import type { DocumentTree, Run } from './blocks.ts';
import { keyedTexts, replaceTexts } from './walk.ts';

/** A paragraph written by hand, with the mark of the draft that it replaced. */
export type Edit = { readonly key: string; readonly text: string; readonly draftSeen: string };

/** A document with its edits, and which of them ask for a look. */
export type EditedDocument = {
  readonly document: DocumentTree;
  /** Marks of the paragraphs as they are drafted now, by key. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Keys of edits whose draft has changed since. */
  readonly overtaken: readonly string[];
  /** Keys of edits whose paragraph is not in this document. */
  readonly unplaced: readonly string[];
  /** What would stand in place of each edit, as it is edited, by key. */
  readonly replaced: ReadonlyMap<string, string>;
};

/** The text of a paragraph as it is edited: bold between two stars, a reference in braces. */
export function editableText(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      if (!('text' in run)) return run.show === 'page' ? `{page ${run.ref}}` : `{${run.ref}}`;
      return run.mark === 'emphasised' && run.text.trim() !== '' ? `**${run.text}**` : run.text;
    })
    .join('');
}

/** The runs of an edited text. A paragraph that was one run with a mark of meaning keeps that mark. */
function runsOfEdit(text: string, draft: readonly Run[]): readonly Run[] {
  const references = draft.filter((run) => !('text' in run));
  const [only] = draft;
  const mark = draft.length === 1 && only !== undefined && 'text' in only ? only.mark : undefined;
  const plainMark = mark === 'emphasised' ? undefined : mark;
  return text
    .split(/(\*\*[^*]+\*\*|\{(?:page )?[A-Za-z][A-Za-z0-9_]*\})/u)
    .filter((part) => part !== '')
    .map((part): Run => {
      if (part.startsWith('**') && part.endsWith('**') && part.length > 4)
        return { text: part.slice(2, -2), mark: 'emphasised' };
      const reference = references.find((run) => editableText([run]) === part);
      return reference ?? (plainMark === undefined ? { text: part } : { text: part, mark: plainMark });
    });
}

/** Lays the edits over a draft. An edit without a mark was never compared and is not overtaken. */
export function applyEdits(draft: DocumentTree, edits: readonly Edit[]): EditedDocument {
  const texts = new Map(keyedTexts(draft).map(({ key, runs }) => [key, runs]));
  const drafts = new Map([...texts].map(([key, runs]) => [key, draftMark(editableText(runs))]));
  const placed = edits.filter(({ key }) => texts.has(key));
  return {
    document: replaceTexts(
      draft,
      new Map(placed.map(({ key, text }) => [key, runsOfEdit(text, texts.get(key) ?? [])])),
    ),
    drafts,
    overtaken: placed
      .filter(({ key, draftSeen }) => draftSeen !== '' && draftSeen !== drafts.get(key))
      .map(({ key }) => key),
    unplaced: edits.filter(({ key }) => !texts.has(key)).map(({ key }) => key),
    replaced: new Map(placed.map(({ key }) => [key, editableText(texts.get(key) ?? [])])),
  };
}

/** Mark of a drafted paragraph as it is edited: what an edit keeps of the draft that it replaces. */
export function draftMark(draft: string): string {
  return fingerprint(draft);
}
