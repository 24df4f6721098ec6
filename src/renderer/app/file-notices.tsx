/** What one should know about the file that is open: how it was opened, and what the work in the background met with. */
import { useState } from 'react';
import { describeFailure } from '../../shared/api/errors.ts';
import { describeNotice } from '../../shared/api/notices.ts';
import { useFileState, useWindow, useWindowState } from '../data/hooks.ts';
import { openRecent } from '../data/open-file.ts';
import { Bar } from '../ui/states.tsx';

type Line = { readonly key: string; readonly says: string; readonly backups?: true };

/** Shows each notice as a line until it is put away. */
export function FileNotices() {
  const window = useWindow();
  const notices = useFileState((state) => state.notices);
  const events = useFileState((state) => state.events);
  const preview = useWindowState((state) => state.preview);
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  const lines: readonly Line[] = [
    ...notices.filter(({ code }) => code !== 'read-only').map((notice) => line(notice.code, describeNotice(notice))),
    ...events.flatMap((event): Line[] => {
      if (event.event === 'problem') return [line(event.error.code, describeFailure(event.error))];
      if (event.event !== 'findings' || event.findings.length === 0) return [];
      return [
        {
          key: 'findings',
          says: `A check found damage at ${event.findings.length === 1 ? 'one place' : `${event.findings.length} places`} of this file. Nothing was changed; look at it under Backups.`,
          backups: true,
        },
      ];
    }),
  ];
  const goBack = async (fileId: string): Promise<void> => {
    await openRecent(window, fileId);
    if (window.store.getState().preview === null) window.go('backups');
  };
  const shown = [...new Map(lines.map((one) => [one.key, one])).values()].filter(({ key }) => !away.has(key));
  return (
    <div>
      {preview !== null && (
        <Bar
          kind="elsewhere"
          title={`You are looking at the backup ${preview.backup}.`}
          text="It can be read, searched and exported. The file itself is as it was."
          action={{ says: 'Back to the file', onPress: () => void goBack(preview.fileId) }}
        />
      )}
      {shown.map(({ key, says, backups }) => (
        <Bar
          key={key}
          kind={backups ? 'warning' : 'notice'}
          title={says}
          action={
            backups
              ? { says: 'Backups', onPress: () => window.go('backups') }
              : { says: 'Put away', onPress: () => setAway(new Set([...away, key])) }
          }
        />
      ))}
    </div>
  );
}

function line(code: string, says: string): Line {
  return { key: `${code}:${says}`, says };
}
