/** The saved word: whether the last keystroke is on disk. It says so on acknowledgement only. */
import { useEffect, useState } from 'react';
import { useFileState } from '../data/hooks.ts';
import { showTime } from '../parts/format.ts';
import { useCommandRegister } from '../ui/commands.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './saved-word.module.css';

/** Milliseconds without an answer after which the word says Saving, and after which it says since when nothing was saved. */
const patience = { saving: 400, unsaved: 3000 };

/** How the saving of edits stands, for the word and for the banner. */
export type SavedState = 'saved' | 'saving' | 'unsaved';

/** Follows the saving; an edit that is refused by the disk counts as unsaved at once. */
export function useSavedState(): SavedState {
  const waitingSince = useFileState((state) => state.waitingSince);
  const trouble = useFileState((state) => state.saving.trouble);
  const readOnly = useFileState((state) => state.info.readOnly);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (waitingSince === null) return undefined;
    const timers = [patience.saving, patience.unsaved].map((wait) =>
      setTimeout(() => setNow(performance.now()), Math.max(0, waitingSince + wait - performance.now()) + 5),
    );
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [waitingSince]);
  if (readOnly || waitingSince === null) return 'saved';
  if (trouble !== null) return 'unsaved';
  const waited = now - waitingSince;
  if (waited >= patience.unsaved) return 'unsaved';
  return waited >= patience.saving ? 'saving' : 'saved';
}

/** Shows the word; pressed while something is not saved, it opens what is wrong. */
export function SavedWord() {
  const state = useSavedState();
  const register = useCommandRegister();
  const savedAt = useFileState((one) => one.savedAt);
  const readOnly = useFileState((one) => one.info.readOnly);
  const time = showTime(savedAt, 'second');
  if (readOnly) return <span className={styles.saved}>Read only</span>;
  return (
    <button
      type="button"
      className={classNames(styles.saved, state === 'unsaved' && styles.unsaved)}
      onClick={() => register.run('file.saveTrouble')}
    >
      <Icon name={state === 'saved' ? 'check' : state === 'saving' ? 'ring-dashed' : 'blocker'} small />
      <span aria-live={state === 'unsaved' ? 'assertive' : 'off'} data-testid="saved-word">
        {state === 'saved' && `Saved ${time}`}
        {state === 'saving' && 'Saving'}
        {state === 'unsaved' && `Not saved since ${time}`}
      </span>
    </button>
  );
}
