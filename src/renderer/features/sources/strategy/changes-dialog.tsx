/** What changed from the earlier version of a document: new, changed and gone passages, each with the way to it. */
import { useEffect, useState } from 'react';
import { describeFailure, failure, type Failure } from '../../../../shared/api/errors.ts';
import type { VersionChanges } from '../../../../shared/analysis/source-versions.ts';
import { changedPart, type ChangedPart } from '../../../../shared/lib/changed-part.ts';
import type { Source } from '../../../../shared/model/index.ts';
import { useFile } from '../../../data/hooks.ts';
import { countOf } from '../../../parts/format.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import styles from './source-head.module.css';

/** Shows the changes; `onOpen` goes to a passage of this or the earlier version. */
export function ChangesDialog({
  source,
  onOpen,
  onClose,
}: {
  source: Source;
  onOpen: (passage: string) => void;
  onClose: () => void;
}) {
  const file = useFile();
  const [read, setRead] = useState<{ changes: VersionChanges | null; error: Failure | null } | null>(null);
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      const answer = await file.client.sources.changes({ file: file.handle, source: source.id });
      if (!gone) setRead(answer.ok ? { changes: answer.value, error: null } : { changes: null, error: answer.error });
    };
    ask().catch(() => {
      if (!gone) setRead({ changes: null, error: failure('internal', { where: 'sources.changes' }) });
    });
    return () => {
      gone = true;
    };
  }, [file, source.id]);
  const changes = read?.changes;
  const open = (passage: string): void => {
    onClose();
    onOpen(passage);
  };
  return (
    <Dialog
      title="What changed from the earlier version"
      size="large"
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      {read === null && <p>Comparing the two texts.</p>}
      {read?.error && <p>{describeFailure(read.error)}</p>}
      {changes && (
        <div className={styles.changes}>
          <p>
            {countOf(changes.changed.length, 'passage', 'passages')} changed, {changes.added.length} new,{' '}
            {changes.gone.length} gone, {changes.same} as before.
          </p>
          {changes.changed.map(({ before, after, passage }) => (
            <div key={passage} className={styles.change}>
              <h3>Changed</h3>
              <p>
                <Both parts={changedPart(before, after)} /> <LinkButton onPress={() => open(passage)}>Show</LinkButton>
              </p>
            </div>
          ))}
          {changes.added.map(({ text, passage }) => (
            <div key={passage} className={styles.change}>
              <h3>New</h3>
              <p>
                <ins>{text}</ins> <LinkButton onPress={() => open(passage)}>Show</LinkButton>
              </p>
            </div>
          ))}
          {changes.gone.map(({ text, passage }) => (
            <div key={passage} className={styles.change}>
              <h3>Gone</h3>
              <p>
                <del>{text}</del> <LinkButton onPress={() => open(passage)}>Show in the earlier version</LinkButton>
              </p>
            </div>
          ))}
        </div>
      )}
    </Dialog>
  );
}

/** One text with what went and what came in its place. */
function Both({ parts: { head, before, after, tail } }: { parts: ChangedPart }) {
  return (
    <>
      {head}
      {before !== '' && <del>{before}</del>} {after !== '' && <ins>{after}</ins>}
      {tail}
    </>
  );
}
