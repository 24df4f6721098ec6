/** The composition root: one config object in, one dispatcher out. */
import { bindContract, type Client } from './binding.ts';
import type { JobHost } from './jobs/host.ts';
import { openJobs } from './jobs/jobs.ts';
import { jobRegistry } from './jobs/registry.ts';
import { analysisServices } from './services/analysis.ts';
import { changeServices } from './services/changes.ts';
import { documentServices } from './services/documents.ts';
import { exportServices } from './services/exports.ts';
import { fileServices } from './services/files.ts';
import { importServices } from './services/imports.ts';
import { kitServices } from './services/kits.ts';
import { openPlaces } from './services/places.ts';
import { shippedKit } from './services/read-kit.ts';
import { openRelatedWords } from './services/related-words.ts';
import { searchServices } from './services/search.ts';
import { openSessions } from './services/sessions.ts';
import { suggestionServices } from './services/suggestions.ts';
import { openWorks } from './services/works.ts';
import { workServices } from './services/works-service.ts';
import { loadInstallId } from './store/install-id.ts';
import type { StorePorts } from './store/types.ts';

/** Everything that a core needs from where it runs. */
export type CoreConfig = {
  readonly store: Omit<StorePorts, 'installId'>;
  readonly jobHost: JobHost;
  /** Folder of the shipped resources. */
  readonly resources: string;
  /** Day of the user's calendar, YYYY-MM-DD. */
  readonly today: () => string;
  /** Calls a function every so many milliseconds until told to stop. */
  readonly every: (milliseconds: number, run: () => void) => () => void;
  /** Told of a bug by its call and kind of error; never of client data. */
  readonly onBug: (call: string, error: unknown) => void;
};

/** A running core. */
export type Core = {
  /** Every call of the contract, in this process. */
  readonly client: Client;
  /** The same calls as a router, for a transport of another shell. */
  readonly router: ReturnType<typeof bindContract>['router'];
  /** Turns a path that the user chose into the handle that calls take. */
  grant(path: string): string;
  newId(): string;
  /** Backs up and closes every file, ends every job. */
  close(): Promise<void>;
};

/** Milliseconds between two rounds of upkeep: receipts, search index, backups, digest slices. */
const upkeepEvery = 1000;

/** Opens a core without files. */
export function openCore(config: CoreConfig): Core {
  const jobs = openJobs({ host: config.jobHost, registry: jobRegistry });
  const ports = {
    store: { ...config.store, installId: loadInstallId(config.store.appDir, config.store.ids) },
    jobs,
    places: openPlaces(),
    sessions: openSessions(() => shippedKit(config.resources)),
    works: openWorks(),
    today: config.today,
    resources: config.resources,
    relatedWords: openRelatedWords(config.resources),
  };
  const { client, router } = bindContract(
    {
      files: fileServices(ports),
      changes: changeServices(ports),
      search: searchServices(ports),
      imports: importServices(ports),
      exports: exportServices(ports),
      analysis: analysisServices(ports),
      suggestions: suggestionServices(ports),
      documents: documentServices(ports),
      kits: kitServices(ports),
      work: workServices(ports),
    },
    config.onBug,
  );
  const stopUpkeep = config.every(upkeepEvery, () => {
    for (const session of ports.sessions.all()) session.file.upkeep();
  });
  return {
    client,
    router,
    grant: (path) => ports.places.grant(path),
    newId: config.store.ids,
    close: () => {
      stopUpkeep();
      jobs.close();
      for (const session of ports.sessions.all()) ports.sessions.close(session.handle);
      return Promise.resolve();
    },
  };
}
