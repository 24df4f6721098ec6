/** A row of a priority: its own cells span the rows of its criteria, each criterion has three cells of its own. */
import { memo, type ReactNode } from 'react';
import { type MapColumn, mapColumns } from '../../../../shared/analysis/map/paste-columns.ts';
import type { ReadinessFinding } from '../../../../shared/analysis/readiness/finding.ts';
import type { Stakeholder } from '../../../../shared/model/index.ts';
import type { MapActions } from '../map-actions.ts';
import { CellChecks } from './cell-checks.tsx';
import { type CellContent, CellEditor } from './cell-editor.tsx';
import {
  CriterionView,
  DueView,
  FiguresView,
  MeasuresView,
  OwnerView,
  RelationView,
  RunsView,
  StopsView,
  TitleView,
} from './cell-views.tsx';
import { RowMenuButton } from './row-menu-button.tsx';
import { isOfCriterion } from './rows.ts';
import { sameProps } from './same-props.ts';
import { SuspectLine } from './suspect-line.tsx';
import { priorityTag } from '../use-map.ts';
import styles from './table.module.css';

/** What the row needs. */
export type PriorityRowProps = CellContent & {
  readonly rowKey: string;
  readonly kind: 'priority' | 'criterion' | 'fold';
  readonly index: number;
  /** Rows that the cells of the priority span. */
  readonly span: number;
  readonly isLast: boolean;
  readonly columns: readonly MapColumn[];
  /** Column that has the place of Tab in this row. */
  readonly current: MapColumn | null;
  readonly editing: MapColumn | null;
  readonly typed: string | null;
  /** What the checks say about the row, with the column in front. */
  readonly findings: readonly ReadinessFinding[];
  readonly findingColumns: readonly MapColumn[];
  readonly people: readonly Stakeholder[];
  readonly actions: MapActions;
};

/** Draws the row. */
export const PriorityRow = memo(function PriorityRow(props: PriorityRowProps) {
  const { rowKey, kind, index, columns, isLast } = props;
  return (
    <tr
      role="row"
      aria-rowindex={index + 1}
      className={kind === 'criterion' ? styles.sub : undefined}
      data-last={isLast ? '' : undefined}
      data-fold={kind === 'fold' ? '' : undefined}
    >
      {columns.map((column) => (
        <RowCell key={`${rowKey}:${column}`} column={column} row={props} />
      ))}
    </tr>
  );
}, sameProps);

function RowCell({ column, row }: { column: MapColumn; row: PriorityRowProps }) {
  const { rowKey, kind, priority, criterion, editing, current, span, typed, findings, findingColumns } = row;
  const isEditing = editing === column;
  const own = findings.filter((_, at) => findingColumns[at] === column);
  const rows = kind === 'priority' && !isOfCriterion(column) ? span : 1;
  const place =
    column === 'priority'
      ? `priority:${priority.id}`
      : column === 'criterion' && criterion !== null
        ? `criterion:${criterion.id}`
        : undefined;
  return (
    <td
      role={column === 'priority' ? 'rowheader' : 'gridcell'}
      aria-colindex={mapColumns.indexOf(column) + 1}
      rowSpan={rows}
      colSpan={kind === 'fold' ? foldSpans[column] : undefined}
      data-cell={`${rowKey}\t${column}`}
      data-editing={isEditing ? '' : undefined}
      data-place={place}
      data-column={column}
      tabIndex={current === column && editing === null ? 0 : -1}
    >
      {kind === 'fold' && <span className={styles.foldHead}>{column === 'stops' ? 'Stops' : 'Measure'}</span>}
      {isEditing ? (
        <CellEditor column={column} content={row} typed={typed} />
      ) : (
        <>
          <CellView column={column} row={row} />
          <CellChecks findings={own} />
        </>
      )}
    </td>
  );
}

function CellView({ column, row }: { column: MapColumn; row: PriorityRowProps }): ReactNode {
  const { decision, priority, criterion, stops, measures, people, findings, actions } = row;
  // Where a check says that there is nothing, a dash beside it would say it twice.
  const says = (code: string): boolean => findings.some((one) => one.code === code);
  switch (column) {
    case 'priority':
      return (
        <>
          <TitleView priority={priority} />
          <RowMenuButton says={priorityTag(priority)} />
          <SuspectLine
            entity="priority"
            id={priority.id}
            far={decision.label || 'Its decision'}
            onConfirm={(now) => actions.confirmLink('priority', priority.id, now)}
          />
        </>
      );
    case 'owner':
      return says('R03') && priority.owner === null && priority.ownerName === '' ? null : (
        <OwnerView priority={priority} people={people} />
      );
    case 'criterion':
      return (
        <>
          {criterion === null && says('R04') ? null : <CriterionView criterion={criterion} />}
          {criterion !== null && (
            <SuspectLine
              entity="criterion"
              id={criterion.id}
              far={priorityTag(priority)}
              onConfirm={(now) => actions.confirmLink('criterion', criterion.id, now)}
            />
          )}
        </>
      );
    case 'figures':
      return <FiguresView criterion={criterion} />;
    case 'due':
      return criterion?.dueOn === null && says('R05') ? null : <DueView criterion={criterion} />;
    case 'runs':
      return priority.startOn === null && priority.endOn === null && says('R11') ? null : (
        <RunsView priority={priority} />
      );
    case 'relation':
      return <RelationView relation={priority.relation} />;
    case 'stops':
      return says('R20') ? null : <StopsView stops={stops} reason={priority.noStopReason} />;
    case 'measure':
      return <MeasuresView measures={measures} />;
  }
}

const foldSpans: Partial<Record<MapColumn, number>> = { stops: 3, measure: 4 };
