/** How far the hearing of a person is: a ring that is filled, open or dashed, and its word. */
import type { HearingState } from '../../shared/analysis/stakeholder-grid.ts';
import { Spoken } from '../ui/spoken.tsx';
import styles from './heard.module.css';

/** The words of each state, in the order of the legend. */
export const hearingWords: Readonly<Record<HearingState, string>> = {
  heard: 'Heard',
  planned: 'Planned',
  unplanned: 'Not planned',
  'not-to-hear': 'Not to be heard',
  withdrawn: 'Withdrew',
};

/** The mark; its word is read out where it does not stand beside it. */
export function HeardMark({ state, silent = false }: { state: HearingState; silent?: boolean }) {
  return (
    <>
      <span className={styles.mark} data-state={state} aria-hidden="true" />
      {!silent && <Spoken>{hearingWords[state]}: </Spoken>}
    </>
  );
}

/** What the marks stand for, with how many people each has. States that nobody is in are left out beyond the first three. */
export function HeardLegend({ counts }: { counts: Readonly<Record<HearingState, number>> }) {
  const states = Object.keys(hearingWords) as HearingState[];
  return (
    <ul className={styles.legend} aria-label="How many people">
      {states
        .filter((state, at) => at < 3 || counts[state] > 0)
        .map((state) => (
          <li key={state}>
            <HeardMark state={state} silent />
            {hearingWords[state]} {counts[state]}
          </li>
        ))}
    </ul>
  );
}
