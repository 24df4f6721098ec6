/** What services need besides each other: the store's ports, the runner of jobs, the shipped resources, the day. */
import type { RelatedWords } from '../../shared/analysis/suggest/related.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { jobRegistry } from '../jobs/registry.ts';
import type { StorePorts } from '../store/types.ts';
import type { Places } from './places.ts';
import type { Sessions } from './sessions.ts';
import type { Works } from './works.ts';

/** Shared by all services of a core. */
export type ServicePorts = {
  readonly store: StorePorts;
  readonly jobs: Jobs<typeof jobRegistry>;
  readonly places: Places;
  readonly sessions: Sessions;
  readonly works: Works;
  /** Day of the user's calendar, YYYY-MM-DD. */
  readonly today: () => string;
  /** Folder of the shipped resources: kit, fonts, schema. */
  readonly resources: string;
  /** The shipped table of related words, read when first asked for. */
  readonly relatedWords: () => RelatedWords;
};
