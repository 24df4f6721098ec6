/** The banner while something is not on disk: what happened, what was kept, what to do. It stays until it is over. */
import { useState } from 'react';
import { describeFailure } from '../../shared/api/errors.ts';
import { useFile, useFileState, useWindow, useWindowState } from '../data/hooks.ts';
import { countOf, showTime } from '../parts/format.ts';
import { useCommands } from '../ui/commands.tsx';
import { Button } from '../ui/button.tsx';
import { Trouble } from '../ui/states.tsx';
import { TextField } from '../ui/text-field.tsx';
import { describeDiscreetly } from './discreet.ts';
import { useSavedState } from './saved-word.tsx';
import styles from './save-trouble.module.css';

/** Shows the banner when it is needed. */
export function SaveTrouble() {
  const file = useFile();
  const window = useWindow();
  const state = useSavedState();
  const saving = useFileState((one) => one.saving);
  const savedAt = useFileState((one) => one.savedAt);
  const cutOff = useFileState((one) => one.cutOff);
  const client = useFileState((one) => one.data.client[0]?.name ?? '');
  const [listed, setListed] = useState(false);
  // Before somebody of the client only the saved word says it, until that is pressed.
  const discreet = useWindowState((one) => one.discreet);
  const [opened, setOpened] = useState(false);
  const shown = cutOff || state === 'unsaved';
  const saveCopy = async (): Promise<void> => {
    const chosen = await window.choose('save', 'client', discreet ? '' : client);
    if (chosen === null) return;
    const copy = await file.client.files.copy({ file: file.handle, place: chosen.place });
    if (!copy.ok) window.fail(copy.error);
  };
  useCommands([
    {
      id: 'file.saveTrouble',
      says: 'Try to save again',
      group: 'File',
      off: shown ? '' : 'Everything is saved.',
      run: () => {
        setOpened(true);
        file.retry();
      },
    },
  ]);
  if (!shown || (discreet && !opened)) return null;
  const describe = discreet ? describeDiscreetly : describeFailure;
  const reason = saving.trouble === null || saving.trouble === 'unreachable' ? null : describe(saving.trouble);
  const characters = file.unsavedText().length;
  return (
    <div className={styles.trouble}>
      <Trouble
        title={
          reason === null
            ? 'Throughline does not answer, so nothing more can be saved'
            : 'What you typed last is not on disk'
        }
        text={`${reason ?? 'The part of Throughline that writes the file has stopped or is held up.'} Everything up to ${showTime(savedAt, 'second')} is on disk. ${countOf(saving.unsaved, 'edit', 'edits')} with ${countOf(characters, 'character', 'characters')} are held in this window: leave it open.`}
        actions={
          <>
            <Button kind="primary" onPress={() => file.retry()}>
              Try again
            </Button>
            <Button onPress={() => void saveCopy()}>Save a copy elsewhere</Button>
            <Button onPress={() => setListed(!listed)} aria-expanded={listed}>
              Show what is not saved
            </Button>
            <span className={styles.note}>Tries again every 5 seconds</span>
          </>
        }
      />
      {listed && (
        <TextField label="Not on disk, to copy" value={file.unsavedText()} onChange={nothing} multiline readOnly />
      )}
    </div>
  );
}

const nothing = (): void => undefined;
