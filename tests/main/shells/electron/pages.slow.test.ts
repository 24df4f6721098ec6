/** The built Electron bundles on the stand-in: what a page may do, and what it may not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { value } from '../../../support/core.ts';
import { type Relay, relayOf, startRelay } from '../../../support/relay.ts';
import { type StandIn, until } from '../../../support/standin.ts';
import type { FrameFacts } from '../../../standin/control.ts';
import { makeFolder, removeFolder } from '../../../contract/transports.ts';

const folder = makeFolder();
let standIn: StandIn;
let relay: Relay;
/** How many ports each stranger got who asked before the page did. */
let strangers: readonly number[] = [];
const wish = (frame: FrameFacts | null): Promise<number> =>
  standIn.control.wish(relay.window.id, 'throughline:want-port', frame);

beforeAll(async () => {
  standIn = await startRelay(folder);
  const [window] = await standIn.windows(1);
  if (window === undefined) throw new Error('there is no window');
  strangers = await Promise.all(
    [
      null,
      { hasParent: true },
      { url: '' },
      { url: '', origin: '' },
      { url: 'about:blank' },
      { url: 'app://bundle.evil/' },
      { url: 'app://bundle/other.html' },
      { url: 'app://bundle/', origin: 'app://other' },
      { url: 'app://bundle/', origin: 'null' },
      { url: 'http://bundle/', origin: 'http://bundle' },
      { url: 'https://app/bundle/' },
    ].map((frame: FrameFacts | null) => standIn.control.wish(window.id, 'throughline:want-port', frame)),
  );
  relay = await relayOf(standIn, window);
});
afterAll(async () => {
  await standIn.kill();
  removeFolder(folder);
});

describe('A port', () => {
  it('is handed to the page of a window after every stranger was refused, and leads to the core', async () => {
    expect(strangers).toEqual(Array.from({ length: 11 }, () => 0));
    const { capabilities } = value(await relay.client.desk.start({}));
    expect(capabilities).toEqual({ shell: 'electron', dialogs: 'native', menus: true, windows: true, keptKeys: [] });
  });

  it('is handed over once for each load, even to the page itself', async () => {
    expect(await wish({})).toBe(0);
    await relay.page.evaluate('ask(), ask()');
    expect(await relay.page.evaluate('ports')).toBe(1);
  });

  it('answers what is too large or reaches for a prototype as refused, and goes on', async () => {
    const answers: string[] = [];
    relay.port.on('message', (event) => answers.push(String(event?.data)));
    relay.port.postMessage(JSON.stringify({ i: 'big', p: { u: '/search/find', b: { json: 'x'.repeat(8_000_000) } } }));
    relay.port.postMessage('{"i":"proto","p":{"u":"/files/info","b":{"json":{"__proto__":{"file":"x"}}}}}');
    relay.port.postMessage(`{"i":"deep","p":{"u":"/files/info","b":{"json":${'['.repeat(100)}${']'.repeat(100)}}}}`);
    await until('three answers', () => Promise.resolve(answers.length >= 3 ? true : null));
    expect(answers.map((text) => JSON.parse(text) as object)).toMatchObject([
      { i: 'big', p: { s: 413 } },
      { i: 'proto', p: { s: 400 } },
      { i: 'deep', p: { s: 400 } },
    ]);
    expect(await relay.client.preferences.get({})).toMatchObject({ ok: true });
  });

  it('answers a call that the contract does not have as not found', async () => {
    const answers: string[] = [];
    relay.port.on('message', (event) => answers.push(String(event?.data)));
    relay.port.postMessage('{"i":"none","p":{"u":"/files/format","b":{"json":{}}}}');
    await until('an answer', () => Promise.resolve(answers[0] ?? null));
    expect(JSON.parse(answers[0] ?? '')).toMatchObject({ i: 'none', p: { s: 404 } });
  });

  it.each([
    ['no JSON', 'hello'],
    ['a number', 7],
    ['bytes', null],
    ['a call by another method', '{"i":"a","p":{"u":"/files/info","m":"GET","b":{}}}'],
    ['headers', '{"i":"a","p":{"u":"/files/info","h":{"content-type":"text/event-stream"},"b":{}}}'],
    ['a stream of its own', '{"i":"a","t":3,"p":{"e":"message","d":1}}'],
  ])('is closed when %s comes through it, and the next load has another', async (_, message) => {
    let closed = false;
    relay.port.on('close', () => (closed = true));
    if (message === null) await relay.page.evaluate('toCore(new Uint8Array(4))');
    else relay.port.postMessage(message);
    await until('the end of the port', () => Promise.resolve(closed ? true : null));
    await relay.page.reload();
    relay = await relayAgain();
    expect(await relay.client.preferences.get({})).toMatchObject({ ok: true });
  });
});

describe('A page', () => {
  it('has nothing of Electron or Node in its own world', async () => {
    const names = ['require', 'process', 'module', 'ipcRenderer', 'electron', '__standin', 'standInPost', 'Buffer'];
    const there = await relay.page.evaluate((all) => all.filter((name) => name in globalThis), names);
    expect(there).toEqual([]);
  });

  it('runs under the policy, each page with a nonce of its own', async () => {
    const [first, second] = [await relay.page.reload(), await relay.page.reload()];
    const policies = [first, second].map((response) => response?.headers()['content-security-policy'] ?? '');
    expect(policies[0]).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w-]{22}'; .*require-trusted-types-for 'script'; trusted-types 'none'$/,
    );
    expect(policies[0]).not.toBe(policies[1]);
    expect(first?.headers()).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    relay = await relayAgain();
  });

  it.each([
    ['leaving for the network', "location.href = 'https://example.org/'"],
    ['leaving for a file', "location.href = 'file:///etc/passwd'"],
    ['leaving for another page of its own', "location.href = '/other.html'"],
    ['a window of its own', "window.open('https://example.org/')"],
    ['a window without an address', "if (window.open('') !== null) throw new Error('a window')"],
    [
      'a link to a window',
      "Object.assign(document.createElement('a'), { href: 'https://example.org/', target: '_blank' }).click()",
    ],
    [
      'a frame',
      "document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.org/' }))",
    ],
    [
      'a download',
      "Object.assign(document.createElement('a'), { href: 'data:application/zip,x', download: 'x.zip' }).click()",
    ],
    ['a picture from elsewhere', "new Image().src = 'https://example.org/x.png'"],
    ['a request to elsewhere', "fetch('https://example.org/').catch(() => {})"],
    ['a request to this computer', "fetch('http://127.0.0.1:9222/json').catch(() => {})"],
    ['a socket', "try { new WebSocket('wss://example.org/') } catch {}"],
    ['a beacon', "navigator.sendBeacon('https://example.org/', 'x')"],
  ])('gets nothing out of %s', async (_, script) => {
    await relay.page.evaluate(script).catch(() => undefined);
    expect(await relay.client.preferences.get({})).toMatchObject({ ok: true });
    expect(relay.page.url()).toBe('http://bundle.app.localhost/');
    expect(await standIn.windows(1)).toHaveLength(1);
    expect((await standIn.control.facts()).escaped).toEqual([]);
  });

  it('is refused every permission and every download', async () => {
    for (const name of ['geolocation', 'media', 'notifications', 'clipboard-read', 'fullscreen', 'openExternal']) {
      expect(await standIn.control.permission(name)).toBe(false);
    }
    expect(await standIn.control.download('data:text/plain,x')).toBe(false);
  });

  it('finds the files of the build and nothing else', async () => {
    const statuses = await relay.page.evaluate(async () => {
      const targets = [
        '/relay.js',
        '/index.html',
        '/manifest.json',
        '/../main/index.js',
        '/%2e%2e/main/index.js',
        '/relay.js?x',
        '/.//relay.js',
        '/RELAY.JS',
      ];
      return Promise.all(targets.map(async (target) => (await fetch(target)).status));
    });
    expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404, 404]);
  });

  it('has made the program use nothing that the stand-in does not model', async () => {
    expect((await standIn.control.facts()).violations).toEqual([]);
  });
});

async function relayAgain(): Promise<Relay> {
  const [window] = await standIn.windows(1);
  if (window === undefined) throw new Error('there is no window');
  return relayOf(standIn, window);
}
