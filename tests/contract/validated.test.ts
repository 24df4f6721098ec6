/** What a service answers is checked on its way out, and what it throws stays here, on every way to the core. */
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, describe, expect, it } from 'vitest';
import { bindContract, type Services } from '../../src/main/binding.ts';
import { answerCalls } from '../../src/main/shells/browser/calls.ts';
import { gatePort, type MainPort } from '../../src/main/shells/electron/port-gate.ts';
import type { ContractClient } from '../../src/shared/api/contract.ts';

const bugs: string[] = [];
const closing: (() => void)[] = [];
afterEach(() => {
  bugs.length = 0;
  for (const close of closing.splice(0)) close();
});

/** A core whose services lie, throw, or stream what the contract does not have. */
function lyingCore() {
  const services = {
    desk: {
      flushed: () => ({ ok: true, value: 'saved' }),
      window: () => ({ ok: true, value: null, path: '/home/ada/Fennmark.throughline' }),
      menu() {
        throw new Error('SELECT secret FROM "/home/ada/Fennmark.throughline"');
      },
      show: () => ({ ok: false, error: { code: 'made-up', params: {} } }),
      async *asks() {
        yield { ask: 'run', command: 'first' };
        yield { ask: 'run', command: 'second', path: '/home/ada' };
      },
    },
  } as unknown as Services;
  return bindContract(services, { troubleOf: () => null, onBug: (call) => bugs.push(call) });
}

function over(transport: 'process' | 'http' | 'port'): ContractClient {
  const { client, router, interceptors } = lyingCore();
  if (transport === 'process') return client;
  if (transport === 'http') {
    const answer = answerCalls({ router, interceptors });
    return createORPCClient(
      new HttpLink({
        url: 'http://127.0.0.1/api',
        fetch: async (request) =>
          answer(new URL(request.url).pathname, await request.json(), 'window', new AbortController().signal),
      }),
    );
  }
  const { port1, port2 } = new MessageChannel();
  closing.push(() => port1.close());
  const main: MainPort = {
    on: (event: string, listener: (message: { data: unknown }) => void) =>
      event === 'message' ? port1.on('message', (data: unknown) => listener({ data })) : port1.on('close', listener),
    postMessage: (message) => port1.postMessage(message),
    start: () => port1.start(),
    close: () => port1.close(),
  };
  new RPCHandler(router, { clientInterceptors: interceptors }).upgrade(gatePort(main), { context: { window: 'w' } });
  port2.start();
  return createORPCClient(new PortLink({ port: port2 }));
}

describe.each(['process', 'http', 'port'] as const)('Over %s', (transport) => {
  it('an answer that the contract does not have, or with more than it has, is a bug and crosses as one', async () => {
    const client = over(transport);
    const answers = [
      await client.desk.flushed({ id: 'f', unsaved: 0 }),
      await client.desk.window({}),
      await client.desk.show({ showing: { file: null, engagement: null, stage: null, title: '' } }),
    ];
    const bug = (where: string) => ({ ok: false, error: { code: 'internal', params: { where } } });
    expect(answers).toEqual([bug('desk.flushed'), bug('desk.window'), bug('desk.show')]);
    expect(bugs).toEqual(['desk.flushed', 'desk.window', 'desk.show']);
  });

  it('a throw crosses without a word of it', async () => {
    const answer = await over(transport).desk.menu({ items: [] });
    expect(answer).toEqual({ ok: false, error: { code: 'internal', params: { where: 'desk.menu' } } });
    expect(JSON.stringify(answer)).not.toContain('ada');
  });

  it('a stream breaks off before what the contract does not have', async () => {
    const heard: unknown[] = [];
    const broken = await (async () => {
      for await (const ask of await over(transport).desk.asks({})) heard.push(ask);
      return null;
    })().catch((error: unknown) => String(error));
    expect(heard).toEqual([{ ask: 'run', command: 'first' }]);
    expect(broken).not.toBeNull();
    expect(broken).not.toContain('ada');
  });
});
