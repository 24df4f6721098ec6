/** The one write path: changes become rows, a log entry and sums within the caller's transaction. */
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { Change } from '../../shared/model/change.ts';
import { applyChange, type Batch, finishBatch, startBatch } from './batch.ts';
import type { Engine } from './engine.ts';
import { type EntryHead, idFromBytes, idToBytes, type Log, type LogEntry } from './log.ts';
import { replayEntry } from './replay.ts';
import type { Ack, EntryKind } from './types.ts';
import type { ValidChange } from './validate.ts';

/** What is written as one entry. */
export type Entry = {
  readonly opId: string;
  readonly step: string | null;
  readonly label: string;
  readonly kind: EntryKind;
  /** Entry that an undo or redo takes back. */
  readonly undoes?: number;
  /** What the undo and redo stacks look like afterwards; by default as after an edit of this kind. */
  readonly stacks?: Stacks;
  /** Of an entry that takes words back: what it left of earlier ones. */
  readonly left?: Readonly<Record<string, string>>;
  /** Now, as an instant, and the time zone. */
  readonly at: string;
  readonly zone: string;
};

/** Tops of the two stacks after an entry; `self` is the entry itself, 0 an empty stack. */
export type Stacks = { readonly undoTop: number | 'self'; readonly redoTop: number | 'self' };

/**
 * Writes changes as one entry. Without any effect nothing is logged. Sent again with a known operation id it has no effect
 * and answers with what was written then. On failure the caller rolls back.
 */
export function writeChanges(engine: Engine, entry: Entry, changes: readonly ValidChange[]): Result<Ack, Failure> {
  const known = engine.log.findOp(entry.opId);
  if (known !== null) return ok(repeatedAck(engine, known));
  const head = engine.log.head();
  const batch = startBatch(engine, (head?.revision ?? 0) + 1, entry.undoes ?? 0);
  for (const change of changes) {
    const applied = applyChange(batch, change);
    if (!applied.ok) return applied;
  }
  return finishEntry(batch, entry);
}

/** Seals what a batch did as one entry. */
export function finishEntry(batch: Batch, entry: Entry): Result<Ack, Failure> {
  const { engine } = batch;
  const at = Date.parse(entry.at);
  if (!Number.isFinite(at)) return fail(failure('bad-input', { path: 'clock', problem: 'must be an instant' }));
  const finished = finishBatch(batch, entry.kind !== 'create' && entry.kind !== 'withdrawal');
  if (!finished.ok) return finished;
  const head = engine.log.head();
  if (batch.logged.length === 0 && idle.includes(entry.kind))
    return ok({ ...ackOf(entry, head?.revision ?? 0, entry.at, []), repeated: false });
  const step = entry.step === null ? null : openStep(engine.log, head, entry.step);
  const written = engine.log.append({
    opId: entry.opId,
    step,
    stepId: step === null ? entry.step : null,
    at,
    zone: entry.zone,
    kind: entry.kind,
    label: entry.label,
    undoes: entry.undoes ?? null,
    ...(entry.stacks ?? stacksAfter(entry.kind, head, batch.logged.length > 0)),
    changes: batch.logged,
    ...(entry.left === undefined ? {} : { sealing: { left: entry.left } }),
  });
  return ok(ackOf(entry, written.revision, new Date(at).toISOString(), batch.applied));
}

/** The answer to an operation that was written before. */
export function repeatedAck(engine: Engine, entry: LogEntry): Ack {
  return {
    opId: entry.opId,
    revision: entry.revision,
    at: new Date(entry.at).toISOString(),
    kind: entry.kind,
    label: entry.label,
    changes: replayEntry(engine, entry),
    repeated: true,
  };
}

function ackOf(entry: Entry, revision: number, at: string, changes: readonly Change[]): Ack {
  return { opId: entry.opId, revision, at, kind: entry.kind, label: entry.label, changes, repeated: false };
}

// An edit continues the step of the entry that undo would take back, if they carry the same step id.
function openStep(log: Log, head: EntryHead | null, stepId: string): number | null {
  const top = head === null || head.undoTop === 0 ? null : log.headAt(head.undoTop);
  const first = top === null ? null : log.headAt(top.step);
  return first?.stepId === idFromBytes(idToBytes(stepId)) ? first.revision : null;
}

// Kinds of which an entry without changes says nothing. An undo without changes still moves the stacks: what it took back
// had come to nothing by itself.
const idle: readonly EntryKind[] = ['edit', 'import', 'repair'];

// What is neither undoable nor without changes cuts both stacks off, because the edits before it were made to other content;
// and words that were taken back must not come into view again.
function stacksAfter(kind: EntryKind, head: EntryHead | null, changed: boolean): Stacks {
  if (kind === 'edit' || kind === 'import') return { undoTop: 'self', redoTop: 0 };
  return changed || kind === 'withdrawal'
    ? { undoTop: 0, redoTop: 0 }
    : { undoTop: head?.undoTop ?? 0, redoTop: head?.redoTop ?? 0 };
}
