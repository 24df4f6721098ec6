/** What the person said when asked to answer for it: the answer with its day, a condition, leave to be named. */
import { useRef } from 'react';
import { useEngagement, useFile, useReadOnly, useRow, useToday } from '../../../data/hooks.ts';
import { Field, placeOf } from '../../../parts/field.tsx';
import { Button } from '../../../ui/button.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { addPerson, type Answer, setAnswer, whoFields, type Who } from './who.ts';
import styles from './who.module.css';

const answers: readonly { value: NonNullable<Answer>; says: string; digit: number }[] = [
  { value: 'asked', says: 'Asked', digit: 1 },
  { value: 'accepted', says: 'Accepted', digit: 2 },
  { value: 'accepted-if', says: 'Accepted if', digit: 3 },
  { value: 'declined', says: 'Declined', digit: 4 },
];

/** The fields; nothing while nobody is named. */
export function AnswerFields({ who }: { who: Who }) {
  const file = useFile();
  const today = useToday();
  const engagement = useEngagement().id;
  const readOnly = useReadOnly();
  const person = useRow('stakeholder', who.person);
  const box = useRef<HTMLDivElement>(null);
  const fields = whoFields[who.entity];
  if (who.person === null && who.typed.trim() === '') return null;
  return (
    <div ref={box} className={styles.answer}>
      <Segments
        label={`Answer when asked to ${who.entity === 'priority' ? 'own' : 'lead'} it`}
        options={answers}
        value={who.answer}
        place={placeOf(who.entity, who.id, fields.answer)}
        onChange={(answer) => void file.edit(`Set the answer of the ${fields.says}`, [setAnswer(who, answer, today)])}
      />
      {who.answer !== null && who.answer !== 'asked' && (
        <Field entity={who.entity} id={who.id} name={fields.answeredOn as never} />
      )}
      {who.answer === 'accepted-if' && <Field entity={who.entity} id={who.id} name={fields.condition as never} />}
      {person !== undefined && <Field entity="stakeholder" id={person.id} name="permitsNaming" />}
      {person === undefined && !readOnly && (
        <div className={styles.typed}>
          <span>“{who.typed}” is nobody of the list of people.</span>
          <Button
            small
            icon="person"
            onPress={() => {
              void file.edit(`Add ${who.typed} to the people`, addPerson(who, file.newId(), engagement));
              // This button goes; the answer is what comes next.
              box.current?.querySelector<HTMLElement>('[role=radio][tabindex="0"]')?.focus();
            }}
          >
            Add to the people
          </Button>
        </div>
      )}
    </div>
  );
}
