/** What a review asks about beside the criteria: the new items, stops that still run, questions not answered. */
import type { Drift } from '../../../shared/analysis/drift.ts';
import type { Review } from '../../../shared/model/index.ts';
import { useFile, useKit, useReadOnly, useRows, useToday, useWindow } from '../../data/hooks.ts';
import { countOf, showDay } from '../../parts/format.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import styles from './review.module.css';

const running = [
  { value: 'running', says: 'Still runs' },
  { value: 'stopped', says: 'Stopped' },
] as const;

/** Shows what is open. */
export function OpenThings({ drift, review }: { drift: Drift; review: Review | null }) {
  const window = useWindow();
  const file = useFile();
  const kit = useKit();
  const today = useToday();
  const readOnly = useReadOnly();
  const priorities = useRows('priority');
  const answers = useRows('reviewAnswer').filter((row) => row.review === review?.id && row.text !== '');
  const questions = kit.content.review_questions;
  const fresh = Object.values(drift.newItems).reduce((sum, ids) => sum + ids.length, 0);
  const orphans = drift.newItems.orphan.length;
  const readStop = (id: string, state: 'running' | 'stopped' | null): void => {
    void file.edit('Read the state of a stop', [
      { op: 'update', entity: 'stop', id, fields: { state, stateOn: state === null ? null : (review?.on ?? today) } },
    ]);
  };
  return (
    <aside className={styles.open} aria-label="Still open">
      <section>
        <h2>New items since {drift.since === null ? 'the start' : showDay(drift.since)}</h2>
        {fresh === 0 ? (
          <p className={styles.means}>None. Import the backlog again to see what came since.</p>
        ) : (
          <>
            <div className={styles.stack} aria-hidden="true">
              {(['traced', 'lights-on', 'contradicting', 'orphan'] as const).map((name) => (
                <span key={name} data-class={name} style={{ flexGrow: drift.newItems[name].length }} />
              ))}
            </div>
            <p className={styles.means}>
              Of {fresh} new: {drift.newItems.traced.length} traced, {drift.newItems['lights-on'].length} lights on,{' '}
              {drift.newItems.contradicting.length} contradicting, {orphans} orphan
            </p>
          </>
        )}
        <div className={styles.actions}>
          {orphans > 0 && (
            <Button small onPress={() => window.go('sources', 'coverage')}>
              Link the {countOf(orphans, 'orphan', 'orphans')}
            </Button>
          )}
          <Button small onPress={() => window.go('review', 'backlog')} keys="I">
            Import the backlog again
          </Button>
        </div>
      </section>
      <section>
        <h2>Stops that are due</h2>
        {drift.stops.length === 0 && <p className={styles.means}>No stop has come due yet.</p>}
        <ul>
          {drift.stops.map(({ stop, runs, openItems }) => (
            <li key={stop.id} className={styles.stop} data-place={`stop:${stop.id}`}>
              <span>
                {stop.what}
                <span className={styles.second}>
                  Due {showDay(stop.from)}
                  {openItems.length > 0 && `, ${countOf(openItems.length, 'open item', 'open items')}`}
                  {stop.state === null && runs === true && '; its open items say that it still runs'}
                </span>
              </span>
              <Segments
                label={`State of the stop ${stop.what}`}
                hideLabel
                options={running}
                value={stop.state}
                onChange={(state) => readStop(stop.id, state)}
                readOnly={readOnly}
              />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <div className={styles.lifeHead}>
          <h2>Asked for every priority</h2>
          <span className={styles.means}>
            {new Set(answers.map((row) => row.priority)).size} of {priorities.length} answered
          </span>
        </div>
        <ol className={styles.questions}>
          {questions.map(({ id, text }, at) => (
            <li key={id}>
              <span className={styles.questionNumber}>{at + 1}</span>
              <span className={styles.question}>{text}</span>
            </li>
          ))}
        </ol>
        <LinkButton onPress={() => window.go('review', 'questions')}>Answer them</LinkButton>
      </section>
    </aside>
  );
}
