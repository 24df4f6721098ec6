/** The editor of a paragraph in the dock: saved as one types, while the pages follow. */
import { useEffect, useRef, useState } from 'react';
import { entities } from '../../../shared/model/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { EditedParagraph, Edits } from './use-edits.ts';
import styles from './paragraph-dock.module.css';

/** Edits the text with its marks: bold between two stars, references in braces. */
export function ParagraphEditor({
  paragraph,
  edits,
  onClose,
}: {
  paragraph: EditedParagraph;
  edits: Edits;
  onClose: () => void;
}) {
  const [text, setText] = useState(paragraph.text);
  const [refused, setRefused] = useState<string | null>(null);
  const latest = useRef({ paragraph, edits });
  useEffect(() => {
    latest.current = { paragraph, edits };
  });
  const saved = paragraph.edit?.text;
  // An undo or another window wrote: that is what stands there now.
  useEffect(() => {
    if (saved !== undefined && refused === null) setText(saved);
  }, [saved, refused]);
  // A paragraph that says again what the draft says needs no edit.
  useEffect(
    () => () => {
      const { paragraph: now, edits: all } = latest.current;
      if (now.edit !== null && now.edit.text === now.draft) all.drop(now.edit);
    },
    [],
  );
  const change = (next: string): void => {
    setText(next);
    const checked = entities.paragraphEdit.fields.text.schema.safeParse(next);
    if (!checked.success) {
      setRefused(`Not saved: ${checked.error.issues[0]?.message ?? 'this cannot be kept'}.`);
      return;
    }
    setRefused(null);
    edits.write(paragraph, next);
  };
  return (
    <div className={styles.dock}>
      <div className={styles.line}>
        <b className={styles.title}>Edit the paragraph</b>
        <span className={styles.note}>Saved as you type; the pages follow. Esc ends it.</span>
      </div>
      <TextField
        label="Text of the paragraph"
        hideLabel
        multiline
        autoFocus
        value={text}
        onChange={change}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }}
        {...(refused === null ? {} : { problem: refused })}
      />
      <div className={styles.line}>
        <span className={styles.text}>Two stars on each side make words bold; braces hold a reference.</span>
        <span className={styles.actions}>
          {paragraph.edit !== null && (
            <Button
              small
              onPress={() => {
                if (paragraph.edit !== null) edits.drop(paragraph.edit);
                onClose();
              }}
            >
              Back to the draft
            </Button>
          )}
          <Button small keys="Escape" onPress={onClose}>
            Done
          </Button>
        </span>
      </div>
    </div>
  );
}
