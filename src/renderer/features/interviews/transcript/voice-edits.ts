/** What can be done to the voices of a transcript; each is one entry that can be undone. */
import { type Change, deleteRow, insertRow, updateRow } from '../../../../shared/model/change.ts';
import type { Evidence, Participant, Turn, Voice } from '../../../../shared/model/index.ts';

/** What the edits read. */
export type VoiceRows = {
  readonly engagement: string;
  readonly turns: readonly Pick<Turn, 'id' | 'voice'>[];
  readonly evidence: readonly Pick<Evidence, 'id' | 'turn' | 'speaker'>[];
  readonly participants: readonly Participant[];
};

/** Somebody is this voice: what was marked of it becomes theirs, and they took part. */
export function assignVoice(
  voice: Voice,
  person: string | null,
  rows: VoiceRows,
  newId: () => string,
): readonly Change[] {
  return [
    updateRow('voice', voice.id, { person, interviewer: person === null ? voice.interviewer : false }),
    ...takesPart(voice.interview, person, rows, newId),
    ...speakerOf([voice.id], person, rows),
  ];
}

/** The words are the interviewer's own, or no longer. */
export function setInterviewer(voice: Voice, interviewer: boolean, rows: VoiceRows): readonly Change[] {
  const change = updateRow('voice', voice.id, interviewer ? { interviewer, person: null } : { interviewer });
  return interviewer ? [change, ...speakerOf([voice.id], null, rows)] : [change];
}

/** Two names are one voice: the turns of the first go to the second, and its name is gone. */
export function mergeVoices(from: Voice, into: Voice, rows: VoiceRows): readonly Change[] {
  return [
    ...rows.turns.filter(({ voice }) => voice === from.id).map(({ id }) => updateRow('turn', id, { voice: into.id })),
    ...speakerOf([from.id], into.person, rows),
    deleteRow('voice', from.id),
  ];
}

/** Takes the transcript away from its interview; what was marked in it stays as evidence. */
export function removeTranscript(interview: string, voices: readonly Voice[]): readonly Change[] {
  return [
    ...voices.map(({ id }) => deleteRow('voice', id)),
    updateRow('interview', interview, { transcript: '', transcriptDigest: '', transcriptNotes: [] }),
  ];
}

function takesPart(interview: string, person: string | null, rows: VoiceRows, newId: () => string): readonly Change[] {
  if (person === null || rows.participants.some((row) => row.interview === interview && row.person === person))
    return [];
  return [insertRow('participant', newId(), { engagement: rows.engagement, interview, person })];
}

function speakerOf(
  voices: readonly string[],
  speaker: string | null,
  { turns, evidence }: VoiceRows,
): readonly Change[] {
  const own = new Set(turns.flatMap(({ id, voice }) => (voices.includes(voice) ? [id] : [])));
  return evidence
    .filter((row) => row.turn !== null && own.has(row.turn) && row.speaker !== speaker)
    .map(({ id }) => updateRow('evidence', id, { speaker }));
}
