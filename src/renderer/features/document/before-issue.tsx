/** What stands between the draft and an issue: checks by weight, warnings that were accepted, and the ways out of the file. */
import { placeKey, type ReadinessFinding } from '../../../shared/analysis/readiness/finding.ts';
import { deleteRow } from '../../../shared/model/change.ts';
import { useFile, useFigures, useReadOnly, useRows } from '../../data/hooks.ts';
import { CheckList } from '../../parts/checks.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useExports } from './use-exports.ts';
import styles from './before-issue.module.css';

const groups = [
  { severity: 'blocker', says: 'Blockers' },
  { severity: 'warning', says: 'Warnings' },
  { severity: 'advice', says: 'Advice' },
] as const;

/** Shows them; `number` is that of the next issue. */
export function BeforeIssue({ findings, number }: { findings: readonly ReadinessFinding[]; number: string }) {
  const figures = useFigures();
  const open = findings.filter(({ accepted }) => accepted === undefined);
  const accepted = findings.filter((finding) => finding.accepted !== undefined);
  const { draft, others, said } = useExports();
  return (
    <div className={styles.column}>
      <h2 className={styles.title}>Before it can be issued</h2>
      {figures === null && <p className={styles.small}>The checks are being computed.</p>}
      {figures !== null && open.length === 0 && (
        <p className={styles.small}>Nothing stands against it: the checks are content.</p>
      )}
      {groups.map(({ severity, says }) => {
        const own = open.filter((finding) => finding.severity === severity);
        return own.length === 0 ? null : (
          <section key={severity} aria-label={says}>
            <h3 className={styles.group}>
              <span>{says}</span>
              <span>{own.length}</span>
            </h3>
            <CheckList findings={own} accept />
          </section>
        );
      })}
      <Accepted findings={accepted} />
      <div className={styles.out}>
        <p className={styles.small}>
          Issuing freezes these pages and the data behind them as {number}. Drafts can be exported at any time.
        </p>
        <div className={styles.buttons}>
          <Button onPress={draft}>Draft as Word</Button>
          <Menu label="Other exports" entries={others} placement="above-end" />
        </div>
      </div>
      {said}
    </div>
  );
}

function Accepted({ findings }: { findings: readonly ReadinessFinding[] }) {
  const file = useFile();
  const readOnly = useReadOnly();
  const rows = useRows('acceptedCheck');
  if (findings.length === 0) return null;
  return (
    <section aria-label="Accepted with a reason">
      <h3 className={styles.group}>
        <span>Accepted with a reason</span>
        <span>{findings.length}</span>
      </h3>
      <ul className={styles.accepted}>
        {findings.map((finding) => {
          const { code, place, sentence } = finding;
          // An acceptance without a place means every finding of its code.
          const own = rows.filter((one) => one.code === code);
          const row = own.findLast((one) => one.place === placeKey(place)) ?? own.findLast((one) => one.place === '');
          return (
            <li key={`${code}:${placeKey(place)}`}>
              <span>
                {sentence} <span className={styles.code}>{code}</span>
                <span className={styles.reason}>
                  {finding.accepted?.by || 'Nobody named'}: {finding.accepted?.reason}
                </span>
              </span>
              {row !== undefined && !readOnly && (
                <Button
                  kind="quiet"
                  small
                  onPress={() => void file.edit(`Open the warning ${code} again`, [deleteRow('acceptedCheck', row.id)])}
                >
                  Open again
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
