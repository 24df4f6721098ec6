/** What every figure of the method is computed from: one engagement's rows, its kit, and the day. */
import type { Kit } from '../method/kit.ts';
import type { ClientData, Engagement } from '../model/index.ts';

/** Input of the analysis. `data` holds the rows of one engagement (see `scopeTo`); `today` is the day it is read, YYYY-MM-DD. */
export type AnalysisInput = {
  readonly data: ClientData;
  readonly kit: Kit;
  readonly today: string;
};

/** The engagement that the rows belong to. */
export function engagementOf(data: ClientData): Engagement {
  const engagement = data.engagement[0];
  if (engagement === undefined) throw new Error('analysis needs the rows of one engagement');
  return engagement;
}
