/** What can be done to a quote that is to be released; each is one entry that can be undone. */
import { type Change, updateRow } from '../../../shared/model/change.ts';
import type { Evidence } from '../../../shared/model/index.ts';

/** What a speaker answered. */
export type ReleaseAnswer = NonNullable<Evidence['release']>;

/** The answers in the order of their digits. */
export const releaseAnswers: readonly {
  readonly value: ReleaseAnswer;
  readonly says: string;
  readonly digit: number;
}[] = [
  { value: 'released', says: 'Released', digit: 1 },
  { value: 'reworded', says: 'With other words', digit: 2 },
  { value: 'refused', says: 'Not released', digit: 3 },
];

/** Keeps an answer with its day and the words that it holds for; null takes it back. */
export function answerRelease(row: Evidence, answer: ReleaseAnswer | null, today: string): Change {
  const isFree = answer === 'released' || answer === 'reworded';
  return updateRow('evidence', row.id, {
    release: answer,
    releasedOn: isFree ? (row.release !== null && row.releasedOn !== null ? row.releasedOn : today) : null,
    releasedText: isFree ? row.text : '',
  });
}

/** How far the release of a quote is, in words. */
export function releaseState({ release, releasedOn, releaseAskedOn, releasedText, text }: Evidence): string {
  if (release === 'refused') return 'not released';
  if (releasedOn !== null)
    return releasedText !== '' && releasedText !== text
      ? 'changed since it was released'
      : release === 'reworded'
        ? 'released with other words'
        : 'released';
  return releaseAskedOn === null ? 'not asked yet' : 'asked, no answer yet';
}
