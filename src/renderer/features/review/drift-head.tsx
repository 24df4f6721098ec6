/** Drift: the one figure, its scale, its three parts with what they bring, and how old the document is. */
import type { Drift } from '../../../shared/analysis/drift.ts';
import type { PlannedReview } from '../../../shared/model/index.ts';
import { useBackground, useKit, useRows, useToday, useWindow } from '../../data/hooks.ts';
import { showDay, showNumber } from '../../parts/format.ts';
import { LinkButton } from '../../ui/button.tsx';
import { bands, partWords } from './words.ts';
import styles from './review.module.css';

/** Shows the head of the review. */
export function DriftHead({ drift, planned }: { drift: Drift; planned: readonly PlannedReview[] }) {
  const { value, band, parts, dropped, provisional } = drift;
  return (
    <div className={styles.head}>
      <section aria-label="Drift" className={styles.figure}>
        <h2 className={styles.label}>Drift</h2>
        {value === null || band === null ? (
          <p>There are no criteria to read, so there is no drift.</p>
        ) : (
          <>
            <p className={styles.drift}>
              <span className={styles.number}>{Math.round(value)}</span>
              <span className={styles.band}>{bands[band].says}</span>
            </p>
            <p className={styles.means}>
              {bands[band].means}
              {provisional && ' Provisional: new items are not judged yet and count as orphans meanwhile.'}
            </p>
          </>
        )}
      </section>
      <section aria-label="What drift is made of" className={styles.parts}>
        {value !== null && <DriftScale value={value} />}
        <table className={styles.partTable}>
          <tbody>
            {parts.map(({ part, count, of, points, weight }) => (
              <tr key={part}>
                <th scope="row">{partWords[part]}</th>
                <td>{of === 0 ? 'none' : `${count} of ${of}`}</td>
                <td title={`Weight ${weight * 100} of 100`}>
                  {points === null ? '–' : showNumber(Math.round(points * 10) / 10)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {dropped.length > 0 && (
          <p className={styles.means}>
            {dropped.map((part) => partWords[part]).join(' and ')}: nothing to count, so the other parts carry the
            whole.
          </p>
        )}
      </section>
      <Life planned={planned} />
    </div>
  );
}

function DriftScale({ value }: { value: number }) {
  return (
    <div
      className={styles.scale}
      role="img"
      aria-label={`Drift ${Math.round(value)} of 100; drifting from 20, disconnected from 45`}
    >
      <span className={styles.zone} data-zone="0" />
      <span className={styles.zone} data-zone="1" />
      <span className={styles.zone} data-zone="2" />
      <span className={styles.tick} style={{ left: `${Math.min(100, value)}%` }} />
      <span className={styles.tickWord} style={{ left: 0 }}>
        0 on course
      </span>
      <span className={styles.tickWord} style={{ left: '20%' }}>
        20 drifting
      </span>
      <span className={styles.tickWord} style={{ left: '45%' }}>
        45 disconnected
      </span>
    </div>
  );
}

/** How old the document is within the time for which it holds. */
function Life({ planned }: { planned: readonly PlannedReview[] }) {
  const window = useWindow();
  const today = useToday();
  const validity = useBackground()?.validity ?? null;
  const week = validity?.week ?? null;
  const issue = useRows('issue').at(-1);
  const triggers = useRows('reviewTrigger');
  const kit = useKit();
  const next = planned
    .filter(({ on }) => on !== null && on >= today)
    .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1))[0];
  const all = kit.content.refresh_triggers.length;
  return (
    <section aria-label="Life of the document" className={styles.life}>
      <div className={styles.lifeHead}>
        <h2>{issue === undefined ? 'Not issued yet' : `Issue ${issue.number}`}</h2>
        {week !== null && <span className={styles.means}>week {week} of its life</span>}
      </div>
      {validity !== null && (
        <LifeLine from={validity.from} refreshFrom={validity.refreshFrom} until={validity.until} today={today} />
      )}
      <p className={styles.means}>
        {issue === undefined
          ? 'A review reads from the day of the issue. '
          : `Valid for ${kit.content.validity_quarters.from} to ${kit.content.validity_quarters.to} quarters. `}
        {triggers.length === 0
          ? `Of ${all} refresh triggers, none has come.`
          : `Of ${all} refresh triggers, ${triggers.length} came.`}
      </p>
      <p className={styles.means}>
        {next === undefined ? 'No review is planned. ' : `Next review planned for ${showDay(next.on)}. `}
        <LinkButton onPress={() => window.go('review', 'refresh')}>Plan reviews</LinkButton>
      </p>
    </section>
  );
}

function LifeLine({
  from,
  refreshFrom,
  until,
  today,
}: {
  from: string;
  refreshFrom: string;
  until: string;
  today: string;
}) {
  const at = (day: string): number => {
    const [start, end, on] = [from, until, day].map((one) => Date.parse(one));
    if (start === undefined || end === undefined || on === undefined || end <= start) return 0;
    return Math.min(100, Math.max(0, ((on - start) / (end - start)) * 100));
  };
  return (
    <div
      className={styles.lifeLine}
      role="img"
      aria-label={`From ${showDay(from)}; a refresh is due from ${showDay(refreshFrom)} to ${showDay(until)}; today ${showDay(today)}`}
    >
      <span className={styles.lifeTrack} />
      <span className={styles.lifeDone} style={{ width: `${at(today)}%` }} />
      <span className={styles.lifeWindow} style={{ left: `${at(refreshFrom)}%` }} />
      <span className={styles.lifeNow} style={{ left: `${at(today)}%` }} />
      <span className={styles.lifeWord}>{showDay(from, 'shortDay')}</span>
      {at(refreshFrom) < 75 && (
        <span className={styles.lifeWord} style={{ left: `${at(refreshFrom)}%` }}>
          {showDay(refreshFrom, 'shortDay')}
        </span>
      )}
      <span className={styles.lifeWord} style={{ right: 0 }}>
        {showDay(until, 'shortDay')}
      </span>
    </div>
  );
}
