/** Who takes part in an interview, and what each of them agreed to. */
import { useRef } from 'react';
import { namesApart } from '../../parts/names.ts';
import { Field, placeOf } from '../../parts/field.tsx';
import { RecognisableMark, useRecognisable } from '../../parts/recognisable.tsx';
import { nameIn } from '../../../shared/method/kit.ts';
import { useKit, useReadOnly, useRows } from '../../data/hooks.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Section } from '../../ui/pane.tsx';
import { Select } from '../../ui/select.tsx';
import type { Interview } from '../../../shared/model/index.ts';
import { assessPeople, type Consent } from '../../../shared/analysis/people.ts';
import { consents, consentShort } from './names.ts';
import type { InterviewView, Part } from './use-interview.ts';
import { useConsent } from './use-consent.tsx';
import { useInterviewEdits } from './use-interview-edits.ts';
import styles from './details.module.css';

/** Shows the people with their consent; somebody is added by typing a name or a role. */
export function Participants({ view }: { view: InterviewView }) {
  const kit = useKit();
  const readOnly = useReadOnly();
  const edits = useInterviewEdits();
  const people = useRows('stakeholder');
  const box = useRef<HTMLDivElement>(null);
  const { interview, parts } = view;
  const names = namesApart(people, { full: true });
  const inside = new Set(parts.map(({ row }) => row.person));
  const others = people
    .filter(({ id }) => !inside.has(id))
    .toSorted((a, b) => Number(b.toHear) - Number(a.toHear))
    .map((row) => ({
      id: row.id,
      says: names.get(row.id) ?? '',
      more: [nameIn(kit.content.functions, row.function), nameIn(kit.content.levels, row.level)]
        .filter(Boolean)
        .join(', '),
    }));
  const first = parts.length === 0;
  return (
    <Section title="People">
      <div ref={box}>
        {parts.map((part) => (
          <Participant
            key={part.row.id}
            part={part}
            name={names.get(part.row.person ?? '') ?? 'A voice without a name'}
            interview={interview}
            onRemove={() => {
              edits.remove('participant', part.row.id, 'Take somebody out of the interview');
              requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('select, input')?.focus());
            }}
          />
        ))}
        {!readOnly && (
          <div className={styles.add}>
            <ComboBox
              label={first ? 'Who is asked' : 'Add somebody'}
              hideLabel={!first}
              place={placeOf('interview', interview.id, 'people')}
              items={others}
              value={null}
              placeholder="Type a name or a role"
              onChoose={(id) => {
                const person = people.find((row) => row.id === id);
                if (person !== undefined) edits.addPerson(interview, person, first);
              }}
              onCreate={(text) => edits.addNewPerson(interview, text, first)}
              createSays={(text) => `Add “${text}” to the people`}
            />
            <Button kind="quiet" small icon="plus" onPress={() => edits.addVoice(interview)}>
              A voice without a name
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}

function Participant({
  part: { row, person },
  name,
  interview,
  onRemove,
}: {
  part: Part;
  name: string;
  interview: Interview;
  onRemove: () => void;
}) {
  const kit = useKit();
  const readOnly = useReadOnly();
  const recognisable = useRecognisable();
  const strictest = useStrictest(row.person);
  const consenting = useConsent();
  return (
    <div className={styles.participant} data-place={`participant:${row.id}`}>
      <div className={styles.who}>
        <span className={styles.whoName}>
          {name}
          {person !== undefined && (
            <span className={styles.quiet}>
              {' '}
              {[nameIn(kit.content.functions, person.function), nameIn(kit.content.levels, person.level)]
                .filter(Boolean)
                .join(', ')}
            </span>
          )}
        </span>
        {!readOnly && <IconButton icon="close" small label={`Take ${name} out of the interview`} onPress={onRemove} />}
      </div>
      <div className={styles.consent}>
        <Select
          label={`Consent of ${name}`}
          hideLabel
          place={placeOf('participant', row.id, 'consent')}
          value={row.consent}
          options={consents}
          none="Consent not asked yet"
          onChange={(consent) => void consenting.choose(row, consent, interview)}
        />
        {consenting.question}
        {row.consent !== null && (
          <Field entity="participant" id={row.id} name="consentOn" label={`Day of the consent of ${name}`} hideLabel />
        )}
      </div>
      {person !== undefined && (person.function === null || person.level === null) && (
        <div className={styles.place}>
          {person.function === null && (
            <Field
              entity="stakeholder"
              id={person.id}
              name="function"
              none="Function open"
              label={`Function of ${name}`}
              hideLabel
            />
          )}
          {person.level === null && (
            <Field
              entity="stakeholder"
              id={person.id}
              name="level"
              none="Level open"
              label={`Level of ${name}`}
              hideLabel
            />
          )}
        </div>
      )}
      {strictest !== null && strictest !== row.consent && (
        <p className={styles.quiet}>
          In another interview this person chose: {consentShort[strictest].toLowerCase()}. The strictest counts.
        </p>
      )}
      <RecognisableMark of={recognisable(row.person)} />
      {row.consent !== null && (
        <Field
          entity="participant"
          id={row.id}
          name="consentNote"
          label={`What was agreed with ${name}`}
          hideLabel
          bare
          placeholder="What else was agreed"
        />
      )}
    </div>
  );
}

/** The strictest consent that a person gave in any conversation; null for a voice without a name, and before one was given. */
function useStrictest(person: string | null): Consent | null {
  const stakeholder = useRows('stakeholder');
  const participant = useRows('participant');
  const interview = useRows('interview');
  return person === null
    ? null
    : (assessPeople({ stakeholder, participant, interview }).byId.get(person)?.consent ?? null);
}
