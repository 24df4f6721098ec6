/** The list of files that were used lately: kept on this computer, outside every client file. */
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { type RecentFacts, recentFacts, type RecentFile } from '../../shared/api/home.ts';
import type { Failure } from '../../shared/api/errors.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { dropAside, loadOwn, saveOwn } from '../store/own-json.ts';
import { isRunning } from '../store/received.ts';

/** A file of the list. */
export type Recent = z.infer<typeof recentSchema>;

/** The list; every change is on disk when it returns. */
export type Recents = {
  all(): readonly Recent[];
  find(id: string): Recent | null;
  /** Puts a file first in the list: a window shows it. */
  note(file: Pick<Recent, 'id' | 'client' | 'path' | 'key'>): Result<null, Failure>;
  /** Changes what is kept about a file; a file that is not in the list stays out of it. */
  change(id: string, changes: Partial<Omit<Recent, 'id'>>): Result<null, Failure>;
  remove(id: string): Result<null, Failure>;
  /** Removes a file and whatever else names it; tells how many files of the list went for it. */
  forget(id: string): Result<number, Failure>;
  /** Whether a program had the file open when it ended. */
  wasInterrupted(file: Recent): boolean;
};

/** What the list needs from outside. */
export type RecentPorts = { readonly appDir: string; readonly clock: () => string; readonly newId: () => string };

const name = 'recents';
/** Files that are kept besides those that are pinned. */
const most = 50;

const recentSchema = z.object({
  id: z.string().min(1).max(100),
  client: z.string(),
  path: z.string().min(1),
  /** Key of the file when it was open last. */
  key: z.string(),
  openedAt: z.string(),
  pinned: z.boolean(),
  /** The program that has it open. */
  openedBy: z.object({ process: z.int(), core: z.string() }).nullable(),
  facts: recentFacts.nullable(),
});

/** Opens the list of a folder of program data; `core` tells this core from one that ended before. */
export function openRecents({ appDir, clock, newId }: RecentPorts): Recents {
  const core = newId();
  const file = { name, read: readList };
  // Read each time: another window of another shell may have changed it.
  const all = (): readonly Recent[] => loadOwn(appDir, file) ?? [];
  const save = (list: readonly Recent[]): Result<null, Failure> => {
    const dropped = new Set(list.filter((one) => !one.pinned).slice(most));
    return saveOwn(appDir, name, { version: 1, files: list.filter((one) => !dropped.has(one)) });
  };
  const find = (id: string): Recent | null => all().find((one) => one.id === id) ?? null;
  const remove = (id: string): Result<null, Failure> => {
    const list = all();
    const rest = list.filter((one) => one.id !== id);
    return rest.length === list.length ? ok(null) : save(rest);
  };
  return {
    all,
    find,
    note(noted) {
      const list = all();
      const before = list.find((one) => one.id === noted.id);
      const openedBy = { process: process.pid, core };
      const { pinned, facts } = before ?? { pinned: false, facts: null };
      const rest = list.filter((one) => one.id !== noted.id);
      return save([{ ...noted, openedAt: clock(), pinned, openedBy, facts }, ...rest]);
    },
    change(id, changes) {
      const list = all();
      if (!list.some((one) => one.id === id)) return ok(null);
      return save(list.map((one) => (one.id === id ? { ...one, ...changes } : one)));
    },
    remove,
    forget(id) {
      const removed = remove(id);
      return removed.ok ? dropAside(appDir, name) : removed;
    },
    wasInterrupted: ({ openedBy }) =>
      openedBy !== null &&
      openedBy.core !== core &&
      // In a container every start has the same number.
      (openedBy.process === process.pid || !isRunning(openedBy.process)),
  };
}

/** A file of the list as a window shows it. */
export function showRecent(
  recent: Recent,
  facts: { readonly [K in 'missing' | 'open' | 'interrupted']: boolean },
): RecentFile {
  const { id, client, path, openedAt, pinned } = recent;
  return {
    id,
    client,
    folder: dirname(path),
    fileName: basename(path),
    openedAt,
    pinned,
    missing: facts.missing,
    open: facts.open,
    interrupted: facts.interrupted,
    facts: recent.facts,
  };
}

/** Facts with the days that have not passed. */
export function factsFrom(facts: RecentFacts, today: string): RecentFacts {
  return { ...facts, due: facts.due.filter((one) => one.on >= today) };
}

// What is wrong with one file of the list costs only that one.
function readList(json: unknown): readonly Recent[] | null {
  const list = z.object({ version: z.literal(1), files: z.array(z.unknown()) }).safeParse(json);
  if (!list.success) return null;
  return list.data.files.flatMap((each) => {
    const recent = recentSchema.safeParse(each);
    return recent.success ? [recent.data] : [];
  });
}
