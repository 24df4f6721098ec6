/** The notes: typed as they come and saved as they are typed; lines are marked as evidence with one key. */
import { useRef, useState } from 'react';
import { type Mark, markEvidence, parseMarkedLine } from '../../../../shared/model/mark-evidence.ts';
import { updateRow } from '../../../../shared/model/change.ts';
import { useEngagement, useFile, useReadOnly, useRows, useToday } from '../../../data/hooks.ts';
import { placeOf } from '../../../parts/field.tsx';
import { lastPosition } from '../../../parts/names.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useCommands } from '../../../ui/commands.tsx';
import { Spoken } from '../../../ui/spoken.tsx';
import { type TextElement, TextField } from '../../../ui/text-field.tsx';
import { clockOf } from '../times.ts';
import { ConsentBar } from './consent-bar.tsx';
import { LinkDialog, SpeakerDialog } from './choose-dialogs.tsx';
import { MarkedList } from './marked-list.tsx';
import { markedStretch, neighbourLine } from './note-lines.ts';
import type { Screen } from './use-screen.ts';
import styles from './screen.module.css';

const kinds: readonly { readonly mark: Mark | 'link' | 'speaker'; readonly says: string; readonly key: string }[] = [
  { mark: 'quote', says: 'Quote', key: 'Ctrl 1' },
  { mark: 'link', says: 'Link', key: 'Ctrl 2' },
  { mark: 'objection', says: 'Objection', key: 'Ctrl 3' },
  { mark: 'limit', says: 'Limit', key: 'Ctrl 4' },
  { mark: 'speaker', says: 'Who said it', key: 'Ctrl 5' },
  { mark: 'ask-later', says: 'Ask later', key: 'Ctrl 6' },
];

/** Shows the right side. */
export function NotesSide({ screen, hidden, onShow }: { screen: Screen; hidden: boolean; onShow: () => void }) {
  const file = useFile();
  const readOnly = useReadOnly();
  const engagement = useEngagement().id;
  const today = useToday();
  const evidence = useRows('evidence');
  const limits = useRows('limit');
  const field = useRef<TextElement>(null);
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState<{ what: 'link' | 'speaker'; evidence: string } | null>(null);
  const { current, view } = screen;
  const { interview, onlySpeaker } = view;
  const text = current.answer?.text ?? '';
  const pieces = evidence.filter((row) => row.interview === interview.id && !row.withdrawn);

  const type = (next: string): void => {
    if (current.answer !== null) {
      file.type('answer', current.answer.id, { text: next }, 'Edit the notes');
      return;
    }
    const { id, changes } = screen.rowFor(current);
    void file.edit('Note something', [...changes, updateRow('answer', id, { text: next })]);
  };
  const mark = (kind: Mark | 'link' | 'speaker'): void => {
    const element = field.current;
    const { selectionStart, selectionEnd } = element ?? { selectionStart: 0, selectionEnd: 0 };
    const stretch = markedStretch(text, selectionStart ?? 0, selectionEnd ?? 0);
    if (stretch === null) {
      setSaid('There are no words to mark.');
      return;
    }
    const line = parseMarkedLine(text.slice(stretch.from, stretch.to));
    if (line.text === '') return;
    const row = screen.rowFor(current);
    const isMark = kind !== 'link' && kind !== 'speaker';
    const place = {
      engagement,
      interview,
      answer: { id: row.id },
      speaker: onlySpeaker,
      today,
      position: lastPosition(limits),
    };
    const marking = markEvidence(line.text, isMark ? kind : (line.mark ?? 'observation'), place, pieces, file.newId);
    if (marking.changes.length > 0) void file.edit(marking.label, [...row.changes, ...marking.changes]);
    if (kind === 'link' || kind === 'speaker') setAsking({ what: kind, evidence: marking.id });
    else setSaid(marking.changes.length > 0 ? `${marking.label}: ${line.text}` : 'It is marked so already.');
    element?.setSelectionRange(stretch.to, stretch.to);
    element?.focus();
  };
  const step = (way: 1 | -1): void => {
    const element = field.current;
    const next = neighbourLine(text, element?.selectionStart ?? text.length, element?.selectionEnd ?? text.length, way);
    element?.focus();
    if (next !== null) element?.setSelectionRange(next.from, next.to, way < 0 ? 'backward' : 'forward');
  };
  const off = readOnly ? 'The file is open for reading only.' : '';
  useCommands([
    {
      id: 'interview.lineAbove',
      says: 'Take a line above, to mark it',
      group: 'Mark',
      keys: ['Ctrl Up'],
      bar: 5,
      short: 'mark a line above',
      inText: true,
      off,
      run: () => step(-1),
    },
    {
      id: 'interview.lineBelow',
      says: 'Take a line below, to mark it',
      group: 'Mark',
      keys: ['Ctrl Down'],
      inText: true,
      off,
      run: () => step(1),
    },
    ...kinds.map(({ mark: kind, says, key }) => ({
      id: `interview.mark.${kind}`,
      says: says === 'Link' ? 'Link the line to something' : `Mark the line: ${says.toLowerCase()}`,
      group: 'Mark',
      keys: [key],
      inText: true as const,
      off,
      run: () => mark(kind),
    })),
  ]);
  const { previous } = screen;
  const before = previous?.answer?.text.trim().split('\n').at(-1)?.trim() ?? '';
  return (
    <section className={classNames(styles.notes, hidden && styles.hidden)} aria-label="Notes">
      <ConsentBar view={view} />
      {before !== '' && (
        <p className={styles.before}>
          <span className={styles.at}>{clockOf(previous?.answer?.askedAt ?? null)}</span>
          <span className={styles.sign} />
          <span>{before}</span>
        </p>
      )}
      <p className={styles.under}>{current.text || 'Question that was not planned'}</p>
      <div className={styles.line}>
        <span className={styles.at}>{clockOf(current.answer?.askedAt ?? null)}</span>
        <span className={styles.sign} />
        <div className={styles.typed}>
          <TextField
            label={`Notes under: ${current.text || 'question that was not planned'}`}
            hideLabel
            bare
            multiline
            placeholder="Notes"
            inputRef={field}
            value={text}
            onChange={type}
            onBlur={() => void file.flush()}
            autoFocus={current.question !== null || current.answer?.unplanned !== ''}
            spellCheck={false}
            {...(current.answer === null ? {} : { place: placeOf('answer', current.answer.id, 'text') })}
          />
        </div>
      </div>
      {hidden && (
        <p className={styles.hiddenSays}>
          The notes are hidden; what is typed is kept.{' '}
          <Button small keys="F4" onPress={onShow}>
            Show them
          </Button>
        </p>
      )}
      {!readOnly && text.trim() !== '' && (
        <div className={styles.tools} role="group" aria-label="Mark the line or the selected words">
          {kinds.map(({ mark: kind, says, key }) => (
            <Button key={kind} kind="quiet" small keys={key} onPress={() => mark(kind)}>
              {says}
            </Button>
          ))}
        </div>
      )}
      <MarkedList
        view={view}
        pieces={pieces}
        answer={current.answer?.id ?? null}
        onEmpty={() => field.current?.focus()}
      />
      <Spoken>
        <span role="status">{said}</span>
      </Spoken>
      {asking?.what === 'link' && <LinkDialog evidence={asking.evidence} onClose={() => setAsking(null)} />}
      {asking?.what === 'speaker' && (
        <SpeakerDialog evidence={asking.evidence} parts={view.parts} onClose={() => setAsking(null)} />
      )}
    </section>
  );
}
