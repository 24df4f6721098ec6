/** The composition root: one config object in, one dispatcher out. */
import { basename } from 'node:path';
import type { Failure } from '../shared/api/errors.ts';
import { bindContract, type Client } from './binding.ts';
import type { DeskPort, Windows } from './desk.ts';
import type { JobHost } from './jobs/host.ts';
import { openJobs } from './jobs/jobs.ts';
import { jobRegistry } from './jobs/registry.ts';
import { analysisServices } from './services/analysis.ts';
import { changeServices } from './services/changes.ts';
import { deskServices } from './services/desk.ts';
import { documentServices } from './services/documents.ts';
import { exportServices } from './services/exports.ts';
import { fileServices } from './services/files.ts';
import { homeServices } from './services/home.ts';
import { importServices } from './services/imports.ts';
import { kitServices } from './services/kits.ts';
import { openPlaces } from './services/places.ts';
import { preferenceServices } from './services/preferences.ts';
import { shippedKit } from './services/read-kit.ts';
import { openReceiving } from './services/receiving.ts';
import { openRecents } from './services/recents.ts';
import { openRelatedWords } from './services/related-words.ts';
import { searchServices } from './services/search.ts';
import { openSessions } from './services/sessions.ts';
import { openShownFiles } from './services/shown-files.ts';
import { sourceServices } from './services/sources.ts';
import { transcriptServices } from './services/transcripts.ts';
import { suggestionServices } from './services/suggestions.ts';
import { openUpkeep } from './services/upkeep.ts';
import { openWindows } from './services/windows.ts';
import { withdrawalServices } from './services/withdrawals.ts';
import { openWorks } from './services/works.ts';
import { workServices } from './services/works-service.ts';
import { loadInstallId } from './store/install-id.ts';
import { loadOwn, saveOwn } from './store/own-json.ts';
import { openReceived } from './store/received.ts';
import { troubleOf } from './store/trouble.ts';
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
  /** What the shell offers to the person who sits at it; without one, nobody does. */
  readonly desk?: DeskPort;
};

/** A running core. */
export type Core = {
  /** Every call of the contract, in this process. */
  readonly client: Client;
  /** The same calls as a router, for a transport of another shell. */
  readonly router: ReturnType<typeof bindContract>['router'];
  /** What turns throws into failures: `clientInterceptors` of the handler of a transport. */
  readonly interceptors: ReturnType<typeof bindContract>['interceptors'];
  /** The windows that look at this core. */
  readonly windows: Windows;
  /** Turns a path that the user chose into the handle that calls take. */
  grant(path: string): string;
  /** Where an open file lies, for a shell's recent documents; null for one that is not open. */
  pathOf(file: string): string | null;
  /** What a shell keeps for itself in the folder of the program's data; `null` where there is nothing that can be read. */
  readonly kept: { load(name: string): unknown; save(name: string, content: unknown): void };
  newId(): string;
  /** Reads what every file needs, for a shell whose window is not there yet. */
  warm(): void;
  /** Backs up and closes every file, ends every job. */
  close(): Promise<void>;
};

/** Milliseconds between two rounds of upkeep: receipts, search index, backups, digest slices. */
const upkeepEvery = 1000;

/** Opens a core without files. */
export function openCore(config: CoreConfig): Core {
  const ports = openPorts(config);
  const { jobs, places, sessions, upkeep, windows, receiving, received } = ports;
  const files = fileServices(ports);
  const imports = importServices(ports);
  const suggestions = suggestionServices(ports);
  const { client, router, interceptors } = bindContract(
    {
      files,
      changes: changeServices(ports),
      search: searchServices(ports),
      imports,
      exports: exportServices(ports),
      analysis: analysisServices(ports),
      suggestions,
      documents: documentServices(ports),
      withdrawals: withdrawalServices(ports),
      kits: kitServices(ports),
      work: workServices(ports),
      desk: deskServices(ports, receiving),
      home: homeServices(ports, { files, imports, suggestions }),
      preferences: preferenceServices(ports),
      sources: sourceServices(ports),
      transcripts: transcriptServices(ports),
    },
    { onBug: config.onBug, troubleOf: (error, input) => expected(error, input, ports) },
  );
  const stopUpkeep = config.every(upkeepEvery, () => upkeep.run());
  return {
    client,
    router,
    interceptors,
    windows,
    grant: (path) => places.grant(path),
    pathOf(file) {
      const session = sessions.find(file);
      return session.ok ? session.value.file.path : null;
    },
    kept: {
      load: (name) => loadOwn(config.store.appDir, { name, read: (json) => json ?? null }),
      // It is a convenience: a folder that cannot be written has its own word wherever something is lost by it.
      save: (name, content) => void saveOwn(config.store.appDir, name, content),
    },
    newId: config.store.ids,
    warm() {
      try {
        shippedKit(config.resources);
      } catch {
        // Said when a file needs it.
      }
    },
    close: () => {
      stopUpkeep();
      jobs.close();
      for (const session of sessions.all()) sessions.close(session.handle);
      received.close();
      return Promise.resolve();
    },
  };
}

/** Everything that services share. */
function openPorts(config: CoreConfig) {
  const store = { ...config.store, installId: loadInstallId(config.store.appDir, config.store.ids) };
  const desk = config.desk ?? null;
  const places = openPlaces();
  const sessions = openSessions(() => shippedKit(config.resources));
  const recents = openRecents({ appDir: store.appDir, clock: store.clock, newId: store.ids });
  const shownFiles = openShownFiles(sessions, recents, config.today);
  const received = openReceived(store.appDir);
  const receiving = openReceiving(received, places);
  const windows = openWindows({
    shown(window, showing) {
      shownFiles.shown(showing);
      desk?.shown(window, showing);
    },
    left: shownFiles.left,
    gone(window) {
      receiving.gone(window);
      sessions.leave(window);
    },
  });
  sessions.onClosing((session) => windows.closed(session.handle));
  return {
    store,
    desk,
    places,
    sessions,
    recents,
    shownFiles,
    received,
    receiving,
    windows,
    upkeep: openUpkeep(sessions),
    jobs: openJobs({ host: config.jobHost, registry: jobRegistry }),
    works: openWorks(),
    today: config.today,
    resources: config.resources,
    relatedWords: openRelatedWords(config.resources),
  };
}

/** What the disk did to the file or place that a call named; a throw in a call that names neither is a mistake of ours. */
function expected(error: unknown, input: unknown, { sessions, places }: ReturnType<typeof openPorts>): Failure | null {
  const { file, place } = (input ?? {}) as { readonly file?: unknown; readonly place?: unknown };
  const session = sessions.find(String(file));
  const path = session.ok ? session.value.file.path : places.find(String(place));
  const trouble = troubleOf(error, path === null ? '' : basename(path));
  if (trouble?.code !== 'file-missing' && trouble?.code !== 'file-unreadable') return trouble;
  // What is missing may be something else, such as a resource of the program, which no user can answer for.
  const { path: at = path } = error as { readonly path?: string | null };
  return path !== null && at?.startsWith(path) === true ? trouble : null;
}
