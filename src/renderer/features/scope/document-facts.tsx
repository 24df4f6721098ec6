/** What the document says of itself: title, for whom and by whom, paper, when it is handed over and how long it holds. */
import { assessValidity } from '../../../shared/analysis/validity.ts';
import { emptyData } from '../../../shared/model/index.ts';
import { useEngagement, useKit, useRows, useToday } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { showDay } from '../../parts/format.ts';
import { DefinitionList, Section } from '../../ui/pane.tsx';

/** Shows the facts of the document. */
export function DocumentFacts() {
  const engagement = useEngagement();
  const kit = useKit();
  const today = useToday();
  const issue = useRows('issue');
  const { id } = engagement;
  const validity = assessValidity({ data: { ...emptyData(), engagement: [engagement], issue }, kit, today });
  const holds =
    validity === null
      ? 'Told by the planned issue'
      : `By the kit a refresh is due from ${showDay(validity.refreshFrom)}${engagement.validUntil === null ? `, and it ends on ${showDay(validity.until)}` : ''}`;
  return (
    <Section title="Document" ruled>
      <DefinitionList>
        <Field entity="engagement" id={id} name="title" label="Title" />
        <Field entity="engagement" id={id} name="preparedFor" label="Prepared for" />
        <Field entity="engagement" id={id} name="consultant" label="Consultant" />
        <Field entity="engagement" id={id} name="firm" label="Firm" />
        <Field
          entity="engagement"
          id={id}
          name="confidentiality"
          label="Confidential"
          hint="The line at the head of each page"
        />
        <Field entity="engagement" id={id} name="paper" label="Paper" />
        <Field entity="engagement" id={id} name="plannedIssueOn" label="Planned issue" />
        <Field entity="engagement" id={id} name="validUntil" label="Valid until" hint={holds} />
      </DefinitionList>
    </Section>
  );
}
