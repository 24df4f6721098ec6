/** Refusals travel as exceptions inside the parsers, whose callbacks know no other way out, and become values at the edge. */
import { failure, type Failure, type FailureCode, type FailureParams } from '../../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';

/** Ends the parsing from any depth with an expected failure. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(code: FailureCode, params: FailureParams = {}) {
    super(code);
    this.failure = failure(code, params);
  }
}

/** Runs a parser and turns its refusal into a value; every other throw stays a bug. */
export async function refusable<T>(work: () => Promise<T>): Promise<Result<T, Failure>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof Refusal) return fail(error.failure);
    throw error;
  }
}
