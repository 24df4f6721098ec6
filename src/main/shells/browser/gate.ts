/** Which requests are let in: the checks on a request's first lines, in the order that gives an attacker least. */
import type { IncomingMessage } from 'node:http';

/** What a request may ask for. */
export type Route = {
  readonly kind: 'page' | 'asset' | 'boot' | 'knock' | 'proof' | 'channel' | 'call';
  readonly method: 'GET' | 'POST';
  /** Largest body, in bytes. */
  readonly body: number;
};

/** Routes by the exact target of the request; there are no patterns. */
export type Routes = ReadonlyMap<string, Route>;

/** A request that was let in, or the status that refuses it. */
export type Admission =
  | { readonly route: Route; readonly target: string; readonly token: string | null }
  | { readonly refused: number; readonly allow?: string };

/** Largest body of a call: a piece of a received file is up to 2 MB, changes of a large paste are more. */
export const callBytes = 8_000_000;

/** A browser sends about twenty. */
const mostHeaders = 64;

/** Checks a request by its first lines. `port` is the one that the server listens on. */
export function admit(request: IncomingMessage, port: number, routes: Routes): Admission {
  if (request.rawHeaders.length > 2 * mostHeaders) return { refused: 431 };
  const header = (name: string): string | null | undefined => only(request.rawHeaders, name);
  const own = `127.0.0.1:${port}`;
  if (header('host') !== own) return { refused: 421 };
  const target = request.url ?? '';
  if (!target.startsWith('/')) return { refused: 400 };
  const route = routes.get(target);
  if (route === undefined) return { refused: 404 };
  if (route.method !== request.method) return { refused: 405, allow: route.method };
  const site = header('sec-fetch-site');
  if (site === null || (site !== undefined && !isOwnSite(site) && !isVisit(route, header))) return { refused: 403 };
  const origin = header('origin');
  if (origin !== undefined && origin !== `http://${own}`) return { refused: 403 };
  const unusual = refuseUnusual(route, header);
  if (unusual !== null) return { refused: unusual };
  if (route.kind !== 'call' && route.kind !== 'channel') return { route, target, token: null };
  const token = bearer.exec(header('authorization') ?? '')?.[1];
  return token === undefined ? { refused: 401 } : { route, target, token };
}

/** 256 bits in base64url. */
const bearer = /^Bearer ([\w-]{43})$/;

type Header = (name: string) => string | null | undefined;

function isOwnSite(site: string): boolean {
  return site === 'same-origin' || site === 'none';
}

/** Somebody else's page may lead here, as a link does: the page holds no data and cannot be framed or reached from there. */
function isVisit(route: Route, header: Header): boolean {
  return route.kind === 'page' && header('sec-fetch-mode') === 'navigate' && header('sec-fetch-dest') === 'document';
}

/** Bodies are plain JSON of a length that is told at once: nothing else is ever sent by the page. */
function refuseUnusual(route: Route, header: Header): number | null {
  if (header('upgrade') !== undefined) return 400;
  if (header('expect') !== undefined) return 417;
  const length = header('content-length');
  if (header('transfer-encoding') !== undefined) return route.method === 'GET' ? 400 : 411;
  if (route.method === 'GET') return length === undefined || length === '0' ? null : 400;
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(header('content-type') ?? '')) return 415;
  if (header('content-encoding') !== undefined) return 415;
  if (length === undefined) return 411;
  if (length === null || !/^\d{1,15}$/.test(length)) return 400;
  return Number(length) > route.body ? 413 : null;
}

/** The value of a header; undefined when it is missing, null when it stands there more than once. */
function only(raw: readonly string[], name: string): string | null | undefined {
  let found: string | undefined;
  for (let at = 0; at < raw.length; at += 2) {
    if (raw[at]?.toLowerCase() !== name) continue;
    if (found !== undefined) return null;
    found = raw[at + 1] ?? '';
  }
  return found;
}
