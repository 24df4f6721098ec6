/** A decision whose passage is not as it was: changed or gone in a newer version of its document. */
import { suspectAt } from '../../../../shared/analysis/suspect.ts';
import { updateRow } from '../../../../shared/model/change.ts';
import type { Decision } from '../../../../shared/model/index.ts';
import { useFigures, useFile, useReadOnly } from '../../../data/hooks.ts';
import { decisionName } from '../../../parts/names.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { CheckMark } from '../../../ui/check-mark.tsx';
import styles from './decision-column.module.css';

/** The line with the way to look and to confirm; nothing where the passage stands as it was. */
export function VersionLine({ decision, onOpen }: { decision: Decision; onOpen: (passage: string) => void }) {
  const figures = useFigures();
  const file = useFile();
  const readOnly = useReadOnly();
  const { id, passage, passageText } = decision;
  const link = suspectAt(figures?.suspect ?? [], 'decision', id).find(
    (one) => one.kind === 'decision-passage' && one.from.id === id,
  );
  if (link === undefined || passage === null) return null;
  const confirm = (): void =>
    void file.edit(`Confirm the passage of ${decision.label || decisionName(decision)}`.slice(0, 200), [
      updateRow('decision', id, { passageSeen: link.now }),
    ]);
  return (
    <div className={styles.suspect}>
      <CheckMark kind="warning" />
      <span>
        Its words changed or are gone in a newer version of the document.
        {passageText !== '' && (
          <q>{passageText.length > 240 ? `${passageText.slice(0, 240).trimEnd()}…` : passageText}</q>
        )}{' '}
        <LinkButton onPress={() => onOpen(passage)}>Show the place</LinkButton>
        {!readOnly && (
          <>
            {' · '}
            <LinkButton onPress={confirm}>It still holds</LinkButton>
          </>
        )}
      </span>
    </div>
  );
}
