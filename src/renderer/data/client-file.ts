/** An open client file as this window sees it: the replica, what is on its way to the disk, the figures, the undo steps. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Reply } from '../../shared/api/call.ts';
import type { Ack } from '../../shared/api/changes.ts';
import type { ContractClient } from '../../shared/api/contract.ts';
import { failure, type Failure } from '../../shared/api/errors.ts';
import type { FileEvent, FileInfo, OpenedFile } from '../../shared/api/files.ts';
import type { FileNotice } from '../../shared/api/notices.ts';
import { uuidMaker } from '../../shared/lib/uuid.ts';
import { type Change, updateRow } from '../../shared/model/change.ts';
import { type ClientData, entities, type EntityName, type RowOf } from '../../shared/model/index.ts';
import { type Kit, parseKit } from '../../shared/method/kit.ts';
import { applyChanges } from '../../shared/model/apply-changes.ts';
import { keepFigures, type Readings } from './figures.ts';
import { openOutbox, type Saving } from './outbox.ts';
import { keepSteps, type Steps } from './undo-steps.ts';

/** What a window knows of the file that it shows. */
export type FileState = Steps & {
  readonly info: FileInfo;
  readonly notices: readonly FileNotice[];
  readonly kit: Kit;
  readonly engagement: string;
  /** What the core told, up to `revision`. */
  readonly base: ClientData;
  readonly revision: number;
  /** What is shown: the core's rows with the edits that are on their way on top. */
  readonly data: ClientData;
  readonly saving: Saving;
  /** Since when something waits to be saved, milliseconds of the page's clock; null when nothing does. */
  readonly waitingSince: number | null;
  /** Wall-clock time of the last acknowledgement, milliseconds. */
  readonly savedAt: number;
  /** The last edit that was refused for good, until it is put away. */
  readonly refused: { readonly label: string; readonly error: Failure } | null;
  readonly readings: Readings;
  /** Findings and troubles of the work in the background, newest last. */
  readonly events: readonly FileEvent[];
  /** The stream of changes broke and was not taken up again yet. */
  readonly cutOff: boolean;
};

/** An open client file with everything that a window can do to it. */
export type ClientFileView = {
  readonly handle: string;
  readonly client: ContractClient;
  readonly store: StoreApi<FileState>;
  newId(): string;
  /** Applies changes as one entry; shown at once, resolves when they are on disk or refused. */
  edit(label: string, changes: readonly Change[]): Promise<Reply<Ack>>;
  /** A field as it is being typed. */
  type<N extends EntityName>(entity: N, id: string, fields: Partial<Omit<RowOf<N>, 'id'>>, label?: string): void;
  /** What typing changes besides its field; `key` names the field, and its own change comes first. */
  typeChanges(key: string, label: string, changes: readonly Change[]): void;
  /** Somebody types in a field that keeps its text itself; `gather` hands it over by `typeChanges` when it is asked for. */
  typing(key: string, gather: () => void): void;
  flush(): Promise<number>;
  retry(): void;
  undo(): Promise<Reply<Ack>>;
  redo(): Promise<Reply<Ack>>;
  choose(engagement: string): void;
  putAway(): void;
  /** Everything typed that is not on disk, as text to copy. */
  unsavedText(): string;
  /** Sends what is not sent and closes the streams; the core closes the file when no window shows it. */
  leave(): Promise<void>;
};

/** Starts to follow an open file. */
export async function followFile(client: ContractClient, opened: OpenedFile): Promise<Reply<ClientFileView>> {
  const { file } = opened;
  const ending = new AbortController();
  const early: Ack[] = [];
  let take = (ack: Ack): void => void early.push(ack);
  // Listening comes first, so that no change falls between the rows and the stream.
  const stream = await client.changes.watch({ file }, { signal: ending.signal });
  const [loaded, content, last] = await Promise.all([
    client.changes.load({ file }),
    client.kits.get({ file }),
    // With the rows: whoever sees the file can take the last step back at once.
    client.changes.steps({ file }),
  ]);
  if (!loaded.ok) return loaded;
  if (!content.ok) return content;
  const parsed = parseKit(content.value);
  if (!('kit' in parsed)) return { ok: false, error: failure('file-damaged', { where: 'kit' }) };
  const { data, revision } = loaded.value;
  const store = createStore<FileState>(() => ({
    info: opened.info,
    notices: opened.notices,
    kit: parsed.kit,
    engagement: opened.info.engagements.at(-1)?.id ?? data.engagement.at(-1)?.id ?? '',
    base: data,
    revision,
    data,
    saving: { unsaved: 0, trouble: null },
    waitingSince: null,
    savedAt: Date.now(),
    refused: null,
    ...(last.ok ? last.value : { undo: null, redo: null }),
    stepsAt: revision,
    readings: { figures: null, background: null, revision: 0, error: null },
    events: [],
    cutOff: false,
  }));
  const newId = uuidMaker({
    now: () => Date.now(),
    random: (bytes) => void crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
  });
  const steps = keepSteps(client, file, {
    now: () => store.getState().revision,
    show: (known) => store.setState(known),
  });
  const figures = keepFigures(client, file, {
    now: () => store.getState(),
    show: (readings) => store.setState({ readings }),
  });

  const outbox = openOutbox({
    send: (edit) => client.changes.apply({ file, ...edit, changes: [...edit.changes] }),
    newId,
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    onChange: () => show(),
    onAck: () => store.setState({ savedAt: Date.now() }),
    onRefused: (edit, error) => store.setState({ refused: { label: edit.label, error } }),
  });

  function show(): void {
    const { base, waitingSince } = store.getState();
    const saving = outbox.saving();
    store.setState({
      data: outbox.pending().reduce((rows, edit) => applyChanges(rows, edit.changes), base),
      saving,
      waitingSince: saving.unsaved === 0 ? null : (waitingSince ?? performance.now()),
    });
  }

  function receive(ack: Ack): void {
    const state = store.getState();
    if (ack.revision <= state.revision) return;
    outbox.settle(ack.revision);
    const base = applyChanges(state.base, ack.changes);
    store.setState({ base, revision: ack.revision });
    show();
    if (ack.changes.some((change) => change.entity === 'kitCopy')) void readKitAgain();
    steps.refresh();
    figures.refresh();
  }

  async function readKitAgain(): Promise<void> {
    const again = await client.kits.get({ file });
    const kit = again.ok ? parseKit(again.value) : null;
    if (kit !== null && 'kit' in kit) store.setState({ kit: kit.kit });
  }

  async function follow(first: AsyncIterable<Ack>): Promise<void> {
    let acks: AsyncIterable<Ack> | null = first;
    for (let tries = 0; !ending.signal.aborted; tries++) {
      try {
        for await (const ack of acks ?? []) take(ack);
        tries = acks === null ? tries : 0;
      } catch {
        // Taken up again below.
      }
      if (ending.signal.aborted) return;
      await new Promise((resolve) => setTimeout(resolve, Math.min(250 * 2 ** tries, 5000)));
      acks = await takeUp();
      if (acks === null) store.setState({ cutOff: true });
    }
  }

  /** A new stream after a break, and the rows as they are by then. */
  async function takeUp(): Promise<AsyncIterable<Ack> | null> {
    try {
      const acks = await client.changes.watch({ file }, { signal: ending.signal });
      const rows = await client.changes.load({ file });
      if (!rows.ok) return null;
      outbox.settle(rows.value.revision);
      store.setState({ base: rows.value.data, revision: rows.value.revision, cutOff: false });
      show();
      steps.refresh();
      figures.refresh();
      return acks;
    } catch {
      return null;
    }
  }

  async function hear(): Promise<void> {
    try {
      for await (const event of await client.files.watch({ file }, { signal: ending.signal })) {
        const { events, notices } = store.getState();
        if (event.event === 'notice') store.setState({ notices: [...notices, event.notice] });
        store.setState({ events: [...events.slice(-19), event] });
      }
    } catch {
      // The stream of changes says when the core is gone.
    }
  }

  take = receive;
  for (const ack of early) receive(ack);
  void follow(stream);
  void hear();
  steps.refresh();
  figures.refresh();

  const takeStep = async (call: 'undo' | 'redo'): Promise<Reply<Ack>> => {
    await outbox.flush();
    const answer = await client.changes[call]({ file, opId: newId() });
    // Whoever is told that a step was taken can take it the other way at once.
    await steps.ask();
    return answer;
  };

  return {
    ok: true,
    value: {
      handle: file,
      client,
      store,
      newId,
      edit(label, changes) {
        if (store.getState().info.readOnly) {
          const error = failure('file-read-only');
          store.setState({ refused: { label, error } });
          return Promise.resolve({ ok: false, error });
        }
        return outbox.edit(label.slice(0, 200), changes);
      },
      type(entity, id, fields, label) {
        if (store.getState().info.readOnly) return;
        const [name = ''] = Object.keys(fields);
        const field = (entities[entity].fields as Readonly<Record<string, { says: string }>>)[name];
        const words = label ?? `Edit “${field?.says ?? name}”`;
        outbox.type(`${entity}:${id}:${name}`, words.slice(0, 200), [updateRow(entity, id, fields as never)]);
      },
      typeChanges(key, label, changes) {
        if (!store.getState().info.readOnly && changes.length > 0) outbox.type(key, label.slice(0, 200), changes);
      },
      typing(key, gather) {
        if (!store.getState().info.readOnly) outbox.typing(key, gather);
      },
      flush: () => outbox.flush(),
      retry: () => outbox.retry(),
      undo: () => takeStep('undo'),
      redo: () => takeStep('redo'),
      choose(engagement) {
        store.setState({ engagement, readings: { figures: null, background: null, revision: 0, error: null } });
        figures.refresh();
      },
      putAway: () => store.setState({ refused: null }),
      unsavedText: () =>
        outbox
          .pending()
          .filter((edit) => edit.acked === null)
          .flatMap((edit) => edit.changes.map((change) => `${edit.label}: ${textOf(change)}`))
          .join('\n'),
      async leave() {
        await outbox.flush();
        ending.abort();
        figures.stop();
      },
    },
  };
}

function textOf(change: Change): string {
  if (change.op === 'delete') return '(removed)';
  return Object.values(change.fields)
    .filter((value) => typeof value === 'string')
    .join(' · ');
}
