/** The calls of the contract over HTTP: one target for each, answered by the core's own router. */
import { RPCHandler } from '@orpc/server/fetch';
import { contract } from '../../../shared/api/contract.ts';
import type { Core } from '../../core.ts';

/** Where calls begin. */
const prefix = '/api';

/** Milliseconds between two signs of life of a stream. */
const keepAlive = 20_000;

/** Answers a call that was let in. */
export type AnswerCall = (target: string, body: unknown, window: string, signal: AbortSignal) => Promise<Response>;

/** The exact targets of all calls. */
export function callTargets(): readonly string[] {
  return Object.entries(contract).flatMap(([area, calls]) =>
    Object.keys(calls).map((name) => `${prefix}/${area}/${name}`),
  );
}

/** Answers calls out of a core; a body that is no call of this transport gets a 400. */
export function answerCalls(core: Pick<Core, 'router' | 'interceptors'>): AnswerCall {
  const handler = new RPCHandler(core.router, {
    // A copy: the handler puts its own into the list.
    clientInterceptors: [...core.interceptors],
    eventIteratorKeepAliveInterval: keepAlive,
  });
  return async (target, body, window, signal) => {
    if (!isEnvelope(body)) return new Response(null, { status: 400 });
    const request = new Request(`http://127.0.0.1${target}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
    const { matched, response } = await handler.handle(request, { prefix, context: { window } });
    return matched ? response : new Response(null, { status: 404 });
  };
}

/** The envelope of a call: its input as JSON, and notes on values that JSON has no word for. */
function isEnvelope(body: unknown): body is { readonly json?: unknown; readonly meta?: unknown } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  const { json: _json, meta = [], ...rest } = body as Record<string, unknown>;
  return Object.keys(rest).length === 0 && Array.isArray(meta) && meta.every(isNote);
}

function isNote(note: unknown): boolean {
  return Array.isArray(note) && note.every((part) => typeof part === 'number' || typeof part === 'string');
}
