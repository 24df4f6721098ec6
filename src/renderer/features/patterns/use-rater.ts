/** Who rates here. */
import { useEngagement, useFile, useWindowState } from '../../data/hooks.ts';
import type { Rater } from './rate.ts';

/** The person at this computer, else the lead consultant of the engagement. */
export function useRater(): Rater {
  const file = useFile();
  const { id, consultant } = useEngagement();
  const person = useWindowState((state) => state.preferences.person);
  return { engagement: id, name: person || consultant, newId: () => file.newId() };
}
