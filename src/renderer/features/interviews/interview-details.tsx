/** One interview in the plan: when, where, with whom, what is asked, and what came of it. */
import { useKit, useReadOnly, useRows, useWindow } from '../../data/hooks.ts';
import { Field, placeOf } from '../../parts/field.tsx';
import { countOf } from '../../parts/format.ts';
import { kitOptions } from '../../parts/kit-words.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { DefinitionList, Section } from '../../ui/pane.tsx';
import { Select } from '../../ui/select.tsx';
import { Participants } from './participants.tsx';
import { PlanQuestions } from './plan-questions.tsx';
import { interviewName } from './names.ts';
import { Prompts } from './prompts.tsx';
import { Readings } from './readings.tsx';
import { WhatFollows } from './what-follows.tsx';
import { TimeField } from './time-field.tsx';
import { clockOf, momentOf, secondsBetween } from './times.ts';
import { type InterviewView, useInterview } from './use-interview.ts';
import { useInterviewEdits } from './use-interview-edits.ts';
import styles from './details.module.css';

/** Shows and edits an interview. */
export function InterviewDetails({
  id,
  onOpen,
  onEvidence,
  onRemove,
}: {
  id: string;
  onOpen: () => void;
  onEvidence: () => void;
  onRemove: (id: string) => void;
}) {
  const view = useInterview(id);
  const readOnly = useReadOnly();
  const participants = useRows('participant');
  const people = useRows('stakeholder');
  if (view === null) return null;
  const { interview, plan } = view;
  return (
    <div className={styles.details} data-place={`interview:${id}`}>
      <h2 className={styles.title}>{interviewName(interview, participants, people)}</h2>
      <WaysIn view={view} onOpen={onOpen} onEvidence={onEvidence} />
      <WhatFollows view={view} />
      <Participants view={view} />
      <Section title="When and where">
        <DefinitionList labelWidth={104}>
          <Field entity="interview" id={id} name="title" />
          <Field entity="interview" id={id} name="form" />
          <GuideChoice view={view} />
          <Field entity="interview" id={id} name="status" />
          <Field entity="interview" id={id} name="plannedOn" />
          <PlannedTime view={view} />
          <Field entity="interview" id={id} name="minutes" placeholder={String(plan.minutes)} />
          <Field entity="interview" id={id} name="mode" label="How" none="Not said" />
          <Field entity="interview" id={id} name="place" placeholder="Room, address or link" />
        </DefinitionList>
      </Section>
      <Section title="As it was held">
        <Held view={view} />
      </Section>
      <PlanQuestions view={view} />
      <Prompts view={view} />
      <Readings view={view} />
      <Section title="Notes on the interview">
        <Field entity="interview" id={id} name="notes" hideLabel />
      </Section>
      {!readOnly && (
        <div className={styles.foot}>
          <Button kind="quiet" icon="trash" onPress={() => onRemove(id)}>
            Remove this interview
          </Button>
        </div>
      )}
    </div>
  );
}

/** What to do with it next. */
function WaysIn({
  view: { interview },
  onOpen,
  onEvidence,
}: {
  view: InterviewView;
  onOpen: () => void;
  onEvidence: () => void;
}) {
  const readOnly = useReadOnly();
  const edits = useInterviewEdits();
  const evidence = useRows('evidence');
  const pieces = evidence.filter((row) => row.interview === interview.id && !row.withdrawn).length;
  const waits = interview.status === 'planned' && !readOnly;
  const window = useWindow();
  return (
    <div className={styles.ways}>
      {waits ? (
        <>
          <Button
            kind="primary"
            icon="play"
            onPress={() => {
              edits.start(interview);
              onOpen();
            }}
          >
            Start the interview
          </Button>
          <Button onPress={onOpen} keys="Ctrl Enter">
            Look at the questions
          </Button>
          <Button
            kind="quiet"
            onPress={() => {
              edits.turnToPaper(interview);
              onOpen();
            }}
          >
            Enter notes from paper
          </Button>
        </>
      ) : (
        <Button kind="primary" onPress={onOpen} keys="Ctrl Enter">
          {interview.status === 'running' ? 'Go on with the interview' : 'Open the notes'}
        </Button>
      )}
      {interview.transcriptDigest !== '' && (
        <Button keys="R" onPress={() => window.go('interviews', `transcript:${interview.id}`)}>
          Read the transcript
        </Button>
      )}
      {pieces > 0 && (
        <LinkButton onPress={onEvidence}>{countOf(pieces, 'piece of evidence', 'pieces of evidence')}</LinkButton>
      )}
    </div>
  );
}

/** The guide. Choosing one means to ask as it says, so what was chosen by hand for another one goes with the same step. */
function GuideChoice({ view: { interview } }: { view: InterviewView }) {
  const kit = useKit();
  const edits = useInterviewEdits();
  return (
    <Select
      label="Guide"
      place={placeOf('interview', interview.id, 'guide')}
      value={interview.guide}
      options={kitOptions(kit, 'guides')}
      none="No guide"
      onChange={(guide) => edits.set(interview.id, 'Choose the guide', { guide, questions: [] })}
    />
  );
}

function PlannedTime({ view: { interview } }: { view: InterviewView }) {
  const edits = useInterviewEdits();
  return (
    <TimeField
      label="Time"
      place={placeOf('interview', interview.id, 'plannedTime')}
      value={interview.plannedTime}
      onChange={(plannedTime) => edits.set(interview.id, 'Set the time of the interview', { plannedTime })}
    />
  );
}

/** The true day and times; set by the clock when it is held here, by hand when it comes from paper. */
function Held({ view: { interview } }: { view: InterviewView }) {
  const edits = useInterviewEdits();
  const { id, heldOn, startedAt, endedAt } = interview;
  const seconds = secondsBetween(startedAt, endedAt);
  const needsDay = heldOn === null ? 'Set the day first.' : undefined;
  const set = (name: 'startedAt' | 'endedAt', says: string, time: string): void =>
    edits.set(id, says, { [name]: time === '' ? null : momentOf(heldOn, time) });
  return (
    <DefinitionList labelWidth={104}>
      <DateField
        label="Held on"
        place={placeOf('interview', id, 'heldOn')}
        value={heldOn}
        onChange={(day) => edits.heldOn(interview, day)}
      />
      <TimeField
        label="From"
        place={placeOf('interview', id, 'startedAt')}
        value={clockOf(startedAt)}
        readOnly={heldOn === null}
        hint={needsDay}
        onChange={(time) => set('startedAt', 'Set the start of the interview', time)}
      />
      <TimeField
        label="To"
        place={placeOf('interview', id, 'endedAt')}
        value={clockOf(endedAt)}
        readOnly={heldOn === null}
        hint={seconds === null || seconds === 0 ? undefined : countOf(Math.round(seconds / 60), 'minute', 'minutes')}
        onChange={(time) => set('endedAt', 'Set the end of the interview', time)}
      />
    </DefinitionList>
  );
}
