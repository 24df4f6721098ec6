/** The child's side: takes one job, feeds it, sends what it gives, and says where it broke if it broke. */
import { failure } from '../../shared/api/errors.ts';
import { fail } from '../../shared/lib/result.ts';
import { openChannel, type JobChannel } from './channel.ts';
import type { JobRegistry, JobRun, JobTask } from './job.ts';
import type { ChildMessage, ParentMessage } from './protocol.ts';

/** Serves the one job that this process was launched for, then stays until it is killed. */
export function serveJobs(registry: JobRegistry): void {
  const channel = openChannel();
  const waiting: ((chunk: Uint8Array | null) => void)[] = [];
  const crash = (error: unknown): void =>
    void channel.send({ kind: 'crashed', place: ownPlace(error), peak: peakBytes() } satisfies ChildMessage);
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
  channel.listen((raw) => {
    const message = raw as ParentMessage; // the parent is our own code
    if (message.kind === 'bytes') waiting.shift()?.(message.chunk);
    else void perform(registry, message, channel, waiting).catch(crash);
  });
}

async function perform(
  registry: JobRegistry,
  { job, options }: Extract<ParentMessage, { kind: 'start' }>,
  channel: JobChannel,
  waiting: ((chunk: Uint8Array | null) => void)[],
): Promise<void> {
  const definition = registry[job];
  if (definition === undefined) throw new Error(`no job ${job}`);
  const checked = definition.options.safeParse(options);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const params = { path: `${job} ${issue?.path.join('.') ?? ''}`, problem: issue?.code ?? 'invalid' };
    await channel.send({ kind: 'failed', failure: failure('bad-input', params), peak: peakBytes() });
    return;
  }
  const run = (await definition.load()) as JobRun<unknown, unknown, unknown>; // defineJob checked that it fits
  let sending = Promise.resolve();
  const task: JobTask<unknown, unknown> = {
    bytes: input(channel, waiting),
    options: checked.data,
    report: (progress) => void channel.send({ kind: 'progress', ...progress, resident: process.memoryUsage.rss() }),
    emit: (rows) => {
      // One message is on its way while the next is made.
      const before = sending;
      sending = channel.send({ kind: 'rows', rows, resident: process.memoryUsage.rss() });
      return before;
    },
  };
  const result = (await run(task)) ?? fail(failure('internal', { where: job }));
  await channel.send(
    result.ok
      ? { kind: 'done', value: result.value, peak: peakBytes() }
      : { kind: 'failed', failure: result.error, peak: peakBytes() },
  );
}

async function* input(
  channel: JobChannel,
  waiting: ((chunk: Uint8Array | null) => void)[],
): AsyncGenerator<Uint8Array, void> {
  const ask = (): Promise<Uint8Array | null> => {
    const next = new Promise<Uint8Array | null>((resolve) => waiting.push(resolve));
    void channel.send({ kind: 'more', resident: process.memoryUsage.rss() });
    return next;
  };
  // The next piece is on its way while this one is worked on.
  let next = ask();
  for (;;) {
    const chunk = await next;
    if (chunk === null) return;
    next = ask();
    yield chunk;
  }
}

function peakBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}

/** The topmost file and line in our own code: enough to find the bug, nothing of the client's text. */
function ownPlace(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const name = error instanceof Error ? error.name : typeof error;
  const frame = stack.split('\n').find((line) => /^\s+at /.test(line) && !/node_modules|node:/.test(line));
  return `${name} ${/([\w.-]+:\d+:\d+)\)?$/.exec(frame ?? '')?.[1] ?? 'in a library'}`.slice(0, 200);
}
