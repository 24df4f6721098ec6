/** What the frame knows of a stage: everything else is the stage's own. */
import type { ComponentType } from 'react';

/** The face of a stage, as its index gives it. */
export type StageFace = {
  /** Id in places and commands, such as "map". */
  readonly id: string;
  /** Number and key, 1 to 8. */
  readonly number: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  readonly says: string;
  /** Loads the page: each stage is a part of its own of the bundle. */
  readonly load: () => Promise<ComponentType>;
};
