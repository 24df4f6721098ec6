/** Playback and pulse side by side: the retelling with the decisions under it, and the statements; digits answer and go on. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Stakeholder } from '../../../../shared/model/index.ts';
import { useReadOnly } from '../../../data/hooks.ts';
import { personName } from '../../../parts/names.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { useCommands } from '../../../ui/commands.tsx';
import { takesText } from '../../../ui/keys.ts';
import { KeyCaps } from '../../../ui/keys-cap.tsx';
import { digitOf } from '../../../ui/segment-moves.ts';
import { Empty } from '../../../ui/states.tsx';
import { isCustomer } from '../use-interview.ts';
import { PlaybackSide } from './playback-side.tsx';
import { PulseSide } from './pulse-side.tsx';
import { usePlayback } from './use-playback.ts';
import { usePulse } from './use-pulse.ts';
import { useHeldKey } from './use-held-key.ts';
import type { Screen } from './use-screen.ts';
import { WhoseAnswers } from './whose-answers.tsx';
import styles from './playback.module.css';

/** Shows both sides; in a session it asks first whose answers are taken down. */
export function PlaybackAndPulse({ screen, hidden }: { screen: Screen; hidden: boolean }) {
  const people = screen.view.parts.flatMap(({ person }) =>
    person === undefined || isCustomer(person) ? [] : [person],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const person = people.length === 1 ? people[0] : people.find(({ id }) => id === chosen);
  useCommands([
    {
      id: 'interview.whose',
      says: 'Take down the answers of somebody else',
      group: 'Playback and pulse',
      keys: ['Alt P'],
      inText: true,
      off: people.length > 1 ? '' : 'Nobody else is asked this.',
      run: () => setChosen(null),
    },
  ]);
  if (people.length === 0)
    return (
      <div className={styles.nobody}>
        <Empty
          title="Nobody to ask by name"
          text="Playback and pulse are kept person by person. Add somebody above, where the consent is shown."
        />
      </div>
    );
  if (person === undefined) return <WhoseAnswers screen={screen} people={people} onChoose={setChosen} />;
  return (
    <>
      {people.length > 1 && (
        <div className={styles.person}>
          <b>{personName(person)}</b>
          <LinkButton quiet onPress={() => setChosen(null)}>
            Somebody else <KeyCaps of="Alt P" silent />
          </LinkButton>
        </div>
      )}
      <Sides key={person.id} screen={screen} person={person} hidden={hidden} />
    </>
  );
}

function Sides({ screen, person, hidden }: { screen: Screen; person: Stakeholder; hidden: boolean }) {
  const readOnly = useReadOnly();
  const box = useRef<HTMLDivElement>(null);
  const playback = usePlayback(screen.view.interview, person);
  const pulse = usePulse(screen.view.interview, person);
  const [side, setSide] = useState<'playback' | 'pulse'>(screen.current.kind === 'pulse' ? 'pulse' : 'playback');
  const [means, setMeans] = useState(false);
  const rows = side === 'playback' ? playback.rows : pulse.rows;
  const off = readOnly ? 'The file is open for reading only.' : '';
  const { next } = screen;

  const focusRow = (which: 'playback' | 'pulse', at: number): void => {
    requestAnimationFrame(() => {
      const found = box.current?.querySelector<HTMLElement>(`[data-row="${which} ${at}"]`);
      const cell = found?.querySelector<HTMLElement>('[role=radio][tabindex="0"]');
      cell?.focus();
    });
  };
  const turn = (): void => {
    const other = side === 'playback' ? 'pulse' : 'playback';
    setSide(other);
    if (other === 'pulse' || playback.shown) focusRow(other, (other === 'pulse' ? pulse : playback).rows.at);
    else box.current?.querySelector<HTMLElement>('textarea')?.focus();
  };
  const moveTo = (at: number): void => {
    const place = Math.max(0, Math.min(rows.count - 1, at));
    rows.moveTo(place);
    focusRow(side, place);
  };
  const uncover = (shown: boolean): void => {
    playback.show(shown);
    if (shown) focusRow('playback', playback.rows.at);
  };
  // The side that one came for has the focus at the start; the retelling is what is typed first.
  const first = useRef(() => {
    if (side === 'pulse' || playback.shown) focusRow(side, rows.at);
    else box.current?.querySelector<HTMLElement>('textarea')?.focus();
  });
  useEffect(() => first.current(), []);

  useHeldKey('F2', means, setMeans);
  useCommands([
    {
      id: 'interview.digits',
      says: side === 'pulse' ? 'Answer the statement and go on' : 'Mark the decision and go on',
      group: 'Playback and pulse',
      keys: ['1'],
      caps: side === 'pulse' ? '1 – 5' : '1 – 4',
      bar: 1,
      short: 'answer and go on',
      heardElsewhere: true,
      keyOnly: true,
      run: () => focusRow(side, rows.at),
    },
    {
      id: 'interview.zero',
      says: side === 'pulse' ? 'Cannot say' : 'Not asked',
      group: 'Playback and pulse',
      keys: ['0'],
      bar: 2,
      short: side === 'pulse' ? 'cannot say' : 'not asked',
      heardElsewhere: true,
      keyOnly: true,
      off,
      run: () => {
        if (rows.count > 0 && rows.answer(rows.at, 0)) moveTo(rows.at + 1);
      },
    },
    {
      id: 'interview.back',
      says: 'Go back by one',
      group: 'Playback and pulse',
      keys: ['Backspace'],
      bar: 3,
      short: 'go back',
      heardElsewhere: true,
      keyOnly: true,
      run: () => moveTo(rows.at - 1),
    },
    {
      id: 'interview.turn',
      says: 'Playback or pulse',
      group: 'Playback and pulse',
      keys: ['Tab'],
      bar: 4,
      short: 'playback or pulse',
      heardElsewhere: true,
      keyOnly: true,
      run: turn,
    },
    {
      id: 'interview.cover',
      says: playback.shown ? 'Cover the decisions' : 'The retelling has ended: show the decisions',
      group: 'Playback and pulse',
      keys: ['Ctrl H', 'F6'],
      bar: 5,
      short: playback.shown ? 'cover' : 'retelling ended',
      inText: true,
      run: () => uncover(!playback.shown),
    },
    {
      id: 'interview.means',
      says: 'What the figures stand for',
      group: 'Playback and pulse',
      keys: ['F2'],
      heardElsewhere: true,
      run: () => setMeans(!means),
    },
    // The retelling ends before one goes on.
    ...(side === 'playback' && !playback.shown && !readOnly
      ? [
          {
            id: 'interview.retold',
            says: 'The retelling has ended',
            group: 'Playback and pulse',
            keys: ['Ctrl Enter'],
            keyOnly: true as const,
            inText: true as const,
            run: () => uncover(true),
          },
        ]
      : []),
  ]);
  const hear = (event: KeyboardEvent): void => {
    if (takesText(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = digitOf(event);
    if (event.key === 'Tab' && !event.shiftKey) turn();
    else if (event.key === 'ArrowDown') moveTo(rows.at + 1);
    else if (event.key === 'ArrowUp' || event.key === 'Backspace') moveTo(rows.at - 1);
    else if (digit !== null && off === '') {
      if (rows.count > 0 && rows.answer(rows.at, digit)) moveTo(rows.at + 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={box} className={styles.sides} onKeyDownCapture={hear}>
      <PlaybackSide
        screen={screen}
        person={person}
        hidden={hidden}
        playback={playback}
        on={side === 'playback'}
        means={means}
        onSide={() => setSide('playback')}
        onShow={uncover}
      />
      <PulseSide
        pulse={pulse}
        hidden={hidden}
        on={side === 'pulse'}
        onSide={() => setSide('pulse')}
        goesOn={next?.text ?? null}
      />
    </div>
  );
}
