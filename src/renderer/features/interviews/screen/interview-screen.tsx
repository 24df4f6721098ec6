/** One interview over the whole window. Somebody of the client may see it: no figure, no pattern, nobody else's name. */
import { useEffect, useRef, useState } from 'react';
import type { Change } from '../../../../shared/model/change.ts';
import { useReadOnly, useWindow } from '../../../data/hooks.ts';
import { useCommands } from '../../../ui/commands.tsx';
import { FieldArea } from '../../../ui/field.tsx';
import { takesText } from '../../../ui/keys.ts';
import { Bar } from '../../../ui/states.tsx';
import { type InterviewView, useInterview } from '../use-interview.ts';
import { useInterviewEdits } from '../use-interview-edits.ts';
import { ConsentBar } from './consent-bar.tsx';
import { JumpDialog } from './jump-dialog.tsx';
import { NotesSide } from './notes-side.tsx';
import { PlaybackAndPulse } from './playback-and-pulse.tsx';
import { PulseSheets } from './pulse-sheets.tsx';
import { QuestionSide } from './question-side.tsx';
import { ScreenHead } from './screen-head.tsx';
import { type Screen, useScreen } from './use-screen.ts';
import { useWhatNext } from './use-what-next.ts';
import styles from './screen.module.css';

type ScreenProps = {
  readonly ask: string | null;
  readonly onLeave: () => void;
  /** Ends the interview, with what has to be kept besides. */
  readonly onEnd: (changes: readonly Change[]) => void;
};

/** Shows an interview; `ask` is the question to show first. */
export function InterviewScreen({ id, ask, onLeave, onEnd }: ScreenProps & { id: string }) {
  const view = useInterview(id);
  const window = useWindow();
  useEffect(() => {
    const before = document.title;
    document.title = 'Interview';
    window.hide(true);
    return () => {
      document.title = before;
      window.hide(false);
    };
  }, [window]);
  return view === null ? null : <Shown view={view} ask={ask} onLeave={onLeave} onEnd={onEnd} />;
}

function Shown({ view, ask, onLeave, onEnd }: ScreenProps & { view: InterviewView }) {
  const readOnly = useReadOnly();
  const edits = useInterviewEdits();
  const place = useScreen(view, ask);
  const whatNext = useWhatNext(place);
  const screen: Screen = { ...place, next: whatNext.next };
  const main = useRef<HTMLElement>(null);
  const [hidden, setHidden] = useState(false);
  const [jumping, setJumping] = useState(false);
  const [sheets, setSheets] = useState(false);
  const { interview, customer } = view;
  const { current, next, previous, asks } = screen;
  const both = current.kind === 'playback' || current.kind === 'pulse';
  const off = readOnly ? 'The file is open for reading only.' : '';
  const notAsked = customer ? 'Customers are not asked this.' : '';
  const goTo = (kind: 'playback' | 'pulse'): void => {
    const found = asks.find((one) => one.kind === kind);
    if (found !== undefined) screen.go(found.key);
  };
  useCommands([
    {
      id: 'interview.next',
      says: 'Next question',
      group: 'Interview',
      keys: ['Ctrl Enter'],
      bar: both ? 9 : 1,
      short: next?.kind === 'closing' ? 'closing' : 'next question',
      inText: true,
      off: next === null ? 'This is the last question.' : '',
      run: () => next !== null && screen.go(next.key),
    },
    {
      id: 'interview.previous',
      says: 'Previous question',
      group: 'Interview',
      keys: ['Ctrl Shift Enter'],
      inText: true,
      off: previous === null ? 'This is the first question.' : '',
      run: () => previous !== null && screen.go(previous.key),
    },
    {
      id: 'interview.jump',
      says: 'Go to a question',
      group: 'Interview',
      keys: ['Ctrl G'],
      inText: true,
      run: () => setJumping(true),
    },
    {
      id: 'interview.unplanned',
      says: 'Ask something unplanned',
      group: 'Interview',
      keys: ['Ctrl U', 'F7'],
      ...(both ? {} : { bar: 2 }),
      short: 'ask something unplanned',
      inText: true,
      off,
      run: () => screen.askUnplanned(),
    },
    {
      id: 'interview.playback',
      says: 'Playback',
      group: 'Interview',
      keys: ['Ctrl B'],
      ...(both ? {} : { bar: 3 }),
      short: 'playback',
      inText: true,
      off: notAsked,
      run: () => goTo('playback'),
    },
    {
      id: 'interview.pulse',
      says: 'Pulse statements',
      group: 'Interview',
      keys: ['Ctrl L', 'F9'],
      ...(both ? {} : { bar: 4 }),
      short: 'pulse',
      inText: true,
      off: notAsked,
      run: () => goTo('pulse'),
    },
    {
      id: 'interview.start',
      says: 'Start the clock',
      group: 'Interview',
      keys: ['Alt S'],
      inText: true,
      off: off || (interview.status === 'planned' ? '' : 'It was started already.'),
      run: () => edits.start(interview),
    },
    {
      id: 'interview.end',
      says: 'End the interview',
      group: 'Interview',
      keys: ['Ctrl Shift E'],
      inText: true,
      off: off || (screen.running ? '' : 'It does not run.'),
      run: () => onEnd(screen.timeSpent()),
    },
    {
      id: 'interview.order',
      says: whatNext.byGuide ? 'Ask what matters most first' : 'Ask in the order of the guide',
      group: 'Interview',
      keys: ['Alt G'],
      inText: true,
      off: whatNext.short ? '' : 'There is time for the order of the guide.',
      run: () => whatNext.setByGuide(!whatNext.byGuide),
    },
    {
      id: 'interview.sheets',
      says: 'Type in statements answered on paper',
      group: 'Interview',
      keys: ['Alt U'],
      inText: true,
      off: off || notAsked,
      run: () => setSheets(true),
    },
    {
      id: 'interview.hide',
      says: hidden ? 'Show the notes' : 'Hide the notes',
      group: 'Interview',
      keys: ['F4'],
      inText: true,
      run: () => setHidden(!hidden),
    },
    {
      id: 'interview.leave',
      says: 'Leave the interview',
      group: 'Interview',
      keys: ['Escape'],
      run: () => {
        const { activeElement } = document;
        if (takesText(activeElement)) main.current?.focus();
        else onLeave();
      },
    },
    ...asks.map((one) => ({
      id: `interview.ask.${one.key}`,
      says: one.kind === 'pulse' ? 'Statements' : one.text,
      short: view.plan.blocks.find((block) => block.asks.includes(one))?.name ?? '',
      group: 'Questions',
      findOnly: true as const,
      run: () => screen.go(one.key),
    })),
  ]);
  const focusNotes = (): void => {
    requestAnimationFrame(() => {
      const notes = main.current?.querySelector<HTMLElement>('[aria-label="Notes"]');
      (notes?.querySelector<HTMLElement>('textarea, [contenteditable="true"]') ?? main.current)?.focus();
    });
  };
  return (
    <FieldArea readOnly={readOnly}>
      <main
        ref={main}
        tabIndex={-1}
        className={styles.screen}
        aria-label="Interview"
        data-hidden={hidden ? '' : undefined}
      >
        <ScreenHead screen={screen} onLeave={onLeave} />
        <ConsentBar view={view} first={screen.running && current.kind === 'opening'} onDone={focusNotes} />
        {readOnly && <Bar kind="read-only" title="Open for reading only." text="Nothing can be noted." />}
        {both ? (
          <PlaybackAndPulse key={current.kind} screen={screen} hidden={hidden} />
        ) : (
          <div className={styles.sides}>
            <QuestionSide screen={screen} whatNext={whatNext} onJump={() => setJumping(true)} />
            <NotesSide key={current.key} screen={screen} hidden={hidden} onShow={() => setHidden(false)} />
          </div>
        )}
      </main>
      {sheets && <PulseSheets views={[view]} onClose={() => setSheets(false)} />}
      {jumping && (
        <JumpDialog
          screen={screen}
          onClose={() => setJumping(false)}
          onGo={(key) => {
            setJumping(false);
            screen.go(key);
          }}
        />
      )}
    </FieldArea>
  );
}
