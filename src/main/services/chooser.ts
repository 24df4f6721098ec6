/** Choosing a file inside the interface: what a folder holds, and the place that a name has in it. Only allowed folders show. */
import { type Dirent, existsSync, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { z } from 'zod';
import { type Chosen, type FileKind, fitsKind, type folderEntry, withEnding } from '../../shared/api/desk.ts';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { compareText } from '../../shared/lib/order.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { reasonOf, systemCode } from '../store/trouble.ts';
import { nameProblem } from './file-name.ts';
import type { Places } from './places.ts';

/** One entry of a folder. */
type Entry = z.infer<typeof folderEntry>;

/** What a folder holds for somebody who chooses a file. */
export type Folder = {
  readonly folder: string | null;
  readonly name: string;
  readonly parent: string | null;
  readonly entries: Entry[];
  readonly leftOut: number;
};

/** A chooser whose folders lie inside the roots. */
export type Chooser = {
  /** A folder by its place, or the roots. */
  browse(folder: string | undefined, kind: FileKind): Result<Folder, Failure>;
  spot(folder: string, name: string, kind: FileKind): Result<Chosen, Failure>;
};

/** Most entries that one answer holds. */
const most = 2000;

/** Opens a chooser; `roots` are absolute paths, and those that are not there at the moment are left out. */
export function openChooser(places: Places, roots: () => readonly string[]): Chooser {
  const realRoots = (): string[] => [...new Set(roots().flatMap((root) => realOf(root) ?? []))];
  const isInside = (path: string): boolean =>
    realRoots().some((root) => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep));
  // Links are followed before it is asked where something lies.
  const allowed = (place: string): Result<string, Failure> => {
    const path = places.find(place);
    if (path === null) return fail(failure('not-found', { what: 'place', id: place }));
    const name = basename(path);
    const real = realOf(path);
    if (real === null) return fail(failure('folder-unreadable', { name, reason: 'ENOENT' }));
    if (!isInside(real)) return fail(failure('place-outside', { name }));
    return statOf(real)?.isDirectory() === true
      ? ok(real)
      : fail(failure('folder-unreadable', { name, reason: 'ENOTDIR' }));
  };
  const entryOf = (path: string, kind: Entry['kind'], name = basename(path)): Entry[] => {
    const stats = statOf(path);
    if (stats === null) return [];
    const bytes = kind === 'file' ? stats.size : 0;
    return [{ place: places.grant(path), name, kind, bytes, modified: stats.mtime.toISOString() }];
  };
  const listRoots = (): Folder => {
    const entries = realRoots().flatMap((root) => entryOf(root, 'folder', basename(root) || root));
    return { folder: null, name: '', parent: null, entries, leftOut: 0 };
  };
  const list = (path: string, kind: FileKind): Folder => {
    const found = readdirSync(path, { withFileTypes: true })
      .filter((each) => !each.name.startsWith('.'))
      .flatMap((each): Pick<Entry, 'name' | 'kind'>[] => {
        const type = kindOf(path, each, isInside);
        if (type === null || (type === 'file' && !fitsKind(each.name, kind))) return [];
        return [{ name: each.name, kind: type }];
      })
      .toSorted(byKindAndName);
    const above = dirname(path);
    return {
      folder: places.grant(path),
      name: basename(path) || path,
      parent: above !== path && isInside(above) ? places.grant(above) : null,
      entries: found.slice(0, most).flatMap((each) => entryOf(join(path, each.name), each.kind)),
      leftOut: Math.max(0, found.length - most),
    };
  };
  return {
    browse(folder, kind) {
      if (folder === undefined) return ok(listRoots());
      const path = allowed(folder);
      if (!path.ok) return path;
      try {
        return ok(list(path.value, kind));
      } catch (error) {
        if (systemCode(error) === null) throw error;
        return fail(failure('folder-unreadable', { name: basename(path.value), reason: reasonOf(error) }));
      }
    },
    spot(folder, asked, kind) {
      const inside = allowed(folder);
      if (!inside.ok) return inside;
      const name = withEnding(asked.trim(), kind);
      const problem = nameProblem(name);
      if (problem !== null) return fail(failure('name-refused', { name: asked, problem }));
      const path = join(inside.value, name);
      const exists = existsSync(path);
      const real = exists ? realOf(path) : path;
      // A link may lead anywhere, also one that leads to nothing yet.
      if (real === null || !isInside(real) || (!exists && isLink(path))) {
        return fail(failure('place-outside', { name }));
      }
      return ok({ place: places.grant(path), name, exists });
    },
  };
}

function kindOf(folder: string, entry: Dirent, isInside: (path: string) => boolean): Entry['kind'] | null {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  if (!entry.isSymbolicLink()) return null;
  const real = realOf(join(folder, entry.name));
  const stats = real === null || !isInside(real) ? null : statOf(real);
  if (stats === null) return null;
  return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : null;
}

// The order of a file manager: folders first, capital letters beside small ones.
function byKindAndName(a: Pick<Entry, 'name' | 'kind'>, b: Pick<Entry, 'name' | 'kind'>): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1;
  return compareText(a.name.toLowerCase(), b.name.toLowerCase()) || compareText(a.name, b.name);
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function realOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}

function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}
