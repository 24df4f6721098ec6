/** Runs jobs in capped child processes: a deadline, a memory cap, cancelling, and a validated result. */
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { JobHost, JobProcess } from './host.ts';
import type { JobDefinition, JobOptions, JobProgress, JobRegistry, JobRow, JobValue } from './job.ts';
import { residentBytes } from './memory.ts';
import { childMessageSchema, type ChildMessage } from './protocol.ts';

/** The input of a job: bytes at hand, or pieces that are drawn as the child asks for them. */
export type JobBytes = Uint8Array | AsyncIterable<Uint8Array>;

/** One run of a job; `deadline` in milliseconds overrides the job's own. */
export type JobRequest<Options> = {
  readonly bytes?: JobBytes;
  readonly options: Options;
  readonly deadline?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: JobProgress) => void;
  /** Called once at the end with what the run cost, for logs and measurements. */
  readonly onEnd?: (cost: JobCost) => void;
};

/** Milliseconds from launch to end, and the peak resident memory of the child in bytes where it is known. */
export type JobCost = { readonly milliseconds: number; readonly peakBytes: number };

/** What a finished job gives: its value, and the rows that it sent ahead. */
export type JobDone<Value, Row> = { readonly value: Value; readonly rows: readonly Row[] };

/** The runner that services hold. */
export type Jobs<Registry extends JobRegistry> = {
  start<Name extends keyof Registry & string>(
    name: Name,
    request: JobRequest<JobOptions<Registry[Name]>>,
  ): Promise<Result<JobDone<JobValue<Registry[Name]>, JobRow<Registry[Name]>>, Failure>>;
  /** Kills what still runs; each such run ends as cancelled. */
  close(): void;
};

/** What the runner needs; `memoryBytes` is the resident size at which a child is killed (700 MB unless given). */
export type JobsConfig<Registry extends JobRegistry> = {
  readonly host: JobHost;
  readonly registry: Registry;
  readonly memoryBytes?: number;
};

/** Opens a runner for the given jobs. */
export function openJobs<Registry extends JobRegistry>(config: JobsConfig<Registry>): Jobs<Registry> {
  const closing = new AbortController();
  return {
    start(name, request) {
      const definition = config.registry[name];
      if (definition === undefined) return Promise.resolve(fail(failure('internal', { where: name })));
      const signal = request.signal === undefined ? closing.signal : AbortSignal.any([closing.signal, request.signal]);
      const run = new Run(name, definition, { ...request, signal }, config.memoryBytes ?? 700_000_000);
      // The schemas of the definition have checked the value and the rows against these types.
      return run.start(config.host) as Promise<Result<JobDone<never, never>, Failure>>;
    },
    close: () => closing.abort(),
  };
}

const CHUNK = 1 << 20;
const WATCH_MS = 20;

class Run {
  private readonly rows: unknown[] = [];
  private readonly started = performance.now();
  private readonly chunks: AsyncIterator<Uint8Array>;
  private readonly timers: NodeJS.Timeout[] = [];
  private child: JobProcess | null = null;
  private verdict: Result<unknown, Failure> | null = null;
  private peak = 0;
  private sent = 0;
  private settle: (result: Result<unknown, Failure>) => void = () => undefined;
  private readonly name: string;
  private readonly job: JobDefinition;
  private readonly request: JobRequest<unknown> & { readonly signal: AbortSignal };
  private readonly memoryBytes: number;

  constructor(
    name: string,
    job: JobDefinition,
    request: JobRequest<unknown> & { readonly signal: AbortSignal },
    memoryBytes: number,
  ) {
    this.name = name;
    this.job = job;
    this.request = request;
    this.memoryBytes = memoryBytes;
    this.chunks = pieces(request.bytes ?? new Uint8Array());
  }

  async start(host: JobHost): Promise<Result<unknown, Failure>> {
    const { signal, onEnd, deadline = this.job.deadline } = this.request;
    if (signal.aborted) return fail(failure('cancelled'));
    const cancel = (): void => this.end(fail(failure('cancelled')));
    const result = await new Promise<Result<unknown, Failure>>((resolve) => {
      this.settle = resolve;
      signal.addEventListener('abort', cancel, { once: true });
      const late = fail(failure('job-timeout', { job: this.name, seconds: deadline / 1000 }));
      this.timers.push(
        setTimeout(() => this.end(late), deadline),
        setInterval(() => this.watchMemory(), WATCH_MS),
      );
      this.child = host.launch({
        onMessage: (message) => this.hear(message),
        onExit: ({ code, signal: by }) => resolve(this.verdict ?? fail(this.explainExit(code, by))),
      });
      this.child.send({ kind: 'start', job: this.name, options: this.request.options });
    });
    signal.removeEventListener('abort', cancel);
    for (const timer of this.timers) clearTimeout(timer);
    void this.chunks.return?.();
    onEnd?.({ milliseconds: performance.now() - this.started, peakBytes: this.peak });
    return result;
  }

  /** Decides the outcome and kills the process; the caller learns of it when the process is gone. */
  private end(result: Result<unknown, Failure>): void {
    if (this.verdict !== null) return;
    this.verdict = result;
    this.child?.kill();
    // A good result need not wait for the corpse.
    if (result.ok) this.settle(result);
  }

  private hear(raw: unknown): void {
    if (this.verdict !== null) return;
    const message = childMessageSchema.safeParse(raw);
    if (!message.success) return this.end(fail(this.crash('protocol')));
    this.note('peak' in message.data ? message.data.peak : message.data.resident);
    this.obey(message.data);
  }

  private obey(message: ChildMessage): void {
    switch (message.kind) {
      case 'more':
        return void this.feed();
      case 'progress':
        return this.request.onProgress?.({ step: message.step, done: message.done, total: message.total });
      case 'rows':
        return this.takeRows(message.rows);
      case 'failed':
        return this.end(fail(message.failure));
      case 'crashed':
        return this.end(fail(this.crash(message.place)));
      case 'done': {
        const value = this.job.value.safeParse(message.value);
        if (!value.success) return this.end(fail(this.crash(`value ${value.error.issues[0]?.path.join('.') ?? ''}`)));
        return this.end(ok({ value: value.data, rows: this.rows }));
      }
    }
  }

  private takeRows(rows: readonly unknown[]): void {
    for (const raw of rows) {
      const row = this.job.row?.safeParse(raw);
      if (row?.success !== true) return this.end(fail(this.crash(`row ${row?.error.issues[0]?.path.join('.') ?? ''}`)));
      this.rows.push(row.data);
    }
  }

  private async feed(): Promise<void> {
    try {
      const next = await this.chunks.next();
      if (this.verdict !== null) return;
      const chunk = next.done === true ? null : next.value;
      this.sent += chunk?.length ?? 0;
      if (this.sent > this.job.maxBytes) {
        return this.end(fail(failure('import-too-large', { limit: Math.round(this.job.maxBytes / 1_000_000) })));
      }
      this.child?.send({ kind: 'bytes', chunk });
    } catch {
      this.end(fail(failure('job-input')));
    }
  }

  private watchMemory(): void {
    const bytes = this.child?.pid === undefined ? null : residentBytes(this.child.pid);
    if (bytes !== null) this.note(bytes.now, bytes.peak);
  }

  private note(resident: number, peak = resident): void {
    this.peak = Math.max(this.peak, peak);
    if (resident > this.memoryBytes) this.end(fail(this.outOfMemory()));
  }

  /** V8 aborts when its heap is full; a kill that was not ours is the system short of memory. */
  private explainExit(code: number | null, signal: string | null): Failure {
    const memory = signal === 'SIGABRT' || signal === 'SIGKILL' || signal === 'SIGTRAP' || code === 134;
    return memory ? this.outOfMemory() : this.crash(signal ?? `exit ${code ?? 'without start'}`);
  }

  private outOfMemory(): Failure {
    return failure('job-memory', { job: this.name });
  }

  private crash(place: string): Failure {
    return failure('job-crashed', { job: this.name, place });
  }
}

async function* pieces(bytes: JobBytes): AsyncGenerator<Uint8Array, void> {
  if (!(bytes instanceof Uint8Array)) {
    for await (const piece of bytes) yield piece;
    return;
  }
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}
