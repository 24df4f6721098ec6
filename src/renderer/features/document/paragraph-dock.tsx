/** The dock under the pages: what can be done with the paragraph that is chosen. */
import { useState } from 'react';
import { useReadOnly } from '../../data/hooks.ts';
import { showDay } from '../../parts/format.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Icon } from '../../ui/icon.tsx';
import { CompareDrafts } from './compare-drafts.tsx';
import { ParagraphEditor } from './paragraph-editor.tsx';
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
      bar: 2,
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
  if (editing && !readOnly)
    return <ParagraphEditor paragraph={paragraph} edits={edits} onClose={() => onEditing(false)} />;
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
        {overtaken ? (
          <Figures paragraph={paragraph} />
        ) : (
          <span className={styles.text}>{paragraph.text.replaceAll('**', '')}</span>
        )}
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
        <CompareDrafts paragraph={paragraph} edits={edits} readOnly={readOnly} onClose={() => setComparing(false)} />
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
