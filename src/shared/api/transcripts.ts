/** Calls on transcripts: what was said in them, which is no part of what a window holds. */
import { z } from 'zod';
import type { Turn } from '../model/index.ts';
import { call, computed, fileHandle } from './call.ts';

/** Calls on transcripts. */
export const transcripts = {
  /** The turns of an interview in their order; none for an interview without a transcript. */
  turns: call({ file: fileHandle, interview: z.uuid() }, computed<readonly Turn[]>()),
};
