/** The files of the interface under the program's own scheme: exact names of the build and nothing else. */
import type { Assets } from '../../lib/page-assets.ts';
import { noncePlaceholder, securityHeaders } from '../../lib/page-headers.ts';
import { pageOrigin } from './window-options.ts';

/** What a request tells that matters here. */
export type PageRequest = { readonly method: string; readonly url: string };

/** Answers requests for the interface; `nonce` makes a new one for each page. */
export function answerPages(assets: Assets, nonce: () => string): (request: PageRequest) => Response {
  return ({ method, url }) => {
    if (method !== 'GET') return new Response(null, { status: 405, headers: securityHeaders() });
    const target = url.startsWith(`${pageOrigin}/`) ? url.slice(pageOrigin.length) : '';
    const asset = assets.get(target);
    if (asset === undefined) return new Response(null, { status: 404, headers: securityHeaders() });
    if (target !== '/') return respond(asset.bytes, asset.type, securityHeaders());
    const own = nonce();
    const page = asset.bytes.toString('utf8').replaceAll(noncePlaceholder, own);
    return respond(Buffer.from(page), asset.type, securityHeaders(own));
  };
}

function respond(bytes: Buffer, type: string, headers: Readonly<Record<string, string>>): Response {
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-type': type } });
}
