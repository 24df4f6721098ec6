/** Keys as caps. */
import { Icon, type IconName } from './icon.tsx';
import { showKey } from './keys.ts';
import styles from './keys-cap.module.css';

// Drawn, because the bundled font has only two of the four.
const arrows: Readonly<Record<string, { readonly name: IconName; readonly says: string }>> = {
  '↑': { name: 'arrow-up', says: 'Up' },
  '↓': { name: 'arrow-down', says: 'Down' },
  '←': { name: 'arrow-left', says: 'Left' },
  '→': { name: 'arrow-right', says: 'Right' },
};

/** A key such as "Ctrl Enter", one cap for each part, as this system writes it. Hidden from screen readers on request. */
export function KeyCaps({ of, silent = false }: { of: string; silent?: boolean }) {
  return (
    <span className={styles.caps} aria-hidden={silent ? 'true' : undefined}>
      {showKey(of).map((cap, at) => {
        const arrow = arrows[cap];
        return (
          // A key never names the same cap twice in one place.
          <kbd className={styles.cap} key={`${at}${cap}`}>
            {arrow === undefined ? cap : <Icon name={arrow.name} small label={arrow.says} />}
          </kbd>
        );
      })}
    </span>
  );
}
