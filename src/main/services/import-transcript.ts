/** What a transcript that was read becomes: voices, turns, and the interview that they are of. */
import { matchVoices } from '../../shared/analysis/voice-match.ts';
import { describeImportNote } from '../../shared/api/import-notes.ts';
import { failure, type Failure } from '../../shared/api/errors.ts';
import type { TranscriptImported, VoiceChoice } from '../../shared/api/imports.ts';
import type { ReadTurn, TranscriptHead } from '../../shared/api/transcript-types.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { type Change, insertRow, updateRow } from '../../shared/model/change.ts';
import type { ClientData, Interview } from '../../shared/model/index.ts';
import { oneLine } from './one-line.ts';

/** Input of `transcriptChanges`. */
export type TranscriptImport = {
  readonly fileName: string;
  readonly digest: string;
  readonly head: TranscriptHead;
  readonly turns: readonly ReadTurn[];
  /** Who the voices are; as proposed by name where nobody said. */
  readonly voices: readonly VoiceChoice[] | null;
  /** The interview that it belongs to; null makes a new one. */
  readonly interview: string | null;
  readonly title: string | null;
  readonly heldOn: string | null;
  readonly paragraphs: boolean;
  readonly engagement: string;
  readonly data: ClientData;
  readonly today: string;
  readonly newId: () => string;
};

/** What is about to be stored, and what is answered. */
export type MadeTranscript = {
  readonly changes: readonly Change[];
  readonly imported: Omit<TranscriptImported, 'revision'>;
};

/** The changes that store a transcript. The very same file changes nothing; an interview has one transcript. */
export function transcriptChanges(input: TranscriptImport): Result<MadeTranscript, Failure> {
  const { data, head, digest } = input;
  const known = data.interview.find((row) => row.transcriptDigest === digest);
  if (known !== undefined) {
    const note = { code: 'transcript-known' as const, params: {} };
    return ok({ changes: [], imported: { interview: known.id, turns: 0, voices: 0, notes: [...head.notes, note] } });
  }
  if (head.shape === 'paragraphs' && !input.paragraphs) return fail(failure('transcript-shape'));
  const there = input.interview === null ? null : (data.interview.find(({ id }) => id === input.interview) ?? null);
  if (there === null && input.interview !== null)
    return fail(failure('not-found', { what: 'interview', id: input.interview }));
  if (there !== null && there.transcriptDigest !== '')
    return fail(failure('transcript-there', { title: there.title, name: there.transcript }));
  const choices = input.voices ?? proposed(input, there);
  const stranger = choices.find(({ person }) => person !== null && !data.stakeholder.some(({ id }) => id === person));
  if (stranger !== undefined) return fail(failure('not-found', { what: 'person', id: stranger.person ?? '' }));
  const interview = there?.id ?? input.newId();
  const people = peopleOf(input, choices);
  const voices = head.voices.map(() => input.newId());
  const changes = [
    interviewChange(input, there, interview),
    ...people.changes,
    ...joining(input, interview, people.ids, choices),
    ...head.voices.map(({ label }, position) => {
      const own = choices.find((choice) => choice.label === label);
      return insertRow('voice', voices[position] ?? '', {
        engagement: input.engagement,
        interview,
        label: oneLine(label),
        person: people.ids.get(label) ?? null,
        interviewer: own?.interviewer ?? false,
        position,
      });
    }),
    ...input.turns.map(({ voice, position, startsAt, endsAt, text }) =>
      insertRow('turn', input.newId(), {
        engagement: input.engagement,
        interview,
        voice: voices[voice] ?? '',
        position,
        startsAt,
        endsAt,
        text,
      }),
    ),
  ];
  return ok({
    changes,
    imported: { interview, turns: input.turns.length, voices: voices.length, notes: [...head.notes] },
  });
}

function proposed({ head, data }: TranscriptImport, there: Interview | null): readonly VoiceChoice[] {
  const inRoom = new Set(
    data.participant.flatMap(({ interview, person }) => (interview === there?.id && person !== null ? [person] : [])),
  );
  const matches = matchVoices(head.voices, data.stakeholder, inRoom);
  return head.voices.map(({ label }, at) => ({
    label,
    person: matches[at]?.person ?? null,
    interviewer: matches[at]?.interviewer ?? false,
  }));
}

function interviewChange(input: TranscriptImport, there: Interview | null, id: string): Change {
  const { engagement, head, today } = input;
  const own = {
    transcript: oneLine(input.fileName),
    transcriptDigest: input.digest,
    transcriptNotes: head.notes.map(describeImportNote),
  };
  const heldOn = input.heldOn ?? head.heldOn;
  if (there !== null) {
    const held = there.heldOn ?? heldOn ?? there.plannedOn ?? today;
    return updateRow('interview', id, { ...own, heldOn: held, status: 'done' });
  }
  const title = oneLine(input.title ?? '') || oneLine(input.fileName.replace(/\.[^.]{1,8}$/u, ''));
  return insertRow('interview', id, {
    engagement,
    ...own,
    title,
    form: 'transcript',
    status: 'done',
    heldOn: heldOn ?? today,
  });
}

/** The people behind the voices by label, with those who are new to the file. */
function peopleOf({ engagement, today, newId }: TranscriptImport, choices: readonly VoiceChoice[]) {
  const ids = new Map<string, string>();
  const made = new Map<string, string>();
  const changes: Change[] = [];
  for (const { label, person, name = '', interviewer } of choices) {
    if (interviewer) continue;
    if (person !== null) ids.set(label, person);
    else if (name.trim() !== '') {
      const id = made.get(name) ?? newId();
      if (!made.has(name))
        changes.push(
          insertRow('stakeholder', id, { engagement, name: oneLine(name.trim()), toHear: true, chosenOn: today }),
        );
      made.set(name, id);
      ids.set(label, id);
    }
  }
  return { ids, changes };
}

/** Whoever spoke took part; what they agreed to is asked as with everybody else. */
function joining(
  { engagement, data, newId }: TranscriptImport,
  interview: string,
  people: ReadonlyMap<string, string>,
  choices: readonly VoiceChoice[],
): readonly Change[] {
  const inside = new Set(data.participant.flatMap((row) => (row.interview === interview ? (row.person ?? []) : [])));
  const fresh = new Set(
    choices.flatMap(({ label }) => people.get(label) ?? []).filter((person) => !inside.has(person)),
  );
  return [...fresh].map((person) => insertRow('participant', newId(), { engagement, interview, person }));
}
