/** The files that are open in this process, by handle, each with the kit that it carries. */
import { randomBytes } from 'node:crypto';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { Kit } from '../../shared/method/kit.ts';
import { completeWordings } from '../../shared/document/words/words.ts';
import { type ClientData, scopeTo } from '../../shared/model/index.ts';
import type { ClientFile } from '../store/types.ts';
import { readKit } from './read-kit.ts';
import { keepRows } from './live-rows.ts';

/** An open client file as services hold it. */
export type Session = {
  readonly handle: string;
  readonly file: ClientFile;
  /** The kit of the file; read again when the file gets another one. */
  kit(): Kit;
  /** Every row of the file, passages included, without large texts and bytes. */
  rows(): ClientData;
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
  /** Takes an open file in; one whose kit cannot be read is closed again. */
  add(file: ClientFile): Result<Session, Failure>;
  find(handle: string): Result<Session, Failure>;
  /** An engagement of an open file: the one that is named, or the latest. Passages are among its rows. */
  engagement(handle: string, id: string | undefined): Result<EngagementRows, Failure>;
  all(): readonly Session[];
  close(handle: string): Result<null, Failure>;
};

/** Opens a register without files. */
export function openSessions(shippedKit: () => Kit): Sessions {
  const sessions = new Map<string, Session>();
  const find = (handle: string): Result<Session, Failure> => {
    const session = sessions.get(handle);
    return session === undefined ? fail(failure('not-found', { what: 'open file', id: handle })) : ok(session);
  };
  return {
    add(file) {
      const kit = loadKit(file);
      if (!kit.ok) {
        file.close();
        return fail(failure('file-damaged', { where: `kit, ${kit.error.params['path'] ?? ''}` }));
      }
      const session = {
        handle: randomBytes(16).toString('hex'),
        file,
        kit: kitReader(file, kit.value, shippedKit),
        rows: keepRows(file),
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
    close(handle) {
      const session = find(handle);
      if (!session.ok) return session;
      sessions.delete(handle);
      return session.value.file.close();
    },
  };
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
