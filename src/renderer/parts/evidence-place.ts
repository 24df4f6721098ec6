/** Where a piece of evidence stands: under a question of an interview, in a passage of a source, or only in a whole. */
import type { Evidence } from '../../shared/model/index.ts';
import type { Place, Target, WindowStore } from '../data/window.ts';

/** The way to the words themselves. */
export type EvidencePlace = {
  /** What the way there is called. */
  readonly says: string;
  readonly go: Pick<Place, 'stage' | 'tab' | 'target'>;
};

/** The nearest place that is known; null for a piece that was written down by hand. */
export function placeOfEvidence(row: Evidence): EvidencePlace | null {
  const { answer, interview, passage, source, turn } = row;
  const words = row.original || row.text;
  const to = (stage: string, tab: string | null, target: Target | null): EvidencePlace['go'] => ({
    stage,
    tab,
    target,
  });
  if (answer !== null)
    return {
      says: 'Show in the interview',
      go: to('interviews', null, { entity: 'answer', id: answer, field: 'text', words }),
    };
  if (turn !== null)
    return { says: 'Show in the transcript', go: to('interviews', null, { entity: 'turn', id: turn, words }) };
  if (interview !== null) return { says: 'Open the interview', go: to('interviews', `interview:${interview}`, null) };
  if (passage !== null)
    return { says: 'Show in the source', go: to('sources', null, { entity: 'passage', id: passage, words }) };
  if (source !== null) return { says: 'Open the source', go: to('sources', null, { entity: 'source', id: source }) };
  return null;
}

/** Goes to where a piece stands. */
export function goToEvidence(window: WindowStore, { go }: EvidencePlace): void {
  window.go(go.stage, go.tab, go.target);
}
