/** The log: one entry per edit, numbered, each sealed with the hash of the one before. */
import { hash } from 'node:crypto';
import { type Database, diskError } from './database.ts';
import { decodeChanges, encodeChanges, type LoggedChange, readStored, type Sealing, storedText } from './logged.ts';
import type { EntryKind } from './types.ts';

/** What identifies an entry before it is written. `at` is in milliseconds since 1970. */
export type NewEntry = {
  readonly opId: string;
  /** Revision of the first entry of its step; null for an entry that starts one. */
  readonly step: number | null;
  /** Id shared by edits of one step, kept on its first entry. */
  readonly stepId: string | null;
  readonly at: number;
  readonly zone: string;
  readonly kind: EntryKind;
  readonly label: string;
  readonly undoes: number | null;
  /** Entry that undo takes back next, and the one that redo takes back; `self` stands for this entry, 0 for none. */
  readonly undoTop: number | 'self';
  readonly redoTop: number | 'self';
  readonly changes: readonly LoggedChange[];
  readonly sealing?: Sealing;
};

/** An entry without its changes. */
export type EntryHead = {
  readonly revision: number;
  readonly opId: string;
  readonly step: number;
  readonly stepId: string | null;
  readonly at: number;
  readonly zone: string;
  readonly kind: EntryKind;
  readonly label: string;
  readonly undoes: number | null;
  readonly undoTop: number;
  readonly redoTop: number;
  readonly hash: Buffer;
};

/** An entry of the log. */
export type LogEntry = EntryHead & { readonly changes: readonly LoggedChange[] };

/** The log of an open file. */
export type Log = {
  /** The newest entry; null only while a file is being made. */
  head(): EntryHead | null;
  headAt(revision: number): EntryHead | null;
  read(revision: number): LogEntry | null;
  findOp(opId: string): LogEntry | null;
  /** Entries from `newest` downwards, at most `limit`. */
  list(newest: number, limit: number): readonly LogEntry[];
  /** Writes the next entry; part of the caller's transaction. */
  append(entry: NewEntry): EntryHead;
  /** First revision whose entry does not follow from the one before, or null when the chain is whole. */
  brokenAt(): number | null;
  /** The JSON of an entry as it is stored; null when there is none. */
  text(revision: number): string | null;
  /** Entries that took words back, oldest first, with what they left of earlier ones. */
  withdrawals(): readonly Taken[];
  /**
   * Puts an entry without the words that were taken back in the place of the one that held them; its hash stays. The answer
   * vouches for it and has to be kept in the entry that takes the words back. Part of the caller's transaction.
   */
  seal(revision: number, label: string, changes: readonly LoggedChange[]): string;
};

/** An entry that took words back: by revision, the hash of each earlier entry as it left it. */
export type Taken = { readonly revision: number; readonly left: Readonly<Record<string, string>> };

type RawEntry = {
  readonly revision: number;
  readonly op_id: Buffer;
  readonly step: number;
  readonly step_id: Buffer | null;
  readonly at: number;
  readonly zone: string;
  readonly kind: EntryKind;
  readonly label: string;
  readonly undoes: number | null;
  readonly undo_top: number;
  readonly redo_top: number;
  readonly hash: Buffer;
};
type RawFull = RawEntry & { readonly changes: string | Buffer };

const light = 'revision, op_id, step, step_id, at, zone, kind, label, undoes, undo_top, redo_top, hash';

// In milliseconds since 1970; beyond it a date cannot be written down.
const lastMoment = 8.64e15;

/** Opens the log of a file. */
export function openLog(db: Database): Log {
  const last = db.prepare<[], RawEntry>(`SELECT ${light} FROM _log ORDER BY revision DESC LIMIT 1`);
  const headOf = db.prepare<[number], RawEntry>(`SELECT ${light} FROM _log WHERE revision = ?`);
  const full = db.prepare<[number], RawFull>('SELECT * FROM _log WHERE revision = ?');
  const byOp = db.prepare<[Buffer], RawFull>('SELECT * FROM _log WHERE op_id = ?');
  const down = db.prepare<[number, number], RawFull>(
    'SELECT * FROM _log WHERE revision <= ? ORDER BY revision DESC LIMIT ?',
  );
  const insert = db.prepare(
    `INSERT INTO _log (${light}, changes) VALUES (@revision, @op_id, @step, @step_id, @at, @zone, @kind, @label, @undoes, @undo_top, @redo_top, @hash, @changes)`,
  );
  const replace = db.prepare('UPDATE _log SET label = ?, changes = ? WHERE revision = ?');
  const entryOf = (raw: RawFull | undefined): LogEntry | null =>
    raw === undefined ? null : { ...entryHead(raw), changes: decodeChanges(raw.changes) };
  return {
    head: () => headOrNull(last.get()),
    headAt: (revision) => headOrNull(headOf.get(revision)),
    read: (revision) => entryOf(full.get(revision)),
    findOp: (opId) => entryOf(byOp.get(idToBytes(opId))),
    list: (newest, limit) =>
      down.all(newest, limit).map((raw) => ({ ...entryHead(raw), changes: decodeChanges(raw.changes) })),
    append: (entry) => {
      const before = last.get();
      const revision = (before?.revision ?? 0) + 1;
      const raw = {
        revision,
        op_id: idToBytes(entry.opId),
        step: entry.step ?? revision,
        step_id: entry.stepId === null ? null : idToBytes(entry.stepId),
        at: entry.at,
        zone: entry.zone,
        kind: entry.kind,
        label: entry.label,
        undoes: entry.undoes,
        undo_top: entry.undoTop === 'self' ? revision : entry.undoTop,
        redo_top: entry.redoTop === 'self' ? revision : entry.redoTop,
        changes: encodeChanges(entry.changes, entry.sealing),
      };
      const written = { ...raw, hash: seal(before?.hash ?? null, raw) };
      insert.run(written);
      return entryHead(written);
    },
    brokenAt: () => firstBroken(db),
    text: (revision) => {
      const raw = full.get(revision);
      return raw === undefined ? null : storedText(raw.changes);
    },
    withdrawals: () => withdrawalsOf(db),
    seal: (revision, label, changes) => {
      const raw = full.get(revision);
      if (raw === undefined) throw diskError('SQLITE_CORRUPT');
      const { sealing } = readStored(storedText(raw.changes));
      const sealed = {
        ...raw,
        label,
        changes: encodeChanges(changes, {
          ...sealing,
          was: sealing?.was ?? contentDigest(raw.changes),
          ...(label === raw.label ? {} : { relabelled: true as const }),
        }),
      };
      replace.run(sealed.label, sealed.changes, revision);
      return vouch(sealed);
    },
  };
}

/** A UUID as the 16 bytes that are stored. */
export function idToBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

/** A stored UUID as text, in lower case. */
export function idFromBytes(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
}

function headOrNull(raw: RawEntry | undefined): EntryHead | null {
  return raw === undefined ? null : entryHead(raw);
}

function entryHead(raw: RawEntry): EntryHead {
  return {
    revision: raw.revision,
    opId: idFromBytes(raw.op_id),
    step: raw.step,
    stepId: raw.step_id === null ? null : idFromBytes(raw.step_id),
    // A moment that no calendar has is damage, which the chain tells; it must not keep the rest from being read.
    at: Math.abs(raw.at) <= lastMoment ? raw.at : 0,
    zone: raw.zone,
    kind: raw.kind,
    label: raw.label,
    undoes: raw.undoes,
    undoTop: raw.undo_top,
    redoTop: raw.redo_top,
    hash: raw.hash,
  };
}

// The hash of an entry; `content` is the digest of its changes as they were first stored.
function seal(before: Buffer | null, entry: Omit<RawFull, 'hash'>, content = contentDigest(entry.changes)): Buffer {
  const facts = [
    before?.toString('hex') ?? '',
    entry.revision,
    entry.op_id.toString('hex'),
    entry.step,
    entry.step_id?.toString('hex') ?? '',
    entry.at,
    entry.zone,
    entry.kind,
    entry.label,
    entry.undoes,
    entry.undo_top,
    entry.redo_top,
    content,
  ];
  return hash('sha256', JSON.stringify(facts), 'buffer');
}

// The column takes any type, so a flipped bit may have made a number of it.
function contentDigest(changes: unknown): string {
  return hash('sha256', Buffer.isBuffer(changes) ? changes : String(changes));
}

// What a withdrawal keeps of an entry that it changed: a hash of the entry as it stands, its own hash among it.
function vouch(raw: RawFull): string {
  return seal(raw.hash, raw).toString('hex');
}

function withdrawalsOf(db: Database): readonly Taken[] {
  const rows = db
    .prepare<[], { revision: number; changes: string | Buffer }>(
      "SELECT revision, changes FROM _log WHERE kind = 'withdrawal' ORDER BY revision",
    )
    .all();
  return rows.map(({ revision, changes }) => {
    const { sealing } = readStored(storedText(changes));
    return { revision, left: sealing?.left ?? {} };
  });
}

// Every entry has to give its own hash. One from which words were taken gives it with the digest of what it first held, and
// what it holds now has to be what the last entry that took words from it vouches for.
function firstBroken(db: Database): number | null {
  const vouched = new Map<number, string>();
  for (const { revision, left } of withdrawalsOf(db)) {
    for (const [earlier, digest] of Object.entries(left))
      if (Number(earlier) < revision) vouched.set(Number(earlier), digest);
  }
  let before: Buffer | null = null;
  let expected = 1;
  for (const entry of db.prepare<[], RawFull>('SELECT * FROM _log ORDER BY revision').iterate()) {
    const digest = vouched.get(entry.revision);
    const whole = digest === undefined ? seal(before, entry).equals(entry.hash) : isLeft(before, entry, digest);
    if (entry.revision !== expected || !whole) return expected;
    before = entry.hash;
    expected += 1;
  }
  return null;
}

function isLeft(before: Buffer | null, entry: RawFull, digest: string): boolean {
  if (vouch(entry) !== digest) return false;
  const { sealing } = readStored(storedText(entry.changes));
  // The hash of an entry holds its first label in words: without it, what vouches for the entry is all there is to go by.
  return sealing?.relabelled === true || seal(before, entry, sealing?.was).equals(entry.hash);
}
