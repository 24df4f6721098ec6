/** All questions of the interview, to go to one of them; filtered as one types. */
import { useRef, useState } from 'react';
import { foldText } from '../../../../shared/lib/text.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { RovingList } from '../../../ui/list.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Screen } from './use-screen.ts';
import styles from './screen.module.css';

type Line = {
  readonly key: string;
  readonly text: string;
  readonly heading?: true;
  readonly must?: boolean;
  readonly noted?: boolean;
};

/** Shows the list; Enter goes. */
export function JumpDialog({
  screen,
  onGo,
  onClose,
}: {
  screen: Screen;
  onGo: (key: string) => void;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(screen.current.key);
  const list = useRef<HTMLDivElement>(null);
  const words = foldText(typed).split(/\s+/u).filter(Boolean);
  const lines = screen.view.plan.blocks.flatMap(({ name, asks }): Line[] => {
    const own = asks.filter(({ text }) => words.every((word) => foldText(`${name} ${text}`).includes(word)));
    if (own.length === 0) return [];
    return [
      { key: `block ${name}`, text: name, heading: true },
      ...own.map(({ key, text, must, answer, kind }) => ({
        key,
        text: kind === 'pulse' ? 'Statements' : text,
        must,
        noted: (answer?.text ?? '').trim() !== '',
      })),
    ];
  });
  const questions = lines.filter(({ heading }) => heading !== true);
  const current = questions.find(({ key }) => key === chosen)?.key ?? questions[0]?.key ?? null;
  return (
    <Dialog title="Go to a question" size="large" onClose={onClose}>
      <TextField
        label="Find a question"
        type="search"
        value={typed}
        onChange={setTyped}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && current !== null) onGo(current);
          else if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
          else return;
          event.preventDefault();
        }}
      />
      <div className={styles.jump}>
        <RovingList
          listRef={list}
          label="Questions"
          items={lines}
          keyOf={({ key }) => key}
          isHeading={({ heading }) => heading === true}
          selectedId={current}
          onSelect={setChosen}
          onAct={onGo}
          render={(line) =>
            line.heading === true ? (
              <p className={styles.jumpBlock}>{line.text}</p>
            ) : (
              <p className={styles.jumpLine}>
                <span>{line.text}</span>
                <span className={styles.quiet}>{line.noted === true ? 'noted' : line.must === true ? 'must' : ''}</span>
              </p>
            )
          }
        />
        {questions.length === 0 && <p className={styles.quiet}>No question has these words.</p>}
      </div>
    </Dialog>
  );
}
