/** The files that are open in this process, by handle, each with the kit that it carries. */
import { randomBytes } from 'node:crypto';
import type { Ack } from '../../shared/api/changes.ts';
import { failure, type Failure } from '../../shared/api/errors.ts';
import type { FileEvent } from '../../shared/api/files.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { Kit } from '../../shared/method/kit.ts';
import { completeWordings } from '../../shared/document/words/words.ts';
import { type ClientData, scopeTo } from '../../shared/model/index.ts';
import type { ClientFile } from '../store/types.ts';
import { type Feed, openFeed } from './feed.ts';
import { readKit } from './read-kit.ts';
import { keepRows } from './live-rows.ts';

/** An open client file as services hold it. */
export type Session = {
  readonly handle: string;
  /** Id that the file carries, the same in every copy of it that no program of ours made. */
  readonly fileId: string;
  readonly file: ClientFile;
  /** The kit of the file; read again when the file gets another one. */
  kit(): Kit;
  /** Every row of the file, passages included, without large texts and bytes. */
  rows(): ClientData;
  /** Newest revision, known without reading the file. */
  revision(): number;
  /** Of a backup that is looked at, the windows that do; null for the file itself. */
  readonly viewers: Set<string> | null;
  /** Every acknowledged change, until the file is closed. */
  readonly acks: Feed<Ack>;
  /** What happens to the file besides edits, until it is closed. */
  readonly events: Feed<FileEvent>;
};

/** The rows of one engagement with what else a figure needs. */
export type EngagementRows = {
  readonly session: Session;
  readonly id: string;
  readonly data: ClientData;
  readonly kit: Kit;
};

/** All open files. */
export type Sessions = {
  /** Takes an open file in, or a backup that a window looks at; one whose kit cannot be read is closed again. */
  add(file: ClientFile, viewer?: string): Result<Session, Failure>;
  find(handle: string): Result<Session, Failure>;
  /** An engagement of an open file: the one that is named, or the latest. Passages are among its rows. */
  engagement(handle: string, id: string | undefined): Result<EngagementRows, Failure>;
  all(): readonly Session[];
  /** Tells before a file is closed, by whomever, while it can still be read. */
  onClosing(listener: (session: Session) => void): void;
  /** A window is gone: backups that only it looked at are closed. */
  leave(window: string): void;
  /** Lets a file go whatever happens; a failure tells what could not be done for it before. */
  close(handle: string): Result<null, Failure>;
};

/** Opens a register without files. */
export function openSessions(shippedKit: () => Kit): Sessions {
  const sessions = new Map<string, Session>();
  const closing = new Set<(session: Session) => void>();
  const find = (handle: string): Result<Session, Failure> => {
    const session = sessions.get(handle);
    return session === undefined ? fail(failure('not-found', { what: 'open file', id: handle })) : ok(session);
  };
  const close = (handle: string): Result<null, Failure> => {
    const session = find(handle);
    if (!session.ok) return session;
    const { file, acks, events } = session.value;
    for (const listener of closing) listener(session.value);
    sessions.delete(handle);
    const closed = file.close();
    acks.end();
    if (!closed.ok) events.tell({ event: 'problem', error: closed.error });
    events.tell({ event: 'closed' });
    events.end();
    return closed;
  };
  return {
    add(file, viewer) {
      const first = loadFirst(file);
      if (!first.ok) return first;
      const { kit, fileId } = first.value;
      let { revision } = first.value;
      const acks = openFeed<Ack>();
      file.onChange((ack) => {
        revision = ack.revision;
        acks.tell({ revision, opId: ack.opId, changes: ack.changes });
      });
      const session = {
        handle: randomBytes(16).toString('hex'),
        fileId,
        file,
        kit: kitReader(file, kit, shippedKit),
        rows: keepRows(file),
        revision: () => revision,
        viewers: viewer === undefined ? null : new Set([viewer]),
        acks,
        events: openFeed<FileEvent>(),
      };
      sessions.set(session.handle, session);
      return ok(session);
    },
    find,
    engagement(handle, wanted) {
      const session = find(handle);
      if (!session.ok) return session;
      const whole = session.value.rows();
      const id = wanted ?? whole.engagement.at(-1)?.id;
      if (id === undefined || !whole.engagement.some((row) => row.id === id)) {
        return fail(failure('not-found', { what: 'engagement', id: wanted ?? '' }));
      }
      return ok({ session: session.value, id, data: scopeTo(whole, id), kit: session.value.kit() });
    },
    all: () => [...sessions.values()],
    onClosing: (listener) => void closing.add(listener),
    leave(window) {
      for (const { handle, viewers } of sessions.values()) {
        if (viewers?.delete(window) === true && viewers.size === 0) close(handle);
      }
    },
    close,
  };
}

type First = { readonly kit: Kit; readonly fileId: string; readonly revision: number };

/** What has to be known of a file that was just opened; it is closed again when that cannot be read. */
function loadFirst(file: ClientFile): Result<First, Failure> {
  try {
    const kit = loadKit(file);
    if (kit.ok) {
      const { fileId, revision } = file.info();
      return ok({ kit: kit.value, fileId, revision });
    }
    file.close();
    return fail(failure('file-damaged', { where: `kit, ${kit.error.params['path'] ?? ''}` }));
  } catch (error) {
    file.close();
    throw error;
  }
}

/** The file's kit, read again after it was replaced. */
function kitReader(file: ClientFile, first: Kit, shipped: () => Kit): () => Kit {
  // A file made by an older program lacks wordings that the document has learned since.
  let kit = completeWordings(first, shipped());
  file.onChange((ack) => {
    if (!ack.changes.some((change) => change.entity === 'kitCopy')) return;
    const replaced = loadKit(file);
    if (replaced.ok) kit = completeWordings(replaced.value, shipped());
  });
  return () => kit;
}

function loadKit(file: ClientFile): Result<Kit, Failure> {
  const row = file.rows('kitCopy').at(-1);
  return readKit(row === undefined ? '' : (file.largeField('kitCopy', row.id, 'content') ?? ''));
}
