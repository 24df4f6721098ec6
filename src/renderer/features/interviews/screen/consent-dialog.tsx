/** Who is in the room and what each of them agreed to. Nobody else is named: the guest may read along. */
import { useState } from 'react';
import { foldText } from '../../../../shared/lib/text.ts';
import { useReadOnly, useRows } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { personName } from '../../../parts/names.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { consents, consentShort } from '../names.ts';
import { useConsent } from '../use-consent.tsx';
import type { InterviewView } from '../use-interview.ts';
import { useInterviewEdits } from '../use-interview-edits.ts';
import styles from './dialogs.module.css';

/** Shows the people with their consent; somebody who joins is added by a role or a name. */
export function ConsentDialog({ view, onClose }: { view: InterviewView; onClose: () => void }) {
  const readOnly = useReadOnly();
  const consenting = useConsent({ discreet: true });
  const { interview, parts } = view;
  return (
    <Dialog
      title="People and consent"
      size="large"
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      {parts.map(({ row, person }) => (
        <div key={row.id} className={styles.person}>
          <Segments
            label={personName(person) || 'A voice without a name'}
            options={consents.map(({ id }, at) => ({
              value: id,
              says: `${at + 1} ${consentShort[id]}`,
              digit: at + 1,
            }))}
            value={row.consent}
            clearable={false}
            readOnly={readOnly}
            onChange={(consent) => void consenting.choose(row, consent, interview)}
          />
          {row.consent !== null && <Field entity="participant" id={row.id} name="consentNote" />}
        </div>
      ))}
      {!readOnly && <Joins view={view} />}
      {consenting.question}
    </Dialog>
  );
}

/** Adds somebody by the words of the list of people, without showing that list. */
function Joins({ view: { interview, parts } }: { view: InterviewView }) {
  const people = useRows('stakeholder');
  const edits = useInterviewEdits();
  const [typed, setTyped] = useState('');
  const add = (): void => {
    const words = foldText(typed.trim());
    if (words === '') return;
    const inside = new Set(parts.map(({ row }) => row.person));
    const known = people.find(
      (person) => !inside.has(person.id) && [person.role, person.name].some((one) => foldText(one.trim()) === words),
    );
    if (known === undefined) edits.addNewPerson(interview, typed.trim(), parts.length === 0);
    else edits.addPerson(interview, known, parts.length === 0);
    setTyped('');
  };
  return (
    <div className={styles.joins}>
      <TextField
        label="Somebody joins: role or name"
        value={typed}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
      />
      <Button keys="Enter" onPress={add} off={typed.trim() === '' ? 'Type a role or a name first.' : ''}>
        Add
      </Button>
      <Button kind="quiet" onPress={() => edits.addVoice(interview)}>
        Add a voice without a name
      </Button>
    </div>
  );
}
