/** The built interface in memory: names and hashes are those of the build, and no path of a request reaches the disk. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { z } from 'zod';

/** One file of the interface. */
export type Asset = { readonly type: string; readonly bytes: Buffer };

/** The files of the interface by the target that asks for them; the page itself is `/`. */
export type Assets = ReadonlyMap<string, Asset>;

/** Name of the list that the build leaves beside its files. */
const listName = 'manifest.json';

/** SHA-256 of each file in hex, by its name with forward slashes. */
const listSchema = z.record(z.string().regex(/^\w[\w.@-]*(\/\w[\w.@-]*)*$/), z.string().regex(/^[0-9a-f]{64}$/));

/** Reads the interface that a build left in a folder; throws when a file is missing or not the one that was built. */
export function loadAssets(folder: string): Assets {
  const list = listSchema.parse(JSON.parse(readFileSync(join(folder, listName), 'utf8')));
  const assets = new Map<string, Asset>();
  for (const [name, hash] of Object.entries(list)) {
    const bytes = readFileSync(join(folder, name));
    if (createHash('sha256').update(bytes).digest('hex') !== hash) {
      throw new Error(`the built interface was changed after it was built (${name})`);
    }
    const type = types[extname(name)];
    if (type === undefined) throw new Error(`the built interface holds a file of an unknown kind (${name})`);
    assets.set(name === 'index.html' ? '/' : `/${name}`, { type, bytes });
  }
  if (!assets.has('/')) throw new Error('the built interface has no page');
  return assets;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
