/** Versions of a document: which source replaces which. */
import type { Source } from '../model/index.ts';

type Version = Pick<Source, 'id' | 'replaces'>;

/** The newest version of each source that was replaced, by its id. */
export function newestVersions(sources: readonly Version[]): ReadonlyMap<string, string> {
  const next = new Map(sources.flatMap(({ id, replaces }) => (replaces === null ? [] : [[replaces, id] as const])));
  const newest = new Map<string, string>();
  for (const id of next.keys()) {
    let at = id;
    // Sources that replace one another in a ring come from a damaged file and end somewhere too.
    for (let step = 0; step < sources.length; step += 1) at = next.get(at) ?? at;
    newest.set(id, at);
  }
  return newest;
}

/** A source and all its earlier versions. */
export function versionsUpTo(sources: readonly Version[], id: string): ReadonlySet<string> {
  const replaces = new Map(sources.map((source) => [source.id, source.replaces]));
  const found = new Set<string>();
  for (let at: string | null = id; at !== null && !found.has(at); at = replaces.get(at) ?? null) found.add(at);
  return found;
}
