/** The tabs of the stage, and which of them shows what one came for. */
import type { Source } from '../../../shared/model/index.ts';
import type { Target } from '../../data/window.ts';

/** A tab of the stage. */
export type SourceTab = 'strategy' | 'backlog' | 'coverage' | 'mentions';

/** The tabs in their order. */
export const tabs: readonly { readonly id: SourceTab; readonly says: string }[] = [
  { id: 'strategy', says: 'Strategy' },
  { id: 'backlog', says: 'Backlog' },
  { id: 'coverage', says: 'Coverage' },
  { id: 'mentions', says: 'Who names whom' },
];

/** The tab on which a row is shown; null where the stage has no place for it. */
export function tabOf(target: Target | null, sources: readonly Pick<Source, 'id' | 'kind'>[]): SourceTab | null {
  switch (target?.entity) {
    case 'passage':
      return 'strategy';
    case 'source':
      return sources.find((row) => row.id === target.id)?.kind === 'backlog' ? 'backlog' : 'strategy';
    case 'backlogItem':
    case 'comparison':
      return 'backlog';
    case 'itemLink':
    case 'engagement':
      return 'coverage';
    default:
      return null;
  }
}
