/** What the contract promises holds on every way to the core. */
import { randomFillSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidMaker } from '../../src/shared/lib/uuid.ts';
import { value } from '../support/core.ts';
import { type Transport, transports } from './transports.ts';

const newId = uuidMaker({ now: () => Date.now(), random: (bytes) => void randomFillSync(bytes) });

describe.each(transports)('A call %s', (_name, open) => {
  let transport: Transport;
  let file = '';
  let engagement = '';
  beforeAll(async () => {
    transport = await open();
    const place = await transport.choose('save', 'client', 'Fennmark.throughline');
    const created = value(await transport.client.files.create({ place, client: 'Fennmark', title: 'Contract' }));
    ({ file } = created);
    engagement = created.info.engagements[0]?.id ?? '';
  });
  // It is not there where it could not be opened.
  afterAll(() => (transport as Transport | undefined)?.close());

  const stakeholder = (name: string) => ({
    op: 'insert' as const,
    entity: 'stakeholder' as const,
    id: newId(),
    fields: { engagement, name },
  });
  const revision = async (): Promise<number> => value(await transport.client.files.info({ file })).revision;
  const insert = (...names: string[]) =>
    transport.client.changes.apply({ file, opId: newId(), label: 'Add', changes: names.map(stakeholder) });

  it('answers with what was saved', async () => {
    const before = await revision();
    const ack = value(await insert('Ada Mørk “the lead” 🌾'));
    const { data } = value(await transport.client.changes.load({ file }));
    expect(ack).toMatchObject({ revision: before + 1, changes: [{ op: 'insert', entity: 'stakeholder' }] });
    expect(data.stakeholder.at(-1)?.name).toBe('Ada Mørk “the lead” 🌾');
  });

  it('has one effect when it is sent twice', async () => {
    const call = { file, opId: newId(), label: 'Add', changes: [stakeholder('Once')] };
    const [first, second] = [await transport.client.changes.apply(call), await transport.client.changes.apply(call)];
    expect(value(second).revision).toBe(value(first).revision);
    expect(await revision()).toBe(value(first).revision);
  });

  it('answers wrong input by the place that is wrong', async () => {
    const before = await revision();
    const answers = [
      await transport.client.changes.apply({ file, opId: 'no', label: 'Add', changes: [stakeholder('No')] }),
      await transport.client.changes.apply({ file, opId: newId(), label: 'Add', changes: [] }),
      await transport.client.search.find({ file, query: 'x'.repeat(201) }),
    ];
    expect(answers).toMatchObject([
      { ok: false, error: { code: 'bad-input', params: { path: 'opId' } } },
      { ok: false, error: { code: 'bad-input', params: { path: 'changes' } } },
      { ok: false, error: { code: 'bad-input', params: { path: 'query' } } },
    ]);
    expect(await revision()).toBe(before);
  });

  it('refuses a key that it does not know', async () => {
    const more = { file, depth: 3 } as { file: string };
    expect(await transport.client.files.info(more)).toMatchObject({
      ok: false,
      error: { code: 'bad-input', params: { path: 'depth' } },
    });
  });

  it('refuses a key that reaches for a prototype, and nothing is changed by it', async () => {
    const before = await revision();
    const reaching = JSON.parse(`{"__proto__": {"file": "${file}", "polluted": true}}`) as { file: string };
    const answer = await transport.client.files.info(reaching).catch(() => ({ ok: false }));
    const fields = JSON.parse('{"__proto__": {"name": "No"}, "engagement": ""}') as Record<string, unknown>;
    const change = { ...stakeholder('No'), fields };
    const applied = await transport.client.changes
      .apply({ file, opId: newId(), label: 'Add', changes: [change] })
      .catch(() => ({ ok: false }));
    expect([answer.ok, applied.ok]).toEqual([false, false]);
    expect(await revision()).toBe(before);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('answers an expected failure by its code, as a value', async () => {
    expect(await transport.client.files.info({ file: 'nobody' })).toEqual({
      ok: false,
      error: { code: 'not-found', params: { what: 'open file', id: 'nobody' } },
    });
    expect(await transport.client.files.open({ place: 'nowhere' })).toMatchObject({ ok: false });
  });

  it('says by name what the shell cannot do, and does it elsewhere', async () => {
    const { capabilities } = value(await transport.client.desk.start({}));
    const browsed = await transport.client.desk.browse({ kind: 'client' });
    const code = browsed.ok ? null : browsed.error.code;
    expect(code).toBe(capabilities.dialogs === 'inside' ? null : 'not-offered');
  });

  it('carries megabytes there and back unchanged', async () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `${at} – Ærø “quoted” 🌾 ${'\\n'.repeat(20)}`);
    value(await insert(...names));
    const { data } = value(await transport.client.changes.load({ file }));
    expect(data.stakeholder.slice(-names.length).map(({ name }) => name)).toEqual(names);
  });

  it('streams every change to whoever watches, in order and from the moment of asking', async () => {
    const stop = new AbortController();
    const stream = await transport.client.changes.watch({ file }, { signal: stop.signal });
    const acks = await Promise.all(Array.from({ length: 20 }, (_, at) => insert(`Person ${at}`)));
    const heard: number[] = [];
    for await (const { revision: told } of stream) {
      heard.push(told);
      if (heard.length === acks.length) break;
    }
    stop.abort();
    const told = acks.map((ack) => value(ack).revision);
    expect(heard).toEqual(told.toSorted((a, b) => a - b));
  });

  it('ends a stream when its file is closed', async () => {
    const place = await transport.choose('save', 'client', 'Other.throughline');
    const other = value(await transport.client.files.create({ place, client: 'Other' })).file;
    const stream = await transport.client.files.watch({ file: other });
    value(await transport.client.files.close({ file: other }));
    const events: string[] = [];
    for await (const { event } of stream) events.push(event);
    expect(events.at(-1)).toBe('closed');
  });

  it('tells how far long work is, and can be stopped without a trace', async () => {
    const rows = Array.from({ length: 40_000 }, (_, at) => `T-${at},Work item ${at},To do`);
    writeFileSync(transport.path('backlog.csv'), `Key,Summary,Status\n${rows.join('\n')}\n`);
    const place = await transport.choose('open', 'backlog', 'backlog.csv');
    const before = await revision();
    const work = newId();
    const steps = await transport.client.work.watch({ work });
    const importing = transport.client.imports.backlog({ file, place, opId: newId(), work });
    const first = await steps.next();
    const told = first.done === true ? null : first.value;
    expect([told?.work, typeof told?.step, typeof told?.done]).toEqual([work, 'string', 'number']);
    value(await transport.client.work.cancel({ work }));
    expect(await importing).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await revision()).toBe(before);
    await steps.return?.();
  });
});
