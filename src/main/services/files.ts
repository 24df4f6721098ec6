/** Use cases on client files as a whole. */
import { failure, type Failure } from '../../shared/api/errors.ts';
import type { FileInfo } from '../../shared/api/files.ts';
import type { FileNotice } from '../../shared/api/notices.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { insertRow } from '../../shared/model/change.ts';
import type { Services } from '../binding.ts';
import { createClientFile, openClientFile } from '../store/client-file.ts';
import type { Backup, Notice } from '../store/types.ts';
import { given } from './given.ts';
import { readKit, shippedKitText } from './read-kit.ts';
import type { ServicePorts } from './ports.ts';
import type { Session } from './sessions.ts';

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
      return session.ok ? ok({ file: session.value.handle, info: describe(session.value) }) : session;
    },
    open({ place, ...options }) {
      const path = pathOf(place);
      if (!path.ok) return path;
      const opened = openClientFile(path.value, given(options), store);
      if (!opened.ok) return opened;
      const session = sessions.add(opened.value);
      if (!session.ok) return session;
      const notices = opened.value.notices.map(showNotice);
      return ok({ file: session.value.handle, info: describe(session.value), notices });
    },
    info: ({ file }) => withFile(file, (session) => ok(describe(session))),
    check: ({ file }) =>
      withFile(file, (session) => {
        const findings = session.file.check({ deep: true });
        return ok({ sound: findings.length === 0, findings: [...findings] });
      }),
    repair: ({ file, entity, id, how }) =>
      withFile(file, (session) => {
        const repaired = session.file.repairRow(entity, id, how);
        return repaired.ok ? ok({ revision: repaired.value.revision }) : repaired;
      }),
    backup: ({ file }) =>
      withFile(file, (session) => {
        const made = session.file.backup('asked');
        return made.ok ? ok(showBackup(made.value)) : made;
      }),
    backups: ({ file }) => withFile(file, (session) => ok(session.file.backups().map(showBackup))),
    restore: ({ file, backup, place }) =>
      withFile(file, (session) => {
        const path = pathOf(place);
        if (!path.ok) return path;
        const kept = session.file.backups().find((one) => one.number === backup);
        if (kept === undefined) return fail(failure('not-found', { what: 'backup', id: String(backup) }));
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
    close: ({ file }) =>
      withFile(file, (session) => {
        const { revision } = session.file.info();
        const closed = sessions.close(file);
        return closed.ok ? ok({ revision }) : closed;
      }),
  };
}

function describe(session: Session): FileInfo {
  const { fileId, revision, schemaVersion, bytes, readOnly, rows } = session.file.info();
  const { id, version } = session.kit().content;
  return {
    client: session.file.rows('client')[0]?.name ?? '',
    engagements: session.file.rows('engagement').map((row) => ({ id: row.id, title: row.title })),
    fileId,
    revision,
    schemaVersion,
    bytes,
    readOnly,
    kit: { id, version },
    counts: { ...rows },
  };
}

/** Paths stay in the core: a notice crosses with a name at most. */
function showNotice(notice: Notice): FileNotice {
  switch (notice.code) {
    case 'recovered':
    case 'private-copy':
      return { code: notice.code, params: {} };
    case 'migrated':
      return { code: notice.code, params: { from: notice.from, to: notice.to } };
    case 'conflict-copies':
      return { code: notice.code, params: { names: notice.names.join(', ') } };
    default: {
      const { code, ...params } = notice;
      return { code, params };
    }
  }
}

function showBackup({ number, revision, day, reason, bytes }: Backup) {
  return { number, revision, day, reason, bytes };
}
