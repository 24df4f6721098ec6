/** A link whose far end changed since it was confirmed, with the way to confirm it. */
import { suspectAt } from '../../../../shared/analysis/suspect.ts';
import { useFigures, useReadOnly } from '../../../data/hooks.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { CheckMark } from '../../../ui/check-mark.tsx';
import styles from './table.module.css';

/** The line; nothing where the link is as it was. */
export function SuspectLine({
  entity,
  id,
  far,
  onConfirm,
}: {
  entity: 'priority' | 'criterion';
  id: string;
  /** What changed. */
  far: string;
  onConfirm: (now: string) => void;
}) {
  const figures = useFigures();
  const readOnly = useReadOnly();
  const link = suspectAt(figures?.suspect ?? [], entity, id).find((one) => one.from.id === id);
  if (link === undefined) return null;
  return (
    <span className={styles.suspect}>
      <CheckMark kind="warning" />
      <span>
        {far} changed since. {!readOnly && <LinkButton onPress={() => onConfirm(link.now)}>It still holds</LinkButton>}
      </span>
    </span>
  );
}
