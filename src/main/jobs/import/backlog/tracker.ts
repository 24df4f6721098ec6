/** What a tracker's table looks like. */
import type { BacklogField, TrackerId } from '../../../../shared/api/import-types.ts';

/** Column names are folded: lower case, one space, "Custom field (…)" unwrapped; `*` at the end stands for anything. */
export type Tracker = {
  readonly id: TrackerId;
  /** All of these columns have to be there. */
  readonly signature: readonly string[];
  /** Names of columns per field, between bars; the first that is there wins. */
  readonly fields: Readonly<Partial<Record<BacklogField, string>>>;
};
