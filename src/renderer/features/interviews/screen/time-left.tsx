/** A quiet line when time runs short: how much is left, and how much has to be asked. */
import type { Pace } from '../../../../shared/analysis/interview-time.ts';
import { countOf } from '../../../parts/format.ts';
import type { WhatNext } from './use-what-next.ts';
import styles from './screen.module.css';

/** Shows the line; nothing while the time will do. */
export function TimeLeft({ whatNext: { pace, short, must } }: { whatNext: WhatNext }) {
  if (!short) return null;
  const open = must === 0 ? '' : ` ${countOf(must, 'question has', 'questions have')} to be asked yet.`;
  return (
    <p className={styles.short} role="status">
      {leftSays(pace)}
      {open}
    </p>
  );
}

function leftSays({ state, left, needed }: Pace): string {
  if (state === 'over') return 'The time is up.';
  const minutes = Math.ceil(left);
  if (state === 'last-ten')
    return minutes === 10 ? 'Ten minutes left.' : `${countOf(minutes, 'minute', 'minutes')} left.`;
  return `Time is short: ${countOf(minutes, 'minute', 'minutes')} left, ${Math.ceil(needed)} planned.`;
}
