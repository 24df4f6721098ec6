/** Attacks that need a page, in a real browser; and the page itself, with its real code and policy. */
import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { loadAssets } from '../../../../src/main/lib/page-assets.ts';
import { browserShell, type Place, testPlace, type TestShell } from '../../../support/browser-shell.ts';
import { eightStreams, pageAttacks, started, writtenIn } from '../../../support/browser-shell-in-page.ts';
import { chromiumProgram } from '../../../support/chromium.ts';
import { buildPage, startShell } from '../../../support/browser-shell-process.ts';

/** Names of other sites that lead to this computer, as they do after rebinding. */
const elsewhere = '--host-resolver-rules=MAP *.example 127.0.0.1';
let browser: Browser;

beforeAll(async () => {
  // In a container there is no room for the browser's own sandbox.
  browser = await chromium.launch({
    executablePath: chromiumProgram(),
    args: ['--no-sandbox', '--disable-gpu', elsewhere],
  });
});
afterAll(() => browser.close());

async function pageOf(origin = 'about:blank'): Promise<Page> {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(origin);
  return page;
}

/** A server of somebody else on this computer. */
async function foreignServer(html = '<!doctype html><p>Elsewhere'): Promise<{ port: number; server: Server }> {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void (server.closeAllConnections(), server.close()));
  return { port: (server.address() as AddressInfo).port, server };
}

async function realShell(place: Place): Promise<TestShell> {
  return browserShell(place, { assets: loadAssets(await buildPage(place.folder)) });
}

describe('a page elsewhere learns nothing', () => {
  it.each([
    ['of another site', (port: number) => `http://evil.example:${port}/`],
    ['of another port of this computer', (port: number) => `http://127.0.0.1:${port}/`],
    ['without an origin of its own', () => 'data:text/html,<p>Elsewhere'],
  ])('%s', async (_, address) => {
    const shell = await realShell(testPlace());
    const { token } = await tokenOf(shell);
    const { port } = await foreignServer();
    const attack = async ([name, run]: readonly [string, string]): Promise<readonly [string, unknown]> => {
      const page = await pageOf(address(port));
      return [
        name,
        await page.evaluate(`(async (origin, token) => { ${run} })('${shell.origin}', '${token}').catch(() => '')`),
      ];
    };
    const learned = await Promise.all(Object.entries(pageAttacks).map(attack));
    expect(learned.filter(([, words]) => words !== '')).toEqual([]);
    expect((await shell.post('/api/desk/start', { json: {} }, token)).status).toBe(200);
  });

  it('by giving its own name our address', async () => {
    const shell = await realShell(testPlace());
    const page = await pageOf();
    const answer = await page.goto(`http://evil.example:${shell.port}/`);
    expect(answer?.status()).toBe(421);
    const called = await page.evaluate(
      `fetch('/boot', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"code":"x"}' }).then((a) => a.status)`,
    );
    expect(called).toBe(421);
  });

  it('by leading a window here: the window shows the page and has no way back', async () => {
    const shell = await realShell(testPlace());
    const { port } = await foreignServer();
    const page = await pageOf(`http://evil.example:${port}/`);
    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate(`void window.open('${shell.origin}/', 'ours')`),
    ]);
    await opened.waitForLoadState();
    expect(await opened.evaluate('window.opener')).toBeNull();
  });
});

describe('the page', () => {
  it('runs under its policy without a breach, and what is written into it never runs', async () => {
    const place = testPlace();
    const shell = await realShell(place);
    const page = await pageOf();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(`${shell.origin}/#${shell.code()}`);
    expect(await page.evaluate(started)).toContain('"shell":"browser"');
    expect(page.url()).toBe(`${shell.origin}/`);
    expect(said).toEqual([]);

    const ran = await page.evaluate(writtenIn);
    expect(ran).toEqual([3, 'never']);
  });

  it('has as many streams as it likes, in several windows, and still calls at once', async () => {
    const shell = await realShell(testPlace());
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const pages: Page[] = [];
    for (let at = 0; at < 3; at++) {
      if (at > 0) {
        await pages[0]?.evaluate('client.then(({ desk }) => desk.window({}))');
      }
      const page = await context.newPage();
      await page.goto(`${shell.origin}/#${shell.code()}`);
      await page.evaluate(eightStreams);
      pages.push(page);
    }
    await pages[2]?.evaluate('client.then(({ preferences }) => preferences.set({ changes: { zoom: 110 } }))');
    for (const page of pages) {
      expect(await page.waitForFunction('heard.length === 8').then(() => 'heard')).toBe('heard');
    }
  });

  it('that was loaded again says so, and its address opens what it showed', async () => {
    const shell = await realShell(testPlace());
    const page = await pageOf(`${shell.origin}/#${shell.code()}`);
    await page.evaluate(started);
    const before = shell.code();
    await page.reload();
    expect(await page.evaluate('client.then(String)')).toBe('reloaded');
    await vi.waitFor(() => expect(shell.code()).not.toBe(before));
    await page.goto('about:blank');
    await page.goto(`${shell.origin}/#${shell.code()}`);
    expect(await page.evaluate(started)).toContain('"shell":"browser"');
  });

  it('tells nothing to whoever listens on the port after the server is gone', async () => {
    const place = testPlace();
    const built = await buildPage(place.folder);
    const shell = startShell(place.folder, built);
    const address = await shell.address();
    const page = await pageOf(address);
    await page.evaluate(started);
    await shell.kill('SIGKILL');
    const heard: string[] = [];
    const squatter = createServer((request, response) => {
      heard.push(request.url ?? '');
      request.on('data', (piece: Buffer) => heard.push(piece.toString()));
      request.on('end', () => response.setHeader('content-type', 'application/json').end('{"proof":"x"}'));
    });
    await new Promise<void>((resolve) => squatter.listen(Number(new URL(address).port), '127.0.0.1', resolve));
    onTestFinished(() => void (squatter.closeAllConnections(), squatter.close()));
    for (let tries = 0; tries < 3; tries++) {
      const outcome = await page.evaluate(
        `client.then(({ preferences }) => preferences.set({ changes: { person: 'CANARY' } })).then(() => 'sent', () => 'kept')`,
      );
      expect(outcome).toBe('kept');
    }
    expect(heard).toContain('/proof');
    expect(heard.join(' ')).not.toContain('CANARY');
  });
});

describe('a window of the installed browser', () => {
  it('opens by itself, and its profile is gone when the program has ended', async () => {
    const place = testPlace();
    const built = await buildPage(place.folder);
    const flags = ['--no-sandbox', '--headless', '--disable-gpu'];
    const shell = startShell(place.folder, built, { browser: { name: 'Chromium', path: chromiumProgram(), flags } });
    const runs = (): readonly string[] =>
      readdirSync(place.path('run')).filter((name) => name.startsWith('throughline-'));
    // Its page is fetched with its own code: the page that led it there is gone.
    await vi.waitFor(
      () => expect(runs().flatMap((name) => readdirSync(place.path(`run/${name}`)))).toEqual(['profile']),
      {
        timeout: 60_000,
        interval: 200,
      },
    );
    await vi.waitFor(() => expect(shell.said()).toContain('opens in a window of Chromium'), { timeout: 20_000 });
    expect(await shell.kill('SIGTERM')).toBe(0);
    expect(runs()).toEqual([]);
  });
});

async function tokenOf(shell: TestShell): Promise<{ token: string }> {
  return (await (await shell.post('/boot', { code: shell.code() })).json()) as { token: string };
}
