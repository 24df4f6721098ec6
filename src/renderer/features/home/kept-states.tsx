/** The backups of a file of the list, also of one that cannot be opened; and forgetting it on this computer. */
import { useEffect, useState } from 'react';
import type { KeptBackup } from '../../../shared/api/files.ts';
import type { RecentFile } from '../../../shared/api/home.ts';
import { useWindow } from '../../data/hooks.ts';
import { openPlace } from '../../data/open-file.ts';
import { showBytes, showDay } from '../../parts/format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './page.module.css';

const reasons: Readonly<Record<string, string>> = {
  changes: 'after changes',
  close: 'on closing',
  migration: 'before a new version',
  import: 'before an import',
  restore: 'before a restore',
  repair: 'before a repair',
  asked: 'asked for',
};

/** Lists the backups; each can be restored as a new file. */
export function KeptStates({ file, onClose }: { file: RecentFile; onClose: () => void }) {
  const window = useWindow();
  const [backups, setBackups] = useState<readonly KeptBackup[] | null>(null);
  const [forgetting, setForgetting] = useState(false);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const answer = await window.client.home.backups({ id: file.id });
      if (answer.ok) setBackups(answer.value);
      else window.fail(answer.error);
    };
    void ask();
  }, [file.id, window]);
  const restore = async (backup: KeptBackup): Promise<void> => {
    const place = await window.choose('save', 'client', `${file.client} restored ${backup.revision}`);
    if (place === null) return;
    const answer = await window.client.home.restore({ id: file.id, backup: backup.number, place: place.place });
    if (!answer.ok) {
      window.fail(answer.error);
      return;
    }
    onClose();
    await openPlace(window, place.place);
  };
  const forget = async (): Promise<void> => {
    const answer = await window.client.home.forget({ id: file.id });
    if (!answer.ok) window.fail(answer.error);
    onClose();
  };
  return (
    <Dialog
      title={`What this computer keeps of ${file.client || file.fileName}`}
      onClose={onClose}
      footer={
        forgetting ? (
          <>
            <Button kind="primary" onPress={() => void forget()}>
              Remove backups and traces
            </Button>
            <Button onPress={() => setForgetting(false)}>Keep them</Button>
          </>
        ) : (
          <>
            <Button onPress={onClose}>Close</Button>
            <Button
              kind="quiet"
              onPress={() => setForgetting(true)}
              off={file.open ? 'The file is open; close it first.' : ''}
            >
              Forget this client on this computer
            </Button>
          </>
        )
      }
    >
      {forgetting ? (
        <p>
          Every backup, receipt and mention of this client on this computer is removed and cannot be brought back. The
          client file itself stays where it is.
        </p>
      ) : (
        <>
          {backups !== null && backups.length === 0 && <p>No backups are kept of this file.</p>}
          <ul>
            {(backups ?? []).map((backup) => (
              <li key={backup.number} className={styles.backup}>
                <span>
                  Revision {backup.revision}, {showDay(backup.day)}
                  <span className={styles.second}>
                    {reasons[backup.reason] ?? backup.reason}, {showBytes(backup.bytes)}
                  </span>
                </span>
                <Button small onPress={() => void restore(backup)}>
                  Restore as a new file
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
