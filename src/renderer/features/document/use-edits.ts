/** Paragraphs written by hand: what is edited, what the data has overtaken, and what can be done about it. */
import { useMemo } from 'react';
import type { DrawnDocument } from '../../../shared/document/drawn.ts';
import { draftMark, editableText } from '../../../shared/document/edits.ts';
import { type FigureChange, figureChanges, updateFigures } from '../../../shared/document/overtaken.ts';
import { keyedTexts } from '../../../shared/document/walk.ts';
import { deleteRow, insertRow, updateRow } from '../../../shared/model/change.ts';
import type { ParagraphEdit } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useRows, useToday } from '../../data/hooks.ts';

/** A paragraph with its edit. */
export type EditedParagraph = {
  readonly key: string;
  readonly section: string;
  readonly edit: ParagraphEdit | null;
  /** What is printed, as it is edited. */
  readonly text: string;
  /** What would be printed without the edit. */
  readonly draft: string;
  /** The data changed since the edit was made. */
  readonly overtaken: boolean;
  /** Figures of the draft that changed since, and the edit with them brought up to date; null when it holds none of them. */
  readonly figures: readonly FigureChange[];
  readonly updated: string | null;
};

/** The edits of the document with what can be done to them. */
export type Edits = {
  /** Ids by key. */
  readonly byKey: ReadonlyMap<string, string>;
  /** Edits whose paragraph is not in this document. */
  readonly unplaced: readonly ParagraphEdit[];
  readonly sections: ReadonlySet<string>;
  /** Sections by the id of the edit. */
  readonly sectionOfEdit: ReadonlyMap<string, string>;
  /** Figures that stand in an overtaken edit, by key. */
  readonly stale: ReadonlyMap<string, readonly string[]>;
  readonly overtaken: readonly string[];
  paragraph(key: string): EditedParagraph | null;
  /** Writes a text as it is being typed. */
  write(paragraph: EditedParagraph, text: string): void;
  update(paragraph: EditedParagraph): void;
  keep(paragraph: EditedParagraph): void;
  /** Back to the draft. */
  drop(edit: ParagraphEdit): void;
};

/** Reads the edits of a document that was laid out. */
export function useEdits(drawn: DrawnDocument | null): Edits {
  const file = useFile();
  const today = useToday();
  const { id: engagement } = useEngagement();
  const rows = useRows('paragraphEdit');
  const texts = useMemo(
    () => new Map(drawn === null ? [] : keyedTexts(drawn.document).map((one) => [one.key, one])),
    [drawn],
  );
  const edits = useMemo((): Edits => {
    const byRow = new Map(rows.map((row) => [row.key, row]));
    const paragraph = (key: string): EditedParagraph | null => {
      const found = texts.get(key);
      if (found === undefined || drawn === null) return null;
      const edit = byRow.get(key) ?? null;
      // What was typed since the pages were laid out is not on them yet.
      const printed = editableText(found.runs);
      const draft = drawn.replaced[key] ?? printed;
      const isOvertaken = edit !== null && edit.draftSeen !== '' && edit.draftSeen !== draftMark(draft);
      const figures = isOvertaken && edit.draft !== '' ? figureChanges(edit.draft, draft) : [];
      const updated = edit === null ? '' : updateFigures(edit.text, figures);
      return {
        key,
        section: found.section,
        edit,
        text: edit?.text ?? draft,
        draft,
        overtaken: isOvertaken,
        figures,
        updated: edit === null || updated === edit.text ? null : updated,
      };
    };
    const placed = rows.flatMap((row) => paragraph(row.key) ?? []);
    const overtaken = placed.filter((one) => one.overtaken);
    const seen = ({ draft }: EditedParagraph) => ({ draft, draftSeen: draftMark(draft) });
    return {
      byKey: new Map(placed.flatMap(({ key, edit }) => (edit === null ? [] : [[key, edit.id]]))),
      unplaced: drawn === null ? [] : rows.filter(({ key }) => drawn.unplaced.includes(key)),
      sections: new Set(placed.map(({ section }) => section)),
      sectionOfEdit: new Map(placed.flatMap(({ edit, section }) => (edit === null ? [] : [[edit.id, section]]))),
      stale: new Map(overtaken.map(({ key, figures }) => [key, figures.map(({ from }) => from)])),
      overtaken: overtaken.map(({ key }) => key),
      paragraph,
      write(one, text) {
        if (one.edit === null) {
          const fields = { engagement, key: one.key, text, on: today, ...seen(one) };
          void file.edit('Edit a paragraph of the document', [insertRow('paragraphEdit', file.newId(), fields)]);
          return;
        }
        file.type('paragraphEdit', one.edit.id, { text, on: today }, 'Edit a paragraph of the document');
      },
      update(one) {
        if (one.edit === null || one.updated === null) return;
        const fields = { text: one.updated, on: today, ...seen(one) };
        void file.edit('Bring the figures of an edited paragraph up to date', [
          updateRow('paragraphEdit', one.edit.id, fields),
        ]);
      },
      keep(one) {
        if (one.edit === null) return;
        void file.edit('Keep an edited paragraph as it is', [updateRow('paragraphEdit', one.edit.id, seen(one))]);
      },
      drop: (edit) => void file.edit('Go back to the draft of a paragraph', [deleteRow('paragraphEdit', edit.id)]),
    };
  }, [rows, texts, drawn, engagement, today, file]);
  // The pages are drawn anew only when one of these says something else, not at every letter.
  const byKey = useSame(edits.byKey);
  const stale = useSame(edits.stale);
  return useMemo(() => ({ ...edits, byKey, stale }), [edits, byKey, stale]);
}

/** The map of before while it says the same. */
function useSame<V>(map: ReadonlyMap<string, V>): ReadonlyMap<string, V> {
  const text = JSON.stringify([...map]);
  return useMemo(() => new Map(JSON.parse(text) as [string, V][]), [text]);
}
