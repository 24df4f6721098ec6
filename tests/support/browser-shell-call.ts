/** The bytes of a call as the page makes it, with something wrong; and of other requests. */

/** What an attack may know: an attacker who has the token tries to get more, one who has not tries to do without. */
export type Known = { readonly port: number; readonly token: string; readonly code: string };

/** A call as the page makes it, with something wrong. */
export type Wrong = {
  readonly method?: string;
  readonly target?: string;
  readonly host?: string | null;
  /** Header lines besides; a name that the call has already replaces it there. */
  readonly headers?: readonly string[];
  readonly without?: readonly string[];
  readonly body?: string | Uint8Array;
};

/** The bytes of a call. */
export function call({ port, token }: Known, what: Wrong): string {
  const body = what.body ?? '{"json":{}}';
  const own = [
    ...(what.host === null ? [] : [`Host: ${what.host ?? `127.0.0.1:${port}`}`]),
    'Content-Type: application/json',
    `Content-Length: ${typeof body === 'string' ? Buffer.byteLength(body, 'latin1') : body.length}`,
    `Authorization: Bearer ${token}`,
    'Connection: close',
  ];
  const added = what.headers ?? [];
  const taken = [...(what.without ?? []), ...added.map((line) => line.split(':')[0] ?? '')].map((one) =>
    one.toLowerCase(),
  );
  const kept = own.filter((line) => !taken.includes((line.split(':')[0] ?? '').toLowerCase()));
  const first = `${what.method ?? 'POST'} ${what.target ?? '/api/desk/start'} HTTP/1.1`;
  const text = typeof body === 'string' ? body : Buffer.from(body).toString('latin1');
  return `${[first, ...kept, ...added].join('\r\n')}\r\n\r\n${text}`;
}

/** Text as bytes, one for each character. */
export const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
/** Makes the bytes of a call with something wrong. */
export const wrong =
  (what: Wrong) =>
  (known: Known): Uint8Array =>
    latin1(call(known, what));
/** A request for a file, which carries no body and no token. */
export const get = (target: string, ...headers: string[]): Wrong => ({
  method: 'GET',
  target,
  headers,
  without: ['content-type', 'content-length', 'authorization'],
  body: '',
});
