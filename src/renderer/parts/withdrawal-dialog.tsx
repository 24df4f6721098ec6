/** Taking words back: what it would do, the question, and what was done. It asks, because it cannot be undone. */
import { useEffect, useState } from 'react';
import { describeFailure, type Failure } from '../../shared/api/errors.ts';
import type { WithdrawalDone, WithdrawalPreview } from '../../shared/api/withdrawals.ts';
import type { Withdrawn } from '../../shared/model/withdrawal/whose.ts';
import { useFile, useReadOnly, useToday, useWindow } from '../data/hooks.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Trouble } from '../ui/states.tsx';
import { countOf } from './format.ts';
import { HeldCopiesNote } from './held-copies.tsx';
import { CountedReach, CountedWords, MarkedIssues, RepeatedPlaces } from './withdrawal-reach.tsx';
import styles from './withdrawal-dialog.module.css';

/**
 * Asks, does it, and shows what was done. `whose` names the person or the piece within a sentence; `discreet` where the
 * guest may read along, and nothing else of the file may be named.
 */
export function WithdrawalDialog({
  who,
  whose,
  discreet = false,
  onClose,
}: {
  who: Withdrawn;
  whose: string;
  discreet?: boolean;
  onClose: () => void;
}) {
  const file = useFile();
  const window = useWindow();
  const today = useToday();
  const readOnly = useReadOnly();
  const { preview, error } = usePreview(who);
  const [done, setDone] = useState<WithdrawalDone | null>(null);
  const take = async (): Promise<void> => {
    await file.flush();
    const opId = crypto.randomUUID();
    const made = await window.work('Taking words back', 'If it fails, nothing is changed.', (work) =>
      file.client.withdrawals.take({ file: file.handle, who, today, opId, work }),
    );
    if (made !== null) setDone(made);
  };
  if (done !== null) return <Done done={done} whose={whose} discreet={discreet} onClose={onClose} />;
  return (
    <Dialog
      title={`Take back ${whose}?`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Keep the words</Button>
          <span className={styles.space} />
          <Button
            kind="primary"
            onPress={() => void take()}
            off={readOnly ? 'The file is open for reading only.' : preview === null ? 'It is being looked up.' : ''}
          >
            Take the words back for good
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        {error !== null && <Trouble title="It could not be looked up." text={describeFailure(error)} />}
        {preview !== null && <Asked preview={preview} isPerson={'person' in who} discreet={discreet} />}
      </div>
    </Dialog>
  );
}

function Asked({ preview, isPerson, discreet }: { preview: WithdrawalPreview; isPerson: boolean; discreet: boolean }) {
  const { words, marks, repeated, issues, backups } = preview;
  return (
    <>
      <p>
        The words go out of the file for good: out of every list, figure, search and draft, and out of the history of
        the file. This cannot be undone, and nothing that was done before it can be undone any more.
      </p>
      <section aria-label="What goes">
        <h3>What goes</h3>
        <CountedWords words={words} />
        {marks > 0 && (
          <p>
            {countOf(marks, 'answer to playback and pulse counts', 'answers to playback and pulse count')} no longer.
          </p>
        )}
        {isPerson && (
          <p className={styles.quiet}>
            Name, role and the conversations stay in the plan. Notes of a conversation with others stay, without the
            lines that were marked as theirs: look through those notes for anything that was not marked.
          </p>
        )}
      </section>
      {discreet ? (
        <CountedReach repeated={repeated.length} issues={issues.length} />
      ) : (
        <>
          <RepeatedPlaces
            places={repeated}
            lead="The words are repeated here. They are replaced by [withdrawn]; each text needs a look afterwards."
          />
          <MarkedIssues issues={issues} />
        </>
      )}
      <section aria-label="What this does not reach">
        <h3>What this does not reach</h3>
        <p>
          {backups === 0
            ? 'There is no backup on this computer yet. '
            : `${countOf(backups, 'backup', 'backups')} on this computer may hold the words; those that do are named afterwards and can be removed. `}
          Copies on other drives, exported files and what was sent are yours to remove.
        </p>
      </section>
    </>
  );
}

function Done({
  done,
  whose,
  discreet,
  onClose,
}: {
  done: WithdrawalDone;
  whose: string;
  discreet: boolean;
  onClose: () => void;
}) {
  const window = useWindow();
  const issued = done.issues.length > 0 && !discreet;
  return (
    <Dialog
      title={`${whose.charAt(0).toUpperCase()}${whose.slice(1)}: taken back`}
      onClose={onClose}
      footer={
        <>
          {issued && (
            <Button
              onPress={() => {
                onClose();
                window.go('document', 'draft');
              }}
            >
              Go to a new issue
            </Button>
          )}
          <span className={styles.space} />
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <section aria-label="What went">
          <p>Out of the file and its history for good:</p>
          <CountedWords words={done.words} />
        </section>
        {discreet ? (
          <>
            <CountedReach repeated={done.repeated.length} issues={done.issues.length} />
            {done.held.backups.length + done.held.recovered > 0 && (
              <p>Backups on this computer still hold the words; after the interview, Backups offers to remove them.</p>
            )}
          </>
        ) : (
          <>
            <RepeatedPlaces
              places={done.repeated}
              lead="The words were taken out here as well. Read each text again:"
              onGo={onClose}
            />
            <MarkedIssues issues={done.issues} />
            <HeldCopiesNote first={done.held} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function usePreview(who: Withdrawn) {
  const file = useFile();
  const [preview, setPreview] = useState<WithdrawalPreview | null>(null);
  const [error, setError] = useState<Failure | null>(null);
  const key = JSON.stringify(who);
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      try {
        await file.flush();
        const answer = await file.client.withdrawals.preview({ file: file.handle, who: JSON.parse(key) as Withdrawn });
        if (gone) return;
        setError(answer.ok ? null : answer.error);
        setPreview(answer.ok ? answer.value : null);
      } catch {
        if (!gone) setError({ code: 'internal', params: { where: 'withdrawals.preview' } });
      }
    };
    void ask();
    return () => {
      gone = true;
    };
  }, [file, key]);
  return { preview, error };
}
