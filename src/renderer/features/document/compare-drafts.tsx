/** An edit that the data has overtaken beside both drafts, to choose from. */
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { EditedParagraph, Edits } from './use-edits.ts';
import styles from './paragraph-dock.module.css';

/** Shows the draft that was edited, the draft of today and the edit. */
export function CompareDrafts({
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
      <p className={styles.version}>{text.replaceAll('**', '')}</p>
    </section>
  );
}
