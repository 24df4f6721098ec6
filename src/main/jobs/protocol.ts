/** The messages between the two sides of a job; the child's are validated because it reads foreign bytes. */
import { z } from 'zod';
import { failureSchema } from '../../shared/api/failure-schema.ts';

/** What the parent tells the child: the work, then its input piece by piece as it is asked for (null at its end). */
export type ParentMessage =
  | { readonly kind: 'start'; readonly job: string; readonly options: unknown }
  | { readonly kind: 'bytes'; readonly chunk: Uint8Array | null };

const resident = z.number().nonnegative();

/** What the child tells the parent; `resident` is its memory in bytes at that moment. */
export const childMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('more'), resident }),
  z.strictObject({
    kind: z.literal('progress'),
    step: z.string().max(100),
    done: z.number(),
    total: z.number().nullable(),
    resident,
  }),
  z.strictObject({ kind: z.literal('rows'), rows: z.array(z.unknown()), resident }),
  z.strictObject({ kind: z.literal('done'), value: z.unknown(), peak: resident }),
  z.strictObject({ kind: z.literal('failed'), failure: failureSchema, peak: resident }),
  z.strictObject({ kind: z.literal('crashed'), place: z.string().max(200), peak: resident }),
]);

/** A message of the child after validation. */
export type ChildMessage = z.output<typeof childMessageSchema>;
