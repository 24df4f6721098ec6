/** The shape of a failure where it crosses a boundary: a reply, or a message of a child process. */
import { z } from 'zod';
import { isFailureCode, type Failure } from './errors.ts';

/** Schema of a failure. */
export const failureSchema: z.ZodType<Failure> = z.strictObject({
  code: z.string().refine(isFailureCode),
  params: z.record(z.string(), z.union([z.string().max(1000), z.number()])),
});
