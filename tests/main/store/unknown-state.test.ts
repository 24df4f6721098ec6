import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openSession } from '../../../src/main/store/open.ts';
import { reading, type Session, writing } from '../../../src/main/store/session.ts';
import { migrations } from '../../../src/main/store/migrations/index.ts';
import { writeChanges } from '../../../src/main/store/write.ts';
import { validateChanges } from '../../../src/main/store/validate.ts';
import type { Engine } from '../../../src/main/store/engine.ts';
import type { Ack } from '../../../src/main/store/types.ts';
import type { Failure } from '../../../src/shared/api/errors.ts';
import type { Result } from '../../../src/shared/lib/result.ts';
import { entities } from '../../../src/shared/model/index.ts';
import { clientFilePlace, codeOf, type Place, taken } from '../../support/store/file.ts';
import { start } from '../../support/store/start.ts';

type Opened = { readonly place: Place; readonly session: Session; readonly heard: Ack[] };

function openedSession(): Opened {
  const place = clientFilePlace();
  const session = taken(openSession(place.path, {}, { entities, migrations }, place.ports));
  const heard: Ack[] = [];
  session.listeners.add((ack) => heard.push(ack));
  onTestFinished(() => {
    session.engine?.db.close();
    session.receipts?.close();
    session.lock.release();
  });
  return { place, session, heard };
}

/** One edit by the write path; `before` and `after` it the disk may fail. */
function edit({ place, session }: Opened, opId: string, fail: (engine: Engine) => void): Result<Ack, Failure> {
  const change = { op: 'update', entity: 'decision', id: start.decision, fields: { statement: opId } } as const;
  const changes = taken(validateChanges([change], entities, false));
  const entry = { opId, step: null, label: 'Edit', kind: 'edit', at: place.ports.clock(), zone: 'UTC' } as const;
  return writing(session, opId, (engine) => {
    const written = writeChanges(engine, entry, changes);
    fail(engine);
    return written;
  });
}

function diskFails(code: string): never {
  throw new Sqlite.SqliteError('disk I/O error', code);
}

test('an edit whose commit failed after it was written is found by its operation id and acknowledged once', () => {
  const opened = openedSession();
  const opId = opened.place.ports.ids();
  const ack = edit(opened, opId, (engine) => {
    engine.db.exec('COMMIT');
    diskFails('SQLITE_IOERR_DIR_FSYNC');
  });
  expect(ack).toMatchObject({ ok: true, value: { opId, revision: 2, repeated: false } });
  expect(opened.heard.map(({ revision }) => revision)).toEqual([2]);
  expect(opened.session.receipts?.read()?.revision).toBe(2);
  expect(edit(opened, opId, () => undefined)).toMatchObject({ ok: true, value: { revision: 2, repeated: true } });
});

test.each(['SQLITE_IOERR_FSYNC', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE'])(
  'an edit whose commit failed before it was written is not acknowledged, and the next one is: %s',
  (code) => {
    const opened = openedSession();
    const first = reading(opened.session);
    expect(codeOf(edit(opened, opened.place.ports.ids(), () => diskFails(code)))).toBe('save-failed');
    expect(opened.heard).toEqual([]);
    expect(opened.session.engine).not.toBe(first);
    expect(first.db.open).toBe(false);
    expect(edit(opened, opened.place.ports.ids(), () => undefined)).toMatchObject({ ok: true, value: { revision: 2 } });
  },
);

test('a connection that is lost is never made again to another file that lies under the name by now', () => {
  const opened = openedSession();
  const { path, folder } = opened.place;
  copyFileSync(path, join(folder, 'other'));
  const failed = edit(opened, opened.place.ports.ids(), () => {
    renameSync(path, join(folder, 'away'));
    renameSync(join(folder, 'other'), path);
    diskFails('SQLITE_IOERR_WRITE');
  });
  expect(codeOf(failed)).toBe('save-failed');
  expect(() => reading(opened.session)).toThrow(Sqlite.SqliteError);
  expect(codeOf(edit(opened, opened.place.ports.ids(), () => undefined))).toBe('file-moved');
  renameSync(join(folder, 'away'), path);
  expect(codeOf(edit(opened, opened.place.ports.ids(), () => undefined))).toBeNull();
});

test('a mistake of ours is not taken for a failing disk', () => {
  const opened = openedSession();
  const mistake = (): never => {
    throw new TypeError('a mistake');
  };
  expect(() => edit(opened, opened.place.ports.ids(), mistake)).toThrow(TypeError);
  expect(edit(opened, opened.place.ports.ids(), () => undefined)).toMatchObject({ ok: true, value: { revision: 2 } });
});
