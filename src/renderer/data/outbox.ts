/**
 * Edits on their way to the disk: shown at once, sent in order, kept until they are acknowledged.
 * Typing is sent after 400 ms of silence and at least every 800 ms; what is typed between two pauses is one undo step.
 */
import type { Ack } from '../../shared/api/changes.ts';
import type { Reply } from '../../shared/api/call.ts';
import type { Failure } from '../../shared/api/errors.ts';
import type { Change } from '../../shared/model/change.ts';
import { mergeChanges, wordsAlone } from './merge-changes.ts';

/** An edit that is not acknowledged, or acknowledged but not yet part of what the core told. */
export type Pending = {
  readonly opId: string;
  readonly step: string;
  readonly label: string;
  readonly changes: readonly Change[];
  /** Made by typing: what was typed is kept also where something that follows from it cannot be. */
  readonly typed?: true;
  /** Revision of the acknowledgement; null until it arrives. */
  readonly acked: number | null;
};

/** What the outbox needs from outside. */
export type OutboxPorts = {
  /** Sends an edit; throws when the core cannot be reached. */
  readonly send: (edit: Omit<Pending, 'acked' | 'typed'>) => Promise<Reply<Ack>>;
  readonly newId: () => string;
  /** Calls a function once after so many milliseconds, unless it is told to stop. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Told whenever the pending edits, or what is known of their saving, changed. */
  readonly onChange: () => void;
  readonly onAck: (ack: Ack) => void;
  /** Told of an edit that the core refused for good and that was therefore taken back. */
  readonly onRefused: (edit: Pending, error: Failure) => void;
};

/** How the saving of edits stands. */
export type Saving = {
  /** Edits that are not on disk. */
  readonly unsaved: number;
  /** Why the last try did not work; 'unreachable' when the core did not answer at all. */
  readonly trouble: Failure | 'unreachable' | null;
};

/** Edits on their way to the disk. */
export type Outbox = {
  /** Everything to show on top of what the core told. */
  pending(): readonly Pending[];
  saving(): Saving;
  /** One edit as a whole; resolves when it is acknowledged or refused for good. */
  edit(label: string, changes: readonly Change[]): Promise<Reply<Ack>>;
  /**
   * What typing in one field changes, of its own row and of rows that follow from it; `key` names the field, and the first
   * change of all is the one of the field itself.
   */
  type(key: string, label: string, changes: readonly Change[]): void;
  /**
   * Somebody types in a field that keeps its text itself: `gather` hands over by `type` what was typed, and is called before
   * anything is sent. A key costs nothing here but the first one after each sending.
   */
  typing(key: string, gather: () => void): void;
  /** Ends the step of typing and sends everything now; resolves to the number of edits that could not be saved. */
  flush(): Promise<number>;
  /** Forgets edits whose revision the replica has. */
  settle(revision: number): void;
  /** Tries again at once what could not be saved. */
  retry(): void;
};

/** Milliseconds of silence after which typing is sent, the longest it waits while somebody types on, and between two tries. */
export const pace = { silence: 400, longest: 800, retry: 5000 };

/** Failures after which the same edit can never succeed. */
const final: ReadonlySet<string> = new Set(['bad-input', 'not-found', 'file-read-only']);

/** Opens an empty outbox. */
export function openOutbox(ports: OutboxPorts): Outbox {
  let queue: Pending[] = [];
  /** The edit that typing still adds to: the last of the queue, not sent yet. */
  let draft: { key: string; opId: string } | null = null;
  /** The field that keeps what was typed until it is asked for it. */
  let keeper: { key: string; gather: () => void } | null = null;
  /** The undo step that typing in one field adds to until a pause. */
  let step: { key: string; id: string } | null = null;
  let sending = false;
  /** The revision that the replica has: an acknowledgement may come after the change itself was told. */
  let settled = 0;
  let trouble: Saving['trouble'] = null;
  let stopSilence: () => void = () => undefined;
  let stopLongest: (() => void) | null = null;
  let stopRetry: () => void = () => undefined;
  const waiting = new Map<string, (reply: Reply<Ack>) => void>();
  let idle: (() => void)[] = [];

  const changed = (): void => ports.onChange();
  const next = (): Pending | undefined => queue.find((edit) => edit.acked === null && edit.opId !== draft?.opId);
  const gather = (): void => {
    const from = keeper;
    keeper = null;
    from?.gather();
  };
  const seal = (): void => {
    gather();
    stopLongest?.();
    stopLongest = null;
    draft = null;
    void run();
  };
  const pause = (): void => {
    gather();
    stopSilence();
    step = null;
    seal();
  };
  const wait = (): void => {
    stopLongest ??= ports.after(pace.longest, seal);
    stopSilence();
    stopSilence = ports.after(pace.silence, pause);
  };
  const unsaved = (): number => {
    const kept = keeper !== null && draft === null ? 1 : 0;
    return queue.filter((edit) => edit.acked === null).length + kept;
  };
  const rest = (): void => {
    const now = idle;
    idle = [];
    for (const done of now) done();
  };

  async function run(): Promise<void> {
    if (sending) return;
    sending = true;
    stopRetry();
    for (let edit = next(); edit !== undefined; edit = next()) {
      const reply = await attempt(edit);
      if (!settleReply(edit, reply)) {
        stopRetry = ports.after(pace.retry, () => void run());
        break;
      }
    }
    sending = false;
    rest();
    changed();
  }

  async function attempt(edit: Pending): Promise<Reply<Ack> | null> {
    try {
      const { opId, step: id, label, changes } = edit;
      return await ports.send({ opId, step: id, label, changes });
    } catch {
      return null;
    }
  }

  /** Tells whether the next edit may be sent. */
  function settleReply(edit: Pending, reply: Reply<Ack> | null): boolean {
    if (reply === null) {
      trouble = 'unreachable';
      changed();
      return false;
    }
    if (!reply.ok && !final.has(reply.error.code)) {
      trouble = reply.error;
      changed();
      return false;
    }
    trouble = null;
    const alone = reply.ok || edit.typed === undefined ? null : wordsAlone(edit.changes);
    if (alone !== null) {
      // Such as a row that another window took away meanwhile.
      queue = queue.map((one) => (one.opId === edit.opId ? { ...one, opId: ports.newId(), changes: alone } : one));
      changed();
      return true;
    }
    if (reply.ok) {
      const { revision } = reply.value;
      queue = queue.flatMap((one) => {
        if (one.opId !== edit.opId) return [one];
        return revision <= settled ? [] : [{ ...one, acked: revision }];
      });
      ports.onAck(reply.value);
    } else {
      queue = queue.filter((one) => one.opId !== edit.opId);
      ports.onRefused(edit, reply.error);
    }
    waiting.get(edit.opId)?.(reply);
    waiting.delete(edit.opId);
    changed();
    return true;
  }

  return {
    pending: () => queue,
    saving: () => ({ unsaved: unsaved(), trouble }),
    edit(label, changes) {
      pause();
      const opId = ports.newId();
      queue = [...queue, { opId, step: opId, label, changes, acked: null }];
      const done = new Promise<Reply<Ack>>((resolve) => waiting.set(opId, resolve));
      changed();
      void run();
      return done;
    },
    type(key, label, changes) {
      if ((draft ?? keeper ?? { key }).key !== key) pause();
      if (step?.key !== key) step = { key, id: ports.newId() };
      const last = queue.at(-1);
      if (draft !== null && last?.opId === draft.opId) {
        queue = [...queue.slice(0, -1), { ...last, changes: mergeChanges(last.changes, changes) }];
      } else {
        const opId = ports.newId();
        queue = [
          ...queue,
          { opId, step: step.id, label, changes: mergeChanges([], changes), typed: true, acked: null },
        ];
        draft = { key, opId };
      }
      wait();
      changed();
    },
    typing(key, handOver) {
      if ((draft ?? keeper ?? { key }).key !== key) pause();
      const isFirst = keeper === null && draft === null;
      keeper = { key, gather: handOver };
      wait();
      if (isFirst) changed();
    },
    async flush() {
      pause();
      if (sending) await new Promise<void>((resolve) => idle.push(resolve));
      if (next() !== undefined && trouble === null) await run();
      return queue.filter((edit) => edit.acked === null).length;
    },
    settle(revision) {
      settled = revision;
      const kept = queue.filter((edit) => edit.acked === null || edit.acked > revision);
      if (kept.length !== queue.length) queue = kept;
    },
    retry: () => void run(),
  };
}
