/** A transcript that was read: whose voices are in it, which interview it is of, and its first turns to look at. */
import { useMemo, useState } from 'react';
import { matchVoices } from '../../../../shared/analysis/voice-match.ts';
import { describeImportNote } from '../../../../shared/api/import-notes.ts';
import type { VoiceChoice } from '../../../../shared/api/imports.ts';
import { showMoment } from '../../../../shared/model/mark-turn.ts';
import { useRows, useToday } from '../../../data/hooks.ts';
import { countOf, showDay } from '../../../parts/format.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { interviewName } from '../names.ts';
import type { TakenTranscript, TakeTranscript } from './use-transcript.ts';
import type { Interview } from '../../../../shared/model/index.ts';
import { likelyInterview } from './likely-interview.ts';
import { VoiceTable } from './voice-table.tsx';
import { voiceName } from './voice-name.ts';
import styles from './transcript.module.css';

const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'big5',
  'gb18030',
];

/** Asks how a transcript is to be stored, and stores it. */
export function TranscriptDialog({
  taken,
  take,
  onStored,
}: {
  taken: TakenTranscript;
  take: TakeTranscript;
  onStored: (interview: string) => void;
}) {
  const today = useToday();
  const people = useRows('stakeholder');
  const participants = useRows('participant');
  const interviews = useRows('interview');
  const { head, name } = taken;
  const open = useMemo(() => sortInterviews(interviews.filter((row) => row.transcriptDigest === '')), [interviews]);
  const [interview, setInterview] = useState<string | null>(() => likelyInterview(head, open, participants, people));
  const [title, setTitle] = useState(() => name.replace(/\.[^.]{1,8}$/u, ''));
  const [heldOn, setHeldOn] = useState<string | null>(head.heldOn ?? today);
  const [isTranscript, setIsTranscript] = useState(head.shape === 'turns');
  const [changed, setChanged] = useState<Readonly<Record<string, VoiceChoice>>>({});
  const room = useMemo(
    () =>
      new Set(
        participants.flatMap((row) => (row.interview === interview && interview !== null ? (row.person ?? []) : [])),
      ),
    [participants, interview],
  );
  const matches = useMemo(() => matchVoices(head.voices, people, room), [head.voices, people, room]);
  const choices = head.voices.map(({ label }, at): VoiceChoice => {
    const match = matches[at];
    return changed[label] ?? { label, person: match?.person ?? null, interviewer: match?.interviewer ?? false };
  });
  const chosen = open.find(({ id }) => id === interview);
  const store = async (): Promise<void> => {
    const day = heldOn === null ? {} : { heldOn };
    const where =
      chosen === undefined
        ? { title, ...day }
        : { interview: chosen.id, ...(chosen.heldOn === null && chosen.plannedOn === null ? day : {}) };
    const stored = await take.store({ ...where, voices: choices, paragraphs: head.shape === 'paragraphs' });
    if (stored !== null) onStored(stored.interview);
  };
  return (
    <Dialog
      title="Take in a transcript"
      size="large"
      onClose={take.leave}
      footer={
        <>
          <Button onPress={take.leave}>Leave it out</Button>
          <Button
            kind="primary"
            off={isTranscript ? '' : 'Say first that it is a transcript.'}
            onPress={() => void store()}
          >
            Take it in
          </Button>
        </>
      }
    >
      <p className={styles.lead}>
        {[
          `${name}: ${countOf(head.turns, 'turn', 'turns')}`,
          countOf(head.voices.length, 'voice', 'voices'),
          head.seconds === null ? 'without times' : showMoment(head.seconds),
        ].join(', ')}
        .
      </p>
      {head.shape === 'paragraphs' && (
        <CheckBox
          label="It is a transcript all the same: take its paragraphs as the words of one voice"
          hint="Neither speakers nor times were found in this text."
          checked={isTranscript}
          onChange={setIsTranscript}
        />
      )}
      <div className={styles.three}>
        <Select
          label="It belongs to"
          value={interview}
          none="A new interview"
          options={open.map((row) => ({
            id: row.id,
            says: [interviewName(row, participants, people), showDay(row.heldOn ?? row.plannedOn)]
              .filter(Boolean)
              .join(', '),
          }))}
          onChange={setInterview}
        />
        {chosen === undefined && <TextField label="Title" value={title} onChange={setTitle} />}
        {(chosen === undefined || (chosen.heldOn === null && chosen.plannedOn === null)) && (
          <DateField label="Held on" value={heldOn} onChange={setHeldOn} />
        )}
        {head.encoding !== null && (
          <Select
            label="Encoding"
            value={head.encoding.name}
            options={encodings.map((id) => ({ id, says: id.toUpperCase() }))}
            onChange={(encoding) => encoding !== null && take.readAgain(encoding)}
          />
        )}
      </div>
      <VoiceTable
        voices={head.voices}
        choices={choices}
        several={matches.map(({ several }) => several)}
        onChange={(choice) => setChanged({ ...changed, [choice.label]: choice })}
      />
      <div className={styles.preview} tabIndex={0} role="group" aria-label="The first turns">
        {taken.turns.map((turn) => (
          <div key={turn.position} className={styles.previewTurn}>
            <span>{turn.startsAt === null ? '' : showMoment(turn.startsAt)}</span>
            <span>{voiceName(head.voices[turn.voice] ?? { label: '' })}</span>
            <p dir="auto">{turn.text.length > 400 ? `${turn.text.slice(0, 400).toWellFormed()}…` : turn.text}</p>
          </div>
        ))}
      </div>
      {head.notes.length > 0 && (
        <ul className={styles.notes}>
          {head.notes.map(describeImportNote).map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function sortInterviews(interviews: readonly Interview[]): readonly Interview[] {
  const key = (row: Interview): string =>
    `${row.heldOn ?? row.plannedOn ?? '9999'} ${row.startedAt ?? row.plannedTime} ${row.id}`;
  return interviews.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
