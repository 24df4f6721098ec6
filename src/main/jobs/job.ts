/** What a job is: named work on foreign bytes that runs in a short-lived process of its own. */
import type { z } from 'zod';
import type { Failure } from '../../shared/api/errors.ts';
import type { Result } from '../../shared/lib/result.ts';

/** How far a job is; `total` is null while nobody knows it, and both are in the unit that the step names. */
export type JobProgress = { readonly step: string; readonly done: number; readonly total: number | null };

/** What a running job sees: its input, its options and the two ways to speak before it ends. */
export type JobTask<Options, Row> = {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly options: Options;
  report(progress: JobProgress): void;
  /** Sends rows of a long result ahead; resolves when the next may be sent, so that they cannot pile up. */
  emit(rows: readonly Row[]): Promise<void>;
};

/** The work itself; a throw counts as a crash of the job, everything expected is a failure value. */
export type JobRun<Options, Value, Row> = (task: JobTask<Options, Row>) => Promise<Result<Value, Failure>>;

/** A job as it stands in the registry: its schemas are loaded on both sides, its code only in the child. */
export type JobDefinition<Options = unknown, Value = unknown, Row = unknown> = {
  readonly options: z.ZodType<Options>;
  readonly value: z.ZodType<Value>;
  /** The rows that may precede the value; null when the job sends none. */
  readonly row: z.ZodType<Row> | null;
  /** Milliseconds after which the process is killed, unless the caller says otherwise. */
  readonly deadline: number;
  /** The most bytes of input that are handed over. */
  readonly maxBytes: number;
  readonly load: () => Promise<unknown>;
};

/** All jobs by name. */
export type JobRegistry = Readonly<Record<string, JobDefinition>>;

/** Declares a job, checking that the loaded code fits the schemas. */
export function defineJob<Options, Value, Row = never>(
  definition: JobDefinition<Options, Value, Row> & { readonly load: () => Promise<JobRun<Options, Value, Row>> },
): JobDefinition<Options, Value, Row> {
  return definition;
}

/** What a job takes besides its bytes. */
export type JobOptions<Job> = Job extends JobDefinition<infer Options, infer _Value, infer _Row> ? Options : never;

/** What a job gives back. */
export type JobValue<Job> = Job extends JobDefinition<infer _Options, infer Value, infer _Row> ? Value : never;

/** The rows that a job gives back besides its value. */
export type JobRow<Job> = Job extends JobDefinition<infer _Options, infer _Value, infer Row> ? Row : never;
