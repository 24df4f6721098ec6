/** Copies on this computer that still hold words that were taken back, and the way to remove them. */
import { useState } from 'react';
import type { HeldCopies } from '../../shared/api/withdrawals.ts';
import { useFile, useReadOnly, useWindow } from '../data/hooks.ts';
import { Button } from '../ui/button.tsx';
import { countOf, showDay } from './format.ts';

/** Names them and offers to remove them; a new backup is made and verified first. */
export function HeldCopiesNote({ first, onPurged }: { first: HeldCopies; onPurged?: () => void }) {
  const file = useFile();
  const window = useWindow();
  const readOnly = useReadOnly();
  const [said, setSaid] = useState<string | null>(null);
  const { backups, recovered } = first;
  const purge = async (): Promise<void> => {
    await file.flush();
    const made = await window.work('Removing copies', 'A new backup is made and verified first.', () =>
      file.client.withdrawals.purge({ file: file.handle }),
    );
    if (made === null) return;
    const { removed, backup } = made;
    setSaid(
      `${countOf(removed.length, 'backup is', 'backups are')} removed${made.recovered > 0 ? `, and ${countOf(made.recovered, 'recovered copy', 'recovered copies')}` : ''}. ${backup === null ? '' : `A verified backup of revision ${backup.revision} holds the file as it is now.`}`,
    );
    onPurged?.();
  };
  if (said !== null) return <p role="status">{said}</p>;
  if (backups.length + recovered === 0) return null;
  return (
    <section aria-label="Copies that still hold the words">
      <h3>Copies that still hold words that were taken back</h3>
      <ul>
        {backups.map(({ number, day, revision }) => (
          <li key={number}>
            Backup of {showDay(day)}, revision {revision}
          </li>
        ))}
        {recovered > 0 && <li>{countOf(recovered, 'copy', 'copies')} from before an unfinished edit</li>}
      </ul>
      <Button
        small
        icon="trash"
        off={readOnly ? 'The file is open for reading only.' : ''}
        onPress={() => void purge()}
      >
        Remove these copies
      </Button>
    </section>
  );
}
