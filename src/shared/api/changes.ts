/** Calls of the one write path: the replica, edits, undo and the stream of changes. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import type { Change } from '../model/change.ts';
import { type ClientData, entityNames } from '../model/index.ts';
import { call, computed, fileHandle, opId } from './call.ts';

const fields = z.record(z.string(), z.unknown());
const entity = z.enum(entityNames);

/** Shape of a change; the store checks its fields against their entity. */
const changeSchema: z.ZodType<Change, Change> = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('insert'), entity, id: z.uuid(), fields }),
  z.strictObject({ op: z.literal('update'), entity, id: z.uuid(), fields }),
  z.strictObject({ op: z.literal('delete'), entity, id: z.uuid() }),
]);

/** Acknowledgement of an edit: it is on disk. `changes` are those applied, with labels given and everything that followed. */
export type Ack = { readonly revision: number; readonly opId: string; readonly changes: readonly Change[] };

const ack = computed<Ack>();
const step = z.strictObject({ label: z.string(), at: z.string() }).nullable();

/** An entry of the history, newest first. */
export const historyEntry = z.strictObject({
  revision: z.int(),
  opId: z.uuid(),
  at: z.string(),
  kind: z.string(),
  label: z.string(),
  changes: z.int(),
});

/** An entry of the history. */
export type HistoryEntry = z.infer<typeof historyEntry>;

/** Calls of the one write path. */
export const changes = {
  load: call({ file: fileHandle }, computed<{ readonly revision: number; readonly data: ClientData }>()),
  field: call({ file: fileHandle, entity, id: z.uuid(), field: z.string() }, z.string()),
  apply: call(
    {
      file: fileHandle,
      opId,
      step: z.uuid().optional(),
      label: z.string().max(200),
      changes: z.array(changeSchema).min(1).max(100_000),
    },
    ack,
  ),
  undo: call({ file: fileHandle, opId }, ack),
  redo: call({ file: fileHandle, opId }, ack),
  steps: call({ file: fileHandle }, z.strictObject({ undo: step, redo: step })),
  history: call(
    { file: fileHandle, before: z.int().optional(), limit: z.int().min(1).max(500).optional() },
    z.array(historyEntry),
  ),
  /** Every acknowledged change from now on, whoever made it. */
  watch: oc.input(z.strictObject({ file: fileHandle })).output(eventIterator(ack)),
};

const hit = z.strictObject({
  entity: z.string(),
  id: z.string(),
  field: z.string(),
  /** Where the match starts in the text of the field, in UTF-16 units. */
  offset: z.int().min(0),
  before: z.string(),
  match: z.string(),
  after: z.string(),
  /** Document and place in it, for a passage; '' for rows that the window has. */
  place: z.string(),
});

/** Calls that find text. */
export const search = {
  /** What was withdrawn is never found. With `interview` only what belongs to it. */
  find: call(
    {
      file: fileHandle,
      query: z.string().max(200),
      limit: z.int().min(1).max(200).optional(),
      interview: z.uuid().optional(),
    },
    z.array(hit),
  ),
};
