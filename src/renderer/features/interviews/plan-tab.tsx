/** The plan: who is heard, the interviews, and the one that is chosen. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useReadOnly, useRows, useToday, useWindow, useWindowState } from '../../data/hooks.ts';
import { useCommands } from '../../ui/commands.tsx';
import { Button } from '../../ui/button.tsx';
import { Pane, Panes, Section } from '../../ui/pane.tsx';
import { Empty } from '../../ui/states.tsx';
import { composeAgenda } from './agenda.ts';
import { InterviewDetails } from './interview-details.tsx';
import { InterviewList } from './interview-list.tsx';
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
  const people = useRows('stakeholder');
  const today = useToday();
  const interviews = useMemo(
    () => composeAgenda(rows, today).flatMap((line) => ('row' in line ? [line.row] : [])),
    [rows, today],
  );
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const chosen = interviews.find(({ id }) => id === selected) ?? interviews[0] ?? null;
  // The list brings its chosen row into view; where nobody chose one, the page begins at its top all the same.
  const isChosen = useRef(selected !== null);
  useLayoutEffect(() => {
    const scroller = list.current?.closest('section[aria-label]')?.firstElementChild;
    if (!isChosen.current && scroller instanceof HTMLElement) scroller.scrollTop = 0;
  }, []);
  const open = (id: string): void => window.go('interviews', `interview:${id}`);
  const plan = (persons: readonly string[]): void => {
    const asked = people.filter(({ id }) => persons.includes(id));
    const id = edits.plan(asked);
    setMarked(new Set());
    onSelect(id);
    focusField(id, asked.length === 0 ? 'people' : 'plannedOn');
  };
  const mark = (person: string): void =>
    setMarked((now) => new Set(now.has(person) ? [...now].filter((id) => id !== person) : [...now, person]));
  /** The interview of a person: the one that waits, else the latest; a new one where there is none. */
  const goToPerson = (person: string): void => {
    const own = interviews.filter(({ id }) =>
      participants.some((row) => row.interview === id && row.person === person),
    );
    const found = own.find(({ status }) => status !== 'done') ?? own.at(-1);
    if (found !== undefined) onSelect(found.id);
    else if (!readOnly) plan([person]);
  };
  useComeForPerson(goToPerson);
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
      run: () => plan([]),
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
      id: 'interviews.together',
      says: 'Plan one interview with the marked people',
      group: 'Interviews',
      keys: ['G'],
      off: off || (marked.size === 0 ? 'Mark people in the grid with Space first.' : ''),
      run: () => plan([...marked]),
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
          marked={marked}
          onMark={mark}
          onClear={() => setMarked(new Set())}
          onPerson={goToPerson}
          onTogether={() => plan([...marked])}
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
                <Button small icon="plus" keys="N" onPress={() => plan([])}>
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

/** Somebody came from elsewhere for a person: to their interview, or to a new one. Once for each coming. */
function useComeForPerson(go: (person: string) => void): void {
  const place = useWindowState((state) => state.place);
  const done = useRef(-1);
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    if (place.target?.entity !== 'stakeholder' || done.current === place.turn) return;
    done.current = place.turn;
    latest.current(place.target.id);
  }, [place]);
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
