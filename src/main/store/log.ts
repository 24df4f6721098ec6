/** The log: one entry per edit, numbered, each sealed with the hash of the one before. */
import { hash } from 'node:crypto';
import type { Database } from './database.ts';
import { decodeChanges, encodeChanges, type LoggedChange } from './logged.ts';
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
};

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
        changes: encodeChanges(entry.changes),
      };
      const written = { ...raw, hash: seal(before?.hash ?? null, raw) };
      insert.run(written);
      return entryHead(written);
    },
    brokenAt: () => firstBroken(db),
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

function seal(before: Buffer | null, entry: Omit<RawFull, 'hash'>): Buffer {
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
    // The column takes any type, so a flipped bit may have made a number of it.
    hash('sha256', Buffer.isBuffer(entry.changes) ? entry.changes : String(entry.changes)),
  ];
  return hash('sha256', JSON.stringify(facts), 'buffer');
}

function firstBroken(db: Database): number | null {
  let before: Buffer | null = null;
  let expected = 1;
  for (const entry of db.prepare<[], RawFull>('SELECT * FROM _log ORDER BY revision').iterate()) {
    if (entry.revision !== expected || !seal(before, entry).equals(entry.hash)) return expected;
    before = entry.hash;
    expected += 1;
  }
  return null;
}
