/** Where on this stage a row is shown: what checks, search and the document lead to. */
import type { ClientData } from '../../../shared/model/index.ts';
import type { Target } from '../../data/window.ts';

/** The tabs of the stage. */
export type PatternsTab = 'ratings' | 'heat' | 'playback';

/** Ways to look up what a target hangs on. */
export type Rows = Pick<ClientData, 'rating' | 'finding' | 'choiceMade' | 'namedSuccess' | 'playbackMark'>;

/** The tab that shows a target; null where it tells nothing. */
export function tabOf(target: Target | null): PatternsTab | null {
  if (target === null) return null;
  switch (target.entity) {
    case 'rating':
    case 'finding':
      return 'ratings';
    case 'axisRating':
    case 'pulseAnswer':
      return 'heat';
    case 'decision':
    case 'choiceMade':
    case 'namedSuccess':
    case 'playbackMark':
      return 'playback';
    case 'engagement':
      return target.field?.startsWith('routing') === true
        ? 'heat'
        : target.field === 'sponsorGuess'
          ? 'playback'
          : 'ratings';
    default:
      return null;
  }
}

/** The pattern that a target belongs to, by its id in the kit. */
export function patternOf(target: Target | null, rows: Pick<Rows, 'rating' | 'finding'>): string | null {
  if (target === null) return null;
  switch (target.entity) {
    case 'rating':
      return rows.rating.find((row) => row.id === target.id)?.indicator.split('/')[0] ?? null;
    case 'finding':
      return rows.finding.find((row) => row.id === target.id)?.pattern ?? null;
    case 'engagement':
      return target.part ?? null;
    default:
      return null;
  }
}

/** The decision that a target belongs to. */
export function decisionOf(
  target: Target | null,
  rows: Pick<Rows, 'choiceMade' | 'namedSuccess' | 'playbackMark'>,
): string | null {
  if (target === null) return null;
  if (target.entity === 'decision') return target.id;
  const { entity, id } = target;
  if (entity !== 'choiceMade' && entity !== 'namedSuccess' && entity !== 'playbackMark') return null;
  return rows[entity].find((row) => row.id === id)?.decision ?? null;
}
