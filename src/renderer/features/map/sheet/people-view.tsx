/** Who turns the decision into work at each level, which success people named, which choices they made because of it. */
import type { Decision } from '../../../../shared/model/index.ts';
import { useFigures, useKit, useRows } from '../../../data/hooks.ts';
import { RowList } from '../../../parts/row-list.tsx';
import { useToldRows } from '../../../parts/told-rows.ts';
import { ProblemLine } from '../../../ui/field.tsx';
import { Section } from '../../../ui/pane.tsx';

/** Draws the part. */
export function PeopleView({ decision }: { decision: Decision }) {
  const { id } = decision;
  const { levels, functions } = useKit().content;
  const translators = useRows('translator').filter((row) => row.decision === id);
  const successes = useToldRows('namedSuccess').filter((row) => row.decision === id);
  const choices = useToldRows('choiceMade').filter((row) => row.decision === id);
  const missing = (useFigures()?.readiness ?? []).filter(
    ({ code, place, accepted }) => code === 'R44' && place.id === id && accepted === undefined,
  );
  const nextLevel = (taken: readonly { readonly level: string }[]): string =>
    (levels.find((level) => !taken.some((row) => row.level === level.id)) ?? levels[0])?.id ?? '';
  const nextFunction =
    (functions.find((one) => !choices.some((row) => row.function === one.id)) ?? functions[0])?.id ?? '';
  return (
    <>
      <Section title="Translators" level={3} aside="Who answers at a level for turning it into work">
        {missing.map((finding) => (
          <ProblemLine key={finding.place.part} kind={finding.severity} says={finding.sentence} code={finding.code} />
        ))}
        <RowList
          entity="translator"
          label="Translators"
          rows={translators}
          columns={[
            { field: 'level', head: 'Level', width: '180px' },
            { field: 'person', head: 'Person', width: '1fr' },
            { field: 'name', head: 'Name, where not in the list', width: '1fr' },
          ]}
          fresh={() => ({ decision: id, level: nextLevel(translators) })}
          adds="Add a translator"
          empty="Nobody is named yet."
        />
      </Section>
      <Section
        title="Success as people named it"
        level={3}
        aside="A level that named none was left out of the translation"
      >
        <RowList
          entity="namedSuccess"
          label="Successes named"
          rows={successes}
          columns={[
            { field: 'level', head: 'Level', width: '180px' },
            { field: 'what', head: 'Success', width: '2fr' },
            { field: 'toldBy', head: 'Told by', width: '1fr' },
          ]}
          fresh={() => ({ decision: id, level: nextLevel(successes) })}
          adds="Add a success"
          empty="Nobody named a success of it yet."
        />
      </Section>
      <Section
        title="Choices made because of it"
        level={3}
        aside="Refused, cut or closed; without one a function is informed only"
      >
        <RowList
          entity="choiceMade"
          label="Choices made"
          rows={choices}
          columns={[
            { field: 'function', head: 'Function', width: '180px' },
            { field: 'what', head: 'Refused, cut or closed', width: '2fr' },
            { field: 'toldBy', head: 'Told by', width: '1fr' },
          ]}
          fresh={() => ({ decision: id, function: nextFunction })}
          adds="Add a choice"
          empty="No function told of a choice that it made."
        />
      </Section>
    </>
  );
}
