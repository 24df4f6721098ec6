/** The questions of a review: the kit's for every priority, what was learned, what was tried, and the signs of the outcome. */
import type { ReactNode } from 'react';
import { type Change, insertRow } from '../../../shared/model/change.ts';
import type { Priority, Review } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useKit, useReadOnly, useRows } from '../../data/hooks.ts';
import { Field, placeOf } from '../../parts/field.tsx';
import { inOrder } from '../../parts/names.ts';
import { RowList } from '../../parts/row-list.tsx';
import { Button } from '../../ui/button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { IdTag } from '../../ui/marks.tsx';
import { Empty } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './review.module.css';

/** Shows the questions of the current review. */
export function QuestionsTab({ review, onBegin }: { review: Review | null; onBegin: () => void }) {
  const readOnly = useReadOnly();
  const priorities = inOrder(useRows('priority'));
  const insights = useRows('reviewInsight').filter((row) => row.review === review?.id);
  const experiments = useRows('experiment');
  const kit = useKit();
  if (review === null) {
    return (
      <div className={styles.scroll}>
        <Empty
          title="No review has been started"
          text="The questions are answered at a review: for every priority, what was learned, and what became of experiments."
          actions={
            readOnly ? undefined : (
              <Button kind="primary" onPress={onBegin}>
                Start the first review
              </Button>
            )
          }
        />
      </div>
    );
  }
  return (
    <div className={styles.scroll}>
      <div className={styles.facts}>
        <Field entity="review" id={review.id} name="on" />
        <Field entity="review" id={review.id} name="backlogExportedOn" />
        <Field entity="review" id={review.id} name="notes" />
      </div>
      <Part title="Asked for every priority">
        {priorities.map((priority) => (
          <PriorityQuestions key={priority.id} priority={priority} review={review} />
        ))}
      </Part>
      <Part title="What was learned, and what it changed">
        <RowList
          entity="reviewInsight"
          label="Insights"
          rows={insights}
          columns={[
            { head: 'What was learned', field: 'insight' },
            { head: 'Priority changed', field: 'priority', width: '200px' },
            { head: 'Criterion changed', field: 'criterion', width: '200px' },
            { head: 'Stop changed', field: 'stop', width: '200px' },
            { head: 'What it changed', field: 'changed' },
          ]}
          fresh={() => ({ review: review.id })}
          adds="Add an insight"
          empty="Nothing yet. An insight that changed nothing is worth a line too."
        />
      </Part>
      <Part title="Experiments">
        <RowList
          entity="experiment"
          label="Experiments"
          rows={experiments}
          columns={[
            { head: 'What was tried', field: 'what' },
            { head: 'From', field: 'from', width: '130px' },
            { head: 'To', field: 'to', width: '130px' },
            { head: 'Result', field: 'result' },
            { head: 'What that changed', field: 'changed' },
          ]}
          fresh={() => ({})}
          empty="No experiment is on record."
        />
      </Part>
      <Part title="Signs of the outcome">
        {kit.content.outcome_signs.map(({ id, ask }) => (
          <Sign key={id} sign={id} ask={ask} review={review} />
        ))}
      </Part>
      <Part title="Prompts">
        <ul className={styles.prompts}>
          {kit.content.review_prompts.map((prompt) => (
            <li key={prompt} className={styles.question}>
              {prompt}
            </li>
          ))}
        </ul>
        <StepsNow review={review} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function PriorityQuestions({ priority, review }: { priority: Priority; review: Review }) {
  const kit = useKit();
  return (
    <div className={styles.asked} data-place={`priority:${priority.id}`}>
      <p>
        <IdTag>{priority.label}</IdTag> {priority.title}
      </p>
      {kit.content.review_questions.map(({ id, text }) => (
        <Answer key={id} question={id} says={text} priority={priority.id} review={review} />
      ))}
    </div>
  );
}

/** An answer comes into being with its first letter. */
function Answer({
  question,
  says,
  priority,
  review,
}: {
  question: string;
  says: string;
  priority: string;
  review: Review;
}) {
  const row = useRows('reviewAnswer').find(
    (one) => one.review === review.id && one.priority === priority && one.question === question,
  );
  const engagement = useEngagement();
  const file = useFile();
  return (
    <Begun
      label={says}
      entity="reviewAnswer"
      row={row}
      begin={(text) => [
        insertRow('reviewAnswer', file.newId(), {
          engagement: engagement.id,
          review: review.id,
          priority,
          question,
          text,
        }),
      ]}
    />
  );
}

function Sign({ sign, ask, review }: { sign: string; ask: string; review: Review }) {
  const row = useRows('reviewSign').find((one) => one.review === review.id && one.sign === sign);
  const engagement = useEngagement();
  const file = useFile();
  return (
    <div className={styles.sign}>
      <Begun
        label={ask}
        entity="reviewSign"
        row={row}
        begin={(text) => [
          insertRow('reviewSign', file.newId(), { engagement: engagement.id, review: review.id, sign, text }),
        ]}
      />
      {row !== undefined && <Field entity="reviewSign" id={row.id} name="value" />}
    </div>
  );
}

/** A text whose row is made with its first letter, in the same field. */
function Begun({
  label,
  entity,
  row,
  begin,
}: {
  label: string;
  entity: 'reviewAnswer' | 'reviewSign';
  row: { readonly id: string; readonly text: string } | undefined;
  begin: (text: string) => readonly Change[];
}) {
  const file = useFile();
  return (
    <TextField
      label={label}
      value={row?.text ?? ''}
      multiline
      maxLength={200_000}
      onChange={(text) => {
        if (row === undefined) void file.edit(`Answer “${label}”`, begin(text));
        else file.type(entity, row.id, { text });
      }}
      onBlur={() => void file.flush()}
      {...(row === undefined ? {} : { place: placeOf(entity, row.id, 'text') })}
    />
  );
}

/** Demand, capacity and queue of each step at this review: whether the constraint is still the confirmed step. */
function StepsNow({ review }: { review: Review }) {
  const file = useFile();
  const engagement = useEngagement();
  const readOnly = useReadOnly();
  const steps = inOrder(useRows('step'));
  const rows = useRows('reviewStep').filter((row) => row.review === review.id);
  const set = (step: string, name: 'demand' | 'capacity' | 'waiting', value: number | null): void => {
    const row = rows.find((one) => one.step === step);
    void file.edit('Set a figure of the chain at the review', [
      row === undefined
        ? insertRow('reviewStep', file.newId(), { engagement: engagement.id, review: review.id, step, [name]: value })
        : { op: 'update', entity: 'reviewStep', id: row.id, fields: { [name]: value } },
    ]);
  };
  if (steps.length === 0) return null;
  return (
    <table className={styles.steps}>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Demand a week</th>
          <th scope="col">Capacity a week</th>
          <th scope="col">Waiting</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => {
          const row = rows.find((one) => one.step === step.id);
          return (
            <tr key={step.id}>
              <th scope="row">{step.name}</th>
              {(['demand', 'capacity', 'waiting'] as const).map((name) => (
                <td key={name}>
                  <NumberField
                    label={`${step.name}: ${name} at the review`}
                    hideLabel
                    bare
                    least={0}
                    readOnly={readOnly}
                    value={row?.[name] ?? null}
                    onChange={(value) => set(step.id, name, value)}
                    place={placeOf('reviewStep', row?.id ?? step.id, name)}
                  />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
