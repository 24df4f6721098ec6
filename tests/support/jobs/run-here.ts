/** Runs an import job inside the test's own process, with the checks that the runner would make. */
import type { Failure } from '../../../src/shared/api/errors.ts';
import type { Result } from '../../../src/shared/lib/result.ts';
import { importJobs } from '../../../src/main/jobs/import/jobs.ts';
import type { JobOptions, JobRow, JobRun, JobValue } from '../../../src/main/jobs/job.ts';

type Imports = typeof importJobs;

/** What came out: a value with its rows, or the failure. */
export type Outcome<Name extends keyof Imports> = Result<
  { readonly value: JobValue<Imports[Name]>; readonly rows: readonly JobRow<Imports[Name]>[] },
  Failure
>;

/** Starts a job on bytes, which are handed over in pieces of `piece` bytes. */
export async function runHere<Name extends keyof Imports>(
  name: Name,
  bytes: Uint8Array | string,
  options: JobOptions<Imports[Name]>,
  piece = 1 << 20,
): Promise<Outcome<Name>> {
  const job = importJobs[name];
  const run = (await job.load()) as JobRun<unknown, unknown, unknown>;
  const rows: unknown[] = [];
  const result = await run({
    bytes: pieces(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, piece),
    options: job.options.parse(options),
    report: () => undefined,
    emit: async (more) => void rows.push(...more.map((row) => job.row?.parse(row))),
  });
  if (!result.ok) return result;
  return { ok: true, value: { value: job.value.parse(result.value), rows } } as unknown as Outcome<Name>;
}

/** The value and rows of a job that has to succeed. */
export async function succeed<Name extends keyof Imports>(
  name: Name,
  bytes: Uint8Array | string,
  options: JobOptions<Imports[Name]>,
): Promise<Extract<Outcome<Name>, { ok: true }>['value']> {
  const result = await runHere(name, bytes, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The code of a job that has to be refused. */
export async function refusal<Name extends keyof Imports>(
  name: Name,
  bytes: Uint8Array | string,
  options: JobOptions<Imports[Name]>,
): Promise<string> {
  const result = await runHere(name, bytes, options);
  return result.ok ? 'accepted' : result.error.code;
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
