/** Binds the contract to its services: one generic bridge, so that a new call touches no shell and no transport. */
import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import { createRouterClient, implement, ORPCError } from '@orpc/server';
import { type Contract, contract } from '../shared/api/contract.ts';
import { type Failure, failure } from '../shared/api/errors.ts';
import { fail } from '../shared/lib/result.ts';

type Inputs = InferContractRouterInputs<Contract>;
type Outputs = InferContractRouterOutputs<Contract>;
/** A stream is answered by any async iterable, a call by its reply now or later. */
type Answer<T> = [T] extends [AsyncIterable<infer E>] ? AsyncIterable<E> : T | Promise<T>;

/** What services implement: one function for each call of the contract, with its input and its answer. */
export type Services = {
  readonly [A in keyof Contract]: {
    readonly [C in keyof Contract[A]]: C extends keyof Inputs[A] & keyof Outputs[A]
      ? (input: Inputs[A][C], signal: AbortSignal | undefined) => Answer<Outputs[A][C]>
      : never;
  };
};

/** A typed caller of every call of the contract. */
export type Client = ContractRouterClient<Contract>;

/** Told of a throw: a bug, named by its call and the kind of error, never by its message. */
export type OnBug = (call: string, error: unknown) => void;

/** Puts services behind the contract. Wrong input and bugs come back as failures; nothing throws across this border. */
export function bindContract(services: Services, onBug: OnBug) {
  const builders = implement(contract) as unknown as Record<string, Record<string, Builder>>;
  const router = Object.fromEntries(
    Object.entries(services as unknown as Record<string, Record<string, Service>>).map(([area, calls]) => [
      area,
      Object.fromEntries(
        Object.entries(calls).map(([name, service]) => {
          const builder = builders[area]?.[name];
          if (builder === undefined) throw new Error(`the contract has no ${area}.${name}`);
          return [name, builder.handler(({ input, signal }) => service(input, signal))];
        }),
      ),
    ]),
  ) as unknown as typeof contract;
  const options = { interceptors: [asReply(onBug)] };
  const client = createRouterClient(router as never, options as never) as unknown as Client;
  return { router, client, interceptors: options.interceptors };
}

type Service = (input: unknown, signal: AbortSignal | undefined) => unknown;
type Builder = { handler(run: (call: { input: unknown; signal?: AbortSignal }) => unknown): unknown };
type Call = { readonly next: () => Promise<unknown>; readonly path: readonly string[] };

function asReply(onBug: OnBug) {
  return async ({ next, path }: Call): Promise<unknown> => {
    try {
      return await next();
    } catch (error) {
      const refused = badInput(error);
      if (refused !== null) return fail(refused);
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
