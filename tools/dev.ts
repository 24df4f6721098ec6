/**
 * `npm run dev`: the browser shell with hot reload. The interface comes from Vite, which hands calls on to the core behind
 * it; changes of the core restart everything (Node's own watch mode). Its page runs without the content policy of the build.
 */
import { request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type Connect, type Plugin } from 'vite';
import config from '../electron.vite.config.ts';
import { openCore } from '../src/main/core.ts';
import { localConfig } from '../src/main/local-config.ts';
import { findBrowser, ownSurroundings } from '../src/main/shells/browser/programs.ts';
import { openBrowserShell } from '../src/main/shells/browser/shell.ts';

const ours = /^\/(boot|knock|proof|api)(\/|$)/;
let corePort = 0;

/** Hands what belongs to the core on to it, as if its own page had asked. */
const handOn: Connect.NextHandleFunction = (incoming, outgoing, next) => {
  if (!ours.test(incoming.url ?? '')) return next();
  const own = `127.0.0.1:${corePort}`;
  const headers = { ...incoming.headers, host: own, ...(incoming.headers.origin ? { origin: `http://${own}` } : {}) };
  const onward = send({ host: '127.0.0.1', port: corePort, method: incoming.method, path: incoming.url, headers });
  onward.on('response', (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    // A stream says nothing until something happens.
    outgoing.flushHeaders();
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
};
const core: Plugin = { name: 'core', configureServer: ({ middlewares }) => void middlewares.use(handOn) };

const { renderer } = config;
const vite = await createServer({
  ...renderer,
  configFile: false,
  plugins: [renderer?.plugins, core],
  server: { host: '127.0.0.1', port: 5173 },
  clearScreen: false,
});
await vite.listen();
const address = vite.httpServer?.address() as AddressInfo | null;

const print = process.argv.includes('--print');
const shell = await openBrowserShell({
  open: (desk) => openCore({ ...localConfig(), desk }),
  assets: new Map(),
  browser: print ? { reason: 'that was asked for' } : findBrowser(ownSurroundings()),
  because: 'with hot reload',
  front: `http://127.0.0.1:${address?.port ?? 5173}`,
  say: (line) => console.log(line),
  warn: (line) => console.error(line),
});
corePort = shell.port;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void shell.end(true));
await shell.ended;
await vite.close();
