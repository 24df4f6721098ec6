/** What comes through a window's port is looked at before the contract sees it: size, shape, no key for a prototype. */
import { z } from 'zod';
import { parseStrictJson } from '../../lib/strict-json.ts';

/** A port of Electron's main process, as far as it is used here. */
export type MainPort = {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
};

/** What the transport of the contract takes for a port. */
export type GatedPort = {
  on(event: string, listener: (event?: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
  /** Closes the port; the transport hears of it as if the page had gone. */
  close(): void;
};

/** Largest message, in UTF-8 bytes: a piece of a received file is up to 2 MB, the changes of a large paste are more. */
export const messageBytes = 8_000_000;

/**
 * Puts the checks between a port and the contract. A call that is too large or not allowed is answered as refused; what
 * is no call at all comes from no page of ours, and closes the port.
 */
export function gatePort(port: MainPort): GatedPort {
  const closing = new Set<() => void>();
  let open = true;
  const end = (): void => {
    if (!open) return;
    open = false;
    for (const listener of closing) listener();
  };
  const close = (): void => {
    end();
    port.close();
  };
  port.on('close', end);
  return {
    on(event, listener) {
      if (event === 'close') closing.add(listener);
      if (event !== 'message') return;
      port.on('message', ({ data }) => {
        if (!open) return;
        const checked = check(data);
        if (checked === 'allowed') listener({ data });
        else if (checked === null) close();
        else port.postMessage(JSON.stringify(checked));
      });
    },
    // A stream may end a moment after the page is gone.
    postMessage: (message) => void (open && port.postMessage(message)),
    close,
  };
}

type Refusal = { readonly i: string; readonly p: unknown };

/** A call or the end of one, as the transport writes them: nothing in headers, no method, no stream from the page. */
const envelope = z.union([
  z.strictObject({
    i: z.string().max(40),
    p: z.strictObject({ u: z.string().regex(/^(\/\w{1,40}){1,3}$/), b: z.unknown().optional() }),
  }),
  z.strictObject({ i: z.string().max(40), t: z.literal(4) }),
]);

function check(data: unknown): 'allowed' | Refusal | null {
  if (typeof data !== 'string') return null;
  const id = /^\{"i":"(\w{1,40})"/.exec(data.slice(0, 60))?.[1];
  if (data.length > messageBytes || Buffer.byteLength(data) > messageBytes) {
    return id === undefined ? null : refusal(id, 413, 'PAYLOAD_TOO_LARGE');
  }
  const parsed = parseStrictJson(data);
  if (parsed === null) return id === undefined ? null : refusal(id, 400, 'BAD_REQUEST');
  return envelope.safeParse(parsed.value).success ? 'allowed' : null;
}

/** An answer as the transport reads it: an error with a status and no words. */
function refusal(id: string, status: number, code: string): Refusal {
  const error = { defined: false, code, status, message: code };
  return { i: id, p: { s: status, b: { json: error } } };
}
