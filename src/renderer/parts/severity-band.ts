/** The level of the scale in which a severity is drawn. */
import { bandOf } from '../../shared/analysis/severity.ts';

const levels = { minor: 1, moderate: 2, severe: 3, critical: 4 } as const;

/** The level for a severity from 0 to 100, with its word. */
export function severityBand(severity: number): { readonly level: 0 | 1 | 2 | 3 | 4; readonly says: string } {
  if (severity === 0) return { level: 0, says: 'none' };
  const band = bandOf(severity);
  return { level: levels[band], says: band };
}
