/** How a call of the contract is declared: checked input, checked output, expected failures as values. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isCalendarDate } from '../lib/text.ts';
import type { Failure } from './errors.ts';
import { failureSchema } from './failure-schema.ts';

/** What every call answers: a value, or an expected failure from the closed list. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** Declares a call by its input (unknown keys are refused) and the value that it answers. */
export function call<I extends z.ZodRawShape, O>(input: I, value: z.ZodType<O>) {
  const output = z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), error: failureSchema }),
  ]) as unknown as z.ZodType<Reply<O>>;
  return oc.input(z.strictObject(input)).output(output);
}

/** Plain data whose shape one of our own pure functions guarantees: typed here, not walked again at run time. */
export function computed<T>(): z.ZodType<T> {
  return z.custom<T>((value) => value !== undefined);
}

/** Opaque handle of an open client file. */
export const fileHandle = z.string().min(1).max(100);
/** Opaque handle of a place on disk that the shell let the user choose; never a path. */
export const placeHandle = z.string().min(1).max(100);
/** Identity of an operation: sending it again has no second effect. */
export const opId = z.uuid();
/** Name under which long work reports progress and can be cancelled. */
export const workId = z.string().min(1).max(100).optional();
/** A day; every figure that depends on "today" says which day it took. */
export const day = z.iso.date().refine(isCalendarDate, 'must be a day that exists, as YYYY-MM-DD').optional();
