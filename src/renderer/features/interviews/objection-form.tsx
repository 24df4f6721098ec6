/** What became of an objection: it changed something, became a limit, is being tested, or was declined with a reason. */
import { entities } from '../../../shared/model/index.ts';
import { useReadOnly, useRow, useRows } from '../../data/hooks.ts';
import { useFieldChecks } from '../../parts/checks.tsx';
import { Field, placeOf } from '../../parts/field.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemLine } from '../../ui/field.tsx';
import { DefinitionList, Section } from '../../ui/pane.tsx';
import { Segments } from '../../ui/segments.tsx';
import { type Disposition, useObjectionEdits } from './objection-edits.ts';
import styles from './ledger.module.css';

/** The dispositions with their digits. */
export const dispositions = Object.entries(entities.objection.fields.disposition.options ?? {}).map(
  ([value, says], at) => ({ value: value as Disposition, says, digit: at + 1 }),
);

/** Shows and edits the disposition and what goes with it; the row is made by the first choice or word. */
export function ObjectionForm({ evidence, speaker = null }: { evidence: string; speaker?: string | null }) {
  const readOnly = useReadOnly();
  const edits = useObjectionEdits();
  const piece = useRow('evidence', evidence);
  const row = useRows('objection').find((one) => one.evidence === evidence);
  const id = row?.id ?? null;
  const disposition = row?.disposition ?? null;
  const [unlinked] = useFieldChecks('objection', id ?? '', 'priority');
  const open = useFieldChecks('evidence', evidence, undefined).find(({ code }) => code === 'R35');
  const fresh = () => ({ evidence });
  if (piece === undefined) return null;
  const focus = (place: string): void => {
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-place="${place}"] :is(textarea, input)`)?.focus(),
    );
  };
  return (
    <Section title="What became of the objection">
      <div className={styles.form} id="objection-form">
        <Segments
          label="What became of the objection"
          hideLabel
          place={placeOf('objection', id ?? '', 'disposition')}
          options={dispositions}
          value={disposition}
          onChange={(next) => edits.decide(evidence, row, next)}
        />
        {open !== undefined && disposition === null && (
          <ProblemLine kind={open.severity} says={open.sentence} code={open.code} />
        )}
        <DefinitionList labelWidth={132}>
          <Field
            entity="objection"
            id={id}
            name="said"
            fresh={fresh}
            label="In reported speech"
            placeholder="Somebody said that …"
          />
          {disposition === 'changed-map' && (
            <>
              <Field entity="objection" id={id} name="changed" />
              <Field entity="objection" id={id} name="decision" />
              <Field entity="objection" id={id} name="priority" />
              <Field entity="objection" id={id} name="stop" />
            </>
          )}
          {disposition === 'became-limit' && <Field entity="objection" id={id} name="limit" />}
          {disposition === 'tested' && <Field entity="objection" id={id} name="experiment" />}
          {disposition === 'tested' && (row?.experiment ?? null) !== null && (
            <>
              <Field entity="experiment" id={row?.experiment ?? null} name="what" />
              <Field entity="experiment" id={row?.experiment ?? null} name="to" label="Until" />
              <Field entity="experiment" id={row?.experiment ?? null} name="readBy" />
            </>
          )}
          {disposition !== null && <Field entity="objection" id={id} name="reason" />}
          {disposition !== null && <Field entity="objection" id={id} name="on" />}
        </DefinitionList>
        {unlinked !== undefined && disposition === 'changed-map' && (
          <ProblemLine kind={unlinked.severity} says={unlinked.sentence} code={unlinked.code} />
        )}
        {!readOnly && disposition === 'became-limit' && (row?.limit ?? null) === null && (
          <div>
            <Button
              small
              icon="plus"
              onPress={() => {
                edits.makeLimit(piece, row, speaker ?? piece.speaker);
                focus(placeOf('objection', id ?? '', 'limit'));
              }}
            >
              Make a limit of it
            </Button>
          </div>
        )}
        {!readOnly && disposition === 'tested' && (row?.experiment ?? null) === null && (
          <div>
            <Button
              small
              icon="plus"
              onPress={() => focus(placeOf('experiment', edits.makeExperiment(piece, row), 'what'))}
            >
              Plan an experiment
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}
