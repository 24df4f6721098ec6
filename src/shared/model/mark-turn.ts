/** Turning words of a transcript into evidence: as in the notes, but what stands there was said in these words. */
import type { Change } from './change.ts';
import type { Evidence, Interview, Turn, Voice } from './index.ts';
import { type Mark, markEvidence, type Marking } from './mark-evidence.ts';

/** Where the words stand. */
export type TurnPlace = {
  readonly engagement: string;
  readonly interview: Pick<Interview, 'id' | 'heldOn' | 'plannedOn'>;
  readonly turn: Pick<Turn, 'id' | 'startsAt'>;
  readonly voice: Pick<Voice, 'person'> | null;
  /** The day of the user's calendar. */
  readonly today: string;
  /** Order of a new limit among the limits. */
  readonly position: number;
};

/** Marks words of a turn. The same words of the same turn are one piece, to which a second mark adds. */
export function markTurn(
  words: string,
  mark: Mark,
  place: TurnPlace,
  existing: readonly Evidence[],
  newId: () => string,
): Marking {
  const { turn, voice, ...rest } = place;
  const own = existing.filter((row) => row.turn === turn.id);
  const marking = markEvidence(words, mark, { ...rest, answer: null, speaker: voice?.person ?? null }, own, newId);
  return { ...marking, changes: marking.changes.map((change) => said(change, turn)) };
}

/** The time of a moment of a transcript: 0:07, 12:05, 1:02:03. */
export function showMoment(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (part: number): string => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** What a new piece of evidence says of its place. */
function said(change: Change, { id, startsAt }: TurnPlace['turn']): Change {
  if (change.op !== 'insert' || change.entity !== 'evidence') return change;
  const locator = startsAt === null ? 'transcript' : `transcript, ${showMoment(startsAt)}`;
  return { ...change, fields: { ...change.fields, kind: 'quote', fidelity: 'verbatim', turn: id, locator } };
}
