/** The list of people under the field in which one is named. */
import { KeyCaps } from '../../../ui/keys-cap.tsx';
import type { PersonPick } from './use-person-pick.ts';
import styles from './who.module.css';

/** Asks who it is, and offers whom the words may mean; digits take a line. */
export function PersonOptions({ pick, id, label }: { pick: PersonPick; id: string; label: string }) {
  const { options, marked, several } = pick;
  return (
    <div>
      <p className={styles.question}>Who loses sleep if this does not move?</p>
      {options.length === 0 ? (
        <p className={styles.none}>Nobody is in the list yet. Type a name.</p>
      ) : (
        <ul role="listbox" id={id} aria-label={label} className={styles.options}>
          {options.map((option, at) => (
            <li
              key={option.key}
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === marked}
              className={at === marked ? styles.marked : styles.option}
              data-kind={option.kind}
              // The field keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick.take(option)}
            >
              <span className={styles.says}>{option.says}</span>
              {option.more !== undefined && <span className={styles.more}>{option.more}</span>}
              <KeyCaps of={several && option.kind === 'else' ? 'Enter' : String(at + 1)} silent />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
