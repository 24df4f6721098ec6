/** Issuing the document: what the next issue is called, why it cannot be made now, and making it. */
import type { ReadinessFinding } from '../../../shared/analysis/readiness/finding.ts';
import { useFile, useFileState, useFigures, useReadOnly, useRows, useWindow } from '../../data/hooks.ts';
import { useChecks } from '../../parts/checks.tsx';
import { useCommands } from '../../ui/commands.tsx';

/** Issuing: what it would be called, why it cannot be done now, and doing it. */
export type Issuing = {
  readonly number: string;
  readonly blockers: readonly ReadinessFinding[];
  /** Why not; empty when it can be done. */
  readonly off: string;
  readonly run: () => void;
  readonly showReasons: () => void;
};

/** What the next issue would be, with its command. */
export function useIssuing(): Issuing {
  const window = useWindow();
  const file = useFile();
  const figures = useFigures();
  const readOnly = useReadOnly();
  const engagement = useFileState((state) => state.engagement);
  const issues = useRows('issue');
  const blockers = useChecks().filter(({ severity, accepted }) => severity === 'blocker' && accepted === undefined);
  const number = `1.${issues.length}`;
  const [first] = blockers;
  const off = readOnly
    ? 'The file is open for reading only.'
    : figures === null
      ? 'The checks are still being computed.'
      : first === undefined
        ? ''
        : blockers.length === 1
          ? `A blocker stands: ${first.sentence}.`
          : `${blockers.length} blockers stand. The first: ${first.sentence}.`;
  const issue = async (): Promise<void> => {
    await file.flush();
    const made = await window.work(`Issue ${number}`, 'Nothing is issued until it is done.', (work) =>
      file.client.documents.issue({ file: file.handle, engagement, opId: file.newId(), work }),
    );
    if (made !== null) window.go('document', 'issues', { entity: 'issue', id: made.issue });
  };
  useCommands([
    {
      id: 'document.issue',
      says: `Issue ${number}`,
      group: 'Document',
      keys: ['Ctrl I', 'Alt I'],
      inText: true,
      off,
      run: () => void issue(),
    },
  ]);
  return {
    number,
    blockers,
    off,
    run: () => void issue(),
    showReasons: () => window.go('document', 'draft'),
  };
}
