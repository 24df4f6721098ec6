/** Who a voice of a transcript may be: proposed by name, never decided. */
import { phraseOf, wordsOf } from '../lib/words.ts';
import type { Stakeholder } from '../model/index.ts';

/** A voice as a proposal needs it. */
export type VoiceFacts = { readonly label: string; readonly turns: number; readonly questions: number };

/** A person who may be a voice. */
export type Candidate = Pick<Stakeholder, 'id' | 'name' | 'role'>;

/** What is proposed for a voice. */
export type VoiceMatch = {
  readonly person: string | null;
  readonly interviewer: boolean;
  /** More than one person fits, so that somebody has to choose. */
  readonly several: boolean;
};

/**
 * Proposes a person for each voice: the same name, else a part of it that only one person has. Two people of one name are
 * told apart by the role beside the name, else by who is in the room. With one voice and one person left over, they are
 * the same. Whoever asks, and is nobody of the client, is the interviewer.
 */
export function matchVoices(
  voices: readonly VoiceFacts[],
  people: readonly Candidate[],
  inRoom: ReadonlySet<string>,
): readonly VoiceMatch[] {
  const found = voices.map(({ label }) => matchOne(label, people, inRoom));
  const asker = findAsker(voices, found);
  const taken = new Set(found.flatMap(({ person }) => person ?? []));
  const left = [...inRoom].filter((person) => !taken.has(person) && people.some(({ id }) => id === person));
  const open = found.flatMap(({ person, several }, at) => (person === null && !several && at !== asker ? [at] : []));
  const only = left.length === 1 && open.length === 1 ? (left[0] ?? null) : null;
  return found.map(({ person, several }, at) => ({
    person: person ?? (at === open[0] ? only : null),
    interviewer: at === asker,
    several,
  }));
}

type Found = { readonly person: string | null; readonly several: boolean };

function matchOne(label: string, people: readonly Candidate[], inRoom: ReadonlySet<string>): Found {
  const bare = wordsOf(label.replace(/\([^)]*\)|\[[^\]]*\]/gu, ' '));
  const all = wordsOf(label);
  if (bare.length === 0) return { person: null, several: false };
  const named = people
    .map((person) => ({ person, words: wordsOf(person.name) }))
    .filter(({ words }) => words.length > 0);
  const whole = named.filter(({ words }) => sameWords(words, bare) || words.every((word) => all.includes(word)));
  const part = named.filter(({ words }) => bare.every((word) => words.includes(word)));
  const byRole = people.filter(({ role }) => role !== '' && sameWords(wordsOf(role), bare));
  const fitting =
    whole.length > 0 ? whole.map(({ person }) => person) : part.length > 0 ? part.map(({ person }) => person) : byRole;
  if (fitting.length <= 1) return { person: fitting[0]?.id ?? null, several: false };
  const told = fitting.filter(({ role }) => role !== '' && phraseOf(all).includes(phraseOf(wordsOf(role))));
  const here = fitting.filter(({ id }) => inRoom.has(id));
  const one = told.length === 1 ? told[0] : here.length === 1 ? here[0] : undefined;
  return { person: one?.id ?? null, several: one === undefined };
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word) => b.includes(word));
}

const askers = /^(?:q|i|int|interviewer(?:in)?|moderator(?:in)?|consultant|facilitator|host|interviewende)$/u;

function findAsker(voices: readonly VoiceFacts[], found: readonly Found[]): number {
  if (voices.length < 2) return -1;
  const free = voices
    .map((voice, at) => ({ voice, at }))
    .filter(({ at }) => found[at]?.person === null && !(found[at]?.several ?? false));
  const named = free.find(({ voice }) => askers.test(wordsOf(voice.label).join(' ')));
  if (named !== undefined) return named.at;
  const asking = free
    .map(({ voice, at }) => ({ at, share: voice.turns === 0 ? 0 : voice.questions / voice.turns }))
    .toSorted((a, b) => b.share - a.share)[0];
  return asking !== undefined && asking.share >= 0.4 ? asking.at : -1;
}
