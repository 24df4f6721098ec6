/** The way to the core: over the port that the Electron shell hands over, or over loopback HTTP with a bearer token. */
import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractClient } from '../../shared/api/contract.ts';
import { loopback } from './loopback.ts';

/** Why this page has no core: its window was reloaded and a new one is on its way, or its way in is used up. */
export type NoConnection = 'reloaded' | 'refused';

/** Connects this page to the core, whichever shell it runs in. */
export async function connect(): Promise<ContractClient | NoConnection> {
  return location.protocol === 'http:' && location.hostname === '127.0.0.1' ? connectHttp() : connectPort();
}

/** The preload answers with one port, once for each load of the page. */
function connectPort(): Promise<ContractClient> {
  return new Promise((resolve) => {
    window.addEventListener('message', function take(event) {
      const [port] = event.ports;
      if (event.source !== window || event.data !== 'throughline:port' || port === undefined) return;
      window.removeEventListener('message', take);
      port.start();
      resolve(createORPCClient(new PortLink({ port })));
    });
    window.postMessage('throughline:want-port', location.origin);
  });
}

async function connectHttp(): Promise<ContractClient | NoConnection> {
  const code = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  if (code === '') {
    await post('/knock', {});
    return 'reloaded';
  }
  const answer = await post('/boot', { code });
  if (!answer.ok) return 'refused';
  const { token, page } = (await answer.json()) as { token: string; page: string };
  const link = new HttpLink({
    url: `${location.origin}/api`,
    headers: { authorization: `Bearer ${token}` },
    fetch: loopback(token, page),
  });
  return createORPCClient(link);
}

function post(path: string, body: unknown): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
