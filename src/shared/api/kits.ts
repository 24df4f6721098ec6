/** Calls on the kit that a client file carries. */
import { z } from 'zod';
import type { KitContent } from '../method/kit-schema.ts';
import { call, computed, fileHandle, opId, placeHandle } from './call.ts';

const minutes = z.number().min(1).max(1440);
const words = z.string().trim().min(1).max(500);

/** A guide as it was put together for an interview; the kit gives the ids. */
const guideDraft = z.strictObject({
  name: words,
  minutes,
  levels: z.array(z.string()).min(1).max(100),
  blocks: z
    .array(
      z.strictObject({
        name: words,
        minutes,
        questions: z
          .array(
            z.strictObject({
              must: z.boolean(),
              question: z.string().nullable(),
              text: words,
              answer: z.uuid().nullable(),
            }),
          )
          .max(200),
      }),
    )
    .min(1)
    .max(100),
});

/** Calls on the kit. */
export const kits = {
  get: call({ file: fileHandle }, computed<KitContent>()),
  /** Puts another kit in place; refused where the file uses an id that it does not have. */
  replace: call({ file: fileHandle, place: placeHandle, opId }, z.strictObject({ id: z.string(), version: z.int() })),
  /**
   * Keeps a guide in the kit of the file, as one step that can be taken back. `interview` is asked by it from then on;
   * `first` puts it before the others, so that it is the one that its levels are offered.
   */
  addGuide: call(
    { file: fileHandle, opId, guide: guideDraft, interview: z.uuid().nullable(), first: z.boolean() },
    z.strictObject({ revision: z.int() }),
  ),
  export: call({ file: fileHandle, place: placeHandle }, z.strictObject({ bytes: z.int() })),
};
