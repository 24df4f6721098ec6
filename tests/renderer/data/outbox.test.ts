import { expect, it } from 'vitest';
import { openOutbox, pace, type Pending } from '../../../src/renderer/data/outbox.ts';
import type { Reply } from '../../../src/shared/api/call.ts';
import type { Ack } from '../../../src/shared/api/changes.ts';
import { failure, type Failure } from '../../../src/shared/api/errors.ts';
import { type Change, deleteRow, insertRow, updateRow } from '../../../src/shared/model/change.ts';

type Sent = Omit<Pending, 'acked' | 'typed'>;

/** An outbox with a clock that tests turn, and a core that answers when it is told to. */
function place() {
  let now = 0;
  let ids = 0;
  let revision = 0;
  let timers: { at: number; run: () => void }[] = [];
  const sent: Sent[] = [];
  const refused: string[] = [];
  let answer: ((sent: Sent) => Promise<Reply<Ack>>) | null = null;
  const good = (edit: Sent): Promise<Reply<Ack>> => {
    revision += 1;
    return Promise.resolve({ ok: true, value: { revision, opId: edit.opId, changes: edit.changes } });
  };
  const outbox = openOutbox({
    send(edit) {
      sent.push(edit);
      return (answer ?? good)(edit);
    },
    newId: () => `id-${++ids}`,
    after(milliseconds, run) {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    onChange: () => undefined,
    onAck: () => undefined,
    onRefused: (_, error) => refused.push(error.code),
  });
  return {
    outbox,
    sent,
    refused,
    fails: (how: Failure | 'unreachable' | null) => {
      answer =
        how === null
          ? null
          : () =>
              how === 'unreachable' ? Promise.reject(new Error('gone')) : Promise.resolve({ ok: false, error: how });
    },
    write: (text: string, key = 'note') => outbox.type(key, 'Edit', [updateRow('answer', key, { text })]),
    /** Lets time go by, and whatever waits for an answer go on. */
    async wait(milliseconds: number) {
      for (const end = now + milliseconds; now < end;) {
        now = Math.min(end, ...timers.map(({ at }) => Math.max(at, now + 1)));
        const due = timers.filter(({ at }) => at <= now);
        timers = timers.filter(({ at }) => at > now);
        for (const { run } of due) run();
        await settle();
      }
    },
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

const textOf = (edit: Sent | undefined): unknown => {
  const [change] = edit?.changes ?? [];
  return change?.op === 'update' ? change.fields['text'] : undefined;
};

it('typing is sent after a pause of 400 ms, as one edit', async () => {
  const { outbox, sent, write, wait } = place();
  for (const text of ['a', 'ab', 'abc']) {
    write(text);
    await wait(100);
  }
  expect(sent).toEqual([]);
  expect(outbox.saving().unsaved).toBe(1);
  await wait(pace.silence);
  expect(sent.map(textOf)).toEqual(['abc']);
  expect(outbox.saving().unsaved).toBe(0);
});

it('who types on without a pause is saved every 800 ms, and one undo takes it all back', async () => {
  const { sent, write, wait } = place();
  let text = '';
  for (let key = 0; key < 30; key++) {
    text += 'x';
    write(text);
    await wait(100);
  }
  await wait(1000);
  expect(sent.length).toBeGreaterThanOrEqual(3);
  expect(textOf(sent.at(-1))).toBe('x'.repeat(30));
  expect(new Set(sent.map(({ step }) => step)).size).toBe(1);
});

it('a pause, another field and a whole edit begin a new step', async () => {
  const { outbox, sent, write, wait } = place();
  write('one');
  await wait(500);
  write('one two');
  write('elsewhere', 'other');
  void outbox.edit('Link', [updateRow('answer', 'note', { position: 1 })]);
  await wait(10);
  expect(sent.map(({ label }) => label)).toEqual(['Edit', 'Edit', 'Edit', 'Link']);
  expect(new Set(sent.map(({ step }) => step)).size).toBe(4);
});

it('an edit that meets no answer is kept, said, and sent again with the same operation id', async () => {
  const { outbox, sent, fails, write, wait } = place();
  fails('unreachable');
  write('kept');
  await wait(500);
  expect(outbox.saving()).toEqual({ unsaved: 1, trouble: 'unreachable' });
  fails(failure('file-busy'));
  await wait(pace.retry);
  expect(outbox.saving()).toMatchObject({ unsaved: 1, trouble: { code: 'file-busy' } });
  fails(null);
  await wait(pace.retry);
  expect(outbox.saving()).toEqual({ unsaved: 0, trouble: null });
  expect(sent.length).toBe(3);
  expect(new Set(sent.map(({ opId }) => opId)).size).toBe(1);
});

it('an edit that can never succeed is taken back and said, and the next one goes on', async () => {
  const { outbox, sent, refused, fails, wait } = place();
  fails(failure('bad-input', { path: 'changes.0', problem: 'too long' }));
  const answer = outbox.edit('First', [updateRow('answer', 'note', { text: 'a' })]);
  await settle();
  expect((await answer).ok).toBe(false);
  expect(refused).toEqual(['bad-input']);
  fails(null);
  void outbox.edit('Second', [updateRow('answer', 'note', { text: 'b' })]);
  await wait(10);
  expect(sent.map(({ label }) => label)).toEqual(['First', 'Second']);
  expect(outbox.saving().unsaved).toBe(0);
});

it('an acknowledged edit is shown until the rows of its revision have arrived', async () => {
  const { outbox, wait } = place();
  void outbox.edit('Edit', [updateRow('answer', 'note', { text: 'a' })]);
  await wait(10);
  expect(outbox.pending().map(({ acked }) => acked)).toEqual([1]);
  outbox.settle(1);
  expect(outbox.pending()).toEqual([]);
});

it('a flush sends at once what is being typed and tells what could not be saved', async () => {
  const { outbox, sent, fails, write } = place();
  write('now');
  expect(await outbox.flush()).toBe(0);
  expect(sent.map(textOf)).toEqual(['now']);
  fails('unreachable');
  write('not now');
  expect(await outbox.flush()).toBe(1);
});

it('an edit whose change was told before its acknowledgement does not hide what was told', async () => {
  const { outbox } = place();
  void outbox.edit('Add', [updateRow('answer', 'one', { text: 'a' })]);
  outbox.settle(1);
  await settle();
  expect(outbox.pending()).toEqual([]);
});

const note = (text: string): Change => updateRow('answer', 'note', { text });

it('typing in one field carries the changes of other rows that follow from it, each row once', async () => {
  const { outbox, sent, wait } = place();
  const type = (...changes: readonly Change[]) => outbox.type('note', 'Edit', changes);
  type(
    note('> a'),
    insertRow('evidence', 'one', { text: 'a' }),
    insertRow('evidenceLink', 'link', { evidence: 'one' }),
  );
  type(note('> ab'), updateRow('evidence', 'one', { text: 'ab' }));
  type(note('> ab'), deleteRow('evidenceLink', 'link'));
  type(note('> ab'), updateRow('evidence', 'old', { askLater: true }));
  type(note('> ab'), deleteRow('evidence', 'old'));
  await wait(500);
  expect(sent.map(({ changes }) => changes)).toEqual([
    [note('> ab'), insertRow('evidence', 'one', { text: 'ab' }), deleteRow('evidence', 'old')],
  ]);
});

it('what was typed is kept where what follows from it cannot be', async () => {
  const { outbox, sent, refused, fails, wait } = place();
  fails(failure('not-found', { what: 'evidence', id: 'gone' }));
  outbox.type('note', 'Edit', [note('b'), updateRow('evidence', 'gone', { text: 'b' })]);
  void outbox.flush();
  await settle();
  fails(null);
  outbox.type('note', 'Edit', [note('bc')]);
  await wait(1000);
  expect(sent[0]?.changes).toHaveLength(2);
  expect(sent[1]?.changes).toEqual([note('b')]);
  expect(sent[1]?.opId).not.toBe(sent[0]?.opId);
  expect(textOf(sent.at(-1))).toBe('bc');
  expect(refused.length).toBeLessThanOrEqual(1);
});

it('asks a field that keeps its text itself for what was typed when it is sent, and before anything else is', async () => {
  const { outbox, sent, write, wait } = place();
  let typed = '';
  let asked = 0;
  const press = (letter: string): void => {
    typed += letter;
    outbox.typing('note', () => {
      asked += 1;
      write(typed);
    });
  };
  press('a');
  expect(outbox.saving().unsaved).toBe(1);
  await wait(300);
  press('b');
  await wait(300);
  press('c');
  expect([asked, sent.length]).toEqual([0, 0]);
  await wait(200);
  expect(sent.map(textOf)).toEqual(['abc']);
  press('d');
  const edit = outbox.edit('Other', [updateRow('answer', 'other', { text: 'x' })]);
  await wait(1);
  expect((await edit).ok).toBe(true);
  expect(sent.map(textOf)).toEqual(['abc', 'abcd', 'x']);
  press('e');
  expect(await outbox.flush()).toBe(0);
  expect(sent.map(textOf).at(-1)).toBe('abcde');
  expect(asked).toBe(3);
  expect(outbox.saving().unsaved).toBe(0);
});

it('keeps what a field was typed in before another one is typed in', async () => {
  const { outbox, sent, write, wait } = place();
  outbox.typing('note', () => write('first'));
  write('second', 'other');
  await wait(pace.silence);
  expect(sent.map(textOf)).toEqual(['first', 'second']);
});
