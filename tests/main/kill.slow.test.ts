import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { value, workplace } from '../support/core.ts';

// The process that holds the file is killed thirty times by the store's own test: here the core above it is what is looked at.
const rounds = 12;
const longest = 60;
const child = join(import.meta.dirname, '../support/typing-child.ts');

type Acknowledged = { readonly opId: string; readonly revision: number; readonly mark: string };

/** Lets a child type, kills it some time after it said a word, and gives what was acknowledged until then. */
function typeUntilKilled(
  words: readonly string[],
  after: 'READY\n' | 'A ',
  milliseconds: number,
): Promise<Acknowledged[]> {
  return new Promise((resolve, reject) => {
    const typing = spawn(process.execPath, [child, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let problems = '';
    typing.stderr.on('data', (chunk: Buffer) => (problems += chunk.toString()));
    typing.stdout.on('data', (chunk: Buffer) => {
      const before = out;
      out += chunk.toString();
      // Every other round counts from the first acknowledgement, so that edits are found however slow the disk is.
      if (!before.includes(after) && out.includes(after)) setTimeout(() => typing.kill('SIGKILL'), milliseconds);
    });
    typing.on('close', () => {
      if (!out.includes('READY\n')) return reject(new Error(`the child did not start: ${problems}`));
      // A line without its end was cut by the kill: it was never received.
      const lines = out
        .slice(0, out.lastIndexOf('\n'))
        .split('\n')
        .filter((line) => line.startsWith('A '));
      resolve(
        lines.map((line) => {
          const [, opId = '', revision = '', mark = ''] = line.split(' ');
          return { opId, revision: Number(revision), mark };
        }),
      );
    });
  });
}

it('a core that is killed at random moments loses no acknowledged edit and doubles none', async () => {
  const place = workplace();
  const path = place.path('Client.throughline');
  const first = place.core();
  const { file } = value(await first.client.files.create({ place: first.grant(path), client: 'Client' }));
  const { data } = value(await first.client.changes.load({ file }));
  const engagement = data.engagement[0]?.id ?? '';
  const [interview, answer] = [first.newId(), first.newId()];
  value(
    await first.client.changes.apply({
      file,
      opId: first.newId(),
      label: 'Plan',
      changes: [
        { op: 'insert', entity: 'interview', id: interview, fields: { engagement } },
        { op: 'insert', entity: 'answer', id: answer, fields: { engagement, interview } },
      ],
    }),
  );
  await first.close();

  const seed = Math.floor(Math.random() * 2 ** 31);
  let state = seed;
  const all: Acknowledged[] = [];
  for (let round = 0; round < rounds; round += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    const wait = (state / 0x7fffffff) * longest;
    // Every other round dies among its first edits, the rest after one was acknowledged, however slow the disk is.
    const after = round % 2 === 0 ? 'READY\n' : 'A ';
    all.push(...(await typeUntilKilled([path, place.path('app'), answer, String(round)], after, wait)));

    const core = place.core();
    const opened = value(await core.client.files.open({ place: core.grant(path) }));
    const history: { opId: string; revision: number }[] = [];
    for (let before: number | undefined; ;) {
      const page = value(
        await core.client.changes.history({
          file: opened.file,
          limit: 500,
          ...(before === undefined ? {} : { before }),
        }),
      );
      history.push(...page);
      before = (page.at(-1)?.revision ?? 1) - 1;
      if (page.length < 500) break;
    }
    const context = `seed ${seed}, round ${round}, killed after ${wait.toFixed(1)} ms`;
    const found = Map.groupBy(history, (entry) => entry.opId);
    for (const { opId, revision } of all) {
      expect(
        found.get(opId)?.map((entry) => entry.revision),
        context,
      ).toEqual([revision]);
    }
    const rows = value(await core.client.changes.load({ file: opened.file })).data;
    // Before anything was acknowledged, every text will do.
    const last = all.at(-1)?.mark ?? '';
    expect(rows.answer[0]?.text, context).toContain(last);
    const quotes = rows.evidence.map((one) => one.text);
    expect(new Set(quotes).size, context).toBe(quotes.length);
    expect(value(await core.client.files.check({ file: opened.file })), context).toEqual({ sound: true, findings: [] });
    await core.close();
  }
  expect(all.length).toBeGreaterThanOrEqual(rounds / 2);
});
