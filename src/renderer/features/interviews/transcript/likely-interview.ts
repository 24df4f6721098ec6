/** Which interview a transcript is of: the one with a person who speaks in it, on its day where several fit. */
import { matchVoices } from '../../../../shared/analysis/voice-match.ts';
import type { TranscriptHead } from '../../../../shared/api/transcript-types.ts';
import type { Interview, Participant, Stakeholder } from '../../../../shared/model/index.ts';

/** Proposes an interview among those without a transcript; null for a new one. */
export function likelyInterview(
  head: Pick<TranscriptHead, 'heldOn' | 'voices'>,
  interviews: readonly Interview[],
  participants: readonly Participant[],
  people: readonly Stakeholder[],
): string | null {
  const speak = new Set(matchVoices(head.voices, people, new Set()).flatMap(({ person }) => person ?? []));
  const fitting = interviews.filter(({ id }) =>
    participants.some((row) => row.interview === id && row.person !== null && speak.has(row.person)),
  );
  const sameDay = fitting.filter((row) => head.heldOn !== null && (row.heldOn ?? row.plannedOn) === head.heldOn);
  const [only, ...more] = sameDay.length > 0 ? sameDay : fitting;
  return only === undefined || more.length > 0 ? null : only.id;
}
