/** Who rates here. */
import { useEngagement, useFile, useWindowState } from '../../data/hooks.ts';
import { useSecondReader } from '../../parts/second-reader.ts';
import type { Rater } from './rate.ts';

/** The second reader while one rates; else the person at this computer or the lead consultant of the engagement. */
export function useRater(): Rater {
  const file = useFile();
  const { id, consultant } = useEngagement();
  const person = useWindowState((state) => state.preferences.person);
  const second = useSecondReader();
  const newId = (): string => file.newId();
  return second === null
    ? { engagement: id, name: person || consultant, newId }
    : { engagement: id, name: second, newId, second: true };
}
