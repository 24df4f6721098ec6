/** Files that are dropped on a window: they come in pieces, become places, and are gone with the window. */
import type { Failure } from '../../shared/api/errors.ts';
import { failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { Received } from '../store/received.ts';
import { storableName } from './file-name.ts';
import type { Places } from './places.ts';

/** One piece of a file; the first comes without a place. */
export type Piece = { readonly place?: string | undefined; readonly name: string; readonly piece: string };

/** Takes files in for windows. */
export type Receiving = {
  receive(window: string, piece: Piece): Result<{ place: string; bytes: number }, Failure>;
  /** A window is gone, and what it was given. */
  gone(window: string): void;
};

/** Most bytes of one file. */
const most = 200_000_000;

type Coming = { readonly window: string; readonly path: string; bytes: number };

/** Opens a register without files. */
export function openReceiving(received: Received, places: Places): Receiving {
  const coming = new Map<string, Coming>();
  const drop = (place: string, path: string): void => {
    received.drop(path);
    places.forget(place);
    coming.delete(place);
  };
  const begin = (window: string, name: string): Result<string, Failure> => {
    const path = received.begin(storableName(name));
    if (!path.ok) return path;
    const place = places.grant(path.value);
    coming.set(place, { window, path: path.value, bytes: 0 });
    return ok(place);
  };
  return {
    receive(window, { place: given, name, piece }) {
      const bytes = decode(piece);
      if (bytes === null) return fail(failure('bad-input', { path: 'piece', problem: 'must be base64' }));
      const begun = given === undefined ? begin(window, name) : ok(given);
      if (!begun.ok) return begun;
      const place = begun.value;
      const file = coming.get(place);
      if (file?.window !== window) return fail(failure('not-found', { what: 'place', id: place }));
      if (file.bytes + bytes.length > most) {
        drop(place, file.path);
        return fail(failure('import-too-large', { limit: most / 1e6 }));
      }
      const appended = received.append(file.path, bytes);
      if (!appended.ok) {
        drop(place, file.path);
        return appended;
      }
      file.bytes = appended.value;
      return ok({ place, bytes: file.bytes });
    },
    gone(window) {
      for (const [place, file] of coming) if (file.window === window) drop(place, file.path);
    },
  };
}

function decode(piece: string): Uint8Array | null {
  if (piece.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(piece)) return null;
  return Buffer.from(piece, 'base64');
}
