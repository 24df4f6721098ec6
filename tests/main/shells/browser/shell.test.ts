/** Codes, tokens, windows and the end of the browser shell. */
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Showing } from '../../../../src/shared/api/desk.ts';
import { browserShell, openPage, testPlace, type TestShell } from '../../../support/browser-shell.ts';
import { value } from '../../../support/core.ts';

const start = { json: {} };
const boot = (shell: TestShell, code: string): Promise<Response> => shell.post('/boot', { code });

/** Makes a client file and shows it in the window of a page. */
async function showFile(shell: TestShell, token: string, path: string): Promise<Showing> {
  const place = shell.core().grant(path);
  const { file } = value(await shell.core().client.files.create({ place, client: 'Aldermere Air' }));
  const showing = { file, engagement: null, stage: 'scope', title: 'Aldermere Air' };
  await shell.post('/api/desk/show', { json: { showing } }, token);
  return showing;
}

async function shownBy(shell: TestShell, token: string): Promise<unknown> {
  const answer = await shell.post('/api/desk/start', start, token);
  return ((await answer.json()) as { json: { value: { showing: unknown } } }).json.value.showing;
}

describe('a code', () => {
  it('opens one window; its second use is refused, reported, and ends the window that it opened', async () => {
    const shell = await browserShell(testPlace());
    const code = shell.code();
    const token = await shell.boot();
    expect((await shell.post('/api/desk/start', start, token)).status).toBe(200);

    expect((await boot(shell, code)).status).toBe(403);

    expect((await shell.post('/api/desk/start', start, token)).status).toBe(401);
    expect(shell.lines.at(-2)).toContain('used a second time');
    expect((await shell.post('/api/desk/start', start, await shell.boot())).status).toBe(200);
  });

  it('lives for 30 seconds; one that comes later prints a new one that opens', async () => {
    const shell = await browserShell(testPlace());
    const code = shell.code();
    shell.wait(30_001);

    expect((await boot(shell, code)).status).toBe(410);

    expect(shell.code()).not.toBe(code);
    expect((await shell.post('/api/desk/start', start, await shell.boot())).status).toBe(200);
  });

  it('is not used up by wrong ones, however many', async () => {
    const shell = await browserShell(testPlace());
    for (let guess = 0; guess < 30; guess++) await boot(shell, String(guess).padEnd(43, 'A'));
    expect((await shell.post('/api/desk/start', start, await shell.boot())).status).toBe(200);
  });

  it('and a token of one shell open nothing in another', async () => {
    const [first, second] = [await browserShell(testPlace()), await browserShell(testPlace())];
    expect((await boot(second, first.code())).status).toBe(401);
    expect((await second.post('/api/desk/start', start, await first.boot())).status).toBe(401);
  });
});

describe('a page', () => {
  it('that was loaded again gets a new window, which shows the same file, still open', async () => {
    const place = testPlace();
    const shell = await browserShell(place);
    const token = await shell.boot();
    const page = await openPage(shell, token);
    const showing = await showFile(shell, token, place.path('a.throughline'));
    await page.close();

    expect((await shell.post('/knock', {})).status).toBe(200);
    shell.wait(15_000);
    const again = await shell.boot();

    expect(await shownBy(shell, again)).toEqual(showing);
    expect((await shell.post('/api/desk/start', start, token)).status).toBe(401);
    const info = await shell.post('/api/files/info', { json: { file: showing.file } }, again);
    expect(await info.json()).toMatchObject({ json: { ok: true } });
  });

  it('may knock once in five seconds', async () => {
    const shell = await browserShell(testPlace());
    expect((await shell.post('/knock', {})).status).toBe(200);
    expect((await shell.post('/knock', {})).status).toBe(429);
    shell.wait(5000);
    expect((await shell.post('/knock', {})).status).toBe(200);
  });

  it('that is there is not replaced by a knock from somewhere', async () => {
    const place = testPlace();
    const shell = await browserShell(place);
    const token = await shell.boot();
    const page = await openPage(shell, token);
    await showFile(shell, token, place.path('a.throughline'));
    await shell.post('/knock', {});
    expect(await shownBy(shell, await shell.boot())).toBeNull();
    expect((await shell.post('/api/desk/start', start, token)).status).toBe(200);
    await page.close();
  });

  it('that was closed lets go of its file', async () => {
    const place = testPlace();
    const shell = await browserShell(place);
    const stays = await openPage(shell, await shell.boot());
    await shell.post('/knock', {});
    const token = await shell.boot();
    const page = await openPage(shell, token);
    const { file } = await showFile(shell, token, place.path('a.throughline'));
    await page.close();
    shell.wait(20_000);
    expect(await shell.core().client.files.info({ file: file ?? '' })).toMatchObject({ ok: false });
    await stays.close();
  });

  it('opens a further window with a code of its own', async () => {
    const place = testPlace();
    const shell = await browserShell(place);
    const token = await shell.boot();
    const { file } = await showFile(shell, token, place.path('a.throughline'));
    await shell.post('/api/desk/window', { json: { file } }, token);
    const other = await shell.boot();
    expect(other).not.toBe(token);
    expect(await shownBy(shell, other)).toMatchObject({ file });
  });

  it('can make sure that the server is the one that it knows', async () => {
    const shell = await browserShell(testPlace());
    const { token, page } = (await (await boot(shell, shell.code())).json()) as { token: string; page: string };
    const challenge = 'a challenge of the page';
    const answer = await shell.post('/proof', { page, challenge });
    expect(await answer.json()).toEqual({ proof: createHmac('sha256', token).update(challenge).digest('base64url') });
  });

  it('is asked to open the files that the program was started with', async () => {
    const place = testPlace();
    const shell = await browserShell(place, { files: [place.path('a.throughline')] });
    const page = await openPage(shell, await shell.boot());
    expect(await page.next('/api/desk/asks')).toMatchObject({ ask: 'open', name: 'a.throughline' });
    await page.close();
  });
});

describe('the streams of a page', () => {
  it('share one connection, each under the name that the page gave it', async () => {
    const shell = await browserShell(testPlace());
    const token = await shell.boot();
    const page = await openPage(shell, token);
    const watches = await Promise.all(Array.from({ length: 12 }, () => page.listen('/api/preferences/watch')));
    await shell.post('/api/preferences/set', { json: { changes: { zoom: 120 } } }, token);
    const heard = await Promise.all(watches.map((watch) => watch.next()));
    expect(heard).toEqual(Array.from({ length: 12 }, () => expect.objectContaining({ zoom: 120 }) as unknown));
    await page.close();
  });

  it('can be ended one by one', async () => {
    const shell = await browserShell(testPlace());
    const token = await shell.boot();
    const page = await openPage(shell, token);
    const [first, second] = [await page.listen('/api/preferences/watch'), await page.listen('/api/preferences/watch')];
    await first.stop();
    await shell.post('/api/preferences/set', { json: { changes: { zoom: 90 } } }, token);
    expect(await second.next()).toMatchObject({ zoom: 90 });
    expect(first.heard()).toEqual([]);
    await page.close();
  });
});

describe('the shell', () => {
  it('waits for its first page as long as it takes, and ends 60 seconds after the last one left', async () => {
    const place = testPlace();
    const shell = await browserShell(place);
    shell.wait(3_600_000);
    const page = await openPage(shell, await shell.boot().catch(() => shell.boot()));
    shell.wait(3_600_000);
    await page.close();
    shell.wait(59_000);
    expect((await fetch(`${shell.origin}/`)).status).toBe(200);
    shell.wait(1000);
    await shell.shell.ended;
    await expect(fetch(`${shell.origin}/`)).rejects.toThrow('fetch failed');
  });

  it('asks every page for what it has not sent, and stays when that cannot be saved, unless told twice', async () => {
    const place = testPlace();
    const shell = await browserShell(place);
    const token = await shell.boot();
    const page = await openPage(shell, token);
    await showFile(shell, token, place.path('a.throughline'));
    const asks = await page.listen('/api/desk/asks');

    const ended = shell.shell.end(false);
    const { id } = (await asks.next()) as { id: string };
    await shell.post('/api/desk/flushed', { json: { id, unsaved: 2 } }, token);
    expect(await ended).toBe(false);
    expect(shell.lines.at(-1)).toContain('2 edit(s) could not be saved');

    const ending = shell.shell.end(false);
    const again = (await asks.next()) as { id: string };
    await shell.post('/api/desk/flushed', { json: { id: again.id, unsaved: 0 } }, token);
    expect(await ending).toBe(true);
    await page.close();
  });
});
