/** The second reader: who rates without seeing what others rated, as long as the file is open in this window. */
import { useSyncExternalStore } from 'react';
import type { ClientFileView } from '../data/client-file.ts';
import { useFile } from '../data/hooks.ts';

const readers = new WeakMap<ClientFileView, string>();
const listeners = new Set<() => void>();

/** The name of the second reader who rates in a file now; null while nobody does. */
export function secondReaderOf(file: ClientFileView): string | null {
  return readers.get(file) ?? null;
}

/** Lets somebody rate as second reader, or ends that (null). */
export function setSecondReader(file: ClientFileView, name: string | null): void {
  if (name === null) readers.delete(file);
  else readers.set(file, name);
  for (const listener of listeners) listener();
}

/** The second reader who rates now, in the file that is shown. */
export function useSecondReader(): string | null {
  const file = useFile();
  return useSyncExternalStore(subscribe, () => secondReaderOf(file));
}

/** Whether rows of an entity tell what was rated or follows from it. */
export function tellsRatings(entity: string): boolean {
  return entity === 'rating' || entity === 'axisRating' || entity === 'finding';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
