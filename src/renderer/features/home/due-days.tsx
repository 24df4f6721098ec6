/** What is due in the next seven days, over all files of the list. */
import { addDays } from '../../../shared/lib/dates.ts';
import type { RecentFile } from '../../../shared/api/home.ts';
import { showDay } from '../../parts/format.ts';
import styles from './page.module.css';

/** Shows the days; each entry opens its file. */
export function DueDays({
  files,
  today,
  onOpen,
}: {
  files: readonly RecentFile[];
  today: string;
  onOpen: (id: string) => void;
}) {
  const until = addDays(today, 7);
  const due = files
    .flatMap((file) => (file.facts?.due ?? []).map((date) => ({ ...date, file })))
    .filter(({ on }) => on >= today && on <= until)
    .toSorted((a, b) => (`${a.on} ${a.at ?? ''}` < `${b.on} ${b.at ?? ''}` ? -1 : 1));
  return (
    <>
      <h2 className={styles.dueTitle}>Next seven days</h2>
      {due.length === 0 && <p className={styles.dueNone}>Nothing is due in the files of this list.</p>}
      <ul>
        {due.map(({ on, at, kind, says, file }, index) => (
          <li key={`${file.id}${on}${at ?? ''}${kind}${says}`} className={styles.due}>
            <span className={styles.dueDay}>
              {on !== due[index - 1]?.on && <span>{showDay(on, 'weekday')}</span>}
              {at !== null && <span className={styles.dueTime}>{at}</span>}
            </span>
            <button type="button" className={styles.dueOpen} disabled={file.missing} onClick={() => onOpen(file.id)}>
              <span>{says}</span>
              <span className={styles.second}>{file.client}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
