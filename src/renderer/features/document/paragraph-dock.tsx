/** The dock under the pages: what can be done with the paragraph that is chosen. */
import { useEffect, useRef, useState } from 'react';
import { entities } from '../../../shared/model/index.ts';
import { useReadOnly } from '../../data/hooks.ts';
import { showDay } from '../../parts/format.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TraceButton } from './trace-button.tsx';
import type { EditedParagraph, Edits } from './use-edits.ts';
import styles from './paragraph-dock.module.css';

/** Shows the chosen paragraph with its actions; while it is edited, the editor. */
export function ParagraphDock({
  paragraph,
  edits,
  editing,
  onEditing,
  onClose,
}: {
  paragraph: EditedParagraph;
  edits: Edits;
  editing: boolean;
  onEditing: (editing: boolean) => void;
  onClose: () => void;
}) {
  const readOnly = useReadOnly();
  const [comparing, setComparing] = useState(false);
  const { edit, overtaken, figures, updated } = paragraph;
  const locked = readOnly ? 'The file is open for reading only.' : '';
  const noFigure = figures.length === 0 ? 'No figure of the draft changed: compare the drafts.' : '';
  const noUpdate = noFigure || (updated === null ? 'Your words hold none of the figures that changed.' : '');
  useCommands([
    {
      id: 'document.edit',
      says: 'Edit the paragraph',
      short: 'edit the paragraph',
      group: 'Document',
      keys: ['Enter'],
      heardElsewhere: true,
      off: locked,
      run: () => onEditing(true),
    },
    ...(overtaken
      ? [
          {
            id: 'document.updateFigures',
            says: 'Bring its figures up to date',
            group: 'Document',
            keys: ['U'],
            off: locked || noUpdate,
            run: () => edits.update(paragraph),
          },
          {
            id: 'document.keepEdit',
            says: 'Keep the edit as it is',
            group: 'Document',
            keys: ['K'],
            off: locked,
            run: () => edits.keep(paragraph),
          },
          {
            id: 'document.compare',
            says: 'Compare the drafts',
            group: 'Document',
            keys: ['D'],
            run: () => setComparing(true),
          },
        ]
      : []),
  ]);
  if (editing && !readOnly) return <Editor paragraph={paragraph} edits={edits} onClose={() => onEditing(false)} />;
  return (
    <div className={styles.dock}>
      <div className={styles.line}>
        <b className={styles.title}>{titleOf(paragraph)}</b>
        <span className={styles.note}>
          {overtaken ? 'Your words are kept until you choose' : edit === null ? 'As drafted from the data' : ''}
        </span>
        <IconButton icon="close" label="Put away" small onPress={onClose} />
      </div>
      <div className={styles.line}>
        {overtaken ? <Figures paragraph={paragraph} /> : <span className={styles.text}>{paragraph.text}</span>}
        <span className={styles.actions}>
          {overtaken && (
            <>
              <Button
                kind="primary"
                small
                keys="U"
                off={locked || noUpdate}
                onOff={() => setComparing(true)}
                onPress={() => edits.update(paragraph)}
              >
                Update figure
              </Button>
              <Button small keys="K" off={locked} onPress={() => edits.keep(paragraph)}>
                Keep
              </Button>
              <Button small keys="D" onPress={() => setComparing(true)}>
                Compare drafts
              </Button>
            </>
          )}
          {!overtaken && (
            <Button small keys="Enter" off={locked} onPress={() => onEditing(true)}>
              Edit
            </Button>
          )}
          {!overtaken && edit !== null && !readOnly && (
            <Button small onPress={() => edits.drop(edit)}>
              Back to the draft
            </Button>
          )}
          <TraceButton paragraph={paragraph} />
        </span>
      </div>
      {comparing && edit !== null && (
        <Compare paragraph={paragraph} edits={edits} readOnly={readOnly} onClose={() => setComparing(false)} />
      )}
    </div>
  );
}

function titleOf({ edit, overtaken }: EditedParagraph): string {
  if (edit === null) return 'The chosen paragraph';
  const day = edit.on === null ? '' : ` on ${showDay(edit.on, 'shortDay')}`;
  return overtaken
    ? `The data changed since your edit${edit.on === null ? '' : ` of ${showDay(edit.on, 'shortDay')}`}`
    : `Edited by hand${day}`;
}

function Figures({ paragraph }: { paragraph: EditedParagraph }) {
  const { figures, edit } = paragraph;
  if (figures.length === 0)
    return (
      <span className={styles.text}>
        {edit?.draft === ''
          ? 'The draft that was edited was not kept, so its figures cannot be compared.'
          : 'The words of the draft changed, no figure did.'}
      </span>
    );
  return (
    <ul className={styles.figures}>
      {figures.map(({ from, to, beside }, at) => (
        <li key={at}>
          {beside} <span className={styles.old}>{from}</span> <Icon name="arrow-right" small label="becomes" />{' '}
          <b>{to}</b>
        </li>
      ))}
    </ul>
  );
}

function Editor({ paragraph, edits, onClose }: { paragraph: EditedParagraph; edits: Edits; onClose: () => void }) {
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

function Compare({
  paragraph,
  edits,
  readOnly,
  onClose,
}: {
  paragraph: EditedParagraph;
  edits: Edits;
  readOnly: boolean;
  onClose: () => void;
}) {
  const { edit, draft, updated } = paragraph;
  if (edit === null) return null;
  const end = (act: () => void) => () => {
    act();
    onClose();
  };
  return (
    <Dialog
      title="Your words and the drafts"
      size="large"
      onClose={onClose}
      footer={
        readOnly ? undefined : (
          <>
            {updated !== null && (
              <Button kind="primary" onPress={end(() => edits.update(paragraph))}>
                Update figure
              </Button>
            )}
            <Button onPress={end(() => edits.keep(paragraph))}>Keep</Button>
            <Button onPress={end(() => edits.drop(edit))}>Take the draft of today</Button>
          </>
        )
      }
    >
      <div className={styles.compare}>
        <Version title="The draft that you edited" text={edit.draft || 'It was not kept.'} />
        <Version title="The draft of today" text={draft} />
        <Version title="Your words" text={edit.text} />
        {updated !== null && <Version title="Your words with the figures of today" text={updated} />}
      </div>
    </Dialog>
  );
}

function Version({ title, text }: { title: string; text: string }) {
  return (
    <section>
      <h3 className={styles.versionTitle}>{title}</h3>
      <p className={styles.version}>{text}</p>
    </section>
  );
}
