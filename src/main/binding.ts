/** Binds the contract to its services: one generic bridge, so that a new call touches no shell and no transport. */
import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import { createRouterClient, implement, ORPCError, type Router } from '@orpc/server';
import { type Contract, contract } from '../shared/api/contract.ts';
import { type Failure, failure } from '../shared/api/errors.ts';
import { fail } from '../shared/lib/result.ts';
import type { CallContext } from './desk.ts';

type Inputs = InferContractRouterInputs<Contract>;
type Outputs = InferContractRouterOutputs<Contract>;
/** A stream is answered by any async iterable, a call by its reply now or later. */
type Answer<T> = [T] extends [AsyncIterable<infer E>] ? AsyncIterable<E> : T | Promise<T>;

/** The window of calls that come from this process and not from a page. */
export const ownWindow = 'process';

/** What services implement: one function for each call of the contract, with its input, its end and the calling window. */
export type Services = {
  readonly [A in keyof Contract]: {
    readonly [C in keyof Contract[A]]: C extends keyof Inputs[A] & keyof Outputs[A]
      ? (input: Inputs[A][C], signal: AbortSignal | undefined, window: string) => Answer<Outputs[A][C]>
      : never;
  };
};

/** A typed caller of every call of the contract. */
export type Client = ContractRouterClient<Contract>;

/** What becomes of a throw. */
export type OnThrow = {
  /** The failure behind a throw of the disk or of a damaged file; null for a mistake of ours. */
  readonly troubleOf: (error: unknown, input: unknown) => Failure | null;
  /** Told of a mistake of ours by its call and the kind of error, never by its message. */
  readonly onBug: (call: string, error: unknown) => void;
};

/** Puts services behind the contract. Wrong input and throws come back as failures; nothing throws across this border. */
export function bindContract(services: Services, onThrow: OnThrow) {
  const builders = implement(contract) as unknown as Record<string, Record<string, Builder>>;
  const router = Object.fromEntries(
    Object.entries(services as unknown as Record<string, Record<string, Service>>).map(([area, calls]) => [
      area,
      Object.fromEntries(
        Object.entries(calls).map(([name, service]) => {
          const builder = builders[area]?.[name];
          if (builder === undefined) throw new Error(`the contract has no ${area}.${name}`);
          return [name, builder.handler(({ input, signal, context }) => service(input, signal, context.window))];
        }),
      ),
    ]),
  ) as unknown as Router<Contract, CallContext>;
  // The handlers of the transports take these as their `clientInterceptors`.
  const interceptors = [asReply(onThrow)];
  const options = { interceptors, context: { window: ownWindow } };
  const client = createRouterClient(router as never, options as never) as unknown as Client;
  return { router, client, interceptors };
}

type Service = (input: unknown, signal: AbortSignal | undefined, window: string) => unknown;
type Handled = { readonly input: unknown; readonly signal?: AbortSignal; readonly context: CallContext };
type Builder = { handler(run: (call: Handled) => unknown): unknown };
type Call = { readonly next: () => Promise<unknown>; readonly path: readonly string[]; readonly input: unknown };

function asReply({ troubleOf, onBug }: OnThrow) {
  return async ({ next, path, input }: Call): Promise<unknown> => {
    try {
      return await next();
    } catch (error) {
      const expected = badInput(error) ?? troubleOf(error, input);
      if (expected !== null) return fail(expected);
      onBug(path.join('.'), error);
      return fail(failure('internal', { where: path.join('.') }));
    }
  };
}

/** The first fault of an input that its schema refused; null for anything else. */
function badInput(error: unknown): Failure | null {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return null;
  const data = error.data as
    | { issues?: readonly { path?: readonly PropertyKey[]; message: string; keys?: readonly string[] }[] }
    | undefined;
  const issue = data?.issues?.[0];
  // A key that nobody knows is the place itself.
  const path = [...(issue?.path ?? []), ...(issue?.keys ?? []).slice(0, 1)].map(String).join('.');
  return failure('bad-input', { path, problem: issue?.message ?? 'it is not valid' });
}
