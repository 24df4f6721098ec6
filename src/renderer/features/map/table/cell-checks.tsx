/** What the checks say, as the last line of the cell that it is about. */
import type { ReadinessFinding } from '../../../../shared/analysis/readiness/finding.ts';
import { CheckMark } from '../../../ui/check-mark.tsx';
import { Spoken } from '../../../ui/spoken.tsx';
import { cellWords } from '../words.ts';
import styles from './table.module.css';

/** The findings of one cell, the worst first; the whole sentence is read out. */
export function CellChecks({ findings }: { findings: readonly ReadinessFinding[] }) {
  return findings.map((finding) => {
    const words = cellWords(finding);
    return (
      <span key={`${finding.code}:${words}`} className={styles.check} data-kind={finding.severity}>
        <CheckMark kind={finding.severity} />
        <span aria-hidden={words === finding.sentence ? undefined : 'true'}>{words}</span>
        {words !== finding.sentence && <Spoken>{finding.sentence}</Spoken>}
      </span>
    );
  });
}
