/** What the store says about a file, as it may cross to a window: without paths. */
import type { FileInfo, KeptBackup } from '../../shared/api/files.ts';
import type { FileNotice } from '../../shared/api/notices.ts';
import type { Backup, Notice } from '../store/types.ts';
import type { Session } from './sessions.ts';

/** Facts about an open file. */
export function describeFile(session: Session): FileInfo {
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

/** A notice with a name at most. */
export function showNotice(notice: Notice): FileNotice {
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

/** A backup without its place. */
export function showBackup({ number, revision, day, reason, bytes }: Backup): KeptBackup {
  return { number, revision, day, reason, bytes };
}
