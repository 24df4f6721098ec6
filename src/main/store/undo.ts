/** Undo and redo as inverse changes: the stacks live in the log, so they work over restarts. */
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { type Engine, loggedTable } from './engine.ts';
import type { EntryHead, LogEntry } from './log.ts';
import { stepBack } from './replay.ts';
import type { Values } from './tables.ts';
import type { UndoStep } from './types.ts';
import type { Stacks } from './write.ts';
import type { ValidChange } from './validate.ts';

/** What takes a step back: the changes, and how the entry that carries them is written. */
export type Inverse = {
  readonly changes: readonly ValidChange[];
  readonly label: string;
  readonly undoes: number;
  readonly stacks: Stacks;
};

/** The step that undo would take back, or redo would bring again. */
export function nextStep(engine: Engine, direction: 'undo' | 'redo'): UndoStep | null {
  const top = topEntry(engine, direction);
  if (top === null) return null;
  const first = direction === 'undo' ? (engine.log.headAt(top.step) ?? top) : top;
  return { label: first.label, at: new Date(top.at).toISOString(), revision: top.revision };
}

/** The changes that take the next step back; nothing is written. */
export function inverseOfNext(engine: Engine, direction: 'undo' | 'redo'): Result<Inverse, Failure> {
  const head = engine.log.head();
  const top = topEntry(engine, direction);
  if (head === null || top === null) return fail(failure(whyNone(engine, direction)));
  const group = direction === 'undo' ? stepEntries(engine, top) : [top.revision];
  const oldest = engine.log.headAt((group.at(-1) ?? top.revision) - 1);
  const changes = inverseChanges(engine, group);
  if (!changes.ok) return changes;
  // Below an entry lies what was on top of its stack before it was written.
  const stacks: Stacks =
    direction === 'undo'
      ? { undoTop: oldest?.undoTop ?? 0, redoTop: 'self' }
      : { undoTop: 'self', redoTop: oldest?.redoTop ?? 0 };
  const label = nextStep(engine, direction)?.label ?? '';
  return ok({ changes: changes.value, label, undoes: top.revision, stacks });
}

// Words that were taken back close the way to everything before.
function whyNone(engine: Engine, direction: 'undo' | 'redo') {
  if (engine.log.withdrawals().length > 0) return 'nothing-since-withdrawal';
  return direction === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo';
}

function topEntry(engine: Engine, direction: 'undo' | 'redo'): EntryHead | null {
  const head = engine.log.head();
  const top = direction === 'undo' ? head?.undoTop : head?.redoTop;
  return top === undefined || top === 0 ? null : engine.log.headAt(top);
}

// Entries of one step, newest first.
function stepEntries(engine: Engine, top: EntryHead): readonly number[] {
  const revisions: number[] = [];
  let entry: EntryHead | null = top;
  while (entry !== null && entry.step === top.step) {
    revisions.push(entry.revision);
    const below: number = engine.log.headAt(entry.revision - 1)?.undoTop ?? 0;
    // Each step leads further back, also where the numbers are damaged.
    entry = below === 0 || below >= entry.revision ? null : engine.log.headAt(below);
  }
  return revisions;
}

// Walks back from the rows as they stand, so that many small patches become one change per row.
function inverseChanges(engine: Engine, revisions: readonly number[]): Result<readonly ValidChange[], Failure> {
  const rows = new Map<string, { entity: string; id: string; now: Values | null; earlier: Values | null }>();
  for (const revision of revisions) {
    const entry: LogEntry | null = engine.log.read(revision);
    for (const change of entry?.changes.toReversed() ?? []) {
      const [, entity, id] = change;
      const key = `${entity} ${id}`;
      const row = rows.get(key) ?? currentRow(engine, entity, id);
      const earlier = stepBack(engine, change, row.earlier);
      if (earlier === undefined)
        return fail(failure('row-damaged', { entity: engine.entities[entity]?.one ?? entity, id }));
      rows.set(key, { ...row, earlier });
    }
  }
  return ok([...rows.values()].flatMap(({ entity, id, now, earlier }) => netChange(engine, entity, id, now, earlier)));
}

function currentRow(
  engine: Engine,
  entity: string,
  id: string,
): { entity: string; id: string; now: Values | null; earlier: Values | null } {
  const table = loggedTable(engine, entity);
  const stored = table.read(id);
  const now = stored && table.values(stored.cells);
  return { entity, id, now, earlier: now };
}

function netChange(
  engine: Engine,
  entity: string,
  id: string,
  now: Values | null,
  earlier: Values | null,
): readonly ValidChange[] {
  const declared = loggedTable(engine, entity).entity;
  if (now === null) return earlier === null ? [] : [{ op: 'insert', entity: declared, id, values: earlier }];
  if (earlier === null) return [{ op: 'delete', entity: declared, id }];
  const values = Object.fromEntries(Object.entries(earlier).filter(([field, value]) => !sameValue(value, now[field])));
  return Object.keys(values).length === 0 ? [] : [{ op: 'update', entity: declared, id, values }];
}

function sameValue(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}
