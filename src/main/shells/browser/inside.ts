/** What pages with a token do: calls of the contract, each answered on its own response, and the channel of their streams. */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { AnswerCall } from './calls.ts';
import { type Channel, openChannel } from './channel.ts';
import { securityHeaders } from '../../lib/page-headers.ts';
import type { Page, Pages } from './pages.ts';
import { type Asked, refuse } from './server.ts';

/** What a page asks of its channel: to open it, or to end one of its streams. */
const channelWish = z.union([z.strictObject({}), z.strictObject({ stop: z.int().min(0) })]);

/** Answers pages that were recognised. */
export function answerPages(pages: Pages, answerCall: AnswerCall) {
  const channels = new WeakMap<Page, Channel>();

  function channelOf(page: Page, { body }: Asked, response: ServerResponse): void {
    const wish = channelWish.safeParse(body);
    if (!wish.success) return refuse(response, 400);
    if ('stop' in wish.data) {
      channels.get(page)?.stop(wish.data.stop);
      response.writeHead(204, securityHeaders()).end();
      return;
    }
    channels.get(page)?.end();
    response.writeHead(200, { ...securityHeaders(), 'content-type': 'application/x-ndjson' });
    response.flushHeaders();
    channels.set(page, openChannel(response));
  }

  async function call(page: Page, asked: Asked, response: ServerResponse): Promise<void> {
    const stopping = new AbortController();
    const stop = (): void => stopping.abort();
    response.on('close', stop);
    const answer = await answerCall(asked.target, asked.body, page.window, stopping.signal);
    const type = answer.headers.get('content-type');
    const headers = { ...securityHeaders(), ...(type === null ? {} : { 'content-type': type }) };
    if (answer.body === null || type?.startsWith('text/event-stream') !== true) {
      const bytes = Buffer.from(await answer.arrayBuffer());
      response.writeHead(answer.status, { ...headers, 'content-length': bytes.length }).end(bytes);
      return;
    }
    const channel = channels.get(page);
    if (channel === undefined || asked.stream === null) {
      // A page without a channel, or a program: the stream is the answer.
      response.writeHead(answer.status, headers);
      response.flushHeaders();
      const stream = Readable.from(answer.body);
      response.on('close', () => stream.destroy());
      stream.on('error', () => response.destroy());
      stream.pipe(response);
      return;
    }
    response.off('close', stop);
    channel.carry(asked.stream, answer.body, stop);
    response.writeHead(202, { ...securityHeaders(), 'content-length': 0 }).end();
  }

  return async (page: Page, asked: Asked, response: ServerResponse): Promise<void> => {
    const over = pages.begin(page);
    const cut = (): void => void response.destroy();
    page.ending.signal.addEventListener('abort', cut);
    response.on('close', () => {
      over();
      page.ending.signal.removeEventListener('abort', cut);
    });
    if (asked.target === '/api') channelOf(page, asked, response);
    else await call(page, asked, response);
  };
}
