/** How a voice of a transcript is called. */
import type { Voice } from '../../../../shared/model/index.ts';

/** The name as it stands in the transcript; without one it says so. */
export function voiceName({ label }: Pick<Voice, 'label'>): string {
  return label === '' ? 'A voice without a name' : label;
}
