/** Calls on the kit that a client file carries. */
import { z } from 'zod';
import type { KitContent } from '../method/kit-schema.ts';
import { call, computed, fileHandle, opId, placeHandle } from './call.ts';

/** Calls on the kit. */
export const kits = {
  get: call({ file: fileHandle }, computed<KitContent>()),
  /** Puts another kit in place; refused where the file uses an id that it does not have. */
  replace: call({ file: fileHandle, place: placeHandle, opId }, z.strictObject({ id: z.string(), version: z.int() })),
  export: call({ file: fileHandle, place: placeHandle }, z.strictObject({ bytes: z.int() })),
};
