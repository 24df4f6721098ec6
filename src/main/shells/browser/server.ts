/** The loopback server: limits of time, size and number, the order of checks, and the same headers on every answer. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Assets } from '../../lib/page-assets.ts';
import { readBody } from './body.ts';
import { callTargets } from './calls.ts';
import { admit, callBytes, type Route, type Routes } from './gate.ts';
import { noncePlaceholder, securityHeaders } from '../../lib/page-headers.ts';

/** What stands behind the routes; a number is the status of a refusal. */
export type Backend = {
  /** Who a token belongs to, before anything of the body is read. */
  recognise(token: string): object | number;
  /** Answers a body that carries no token: a code, a knock, a wish for proof. */
  outside(kind: 'boot' | 'knock' | 'proof', body: unknown): object | number;
  /** Answers a call or opens the channel; has the response to itself. */
  inside(who: object, asked: Asked, response: ServerResponse): Promise<void>;
};

/** A request of a page that was recognised. */
export type Asked = { readonly target: string; readonly body: unknown; readonly stream: number | null };

/** A server that listens. */
export type LoopbackServer = { readonly port: number; close(): Promise<void> };

const limits = {
  maxHeaderSize: 8192,
  headersTimeout: 5000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 1000,
  // The gate has its own word for a missing host.
  requireHostHeader: false,
  insecureHTTPParser: false,
} as const;
const maxConnections = 32;
const smallBody = 1000;
/** Milliseconds for answers that are under way when the server closes; streams do not end of themselves. */
const lastAnswers = 200;

/** Starts to listen on the loopback address, on a port that the system chooses. */
export async function listen(assets: Assets, backend: Backend): Promise<LoopbackServer> {
  const routes = routesOf(assets);
  const server = createServer(limits);
  server.maxConnections = maxConnections;
  // All headers are counted by their size and none is left out silently.
  server.maxHeadersCount = 0;
  const busy = new WeakSet<Socket>();
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    busy.add(request.socket);
    response.on('close', () => busy.delete(request.socket));
    void answer(request, response, portOf(server), routes, assets, backend).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  };
  server.on('request', handle);
  // A promise to continue would come before any check.
  server.on('checkContinue', handle);
  server.on('checkExpectation', handle);
  server.on('connect', (_, socket: Socket) => refuseRaw(socket, 405));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (busy.has(socket) || !socket.writable) socket.destroy();
    else refuseRaw(socket, statusOf(error.code));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, resolve);
  });
  return {
    port: portOf(server),
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), lastAnswers);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function routesOf(assets: Assets): Routes {
  const routes = new Map<string, Route>();
  for (const target of assets.keys()) {
    routes.set(target, { kind: target === '/' ? 'page' : 'asset', method: 'GET', body: 0 });
  }
  for (const kind of ['boot', 'knock', 'proof'] as const)
    routes.set(`/${kind}`, { kind, method: 'POST', body: smallBody });
  routes.set('/api', { kind: 'channel', method: 'POST', body: smallBody });
  for (const target of callTargets()) routes.set(target, { kind: 'call', method: 'POST', body: callBytes });
  return routes;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  routes: Routes,
  assets: Assets,
  backend: Backend,
): Promise<void> {
  const admitted = admit(request, port, routes);
  if ('refused' in admitted) return refuse(response, admitted.refused, admitted.allow);
  const { route, target, token } = admitted;
  if (route.kind === 'page' || route.kind === 'asset') return sendAsset(response, assets, target);
  const who = token === null ? null : backend.recognise(token);
  if (typeof who === 'number') return refuse(response, who);
  const body = await readBody(request, route.body);
  if ('refused' in body) return refuse(response, body.refused);
  if (route.kind === 'boot' || route.kind === 'knock' || route.kind === 'proof') {
    const reply = backend.outside(route.kind, body.value);
    return typeof reply === 'number' ? refuse(response, reply) : sendJson(response, reply);
  }
  if (who === null) return refuse(response, 401);
  const stream = Number(request.headers['x-stream'] ?? Number.NaN);
  const asked = { target, body: body.value, stream: Number.isSafeInteger(stream) ? stream : null };
  return backend.inside(who, asked, response);
}

function sendAsset(response: ServerResponse, assets: Assets, target: string): void {
  const asset = assets.get(target);
  if (asset === undefined) return refuse(response, 404);
  if (target !== '/') {
    response.writeHead(200, { ...securityHeaders(), 'content-type': asset.type });
    response.end(asset.bytes);
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  response.writeHead(200, { ...securityHeaders(nonce), 'content-type': asset.type });
  response.end(asset.bytes.toString('utf8').replaceAll(noncePlaceholder, nonce));
}

function sendJson(response: ServerResponse, value: object): void {
  response.writeHead(200, { ...securityHeaders(), 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

/** Refuses a request. Its body was not read, so that the connection cannot be used again. */
export function refuse(response: ServerResponse, status: number, allow?: string): void {
  response.writeHead(status, {
    ...securityHeaders(),
    'content-type': 'text/plain; charset=utf-8',
    connection: 'close',
    ...(allow === undefined ? {} : { allow }),
  });
  response.end(`${status} ${STATUS_CODES[status] ?? ''}\n`);
}

/** Refuses what could not even be read as a request. */
function refuseRaw(socket: Socket, status: number): void {
  const headers = { ...securityHeaders(), connection: 'close', 'content-length': '0' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', ''].join('\r\n'));
  socket.destroySoon();
}

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}
