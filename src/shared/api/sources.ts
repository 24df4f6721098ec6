/** Calls on sources: their text, their original and what changed in them, none of which is part of what a window holds. */
import { z } from 'zod';
import type { VersionChanges } from '../analysis/source-versions.ts';
import type { Passage } from '../model/index.ts';
import { call, computed, fileHandle, placeHandle } from './call.ts';

/** Calls on sources. */
export const sources = {
  /** The passages of a source in reading order; none for a source without text. */
  passages: call({ file: fileHandle, source: z.uuid() }, computed<readonly Passage[]>()),
  /** What changed from the earlier version of a source to it; null for one that replaces none. */
  changes: call({ file: fileHandle, source: z.uuid() }, computed<VersionChanges | null>()),
  /** Writes the original of a source to disk, byte for byte as it came in. */
  saveOriginal: call({ file: fileHandle, source: z.uuid(), place: placeHandle }, z.strictObject({ bytes: z.int() })),
};
