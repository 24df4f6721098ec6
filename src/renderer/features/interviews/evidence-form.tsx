/** One piece of evidence with everything that can be set about it: words, speaker, days, links, what became of an objection. */
import type { Evidence } from '../../../shared/model/index.ts';
import { useKit, useRow, useRows } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { showDay } from '../../parts/format.ts';
import { personFull } from '../../parts/names.ts';
import { DefinitionList, Section } from '../../ui/pane.tsx';
import { Shown } from '../../ui/field.tsx';
import { consentSays, interviewName } from './names.ts';
import { EvidenceContext } from './evidence-context.tsx';
import { LinkEditor } from './link-editor.tsx';
import { ObjectionForm } from './objection-form.tsx';
import styles from './ledger.module.css';

/** Shows and edits a piece of evidence. */
export function EvidenceForm({ id }: { id: string }) {
  const kit = useKit();
  const row = useRow('evidence', id);
  if (row === undefined) return null;
  const means = kit.content.scales.fidelity.find(({ value }) => value === row.fidelity)?.means;
  const spoken = row.kind === 'quote' || row.kind === 'observation';
  return (
    <div className={styles.form}>
      {row.withdrawn && <p className={styles.quiet}>Its words were taken back: it counts nowhere and is not quoted.</p>}
      <Field entity="evidence" id={id} name="text" serif label="Words" />
      {row.fidelity === 'translated' && <Field entity="evidence" id={id} name="original" serif />}
      <DefinitionList labelWidth={132}>
        <Field entity="evidence" id={id} name="kind" />
        <Field entity="evidence" id={id} name="fidelity" {...(means === undefined ? {} : { hint: means })} />
        {spoken && <Field entity="evidence" id={id} name="speaker" label="Who said it" />}
        <Origin row={row} />
        {row.kind === 'passage' && <Field entity="evidence" id={id} name="source" />}
        {(row.kind === 'passage' || row.locator !== '') && <Field entity="evidence" id={id} name="locator" />}
        <Field entity="evidence" id={id} name="saidOn" />
        <Field entity="evidence" id={id} name="warnedOn" label="Warned earlier, on" />
        {spoken && <Field entity="evidence" id={id} name="releasedOn" label="Released on" />}
      </DefinitionList>
      <LinkEditor evidence={id} />
      <Section title="What it is">
        <div className={styles.flags}>
          <Field entity="evidence" id={id} name="objection" label="An objection" />
          <Field entity="evidence" id={id} name="askLater" label="To ask about later" />
          <Field entity="evidence" id={id} name="printed" label="Preferred for the document" />
        </div>
      </Section>
      {row.objection && <ObjectionForm evidence={id} />}
      <EvidenceContext row={row} />
    </div>
  );
}

/** The interview with the consent, or the source that it comes from. */
function Origin({ row }: { row: Evidence }) {
  const participants = useRows('participant');
  const people = useRows('stakeholder');
  const interview = useRow('interview', row.interview);
  const source = useRow('source', row.source);
  const speaker = useRow('stakeholder', row.speaker);
  if (interview === undefined)
    return source === undefined || row.kind === 'passage' ? null : (
      <Shown label="Source">{source.title || source.fileName}</Shown>
    );
  const part = participants.find((one) => one.interview === interview.id && one.person === row.speaker);
  return (
    <Shown label="Interview">
      {interviewName(interview, participants, people)}
      {interview.heldOn !== null && `, ${showDay(interview.heldOn)}`}
      <span className={styles.quiet}>
        {speaker !== undefined && part === undefined
          ? ` ${personFull(speaker)} did not take part in it`
          : part !== undefined && ` ${consentSays(part.consent)}`}
      </span>
    </Shown>
  );
}
