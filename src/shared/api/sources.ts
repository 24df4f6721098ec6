/** Calls on sources: their text, which is no part of what a window holds. */
import { z } from 'zod';
import type { Passage } from '../model/index.ts';
import { call, computed, fileHandle } from './call.ts';

/** Calls on sources. */
export const sources = {
  /** The passages of a source in reading order; none for a source without text. */
  passages: call({ file: fileHandle, source: z.uuid() }, computed<readonly Passage[]>()),
};
