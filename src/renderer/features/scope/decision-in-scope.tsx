/** The one decision in scope: its words, what they fail as a choice, where it stands in the strategy, and which one it is. */
import { useState } from 'react';
import { assessChoice, type ChoiceFault } from '../../../shared/analysis/choice-tests.ts';
import { putInScope, startInScope } from '../../../shared/model/scope-changes.ts';
import type { Decision } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useKit, useReadOnly, useRows } from '../../data/hooks.ts';
import { Field, placeOf } from '../../parts/field.tsx';
import { decisionName, inOrder, lastPosition } from '../../parts/names.ts';
import { LinkButton } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { ProblemLine } from '../../ui/field.tsx';
import { IdTag } from '../../ui/marks.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { DefinitionList } from '../../ui/pane.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DecisionSource } from './decision-source.tsx';
import { OtherInScope } from './other-in-scope.tsx';
import { useNewRow } from '../../parts/use-new-row.ts';
import { useSettled } from './use-settled.ts';
import styles from './decision.module.css';

/** Milliseconds without a keystroke after which the words are tested. */
const silence = 1000;

/** Shows the decision that the engagement is for, and others in scope where the scope was widened. */
export function DecisionInScope() {
  const decisions = inOrder(useRows('decision'));
  const readOnly = useReadOnly();
  const [main, ...others] = decisions.filter((row) => row.standing === 'in-scope');
  return (
    <section aria-label="The decision in scope">
      <Statement main={main} />
      {main !== undefined && (
        <>
          <ChoiceTests decision={main} />
          <div className={styles.line}>
            {main.label !== '' && <IdTag accent>{main.label}</IdTag>}
            <DecisionSource decision={main} />
            <span className={styles.space} />
            {!readOnly && <OtherDecision decisions={decisions} main={main} />}
          </div>
          <DefinitionList>
            <Field entity="decision" id={main.id} name="title" label="In short" wrap />
            <Field entity="decision" id={main.id} name="signedOffOn" label="Signed off" />
          </DefinitionList>
        </>
      )}
      {main === undefined && !readOnly && <Candidates decisions={decisions} />}
      {others.map((decision) => (
        <OtherInScope key={decision.id} decision={decision} />
      ))}
    </section>
  );
}

/** The sentence, large. Its row is made with the first letter. */
function Statement({ main }: { main: Decision | undefined }) {
  const file = useFile();
  const engagement = useEngagement();
  const decisions = useRows('decision');
  const row = useNewRow('decision', 'statement', main?.id ?? null, (id, statement) => ({
    label: 'Write the decision in scope',
    changes: startInScope({ id, engagement: engagement.id, statement, position: lastPosition(decisions) }, null, []),
  }));
  // Without a decision, whoever is sent to mend that lands here.
  const place = main === undefined ? `engagement:${engagement.id}` : placeOf('decision', main.id, 'statement');
  return (
    <div data-place={main === undefined ? undefined : `decision:${main.id}`}>
      <TextField
        label="The one decision in scope"
        value={row.text}
        onChange={row.type}
        onBlur={() => void file.flush()}
        multiline
        serif
        large
        bare
        place={place}
        autoFocus={main === undefined && decisions.length === 0}
        {...(main === undefined ? { hint: 'One sentence: from when, for whom, what, and instead of what.' } : {})}
      />
    </div>
  );
}

function ChoiceTests({ decision }: { decision: Decision }) {
  const kit = useKit();
  const readOnly = useReadOnly();
  const settled = useSettled(decision, silence);
  const [mending, setMending] = useState<ChoiceFault['field'] | null>(null);
  const faults = settled.id === decision.id ? assessChoice(settled, kit) : [];
  const mends: Readonly<Record<string, string>> = { insteadOf: 'Say instead of what', givesWay: 'Say what gives way' };
  return (
    <div className={styles.tests} aria-live="polite">
      {faults.map(({ test, code, sentence, field }) => (
        <div key={test} className={styles.test}>
          <ProblemLine
            kind={code === null ? 'advice' : 'warning'}
            says={sentence}
            {...(code === null ? {} : { code })}
          />
          {!readOnly && mends[field] !== undefined && mending !== field && (
            <LinkButton onPress={() => setMending(field)}>{mends[field]}</LinkButton>
          )}
        </div>
      ))}
      {mending !== null && mending !== 'statement' && (
        <Field key={mending} entity="decision" id={decision.id} name={mending} bare={false} autoFocus />
      )}
    </div>
  );
}

/** Which decision it is: another of the list, or a new one. */
function OtherDecision({ decisions, main }: { decisions: readonly Decision[]; main: Decision }) {
  const file = useFile();
  const engagement = useEngagement();
  const priorities = useRows('priority');
  const start = (): void => {
    const id = file.newId();
    const made = { id, engagement: engagement.id, statement: '', position: lastPosition(decisions) };
    void file.edit('Put a new decision in scope', startInScope(made, main, priorities));
    focusStatement(id);
  };
  useCommands([{ id: 'scope.newDecision', says: 'Put a new decision in scope', group: 'Scope', run: start }]);
  const entries: MenuEntry[] = [
    ...decisions
      .filter((row) => row.id === main.id || row.standing !== 'in-scope')
      .map((row) => ({
        id: row.id,
        says: `${row.label} ${decisionName(row)}`.trim(),
        checked: row.id === main.id,
        onPress: () => {
          if (row.id === main.id) return;
          void file.edit(`Put ${row.label || 'another decision'} in scope`, putInScope(row, main, priorities));
          focusStatement(row.id);
        },
      })),
    { id: 'line', line: true },
    { id: 'new', says: 'A new decision', icon: 'plus', onPress: start },
  ];
  return (
    <Menu label="Another decision" entries={entries} look="plain" placement="below-end">
      <span className={styles.change}>Change</span>
    </Menu>
  );
}

/** Decisions that were found in the strategy, to choose from while none is in scope. */
function Candidates({ decisions }: { decisions: readonly Decision[] }) {
  const file = useFile();
  const priorities = useRows('priority');
  if (decisions.length === 0) return null;
  return (
    <div className={styles.candidates}>
      <p>Or put one of these in scope:</p>
      <ul>
        {decisions.map((row) => (
          <li key={row.id} data-place={`decision:${row.id}`}>
            <IdTag>{row.label}</IdTag>
            <LinkButton
              onPress={() => {
                void file.edit(`Put ${row.label || 'a decision'} in scope`, putInScope(row, null, priorities));
                focusStatement(row.id);
              }}
            >
              {decisionName(row)}
            </LinkButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Puts the focus into the sentence of a decision that is about to be shown. */
function focusStatement(id: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-place="${placeOf('decision', id, 'statement')}"] textarea`)?.focus();
  });
}
