/** The decision on the document: what asks for a refresh, what was decided, and the new engagement that grows from the old map. */
import { insertRow } from '../../../shared/model/change.ts';
import { renewEngagement } from '../../../shared/model/renew.ts';
import type { Drift } from '../../../shared/analysis/drift.ts';
import { type Review, scopeTo } from '../../../shared/model/index.ts';
import { useBackground, useEngagement, useFile, useKit, useReadOnly, useRows, useWindow } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { showDay } from '../../parts/format.ts';
import { RowList } from '../../parts/row-list.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Bar, Empty } from '../../ui/states.tsx';
import { reviewName } from './words.ts';
import styles from './review.module.css';

/** Shows triggers, decision and what comes of it. */
export function RefreshTab({
  drift,
  review,
  reviews,
  onBegin,
}: {
  drift: Drift;
  review: Review | null;
  reviews: readonly Review[];
  onBegin: () => void;
}) {
  const readOnly = useReadOnly();
  const planned = useRows('plannedReview');
  return (
    <div className={styles.scroll}>
      {review === null ? (
        <Empty
          title="No review has been started"
          text="Whether the document is kept, amended or refreshed is decided at a review."
          actions={
            readOnly ? undefined : (
              <Button kind="primary" onPress={onBegin}>
                Start the first review
              </Button>
            )
          }
        />
      ) : (
        <Decision review={review} />
      )}
      <Renewal drift={drift} />
      <section className={styles.part} aria-label="Planned reviews">
        <h2>Planned reviews</h2>
        <RowList
          entity="plannedReview"
          label="Planned reviews"
          rows={planned}
          columns={[
            { head: 'On', field: 'on', width: '160px' },
            { head: 'Note', field: 'note' },
          ]}
          fresh={() => ({})}
          adds="Plan a review"
          empty="No review is planned."
        />
      </section>
      {reviews.length > 0 && (
        <section className={styles.part} aria-label="Reviews held">
          <h2>Reviews held</h2>
          <RowList
            entity="review"
            label="Reviews held"
            rows={reviews}
            columns={[
              { head: 'Review', width: '200px', show: (row) => reviewName(row) },
              { head: 'Held on', field: 'on', width: '150px' },
              { head: 'Refresh decision', field: 'refresh', width: '180px' },
              { head: 'Reason', field: 'refreshReason' },
            ]}
          />
        </section>
      )}
    </div>
  );
}

function Decision({ review }: { review: Review }) {
  const kit = useKit();
  const file = useFile();
  const engagement = useEngagement();
  const readOnly = useReadOnly();
  const background = useBackground();
  const triggers = useRows('reviewTrigger').filter((row) => row.review === review.id);
  const validity = background?.validity ?? null;
  const twice = background?.missedTwice.length ?? 0;
  const toggle = (trigger: string, on: boolean): void => {
    const row = triggers.find((one) => one.trigger === trigger);
    void file.edit(
      on ? 'Tick a refresh trigger' : 'Untick a refresh trigger',
      on
        ? [
            insertRow('reviewTrigger', file.newId(), {
              engagement: engagement.id,
              review: review.id,
              trigger,
              on: review.on,
            }),
          ]
        : row === undefined
          ? []
          : [{ op: 'delete', entity: 'reviewTrigger', id: row.id }],
    );
  };
  return (
    <>
      <section className={styles.part} aria-label="Refresh triggers">
        <h2>What asks for a refresh</h2>
        {validity !== null && (
          <p className={styles.means}>
            The document holds until {showDay(validity.until)}; a refresh is due from {showDay(validity.refreshFrom)}.
            {twice > 0 && ` ${twice === 1 ? 'One criterion was' : `${twice} criteria were`} missed at two reviews.`}
          </p>
        )}
        <ul className={styles.triggers}>
          {kit.content.refresh_triggers.map(({ id, name }) => {
            const row = triggers.find((one) => one.trigger === id);
            return (
              <li key={id} className={styles.trigger}>
                <CheckBox
                  label={name}
                  checked={row !== undefined}
                  onChange={(on) => toggle(id, on)}
                  readOnly={readOnly}
                />
                {row !== undefined && (
                  <>
                    <Field entity="reviewTrigger" id={row.id} name="on" />
                    <Field entity="reviewTrigger" id={row.id} name="text" />
                  </>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      <section className={styles.part} aria-label="Decision">
        <h2>{reviewName(review)}: what becomes of the document</h2>
        <div className={styles.facts}>
          <Field entity="review" id={review.id} name="refresh" />
          <Field entity="review" id={review.id} name="refreshReason" />
          <Field entity="review" id={review.id} name="constraintReopened" />
        </div>
        {review.constraintReopened && (
          <Bar
            kind="notice"
            title="The confirmation of the constraint is open again."
            text="The step with the highest load may be another one now; confirm it at stage 5."
          />
        )}
      </section>
    </>
  );
}

/** A new engagement from the old map, as one step that undo takes back. */
function Renewal({ drift }: { drift: Drift }) {
  const window = useWindow();
  const file = useFile();
  const engagement = useEngagement();
  const readOnly = useReadOnly();
  const renew = async (): Promise<void> => {
    const id = file.newId();
    const lastValues = new Map(
      drift.criteria.flatMap(({ criterion, reading }) => {
        const value = reading?.value ?? null;
        return value === null ? [] : [[criterion.id, value] as const];
      }),
    );
    const data = scopeTo(file.store.getState().data, engagement.id);
    const changes = renewEngagement(data, engagement, { id, newId: () => file.newId(), lastValues });
    const made = await file.edit('Start a new engagement from this map', changes);
    if (!made.ok) return;
    file.choose(id);
    window.go('scope');
  };
  return (
    <section className={styles.part} aria-label="New engagement">
      <h2>A new engagement from this map</h2>
      <p className={styles.means}>
        People, limits, decisions, priorities with their criteria, stops that still run and the chain go over; criteria
        start from their last reading. Interviews, ratings and evidence stay with this engagement, and owners are asked
        again. Both stay in this file, and the menu at the client’s name leads from one to the other.
      </p>
      {!readOnly && <Button onPress={() => void renew()}>Start it</Button>}
    </section>
  );
}
