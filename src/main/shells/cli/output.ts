/** How the command line speaks: results on standard output, everything else on standard error. */
import { describeFailure, type Failure } from '../../../shared/api/errors.ts';

/** Where a command writes. */
export type Streams = { readonly out: (text: string) => void; readonly err: (text: string) => void };

/** A failure on its way to the exit code; thrown by `need` and caught once, in the program. */
export class CommandFailed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** The value of a reply; an expected failure ends the command. */
export function need<T>(
  reply: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure },
): T {
  if (!reply.ok) throw new CommandFailed(reply.error);
  return reply.value;
}

/** Prints a result: as JSON for programs, else as the lines for people. */
export function print(streams: Streams, json: boolean, value: unknown, lines: readonly string[]): void {
  streams.out(json ? `${JSON.stringify(value)}\n` : lines.map((line) => `${line}\n`).join(''));
}

/** Prints a failure: one clear sentence with its code. */
export function printFailure(streams: Streams, json: boolean, problem: Failure): void {
  const sentence = describeFailure(problem);
  streams.err(json ? `${JSON.stringify({ error: { ...problem, sentence } })}\n` : `${sentence} [${problem.code}]\n`);
}

/** Exit code of a failure: 1 for a bug, 2 where the input was wrong, 130 for an interruption, 3 where a file was refused. */
export function exitCodeOf(problem: Failure): number {
  if (problem.code === 'internal') return 1;
  if (problem.code === 'cancelled') return 130;
  return /^(?:bad-|exchange-|import-|kit-)/u.test(problem.code) ? 2 : 3;
}
