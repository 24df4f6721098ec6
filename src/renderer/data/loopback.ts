/**
 * Requests of a page in the browser shell. All streams of a page share one connection, because a browser opens six to a
 * server for all windows together. And once the server was away, nothing that was typed is sent to whoever listens on its
 * port until it has proved that it is the one that gave us the token.
 */

/** Sends a request. */
export type Send = (request: Request, init?: RequestInit) => Promise<Response>;

/** Largest body that a browser sends on while the page goes away. */
const keepAliveBytes = 60_000;

/** Requests with a token; `page` is the name under which the server knows it. */
export function loopback(token: string, page: string, send: Send = (request, init) => fetch(request, init)): Send {
  let sure = true;
  const channel = openChannel(token, send, () => (sure = false));

  async function proven(signal: AbortSignal): Promise<boolean> {
    if (sure) return true;
    const challenge = crypto.randomUUID();
    const answer = await send(post('/proof', { page, challenge }, null), { signal });
    if (!answer.ok) return false;
    const { proof } = (await answer.json()) as { proof: string };
    sure = proof === (await sign(token, challenge));
    return sure;
  }

  return async (request, init) => {
    try {
      if (!(await proven(request.signal))) throw new TypeError('the server is gone');
      const { id, body } = await channel.listen(request.signal);
      const headers = new Headers(request.headers);
      headers.set('x-stream', String(id));
      // What is typed last is still sent when the page goes away.
      const last = document.visibilityState === 'hidden' && (await size(request)) < keepAliveBytes;
      const answer = await send(new Request(request, { headers }), { ...init, keepalive: last });
      if (answer.status === 202) {
        await answer.text();
        return new Response(body, { status: 200, headers: { 'content-type': 'text/event-stream' } });
      }
      channel.drop(id);
      return answer;
    } catch (error) {
      // A call that was given up says nothing about the server.
      if (!request.signal.aborted) sure = false;
      throw error;
    }
  };
}

type Stream = {
  push(text: string): void;
  end(error?: Error): void;
};

/** The connection that carries the streams; opened again with the next call after it broke. */
function openChannel(token: string, send: Send, onBreak: () => void) {
  const streams = new Map<number, Stream>();
  let opening: Promise<void> | null = null;
  let last = 0;

  async function open(): Promise<void> {
    const answer = await send(post('/api', {}, token));
    if (!answer.ok || answer.body === null) throw new TypeError('the server refused the page');
    void follow(answer.body);
  }

  async function follow(body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
    let rest = '';
    try {
      for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
        const lines = (rest + (value ?? '')).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) take(JSON.parse(line) as [id: number, text?: string | null]);
      }
    } catch {
      // The streams say it below.
    }
    opening = null;
    onBreak();
    for (const stream of streams.values()) stream.end(new TypeError('the connection broke'));
    streams.clear();
  }

  function take(line: [id: number, text?: string | null]): void {
    const [id, text] = line;
    const stream = streams.get(id);
    if (stream === undefined) return;
    if (typeof text === 'string') stream.push(text);
    else {
      streams.delete(id);
      stream.end(line.length === 1 ? undefined : new TypeError('the stream broke'));
    }
  }

  function stop(id: number): void {
    if (!streams.delete(id)) return;
    void send(post('/api', { stop: id }, token)).catch(() => undefined);
  }

  return {
    /** Gets ready for a stream, which may begin before the answer says so. */
    async listen(signal: AbortSignal): Promise<{ readonly id: number; readonly body: ReadableStream<Uint8Array> }> {
      await (opening ??= open().catch((error: unknown) => {
        opening = null;
        throw error;
      }));
      const id = ++last;
      const encoder = new TextEncoder();
      let control: ReadableStreamDefaultController<Uint8Array> | null = null;
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => void (control = controller),
        cancel: () => stop(id),
      });
      streams.set(id, {
        push: (text) => control?.enqueue(encoder.encode(text)),
        end: (error) => (error === undefined ? control?.close() : control?.error(error)),
      });
      const give = (): void => {
        if (!streams.has(id)) return;
        stop(id);
        control?.error(signal.reason);
      };
      signal.addEventListener('abort', give, { once: true });
      return { id, body };
    },
    /** It was no stream after all. */
    drop: (id: number) => void streams.delete(id),
  };
}

function post(path: string, body: unknown, token: string | null): Request {
  const headers = new Headers({ 'content-type': 'application/json' });
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  return new Request(new URL(path, location.origin), { method: 'POST', headers, body: JSON.stringify(body) });
}

/** What a server that knows the token makes of a challenge. */
async function sign(token: string, challenge: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(token), algorithm, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(challenge)));
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/u, '');
}

async function size(request: Request): Promise<number> {
  return (await request.clone().arrayBuffer()).byteLength;
}
