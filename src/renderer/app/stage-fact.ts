/** The words of a stage's one fact, with the mark of a check where it is about one. */
import type { StageState } from '../../shared/analysis/stage-state.ts';
import type { CheckKind } from '../ui/check-mark.tsx';
import { showDay } from '../parts/format.ts';

/** How a fact stands beside its stage. */
export function showFact({ fact }: StageState): { readonly mark: CheckKind | null; readonly says: string } {
  if (fact === null) return { mark: null, says: '' };
  switch (fact.fact) {
    case 'checks':
      return { mark: fact.severity, says: String(fact.count) };
    case 'progress':
      return { mark: null, says: `${fact.done} of ${fact.of}` };
    case 'confirmed':
    case 'draft':
    case 'ready':
      return { mark: null, says: fact.fact };
    case 'issued':
      return { mark: null, says: `issue ${fact.number}` };
    case 'next':
      return { mark: null, says: showDay(fact.on, 'shortDay') };
  }
}
