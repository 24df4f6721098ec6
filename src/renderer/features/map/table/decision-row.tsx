/** The row of a decision: its label and title, what winning is read by, and what it lacks. */
import { memo } from 'react';
import type { ReadinessFinding } from '../../../../shared/analysis/readiness/finding.ts';
import { type Decision, entities } from '../../../../shared/model/index.ts';
import { useFile } from '../../../data/hooks.ts';
import { placeOf } from '../../../parts/field.tsx';
import { decisionName } from '../../../parts/names.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Chip, IdTag } from '../../../ui/marks.tsx';
import { CellChecks } from './cell-checks.tsx';
import { LineEditor } from './line-editor.tsx';
import { RowMenuButton } from './row-menu-button.tsx';
import { sameProps } from './same-props.ts';
import styles from './table.module.css';

/** What the row needs. */
export type DecisionRowProps = {
  readonly decision: Decision;
  readonly findings: readonly ReadinessFinding[];
  readonly span: number;
  readonly index: number;
  /** The cell has the place of Tab. */
  readonly isCurrent: boolean;
  readonly editing: { readonly typed: string | null } | null;
  readonly onSheet: (id: string) => void;
};

/** Draws the row. */
export const DecisionRow = memo(function DecisionRow(props: DecisionRowProps) {
  const { decision, findings, span, index, isCurrent, editing, onSheet } = props;
  const key = `d:${decision.id}`;
  return (
    <tr data-group="" role="row" aria-rowindex={index + 1}>
      <td
        role="rowheader"
        aria-colindex={1}
        aria-colspan={span}
        colSpan={span}
        data-cell={`${key}\tpriority`}
        data-editing={editing === null ? undefined : ''}
        data-place={`decision:${decision.id}`}
        tabIndex={isCurrent && editing === null ? 0 : -1}
        className={styles.decision}
      >
        <div className={styles.decisionLine}>
          {decision.label !== '' && <IdTag accent>{decision.label}</IdTag>}
          {editing === null ? (
            <b>{decisionName(decision)}</b>
          ) : (
            <TitleEditor decision={decision} typed={editing.typed} />
          )}
          {decision.standing !== 'in-scope' && (
            <Chip>{entities.decision.fields.standing.options?.[decision.standing]}</Chip>
          )}
          {decision.winningMetric !== '' && <span className={styles.metric}>{decision.winningMetric}</span>}
          {editing === null && <CellChecks findings={findings} />}
          <span className={styles.space} />
          {editing === null && <RowMenuButton says={decision.label} />}
          <span className={styles.sheet}>
            <LinkButton quiet onPress={() => onSheet(decision.id)} aria-label={`Sheet of ${decision.label}`}>
              Sheet
            </LinkButton>
          </span>
        </div>
      </td>
    </tr>
  );
}, sameProps);

function TitleEditor({ decision, typed }: { decision: Decision; typed: string | null }) {
  const file = useFile();
  return (
    <div className={styles.grow}>
      <LineEditor
        label={`Title of ${decision.label}`}
        value={decision.title}
        typed={typed}
        place={placeOf('decision', decision.id, 'title')}
        autoFocus
        onType={(title) => file.type('decision', decision.id, { title })}
      />
    </div>
  );
}
