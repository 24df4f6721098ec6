/** A new milestone of a priority by dialog. Milestones belong to an initiative: where there is none, the priority becomes one. */
import { useState } from 'react';
import { insertRow } from '../../../../shared/model/change.ts';
import { entities, type Milestone, type Priority } from '../../../../shared/model/index.ts';
import { useEngagement, useFile, useRows } from '../../../data/hooks.ts';
import { inOrder, lastPosition } from '../../../parts/names.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { priorityTag } from '../use-map.ts';
import { initiativeFor } from './plan-actions.ts';
import styles from './dialogs.module.css';

const kinds = Object.entries(entities.milestone.fields.kind.options ?? {}).map(([id, says]) => ({
  id: id as Milestone['kind'],
  says,
}));

/** The form. */
export function MilestoneDialog({ priority, onClose }: { priority: Priority; onClose: () => void }) {
  const file = useFile();
  const engagement = useEngagement().id;
  const initiatives = inOrder(useRows('initiative'));
  const own = initiatives.filter((row) => row.priority === priority.id);
  const [initiative, setInitiative] = useState<string | null>(own[0]?.id ?? null);
  const [what, setWhat] = useState('');
  const [on, setOn] = useState<string | null>(priority.startOn);
  const [kind, setKind] = useState<Milestone['kind']>('readiness');
  const add = (): void => {
    const made = initiative === null ? file.newId() : null;
    const owner = initiative ?? made ?? '';
    void file.edit(`Add a milestone to ${priorityTag(priority)}`, [
      ...(made === null ? [] : [initiativeFor(priority, made, engagement, lastPosition(initiatives))]),
      insertRow('milestone', file.newId(), { engagement, initiative: owner, what, on, kind }),
    ]);
    onClose();
  };
  const missing = what.trim() === '' ? 'Say what is reached.' : on === null ? 'A milestone needs its day.' : '';
  return (
    <Dialog
      title={`New milestone of ${priorityTag(priority)}`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" onPress={add} off={missing}>
            Add the milestone
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (missing === '') add();
        }}
      >
        <TextField label="Milestone" value={what} onChange={setWhat} autoFocus maxLength={500} />
        <div className={styles.pair}>
          <DateField label="On" value={on} onChange={setOn} />
          <Select label="Kind" value={kind} options={kinds} onChange={(id) => setKind(id ?? kind)} />
        </div>
        {own.length === 0 ? (
          <p className={styles.hint}>
            {priorityTag(priority)} has no initiative in the first 90 days. One is made of it, with its owner and its
            days.
          </p>
        ) : (
          own.length > 1 && (
            <Select
              label="Initiative"
              value={initiative}
              options={own.map((row) => ({ id: row.id, says: row.title || 'Without words yet' }))}
              onChange={setInitiative}
            />
          )
        )}
      </form>
    </Dialog>
  );
}
