/** The store as services see it: what is handed in, what an open client file can do, and what it answers. */
import type { Failure } from '../../shared/api/errors.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { Change } from '../../shared/model/change.ts';
import type { Entity } from '../../shared/model/define.ts';
import type { ClientData, EntityName, RowOf } from '../../shared/model/index.ts';
import type { Withdrawn } from '../../shared/model/withdrawal/whose.ts';
import type { Migration } from './migrations/migration.ts';
import type { SearchHit, SearchWish } from './search-types.ts';

/** What the store needs from outside. */
export type StorePorts = {
  /** Now, as an instant in UTC (ISO 8601 with milliseconds and Z). */
  readonly clock: () => string;
  /** Milliseconds of a clock that never jumps; only differences are used. */
  readonly monotonic: () => number;
  /** IANA name of the time zone that the user is in. */
  readonly zone: () => string;
  /** A new UUIDv7. */
  readonly ids: () => string;
  /** Folder of the application's own data: locks, receipts, backups, recovery. */
  readonly appDir: string;
  /** Id of this installation, which tells it from another computer that has the same file. */
  readonly installId: string;
  readonly appVersion: string;
  /** Free bytes on the volume of a path; the operating system's answer unless handed in. */
  readonly freeBytes?: (path: string) => number;
  /** Milliseconds for which an open file waits while another program holds it; 2,000 unless handed in. */
  readonly patience?: number;
  /** Entities and migrations of another version of the program; the current ones unless handed in. */
  readonly entities?: Entities;
  readonly migrations?: readonly Migration[];
};

/** The entities of a model by name, parents before what refers to them. */
export type Entities = Readonly<Record<string, Entity>>;

/** How a file is opened. */
export type OpenOptions = {
  /** Opens without the intention to write. */
  readonly readOnly?: boolean;
  /** Opens although the file is older than what was saved last from this computer. */
  readonly acceptOlder?: boolean;
  /** Opens although the file went another way since it was saved last from this computer. */
  readonly acceptFork?: boolean;
};

/** Something that the user should know about an open file. */
export type Notice =
  | { readonly code: 'read-only'; readonly reason: 'asked' | 'file' | 'folder' }
  | { readonly code: 'recovered'; readonly copy: string }
  | { readonly code: 'private-copy'; readonly copy: string }
  | { readonly code: 'older'; readonly revision: number; readonly saved: number }
  | { readonly code: 'forked'; readonly revision: number; readonly saved: number }
  | { readonly code: 'synced-folder'; readonly service: string }
  | { readonly code: 'conflict-copies'; readonly names: readonly string[] }
  | { readonly code: 'migrated'; readonly from: number; readonly to: number; readonly backup: string }
  | { readonly code: 'in-use-elsewhere'; readonly since: string }
  | { readonly code: 'low-space'; readonly free: number };

/** Why something was written; undo, redo, withdrawals and the first entry are made by the store itself. */
export type EntryKind = 'create' | 'edit' | 'import' | 'migration' | 'repair' | 'undo' | 'redo' | 'withdrawal';

/** One edit: changes that apply together or not at all. */
export type ApplyRequest = {
  /** UUID of this edit; sent again with the same id it has no second effect. */
  readonly opId: string;
  /** UUID shared by edits that are undone together. */
  readonly step?: string;
  /** What a person reads in the history and beside Undo, at most 200 characters. */
  readonly label: string;
  readonly kind: 'edit' | 'import' | 'migration' | 'repair';
  readonly changes: readonly Change[];
};

/** What was written, for whoever asked and for every window's replica. */
export type Ack = {
  readonly opId: string;
  readonly revision: number;
  /** Instant at which it was written. */
  readonly at: string;
  readonly kind: EntryKind;
  readonly label: string;
  /**
   * The changes as applied, labels, cascades and cleared references included. Inserts carry all fields, updates those that
   * differ; large texts and bytes are left out everywhere (they are fetched when shown).
   */
  readonly changes: readonly Change[];
  /** True when this edit had been written before. */
  readonly repeated: boolean;
};

/** A step that can be undone or redone. */
export type UndoStep = { readonly label: string; readonly at: string; readonly revision: number };

/** One entry of the log. */
export type HistoryEntry = {
  readonly revision: number;
  readonly opId: string;
  /** Revision of the first entry of the same step. */
  readonly step: number;
  readonly at: string;
  readonly zone: string;
  /** The clock stood before that of the entry before. */
  readonly skewed: boolean;
  readonly kind: EntryKind;
  readonly label: string;
  /** Revision that an undo or redo took back. */
  readonly undoes: number | null;
  readonly changes: readonly HistoryChange[];
};

/** One change of an entry. An insert has no `before`, a delete no `after`. */
export type HistoryChange = {
  readonly op: Change['op'];
  readonly entity: EntityName;
  readonly id: string;
  readonly fields: readonly HistoryField[];
};

/** How one field changed: from one value to another, or by a patch of its text. */
export type HistoryField =
  | { readonly field: string; readonly before: unknown; readonly after: unknown }
  | { readonly field: string; readonly at: number; readonly removed: string; readonly inserted: string };

/** Which entries are wanted, newest first. */
export type HistoryQuery = {
  /** Newest revision wanted; the last one unless given. */
  readonly before?: number;
  readonly limit: number;
  /** Only entries that changed this row. */
  readonly entity?: EntityName;
  readonly id?: string;
};

/** What became of a row since a revision, as net effect. */
export type NetChange = {
  readonly op: Change['op'];
  readonly entity: EntityName;
  readonly id: string;
  /** Fields that differ; empty for inserts and deletes. */
  readonly fields: readonly string[];
};

/** Something that a check found. */
export type Finding = {
  readonly kind:
    | 'row-damaged' // content does not fit its digest
    | 'row-missing' // in the log but not in the table
    | 'row-foreign' // in the table but not in the log
    | 'table-sum' // count or sum of a table is not what the write path left
    | 'reference' // points to a row that is not there
    | 'structure' // SQLite's own integrity check
    | 'history' // the chain of the log is broken
    | 'search'; // the search index is damaged (it is rebuilt by itself)
  readonly entity: EntityName | null;
  readonly id: string | null;
  readonly detail: string;
  readonly repairable: boolean;
};

/** Why a backup was made. */
export type BackupReason = 'changes' | 'close' | 'migration' | 'import' | 'restore' | 'repair' | 'asked' | 'withdrawal';

/** A verified backup on this computer. */
export type Backup = {
  readonly path: string;
  readonly fileId: string;
  /** Order of making; larger is later. */
  readonly number: number;
  readonly revision: number;
  /** Day of the last edit in it, YYYY-MM-DD in UTC. */
  readonly day: string;
  readonly reason: BackupReason;
  readonly bytes: number;
};

/** Words that are taken back: whose, and what takes them out of the rows. */
export type WithdrawRequest = {
  readonly opId: string;
  readonly label: string;
  readonly who: Withdrawn;
  readonly changes: readonly Change[];
  /** Every text that goes, as it stood. */
  readonly texts: readonly string[];
};

/** Copies on this computer that still hold words that were taken back; folders of recovered copies as paths. */
export type HeldCopies = { readonly backups: readonly Backup[]; readonly recovered: readonly string[] };

/** Copies that were removed, and the backup that was made before; null when there was nothing to remove. */
export type Purged = {
  readonly backup: Backup | null;
  readonly backups: readonly Backup[];
  readonly recovered: number;
};

/** Facts about an open file. */
export type FileInfo = {
  readonly path: string;
  readonly fileId: string;
  /** File that this one was copied from. */
  readonly parentId: string | null;
  readonly revision: number;
  readonly bytes: number;
  readonly rows: Readonly<Record<string, number>>;
  readonly schemaVersion: number;
  /** Version of the program that wrote last, and that made the file. */
  readonly writtenBy: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly readOnly: boolean;
  readonly freeBytes: number;
};

/** What regular upkeep did. */
export type UpkeepReport = {
  readonly backup: Backup | null;
  /** Findings of the digest check that runs in slices after opening. */
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
  /** What went wrong, such as a backup that could not be made. */
  readonly problems: readonly Failure[];
};

/** An open client file. Everything is synchronous; nothing throws for expected failures. */
export type ClientFile = {
  readonly path: string;
  /** The same for every name of the file on its disk, as `keyOfFile` tells it. */
  readonly key: string;
  /** What the user should know about how it was opened. */
  readonly notices: readonly Notice[];
  info(): FileInfo;
  /** Replicated rows, without large texts and bytes (those are ''); with `everything` also passages and the kit's facts. */
  load(options?: { readonly everything?: boolean }): ClientData;
  /** One row as `load` gives it. */
  row<N extends EntityName>(entity: N, id: string): RowOf<N> | null;
  /** Rows of an entity, all or those whose reference `field` points to `target`; for what is not replicated. */
  rows<N extends EntityName>(
    entity: N,
    where?: { readonly field: string; readonly target: string },
  ): readonly RowOf<N>[];
  /** Any text field, large ones included, or bytes as base64; null when the row is not there. */
  largeField(entity: EntityName, id: string, field: string): string | null;
  /** Bytes of a bytes field; null when the row is not there. */
  bytesField(entity: EntityName, id: string, field: string): Uint8Array | null;
  apply(request: ApplyRequest): Result<Ack, Failure>;
  /**
   * Takes words out of the rows, of every earlier entry and of the search index, for good: nothing brings them back, and
   * nothing that was done before can be undone any more.
   */
  withdraw(request: WithdrawRequest): Result<Ack, Failure>;
  /** Copies on this computer that still hold words that were taken back. */
  held(): HeldCopies;
  /** Removes them, after a new backup was made and verified. */
  purgeHeld(): Result<Purged, Failure>;
  /** Takes the last step back; with an operation id it can be sent again without a second effect. */
  undo(opId?: string): Result<Ack, Failure>;
  redo(opId?: string): Result<Ack, Failure>;
  undoable(): UndoStep | null;
  redoable(): UndoStep | null;
  history(query: HistoryQuery): readonly HistoryEntry[];
  /** Net effect of everything after a revision. */
  changedSince(revision: number): readonly NetChange[];
  /** Called after every entry that was written, by whoever; returns the way to stop it. */
  onChange(listener: (ack: Ack) => void): () => void;
  /** Words of the query are looked up as beginnings of words and quoted ones as a phrase, all of them in one row; best first. */
  search(query: string, limit: number, wish?: SearchWish): readonly SearchHit[];
  /** Shallow: structure, references, sums. Deep: every digest and the whole log as well. */
  check(options: { readonly deep: boolean }): readonly Finding[];
  /** Verifies the next `rows` digests; null while the round is not finished, then all that it found. */
  checkSlice(rows: number): readonly Finding[] | null;
  /** Puts a damaged or missing row back from the log; `asItIs` accepts a damaged row as it stands. */
  repairRow(entity: EntityName, id: string, how?: 'fromLog' | 'asItIs'): Result<Ack, Failure>;
  backup(reason: BackupReason): Result<Backup, Failure>;
  /** Newest first. */
  backups(): readonly Backup[];
  /** Writes a backup as a new file; never over an existing one. The file that is open stays as it is. */
  restoreTo(backup: Backup, target: string): Result<string, Failure>;
  /** Writes a verified copy with its own file id as a new file. */
  copyTo(path: string): Result<{ readonly path: string; readonly fileId: string }, Failure>;
  /** To be called every second or so: receipt, search index, backup after five minutes of changes, digest slices. */
  upkeep(): UpkeepReport;
  /** Backs up when changed, writes the receipt, releases the lock. The file alone remains. */
  close(): Result<null, Failure>;
};
