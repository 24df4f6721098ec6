/** The files used lately: opened again, found again, restored, forgotten. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { failure, type Failure } from '../../shared/api/errors.ts';
import type { RecentFile } from '../../shared/api/home.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { Services } from '../binding.ts';
import { backupsOf } from '../store/client-file.ts';
import { restoreBackup } from '../store/copy.ts';
import { forgetClientFile } from '../store/forget.ts';
import { keyOfFile } from '../store/lock.ts';
import { readFileId } from '../store/peek.ts';
import { given } from './given.ts';
import { openFile } from './open-file.ts';
import type { ServicePorts } from './ports.ts';
import { factsFrom, type Recent, showRecent } from './recents.ts';
import { makeSample, type SampleServices } from './sample.ts';
import type { Session } from './sessions.ts';
import { showBackup } from './show-file.ts';

/** Use cases of `home`. */
export function homeServices(ports: ServicePorts, others: SampleServices): Services['home'] {
  const { recents, sessions, store } = ports;
  const listed = <T>(id: string, use: (recent: Recent) => Result<T, Failure>): Result<T, Failure> => {
    const recent = recents.find(id);
    return recent === null ? fail(failure('not-listed')) : use(recent);
  };
  const pathOf = (place: string): Result<string, Failure> => {
    const path = ports.places.find(place);
    return path === null ? fail(failure('not-found', { what: 'place', id: place })) : ok(path);
  };
  const openSession = (id: string): Session | null =>
    sessions.all().find((session) => session.fileId === id && session.viewers === null) ?? null;
  const show = (recent: Recent): RecentFile => {
    const session = openSession(recent.id);
    const facts = session === null ? recent.facts : ports.shownFiles.facts(session, recent.facts);
    return showRecent(
      { ...recent, facts: facts === null ? null : factsFrom(facts, ports.today()) },
      {
        missing: session === null && !existsSync(recent.path),
        open: session !== null,
        interrupted: session === null && recents.wasInterrupted(recent),
      },
    );
  };
  const idAt = (path: string): Result<string, Failure> => {
    const key = keyOfFile(path);
    const open = sessions.all().find((session) => session.file.key === key);
    return open === undefined ? readFileId(path, store) : ok(open.fileId);
  };
  return {
    list: () => ok(recents.all().map(show)),
    open: ({ id, ...options }) => listed(id, ({ path }) => openFile(ports, path, given(options))),
    pin: ({ id, pinned }) => listed(id, () => recents.change(id, { pinned })),
    remove: ({ id }) => recents.remove(id),
    found: ({ id, place }) =>
      listed(id, () => {
        const path = pathOf(place);
        if (!path.ok) return path;
        const there = idAt(path.value);
        if (!there.ok) return there;
        if (there.value !== id) return fail(failure('file-another', { name: basename(path.value) }));
        return recents.change(id, { path: path.value, key: keyOfFile(path.value) ?? '' });
      }),
    backups: ({ id }) => listed(id, () => ok(backupsOf(id, store).map(showBackup))),
    restore: ({ id, backup, place }) =>
      listed(id, () => {
        const path = pathOf(place);
        if (!path.ok) return path;
        const kept = backupsOf(id, store).find((one) => one.number === backup);
        if (kept === undefined) return fail(failure('not-found', { what: 'backup', id: String(backup) }));
        const session = openSession(id);
        const restored = session === null ? restoreBackup(kept, path.value) : session.file.restoreTo(kept, path.value);
        return restored.ok ? ok({ revision: kept.revision }) : restored;
      }),
    forget: ({ id }) =>
      listed(id, ({ path, key }) => {
        // Backups that are looked at count as well.
        const open = sessions.all().some((session) => session.fileId === id);
        if (open) return fail(failure('file-in-use', { name: basename(path) }));
        const removed = forgetClientFile({ fileId: id, path, key }, store.appDir);
        if (!removed.ok) return removed;
        const unlisted = recents.forget(id);
        return unlisted.ok ? ok({ removed: removed.value + unlisted.value }) : unlisted;
      }),
    async sample({ place, opId }, signal, window) {
      return makeSample(ports, others, { place, opId, signal, window });
    },
  };
}
