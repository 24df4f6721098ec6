/** What services need besides each other: the store's ports, the runner of jobs, the shipped resources, the day. */
import type { RelatedWords } from '../../shared/analysis/suggest/related.ts';
import type { DeskPort } from '../desk.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { jobRegistry } from '../jobs/registry.ts';
import type { StorePorts } from '../store/types.ts';
import type { Places } from './places.ts';
import type { Recents } from './recents.ts';
import type { Sessions } from './sessions.ts';
import type { ShownFiles } from './shown-files.ts';
import type { Upkeep } from './upkeep.ts';
import type { WindowRegister } from './windows.ts';
import type { Works } from './works.ts';

/** Shared by all services of a core. */
export type ServicePorts = {
  readonly store: StorePorts;
  readonly jobs: Jobs<typeof jobRegistry>;
  readonly places: Places;
  readonly sessions: Sessions;
  readonly works: Works;
  readonly windows: WindowRegister;
  readonly upkeep: Upkeep;
  readonly recents: Recents;
  readonly shownFiles: ShownFiles;
  /** What the shell offers; null where no person sits at a desk. */
  readonly desk: DeskPort | null;
  /** Day of the user's calendar, YYYY-MM-DD. */
  readonly today: () => string;
  /** Folder of the shipped resources: kit, fonts, schema. */
  readonly resources: string;
  /** The shipped table of related words, read when first asked for. */
  readonly relatedWords: () => RelatedWords;
};
