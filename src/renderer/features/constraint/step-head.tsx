/** The head of a step: its name, what it is to the chain, and what can be done with it. */
import type { ConstraintReading } from '../../../shared/analysis/constraint.ts';
import { useReadOnly } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { Column, StepAct } from './columns.ts';
import { stepName } from './words.ts';
import styles from './chain-table.module.css';

/** Draws the head of a column. */
export function StepHead({
  column: { id, position, reading: step },
  at,
  count,
  reading,
  onAct,
}: {
  column: Column;
  at: number;
  count: number;
  reading: ConstraintReading;
  onAct: (act: StepAct, id: string) => void;
}) {
  const readOnly = useReadOnly();
  const confirmed = reading.confirmed?.reading.step.id;
  const word = step === null ? null : wordOf(id, reading);
  return (
    <>
      <div className={styles.name}>
        <Field
          entity="step"
          id={id}
          name="name"
          fresh={() => ({ position })}
          label={step === null ? 'Name of a new step' : 'Name of the step'}
          hideLabel
          bare
          wrap
          placeholder="Name a step"
        />
        {step !== null && !readOnly && (
          <span className={styles.menu}>
            <Menu
              look="icon"
              label={`More for ${stepName(step.step)}`}
              placement="below-end"
              entries={[
                {
                  id: 'confirm',
                  says: id === confirmed ? 'Confirm again with the figures of today' : 'Confirm as the constraint',
                  keys: 'Ctrl Enter',
                  onPress: () => onAct('confirm', id),
                },
                { id: 'evidence', says: 'Evidence', icon: 'link', keys: 'E', onPress: () => onAct('evidence', id) },
                { id: 'line', line: true },
                {
                  id: 'earlier',
                  says: 'Move to the left',
                  icon: 'arrow-left',
                  keys: 'Alt Up',
                  off: at === 0 ? 'It is the first step.' : '',
                  onPress: () => onAct('earlier', id),
                },
                {
                  id: 'later',
                  says: 'Move to the right',
                  icon: 'arrow-right',
                  keys: 'Alt Down',
                  off: at === count - 1 ? 'It is the last step.' : '',
                  onPress: () => onAct('later', id),
                },
                {
                  id: 'add',
                  says: 'Add a step after it',
                  icon: 'plus',
                  keys: 'Insert',
                  onPress: () => onAct('add', id),
                },
                { id: 'line2', line: true },
                {
                  id: 'remove',
                  says: 'Remove this step',
                  icon: 'trash',
                  keys: 'Ctrl Delete',
                  onPress: () => onAct('remove', id),
                },
              ]}
            />
          </span>
        )}
        {at < count - 1 && (
          <span className={styles.then}>
            <Icon name="chevron-right" small />
          </span>
        )}
      </div>
      {word !== null && <div className={word === 'The constraint' ? styles.is : styles.word}>{word}</div>}
    </>
  );
}

/** The column that only adds a step. */
export function AddColumn({ onAdd }: { onAdd: () => void }) {
  return <IconButton icon="plus" label="Add a step" keys="Insert" onPress={onAdd} />;
}

function wordOf(id: string, { confirmed, candidate, next, tight, leftOut }: ConstraintReading): string | null {
  if (confirmed?.reading.step.id === id) return 'The constraint';
  if (candidate?.step.id === id) return confirmed === null ? 'The figures point here' : 'Highest by the figures';
  const left = leftOut.find(({ step }) => step.id === id);
  if (left !== undefined) return `Left out: ${left.missing.join(' and ')} not known`;
  if (next?.step.id === id) return 'Next in line';
  return tight.includes(id) ? 'Tight' : null;
}
