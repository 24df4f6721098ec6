/** What holds a connection open for nothing, and what is killed: the server goes on, and nothing acknowledged is lost. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openCore } from '../../../../src/main/core.ts';
import { localConfig } from '../../../../src/main/local-config.ts';
import { browserShell, type Place, sendRaw, testPlace } from '../../../support/browser-shell.ts';
import { buildPage, enter, startShell } from '../../../support/browser-shell-process.ts';
import { value } from '../../../support/core.ts';

const fake = join(import.meta.dirname, '../../../support/fake-browser.mjs');

describe('the server goes on and lets its page in', () => {
  it('while headers never end, and while a body never ends', async () => {
    const shell = await browserShell(testPlace());
    const host = `Host: 127.0.0.1:${shell.port}`;
    const body = `POST /boot HTTP/1.1\r\n${host}\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{`;
    const [headers, rest] = await Promise.all([
      sendRaw(shell.port, `GET / HTTP/1.1\r\n${host}\r\nX: `, { patience: 9000 }),
      sendRaw(shell.port, body, { patience: 14_000 }),
    ]);
    expect(headers).toMatch(/^HTTP\/1\.1 408/);
    expect(rest).not.toContain('200 OK');
    expect((await fetch(`${shell.origin}/`)).status).toBe(200);
  });

  it('after five hundred connections that say nothing', async () => {
    const shell = await browserShell(testPlace());
    const sockets = await Promise.all(
      Array.from(
        { length: 500 },
        () =>
          new Promise<Socket>((resolve) => {
            const socket = connect(shell.port, '127.0.0.1', () => resolve(socket));
            socket.on('error', () => resolve(socket));
          }),
      ),
    );
    await vi.waitFor(async () => expect((await fetch(`${shell.origin}/`)).status).toBe(200), {
      timeout: 15_000,
      interval: 500,
    });
    expect((await shell.post('/api/desk/start', { json: {} }, await shell.boot())).status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });

  it('after a body of more than it takes, and one nested ten million times', async () => {
    const shell = await browserShell(testPlace());
    const token = await shell.boot();
    const large = await shell.post('/api/desk/start', { json: 'x'.repeat(9_000_000) }, token).then(
      ({ status }) => status,
      () => 'cut',
    );
    expect([413, 'cut']).toContain(large);
    const deep = await fetch(`${shell.origin}/api/desk/start`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: '['.repeat(7_900_000),
    });
    expect(deep.status).toBe(400);
    expect((await shell.post('/api/desk/start', { json: {} }, token)).status).toBe(200);
  });
});

describe('a killed shell', () => {
  it('loses nothing that it acknowledged', async () => {
    const place = testPlace();
    const page = await buildPage(place.folder);
    const path = place.path('a.throughline');
    const acknowledged = new Map<string, string>();
    await makeFile(place, path);
    for (let round = 0; round < 5; round++) {
      const shell = startShell(place.folder, page, { files: [path] });
      const client = await enter(await shell.address());
      const typing = typeOn(client, await openAsked(client), acknowledged);
      await vi.waitFor(() => expect(acknowledged.size).toBeGreaterThan((round + 1) * 20), {
        timeout: 20_000,
        interval: 5,
      });
      await shell.kill('SIGKILL');
      await typing;
    }
    const kept = await readPeople(place, path);
    expect([...acknowledged].filter(([id, name]) => kept.get(id) !== name)).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(100);
  });

  it('leaves a profile that the next start removes; everything is for its owner only, whatever the mask says', async () => {
    const place = testPlace();
    const page = await buildPage(place.folder);
    const browser = { name: 'Fake', path: fake, flags: [`--notes=${place.path('notes')}`] };
    const opened = (): number =>
      existsSync(place.path('notes')) ? readFileSync(place.path('notes'), 'utf8').split('"open"').length - 1 : 0;
    const first = startShell(place.folder, page, { browser, umask: '000' });
    await vi.waitFor(() => expect(opened()).toBe(1), { timeout: 20_000 });
    const [note] = readFileSync(place.path('notes'), 'utf8').split('\n');
    const { modes, words, profile } = JSON.parse(note ?? '') as { modes: string[]; words: string[]; profile: string };
    expect(modes).toEqual(['600', '700', '700']);
    expect(statSync(join(place.folder, 'app')).mode & 0o077).toBe(0);
    expect(words).toContain(`--user-data-dir=${profile}`);
    const window = browserOf(place);
    await first.kill('SIGKILL');
    // Its window still stands, perhaps with typed text in it: nobody takes the floor from under it.
    const second = startShell(place.folder, page, { browser });
    await vi.waitFor(() => expect(opened()).toBe(2), { timeout: 20_000 });
    expect(existsSync(profile)).toBe(true);
    process.kill(window, 'SIGKILL');
    expect(await second.kill('SIGTERM')).toBe(0);
    expect(readdirSync(place.path('run'))).toEqual([]);
  });
});

function browserOf(place: Place): number {
  const notes = readFileSync(place.path('notes'), 'utf8');
  return Number(/"browser":(\d+)/.exec(notes)?.[1]);
}

type Calls = Awaited<ReturnType<typeof enter>>;

async function makeFile(place: Place, path: string): Promise<void> {
  const core = openCore(localConfig(join(place.folder, 'app')));
  value(await core.client.files.create({ place: core.grant(path), client: 'Aldermere Air' }));
  await core.close();
}

/** Opens the file that the program was started with, as the page is asked to. */
async function openAsked(client: Calls): Promise<string> {
  for await (const asked of await client.desk.asks({})) {
    if (asked.ask === 'open') return value(await client.files.open({ place: asked.place })).file;
  }
  throw new Error('nothing was asked');
}

/** Adds people one after another until the server is gone. */
async function typeOn(client: Calls, file: string, acknowledged: Map<string, string>): Promise<void> {
  const engagement = value(await client.files.info({ file })).engagements[0]?.id;
  for (;;) {
    const id = crypto.randomUUID();
    const name = `Person ${acknowledged.size}`;
    try {
      const changes = [{ op: 'insert' as const, entity: 'stakeholder' as const, id, fields: { engagement, name } }];
      value(await client.changes.apply({ file, opId: crypto.randomUUID(), label: 'Add a person', changes }));
      acknowledged.set(id, name);
    } catch {
      return;
    }
  }
}

async function readPeople(place: Place, path: string): Promise<Map<string, string>> {
  const core = openCore(localConfig(join(place.folder, 'app')));
  const { file } = value(await core.client.files.open({ place: core.grant(path) }));
  const { data } = value(await core.client.changes.load({ file }));
  await core.close();
  return new Map(data.stakeholder.map(({ id, name }) => [id, name]));
}
