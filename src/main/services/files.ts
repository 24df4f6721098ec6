/** Use cases on client files as a whole. */
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { insertRow } from '../../shared/model/change.ts';
import type { Services } from '../binding.ts';
import { createClientFile } from '../store/client-file.ts';
import type { Backup } from '../store/types.ts';
import { noNews } from './feed.ts';
import { given } from './given.ts';
import { openFile, openPreview } from './open-file.ts';
import type { ServicePorts } from './ports.ts';
import { readKit, shippedKitText } from './read-kit.ts';
import type { Session } from './sessions.ts';
import { describeFile, showBackup } from './show-file.ts';

/** Use cases of `files`. */
export function fileServices(ports: ServicePorts): Services['files'] {
  const { sessions, store } = ports;
  const pathOf = (place: string): Result<string, Failure> => {
    const path = ports.places.find(place);
    return path === null ? fail(failure('not-found', { what: 'place', id: place })) : ok(path);
  };
  const withFile = <T>(handle: string, use: (session: Session) => Result<T, Failure>): Result<T, Failure> => {
    const session = sessions.find(handle);
    return session.ok ? use(session.value) : session;
  };
  const withBackup = <T>(
    handle: string,
    number: number,
    use: (session: Session, kept: Backup) => Result<T, Failure>,
  ): Result<T, Failure> =>
    withFile(handle, (session) => {
      const kept = session.file.backups().find((one) => one.number === number);
      return kept === undefined
        ? fail(failure('not-found', { what: 'backup', id: String(number) }))
        : use(session, kept);
    });
  return {
    create({ place, client, title }) {
      const path = pathOf(place);
      if (!path.ok) return path;
      const content = shippedKitText(ports.resources);
      const kit = readKit(content);
      if (!kit.ok) return kit;
      const { id, version } = kit.value.content;
      const first = [
        insertRow('client', store.ids(), { name: client }),
        insertRow('engagement', store.ids(), { title: title ?? '', tier: kit.value.content.tiers[0]?.id ?? null }),
        insertRow('kitCopy', store.ids(), { kitId: id, version, content }),
      ];
      const made = createClientFile(path.value, { opId: store.ids(), label: 'New client file', changes: first }, store);
      if (!made.ok) return made;
      const session = sessions.add(made.value);
      return session.ok ? ok({ file: session.value.handle, info: describeFile(session.value) }) : session;
    },
    open({ place, ...options }) {
      const path = pathOf(place);
      if (!path.ok) return path;
      return openFile(ports, path.value, given(options));
    },
    info: ({ file }) => withFile(file, (session) => ok(describeFile(session))),
    check: ({ file }) =>
      withFile(file, (session) => {
        const findings = session.file.check({ deep: true });
        ports.upkeep.found(session, findings);
        return ok({ sound: findings.length === 0, findings: [...findings] });
      }),
    repair: ({ file, entity, id, how }) =>
      withFile(file, (session) => {
        const repaired = session.file.repairRow(entity, id, how);
        if (!repaired.ok) return repaired;
        ports.upkeep.repaired(session, entity, id);
        return ok({ revision: repaired.value.revision });
      }),
    backup: ({ file }) =>
      withFile(file, (session) => {
        const made = session.file.backup('asked');
        return made.ok ? ok(showBackup(made.value)) : made;
      }),
    backups: ({ file }) => withFile(file, (session) => ok(session.file.backups().map(showBackup))),
    preview: ({ file, backup }, _, window) => withBackup(file, backup, (__, kept) => openPreview(ports, kept, window)),
    restore: ({ file, backup, place }) =>
      withBackup(file, backup, (session, kept) => {
        const path = pathOf(place);
        if (!path.ok) return path;
        const restored = session.file.restoreTo(kept, path.value);
        return restored.ok ? ok({ revision: kept.revision }) : restored;
      }),
    copy: ({ file, place }) =>
      withFile(file, (session) => {
        const path = pathOf(place);
        if (!path.ok) return path;
        const copied = session.file.copyTo(path.value);
        return copied.ok ? ok({ fileId: copied.value.fileId }) : copied;
      }),
    // Nothing is read for it: another program may hold the file at this moment.
    close: ({ file }) =>
      withFile(file, (session) => {
        const closed = sessions.close(file);
        return closed.ok ? ok({ revision: session.revision() }) : closed;
      }),
    watch({ file }, signal) {
      const session = sessions.find(file);
      return session.ok ? ports.upkeep.watch(session.value, signal) : noNews();
    },
  };
}
