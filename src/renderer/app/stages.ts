/** The stages in their order. A new stage is one folder and one line here. */
import type { StageFace } from '../parts/stage-face.ts';
import { constraint } from '../features/constraint/index.ts';
import { documentStage } from '../features/document/index.ts';
import { interviews } from '../features/interviews/index.ts';
import { map } from '../features/map/index.ts';
import { patterns } from '../features/patterns/index.ts';
import { review } from '../features/review/index.ts';
import { scope } from '../features/scope/index.ts';
import { sources } from '../features/sources/index.ts';

/** All stages, 1 to 8. */
export const stages: readonly StageFace[] = [
  scope,
  sources,
  interviews,
  patterns,
  constraint,
  map,
  documentStage,
  review,
];
