/** Opening a client file for a window: a file that is open in this process already is the same file for every window. */
import { failure, type Failure } from '../../shared/api/errors.ts';
import type { OpenedFile } from '../../shared/api/files.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { openClientFile } from '../store/client-file.ts';
import { keyOfFile } from '../store/lock.ts';
import type { Backup, OpenOptions } from '../store/types.ts';
import type { ServicePorts } from './ports.ts';
import type { Session } from './sessions.ts';
import { describeFile, showNotice } from './show-file.ts';

/** Opens the file at a path, or answers the handle that it has. */
export function openFile(ports: ServicePorts, path: string, options: OpenOptions): Result<OpenedFile, Failure> {
  const open = openAlready(ports, path);
  if (open !== null) return ok(show(open, standingNotices));
  const opened = openClientFile(path, options, ports.store);
  if (!opened.ok) return opened;
  const session = ports.sessions.add(opened.value);
  return session.ok ? ok(show(session.value)) : session;
}

/** Opens a backup for reading, beside the file that it was made of. */
export function openPreview(ports: ServicePorts, backup: Backup, window: string): Result<OpenedFile, Failure> {
  const open = openAlready(ports, backup.path);
  if (open !== null) {
    open.viewers?.add(window);
    return ok(show(open));
  }
  const opened = openClientFile(backup.path, { readOnly: true }, ports.store);
  if (!opened.ok) return opened.error.code === 'file-read-only' ? fail(failure('backup-older-format')) : opened;
  const session = ports.sessions.add(opened.value, window);
  return session.ok ? ok(show(session.value)) : session;
}

/** The open file that lies at a path, by whatever name. */
function openAlready({ sessions }: ServicePorts, path: string): Session | null {
  const key = keyOfFile(path);
  const open = key === null ? undefined : sessions.all().find((session) => session.file.key === key);
  if (open === undefined) return null;
  // Renamed or moved while it was open, it cannot be written under the name that it had then.
  if (keyOfFile(open.file.path) === key) return open;
  sessions.close(open.handle);
  return null;
}

/** What of the opening still holds when another window asks. */
const standingNotices: ReadonlySet<string> = new Set(['read-only', 'private-copy', 'synced-folder']);

function show(session: Session, only?: ReadonlySet<string>): OpenedFile {
  const notices = session.file.notices.filter((notice) => only?.has(notice.code) ?? true);
  return { file: session.handle, info: describeFile(session), notices: notices.map(showNotice) };
}
