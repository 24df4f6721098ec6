import { describe, expect, it } from 'vitest';
import type { Core } from '../../../src/main/core.ts';
import { value, workplace } from '../../support/core.ts';

type Open = { readonly core: Core; readonly file: string; readonly engagement: string };

/** A core with a new client file open in it. */
async function openNew(place: ReturnType<typeof workplace>): Promise<Open> {
  const core = place.core();
  const { file } = value(
    await core.client.files.create({ place: core.grant(place.path('A.throughline')), client: 'A' }),
  );
  const { data } = value(await core.client.changes.load({ file }));
  return { core, file, engagement: data.engagement[0]?.id ?? '' };
}

function limit({ core, engagement }: Open, text: string) {
  return [{ op: 'insert', entity: 'limit', id: core.newId(), fields: { engagement, text } }] as const;
}

async function limits({ core, file }: Open): Promise<string[]> {
  return value(await core.client.changes.load({ file })).data.limit.map((row) => row.text);
}

describe('an edit', () => {
  it('is acknowledged with its revision and what was applied, and told to whoever watches', async () => {
    const open = await openNew(workplace());
    const stop = new AbortController();
    const stream = await open.core.client.changes.watch({ file: open.file }, { signal: stop.signal });
    const heard = stream.next();
    const opId = open.core.newId();
    const changes = [...limit(open, 'No new posts')];
    const ack = value(await open.core.client.changes.apply({ file: open.file, opId, label: 'Limit', changes }));
    expect(ack).toMatchObject({ opId, changes: [{ entity: 'limit', fields: { text: 'No new posts', hold: null } }] });
    expect((await heard).value).toEqual(ack);
    stop.abort();
  });

  it('that is sent again has no second effect and gets the first answer', async () => {
    const open = await openNew(workplace());
    const request = { file: open.file, opId: open.core.newId(), label: 'Limit', changes: [...limit(open, 'Once')] };
    const first = value(await open.core.client.changes.apply(request));
    const again = value(await open.core.client.changes.apply(request));
    expect(again.revision).toBe(first.revision);
    expect(await limits(open)).toEqual(['Once']);
  });

  it('is undone and redone, also after a restart', async () => {
    const place = workplace();
    const open = await openNew(place);
    value(
      await open.core.client.changes.apply({
        file: open.file,
        opId: open.core.newId(),
        label: 'Limit',
        changes: [...limit(open, 'x')],
      }),
    );
    value(await open.core.client.changes.undo({ file: open.file, opId: open.core.newId() }));
    expect(await limits(open)).toEqual([]);
    await open.core.close();

    const core = place.core();
    const { file } = value(await core.client.files.open({ place: core.grant(place.path('A.throughline')) }));
    expect(value(await core.client.changes.steps({ file }))).toMatchObject({ redo: { label: 'Limit' } });
    value(await core.client.changes.redo({ file, opId: core.newId() }));
    expect(await limits({ ...open, core, file })).toEqual(['x']);
  });

  it('undone twice by the same operation is undone once', async () => {
    const open = await openNew(workplace());
    for (const text of ['first', 'second']) {
      const opId = open.core.newId();
      value(
        await open.core.client.changes.apply({ file: open.file, opId, label: text, changes: [...limit(open, text)] }),
      );
    }
    const opId = open.core.newId();
    value(await open.core.client.changes.undo({ file: open.file, opId }));
    value(await open.core.client.changes.undo({ file: open.file, opId }));
    expect(await limits(open)).toEqual(['first']);
  });

  it.each([
    ['a field that does not exist', { colour: 'red' }, 'colour'],
    ['half of a surrogate pair', { text: '\uD800' }, 'text'],
    ['a zero byte', { text: 'a\0b' }, 'text'],
    ['a choice that is none', { hold: 'loose' }, 'hold'],
    ['a day that does not exist', { markedOn: '2026-02-30' }, 'markedOn'],
  ])('with %s is refused with its place and changes nothing', async (_, fields, field) => {
    const open = await openNew(workplace());
    const { revision } = value(await open.core.client.files.info({ file: open.file }));
    const reply = await open.core.client.changes.apply({
      file: open.file,
      opId: open.core.newId(),
      label: 'Limit',
      changes: [
        { op: 'insert', entity: 'limit', id: open.core.newId(), fields: { engagement: open.engagement, ...fields } },
      ],
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(JSON.stringify(reply)).toContain(field);
    expect(value(await open.core.client.files.info({ file: open.file })).revision).toBe(revision);
  });
});

describe('the border of the core', () => {
  it('turns input of the wrong shape into a failure that names the place', async () => {
    const { core, file } = await openNew(workplace());
    const wrong = { file, query: 7 } as unknown as { file: string; query: string };
    expect(await core.client.search.find(wrong)).toMatchObject({
      ok: false,
      error: { code: 'bad-input', params: { path: 'query' } },
    });
    const extra = { file, loud: true } as unknown as { file: string };
    expect(await core.client.files.info(extra)).toMatchObject({
      ok: false,
      error: { code: 'bad-input', params: { path: 'loud' } },
    });
  });

  it('knows no file but by a handle that it gave', async () => {
    const { core } = await openNew(workplace());
    expect(await core.client.files.info({ file: '/etc/passwd' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await core.client.files.open({ place: '/etc/passwd' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});
