/** Places on disk that a shell let the user choose. Callers of the contract hold handles; only services see paths. */
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';

/** Hands out and looks up places. */
export type Places = {
  /** Grants a path: the shell calls this after the user chose it. The same path has one handle. */
  grant(path: string): string;
  /** Path of a handle; null when nobody granted it. */
  find(handle: string): string | null;
  /** Takes a grant back. */
  forget(handle: string): void;
};

/** Opens an empty register of places; handles are unguessable and end with the process. */
export function openPlaces(): Places {
  const paths = new Map<string, string>();
  const handles = new Map<string, string>();
  return {
    grant(path) {
      const whole = resolve(path);
      const handle = handles.get(whole) ?? randomBytes(16).toString('hex');
      paths.set(handle, whole);
      handles.set(whole, handle);
      return handle;
    },
    find: (handle) => paths.get(handle) ?? null,
    forget(handle) {
      handles.delete(paths.get(handle) ?? '');
      paths.delete(handle);
    },
  };
}
