/** What the log keeps of a change: enough to take it back, and now and then the whole row. */
import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { diskError } from './database.ts';
import type { Patch } from './patch.ts';
import type { Values } from './tables.ts';

/**
 * A change as logged, as a tuple because there are thousands of them. `before` is the revision that wrote the row before.
 * insert: the values, large ones as their digest, since the row itself has them.
 * update: by field, [before, after] or a patch [at, removed, inserted]; now and then the whole row after it.
 * delete: all values, large ones in full.
 * stands: a repair found the row, or left it, with these values.
 * Words that were taken back are digests wherever they stood, patches of them a pair of digests.
 */
export type LoggedChange =
  | readonly [op: 'insert', entity: string, id: string, before: number, values: Values]
  | readonly [op: 'update', entity: string, id: string, before: number, fields: LoggedFields, whole?: Values]
  | readonly [op: 'delete', entity: string, id: string, before: number, values: Values]
  | readonly [op: 'stands', entity: string, id: string, before: number, values: Values];

/** Fields of an update. */
export type LoggedFields = Readonly<
  Record<string, readonly [before: unknown, after: unknown] | readonly [at: number, removed: string, inserted: string]>
>;

/** Stands for a large value that the row itself holds, or for words that were taken back. */
export type LongDigest = { readonly digest: string };

/** What stands for a large value; '' stands for itself. */
export function longDigest(value: unknown): LongDigest | '' {
  return value === '' ? '' : { digest: hash('sha256', String(value)) };
}

/** Tells such a stand-in from a value. */
export function isLongDigest(value: unknown): value is LongDigest {
  return typeof value === 'object' && value !== null && 'digest' in value;
}

/** The patch in a logged field, or null when it holds two values. */
export function loggedPatch(field: LoggedFields[string]): Patch | null {
  return field.length === 3 ? { at: field[0], removed: field[1], inserted: field[2] } : null;
}

/**
 * What an entry says besides its changes, where words were taken back. Then the log stores an object with the changes in it
 * instead of the list alone.
 */
export type Sealing = {
  /** SHA-256 of the changes as they were first stored: with it the entry still gives its own hash. */
  readonly was?: string;
  /** Its label held such words and was put in other words. */
  readonly relabelled?: true;
  /** Of an entry that took words back: by revision, the hash of each earlier entry as it left it. */
  readonly left?: Readonly<Record<string, string>>;
};

/** Changes as the log stores them: JSON that any tool shows, deflated when that is clearly shorter. */
export function encodeChanges(changes: readonly LoggedChange[], sealing?: Sealing): string | Buffer {
  const list = toText(changes);
  const text =
    sealing === undefined ? list : `${JSON.stringify({ form: 2, ...sealing }).slice(0, -1)},"changes":${list}}`;
  if (text.length < 400) return text;
  // An import is logged as one long text: it is packed quickly rather than tightly.
  const packed = deflateRawSync(text, text.length > 100_000 ? { level: 1, chunkSize: 1 << 20 } : { level: 6 });
  return packed.length * 1.1 < text.length ? packed : text;
}

/** Changes as they were stored. Throws what SQLite throws of a damaged page when they cannot be read. */
export function decodeChanges(stored: string | Buffer): readonly LoggedChange[] {
  return readStored(storedText(stored)).changes;
}

/** The JSON of an entry. Throws what SQLite throws of a damaged page when it cannot be read. */
export function storedText(stored: string | Buffer): string {
  if (typeof stored === 'string') return stored;
  try {
    return inflateRawSync(stored, { maxOutputLength: 1 << 29 }).toString('utf8');
  } catch {
    throw diskError('SQLITE_CORRUPT');
  }
}

/** The JSON of an entry as changes, with what stands beside them. */
export function readStored(text: string): {
  readonly changes: readonly LoggedChange[];
  readonly sealing: Sealing | null;
} {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw diskError('SQLITE_CORRUPT');
  }
  const sealing = isSealed(content) ? content : null;
  const changes = sealing === null ? content : sealing.changes;
  // A flipped bit may leave other JSON; the chain of the log tells that it is not what was written.
  if (!Array.isArray(changes) || !changes.every(isShortChange)) throw diskError('SQLITE_CORRUPT');
  return { changes: changes.map(lengthen), sealing: sealing === null ? null : sealingOf(sealing) };
}

function isSealed(content: unknown): content is Sealing & { readonly changes: unknown } {
  return typeof content === 'object' && content !== null && !Array.isArray(content) && 'changes' in content;
}

function sealingOf({ was, relabelled, left }: Sealing): Sealing {
  return {
    ...(was === undefined ? {} : { was }),
    ...(relabelled === undefined ? {} : { relabelled }),
    ...(left === undefined ? {} : { left }),
  };
}

const letters = { insert: 'i', update: 'u', delete: 'd', stands: 's' } as const;
const words = { i: 'insert', u: 'update', d: 'delete', s: 'stands' } as const;

type ShortChange = [letter: keyof typeof words, ...rest: unknown[]];

// By parts, so that the shortened tuples of an import are not all there at once.
function toText(changes: readonly LoggedChange[]): string {
  const parts: string[] = [];
  for (let at = 0; at < changes.length; at += 500) {
    const part = JSON.stringify(changes.slice(at, at + 500).map(shorten));
    parts.push(part.slice(1, -1));
  }
  return `[${parts.join(',')}]`;
}

function shorten([op, ...rest]: LoggedChange): ShortChange {
  return [letters[op], ...rest];
}

function isShortChange(change: unknown): change is ShortChange {
  if (!Array.isArray(change)) return false;
  const [letter, entity, id, before, values] = change as readonly unknown[];
  const named = typeof letter === 'string' && Object.hasOwn(words, letter);
  const placed = typeof entity === 'string' && typeof id === 'string' && typeof before === 'number';
  return named && placed && typeof values === 'object' && values !== null;
}

function lengthen([letter, ...rest]: ShortChange): LoggedChange {
  return [words[letter], ...rest] as unknown as LoggedChange;
}
