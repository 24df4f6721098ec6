/** The plan: who is heard, the interviews, and the one that is chosen. */
import { useMemo, useRef } from 'react';
import { useReadOnly, useRows, useWindow } from '../../data/hooks.ts';
import { useCommands } from '../../ui/commands.tsx';
import { Button } from '../../ui/button.tsx';
import { Pane, Panes, Section } from '../../ui/pane.tsx';
import { Empty } from '../../ui/states.tsx';
import { InterviewDetails } from './interview-details.tsx';
import { InterviewList, sortInterviews } from './interview-list.tsx';
import { useInterviewEdits } from './use-interview-edits.ts';
import { WhoIsHeard } from './who-is-heard.tsx';

/** Shows the plan. */
export function PlanTab({
  selected,
  onSelect,
  onEvidence,
  onTranscript,
}: {
  selected: string | null;
  onSelect: (id: string | null) => void;
  /** Shows the evidence of an interview. */
  onEvidence: (interview: string) => void;
  /** Asks for a transcript and takes it in. */
  onTranscript: () => void;
}) {
  const window = useWindow();
  const readOnly = useReadOnly();
  const edits = useInterviewEdits();
  const rows = useRows('interview');
  const participants = useRows('participant');
  const interviews = useMemo(() => sortInterviews(rows), [rows]);
  const list = useRef<HTMLDivElement>(null);
  const chosen = interviews.find(({ id }) => id === selected) ?? interviews[0] ?? null;
  const open = (id: string): void => window.go('interviews', `interview:${id}`);
  const plan = (person: Parameters<typeof edits.plan>[0]): void => {
    const id = edits.plan(person);
    onSelect(id);
    focusField(id, person === null ? 'people' : 'plannedOn');
  };
  const fromPaper = (): void => {
    const id = edits.fromPaper();
    onSelect(id);
    focusField(id, 'people');
  };
  const remove = (id: string): void => {
    const at = interviews.findIndex((row) => row.id === id);
    const next = interviews[at + 1] ?? interviews[at - 1] ?? null;
    edits.remove('interview', id, 'Remove an interview');
    onSelect(next?.id ?? null);
    list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  };
  const off = readOnly ? 'The file is open for reading only.' : '';
  const none = chosen === null ? 'There is no interview yet.' : '';
  useCommands([
    {
      id: 'interviews.plan',
      says: 'Plan an interview',
      group: 'Interviews',
      keys: ['N'],
      bar: 1,
      short: 'plan an interview',
      off,
      run: () => plan(null),
    },
    {
      id: 'interviews.open',
      says: 'Open the interview',
      group: 'Interviews',
      keys: ['Ctrl Enter'],
      bar: 2,
      short: 'open it',
      inText: true,
      off: none,
      run: () => chosen !== null && open(chosen.id),
    },
    {
      id: 'interviews.fromPaper',
      says: 'Enter an interview from paper',
      group: 'Interviews',
      keys: ['P'],
      bar: 3,
      short: 'enter from paper',
      off,
      run: fromPaper,
    },
    {
      id: 'interviews.transcript',
      says: 'Take in a transcript',
      group: 'Interviews',
      keys: ['T'],
      bar: 5,
      short: 'take in a transcript',
      off,
      run: onTranscript,
    },
    {
      id: 'interviews.read',
      says: 'Read the transcript',
      group: 'Interviews',
      keys: ['R'],
      off: chosen !== null && chosen.transcriptDigest !== '' ? '' : 'The chosen interview has no transcript.',
      run: () => chosen !== null && window.go('interviews', `transcript:${chosen.id}`),
    },
    {
      id: 'interviews.remove',
      says: 'Remove the interview',
      group: 'Interviews',
      off: off || none,
      run: () => chosen !== null && remove(chosen.id),
    },
    {
      id: 'interviews.evidence',
      says: 'Show the evidence',
      group: 'Interviews',
      keys: ['E'],
      bar: 4,
      short: 'evidence',
      run: () => window.go('interviews', 'evidence'),
    },
  ]);
  return (
    <Panes>
      <Pane label="Plan">
        <WhoIsHeard
          onPerson={(person) => {
            const own = interviews.find(({ id }) =>
              participants.some((row) => row.interview === id && row.person === person.id),
            );
            if (own !== undefined) onSelect(own.id);
            else if (!readOnly) plan(person);
          }}
        />
        <Section
          title="Interviews"
          ruled
          aside={
            !readOnly && (
              <>
                <Button kind="quiet" small keys="T" onPress={onTranscript}>
                  Take in a transcript
                </Button>{' '}
                <Button kind="quiet" small onPress={fromPaper}>
                  Enter from paper
                </Button>{' '}
                <Button small icon="plus" keys="N" onPress={() => plan(null)}>
                  Plan an interview
                </Button>
              </>
            )
          }
        >
          {interviews.length === 0 ? (
            <Empty
              title="Nobody was asked yet"
              text="Plan an interview with each of the people who are to be heard. Press a name above, or N for somebody who is not in the list. A transcript can be dropped here."
            />
          ) : (
            <InterviewList
              listRef={list}
              interviews={interviews}
              selected={chosen?.id ?? null}
              onSelect={onSelect}
              onOpen={open}
              onRemove={readOnly ? null : remove}
            />
          )}
        </Section>
      </Pane>
      {chosen !== null && (
        <Pane label="The chosen interview" width={460}>
          <InterviewDetails
            key={chosen.id}
            id={chosen.id}
            onOpen={() => open(chosen.id)}
            onEvidence={() => onEvidence(chosen.id)}
            onRemove={remove}
          />
        </Pane>
      )}
    </Panes>
  );
}

/** Puts the focus into a field of an interview that is about to be drawn. */
function focusField(id: string, field: string): void {
  requestAnimationFrame(() => {
    document
      .querySelector<HTMLElement>(`[data-place="interview:${id}:${field}"]`)
      ?.querySelector<HTMLElement>('input')
      ?.focus();
  });
}
