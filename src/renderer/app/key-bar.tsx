/** The bar at the foot: the keys of this screen, and at the far right whether everything is on disk. */
import { useWindowState } from '../data/hooks.ts';
import { type Command, useAllCommands, useCommandRegister } from '../ui/commands.tsx';
import { KeyCaps } from '../ui/keys-cap.tsx';
import { SavedWord } from './saved-word.tsx';
import styles from './key-bar.module.css';

/** Most keys that the bar shows; the list of keys has all. */
const most = 7;

/** Shows the keys of a screen; `end` stands in the place of the saved word where there is no file. */
export function KeyBar({ end }: { end?: string }) {
  const register = useCommandRegister();
  // Where one types all the time, the sign would be typed.
  const discreet = useWindowState((state) => state.discreet);
  const shown = useAllCommands()
    .filter((command) => command.bar !== undefined && capsOf(command) !== '')
    .toSorted((a, b) => (a.bar ?? 0) - (b.bar ?? 0))
    .slice(0, most);
  return (
    <footer className={styles.keys}>
      <span className={styles.screen}>
        {shown.map((command) => (
          <button
            type="button"
            tabIndex={-1}
            key={command.id}
            className={styles.key}
            aria-disabled={(command.off ?? '') === '' ? undefined : 'true'}
            onClick={() => register.run(command.id)}
          >
            <KeyCaps of={capsOf(command)} silent />
            {command.short ?? command.says}
          </button>
        ))}
      </span>
      <button type="button" className={styles.key} onClick={() => register.run('app.keys')}>
        <KeyCaps of={discreet ? 'F1' : '?'} silent />
        all keys
      </button>
      {end === undefined ? <SavedWord /> : <span>{end}</span>}
    </footer>
  );
}

function capsOf({ caps, keys }: Command): string {
  return caps ?? keys?.[0] ?? '';
}
