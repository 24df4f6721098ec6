/** The notes: typed as they come and saved as they are typed; marked lines are evidence at once. */
import { useCallback, useMemo, useRef, useState } from 'react';
import { longestNotes } from '../../../../shared/model/edit-notes.ts';
import type { NoteSign } from '../../../../shared/model/note-line.ts';
import { hasSign, toggleSign, turnFidelity } from '../../../../shared/model/note-signs.ts';
import { useFile, useReadOnly } from '../../../data/hooks.ts';
import { placeOf } from '../../../parts/field.tsx';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { type Command, useCommands } from '../../../ui/commands.tsx';
import { LinesEditor, type LinesEditorHandle } from '../../../ui/lines-editor.tsx';
import { Spoken } from '../../../ui/spoken.tsx';
import { LaterTray, useAskLater } from './later-tray.tsx';
import { MarkedList } from './marked-list.tsx';
import { NoteBefore } from './note-before.tsx';
import { completeNotes } from './note-completion.ts';
import { useNotes } from './use-notes.ts';
import { useNoteWords } from './use-note-words.ts';
import type { Screen } from './use-screen.ts';
import styles from './screen.module.css';

/** The keys that mark: each writes its sign into the text or takes it away, or begins a word that is then completed. */
const kinds: readonly {
  readonly id: string;
  readonly sign: NoteSign | '#';
  readonly says: string;
  readonly key: string;
}[] = [
  { id: 'quote', sign: '>', says: 'Quote', key: 'Ctrl 1' },
  { id: 'link', sign: '#', says: 'Link', key: 'Ctrl 2' },
  { id: 'objection', sign: '!', says: 'Objection', key: 'Ctrl 3' },
  { id: 'limit', sign: '^', says: 'Limit', key: 'Ctrl 4' },
  { id: 'person', sign: '@', says: 'Person', key: 'Ctrl 5' },
  { id: 'ask-later', sign: '?', says: 'Ask later', key: 'Ctrl 6' },
];

/** Shows the right side. */
export function NotesSide({ screen, hidden, onShow }: { screen: Screen; hidden: boolean; onShow: () => void }) {
  const file = useFile();
  const readOnly = useReadOnly();
  const editor = useRef<LinesEditorHandle>(null);
  const [said, setSaid] = useState('');
  const [full, setFull] = useState(false);
  const [later, setLater] = useState(false);
  const { current, view } = screen;
  const { words, offers } = useNoteWords(view);
  const { type, typing, lookOf, first } = useNotes(screen, words, editor);
  const completer = useMemo(() => completeNotes(offers), [offers]);
  const waiting = useAskLater(view).length;
  const question = current.text || 'question that was not planned';
  const caret = current.answer?.caret ?? current.answer?.text.length ?? 0;

  const mark = (sign: NoteSign | '#', says: string): void => {
    if (sign === '#' || sign === '@') {
      editor.current?.begin(sign);
      return;
    }
    let off = false;
    editor.current?.rewrite((line) => {
      off = hasSign(line, sign, words.limitKinds);
      return { line: toggleSign(line, sign, words.limitKinds), select: null };
    });
    if (sign === '^' && !off) editor.current?.ask();
    setSaid(off ? `No longer marked: ${says.toLowerCase()}` : `Marked: ${says.toLowerCase()}`);
  };
  const turn = (): void => {
    editor.current?.rewrite((line) => turnFidelity(line, words));
  };
  const openLater = (): void => {
    // The line that is being typed is in the tray as soon as that shows, and Enter puts it away.
    editor.current?.tell();
    setLater(true);
  };
  useNotesCommands({ readOnly, mark, turn, step: (way) => editor.current?.step(way), later: openLater });
  const onEmpty = useCallback(() => editor.current?.focus(), []);
  return (
    <section className={classNames(styles.notes, hidden && styles.hidden)} aria-label="Notes">
      <NoteBefore screen={screen} words={words} />
      <p className={styles.under}>{current.text || 'Question that was not planned'}</p>
      <div className={styles.typed}>
        <LinesEditor
          label={`Notes under: ${question}`}
          value={first().text}
          caret={caret}
          readOnly={readOnly}
          autoFocus={current.question !== null || current.answer?.unplanned !== ''}
          longest={longestNotes}
          place={current.answer === null ? undefined : placeOf('answer', current.answer.id, 'text')}
          handle={editor}
          onTyped={() => {
            // Room was made, or what was pasted next fits.
            setFull(false);
            typing();
          }}
          onEdit={type}
          onTooLong={() => setFull(true)}
          onBlur={() => void file.flush()}
          lookOf={lookOf}
          completer={completer}
        />
      </div>
      {full && (
        <p role="alert" className={styles.full}>
          The notes under one question hold 190,000 characters. What did not fit was left out; the rest is kept. Go on
          under another question.
        </p>
      )}
      {hidden && (
        <p className={styles.hiddenSays}>
          The notes are hidden; what is typed is kept.{' '}
          <Button small keys="F4" onPress={onShow}>
            Show them
          </Button>
        </p>
      )}
      {!readOnly && (
        <div className={styles.tools} role="group" aria-label="Mark the line or the selected lines">
          {kinds.map(({ id, sign, says, key }) => (
            <Button key={id} kind="quiet" small keys={key} onPress={() => mark(sign, says)}>
              {says}
            </Button>
          ))}
          <Button kind="quiet" small keys="Ctrl 7" onPress={turn}>
            Word for word or not
          </Button>
          {waiting > 0 && (
            <Button kind="quiet" small keys="Ctrl J" onPress={openLater}>
              {`${waiting} to ask later`}
            </Button>
          )}
        </div>
      )}
      <MarkedList view={view} answer={current.answer?.id ?? null} onEmpty={onEmpty} />
      <Spoken>
        <span role="status">{said}</span>
      </Spoken>
      {later && <LaterTray view={view} words={words} onClose={() => setLater(false)} />}
    </section>
  );
}

function useNotesCommands({
  readOnly,
  mark,
  turn,
  step,
  later,
}: {
  readOnly: boolean;
  mark: (sign: NoteSign | '#', says: string) => void;
  turn: () => void;
  step: (way: 1 | -1) => void;
  later: () => void;
}): void {
  const off = readOnly ? 'The file is open for reading only.' : '';
  const command = (id: string, says: string, keys: string, run: () => void): Command => ({
    id: `interview.${id}`,
    says,
    group: 'Mark',
    keys: [keys],
    inText: true,
    off,
    run,
  });
  useCommands([
    {
      ...command('lineAbove', 'Take a line above, to mark it', 'Ctrl Up', () => step(-1)),
      bar: 5,
      short: 'mark a line above',
    },
    command('lineBelow', 'Take a line below, to mark it', 'Ctrl Down', () => step(1)),
    ...kinds.map(({ id, sign, says, key }) =>
      command(
        `mark.${id}`,
        sign === '#' ? 'Link the line to something' : `Mark the line: ${says.toLowerCase()}`,
        key,
        () => mark(sign, says),
      ),
    ),
    command('fidelity', 'Quote: word for word, near enough, translated', 'Ctrl 7', turn),
    { ...command('later', 'What to ask later', 'Ctrl J', later), off: '' },
  ]);
}
