/** Marking words of a transcript: the same marks and keys as in an interview. */
import { useState } from 'react';
import { deleteRow } from '../../../../shared/model/change.ts';
import type { Evidence, Interview, Voice } from '../../../../shared/model/index.ts';
import type { Mark } from '../../../../shared/model/mark-evidence.ts';
import { markTurn } from '../../../../shared/model/mark-turn.ts';
import { useEngagement, useFile, useReadOnly, useRows, useToday } from '../../../data/hooks.ts';
import { lastPosition } from '../../../parts/names.ts';
import { useCommands } from '../../../ui/commands.tsx';
import { marksAt, type TurnMark } from './turn-text.ts';
import type { Reading } from './use-reading.ts';

/** A mark, or a question about a marked stretch. */
export type TurnMarkKind = Mark | 'link' | 'speaker';

/** The marks with their words and keys. */
export const turnMarkKinds: readonly { readonly kind: TurnMarkKind; readonly says: string; readonly key: string }[] = [
  { kind: 'quote', says: 'Quote', key: 'Ctrl 1' },
  { kind: 'link', says: 'Link', key: 'Ctrl 2' },
  { kind: 'objection', says: 'Objection', key: 'Ctrl 3' },
  { kind: 'limit', says: 'Limit', key: 'Ctrl 4' },
  { kind: 'speaker', says: 'Who said it', key: 'Ctrl 5' },
  { kind: 'ask-later', says: 'Ask later', key: 'Ctrl 6' },
];

/** What can be done with marks, and the question that is open about one of them. */
export type TurnMarking = {
  readonly mark: (kind: TurnMarkKind) => void;
  readonly takeAway: () => void;
  readonly open: () => void;
  /** What was just done, to be read out. */
  readonly said: string;
  readonly asking: { readonly what: 'link' | 'speaker' | 'evidence'; readonly evidence: string } | null;
  readonly answered: () => void;
  /** Why nothing can be marked here; empty when it can. */
  readonly off: string;
};

/** Registers the marks as commands and gives them to the page. */
export function useTurnMarks(
  interview: Interview,
  reading: Reading,
  voices: readonly Voice[],
  evidence: readonly Evidence[],
  marks: ReadonlyMap<string, readonly TurnMark[]>,
): TurnMarking {
  const file = useFile();
  const readOnly = useReadOnly();
  const engagement = useEngagement().id;
  const today = useToday();
  const limits = useRows('limit');
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState<TurnMarking['asking']>(null);
  const { turn, selected } = reading;
  const voice = voices.find(({ id }) => id === turn?.voice) ?? null;
  const here = marksAt(marks.get(turn?.id ?? '') ?? [], selected);
  const locked = readOnly ? 'The file is open for reading only.' : '';
  const off =
    locked ||
    (turn === null ? 'There is no turn.' : '') ||
    (voice?.interviewer === true ? 'These are the interviewer’s own words, which are no evidence.' : '');

  const mark = (kind: TurnMarkKind): void => {
    if (off !== '' || turn === null) return setSaid(off);
    const words = selected === null ? turn.text.trim() : turn.text.slice(selected.from, selected.to);
    const asks = kind === 'link' || kind === 'speaker';
    const place = { engagement, interview, turn, voice, today, position: lastPosition(limits) };
    const marking = markTurn(words, asks ? 'observation' : kind, place, evidence, () => file.newId());
    if (marking.changes.length > 0)
      void file.edit(asks ? 'Mark words of the transcript' : marking.label, marking.changes);
    if (asks) setAsking({ what: kind, evidence: marking.id });
    else setSaid(marking.changes.length > 0 ? `${marking.label}: ${words}` : 'It is marked so already.');
  };
  const takeAway = (): void => {
    if (locked !== '') return setSaid(locked);
    if (here.length === 0) return setSaid('Select words inside the mark first.');
    void file.edit(
      'Take a mark away',
      here.map(({ row }) => deleteRow('evidence', row.id)),
    );
    setSaid('The mark is gone.');
  };
  const open = (): void => {
    const [first] = here;
    if (first !== undefined) setAsking({ what: 'evidence', evidence: first.row.id });
  };
  const none = here.length === 0 ? 'No mark is here.' : '';
  useCommands([
    ...turnMarkKinds.map(({ kind, says, key }, at) => ({
      id: `transcript.mark.${kind}`,
      says: kind === 'link' ? 'Link the words to something' : `Mark the words: ${says.toLowerCase()}`,
      group: 'Mark',
      keys: [key],
      inText: true as const,
      ...(at === 0 ? { bar: 3, short: 'mark', caps: 'Ctrl 1 – 6' } : {}),
      off,
      run: () => mark(kind),
    })),
    {
      id: 'transcript.takeAway',
      says: 'Take the mark away',
      group: 'Mark',
      keys: ['Delete'],
      heardElsewhere: true,
      off: locked || none,
      run: takeAway,
    },
    {
      id: 'transcript.evidence',
      says: 'Open the evidence that is marked here',
      group: 'Mark',
      keys: ['Enter'],
      bar: 4,
      short: 'open the mark',
      heardElsewhere: true,
      off: none,
      run: open,
    },
  ]);
  return { mark, takeAway, open, said, asking, answered: () => setAsking(null), off };
}
