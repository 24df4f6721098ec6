/** The editor of a cell, by its column. */
import { markOfDecision } from '../../../../shared/analysis/map/links.ts';
import type { MapColumn } from '../../../../shared/analysis/map/paste-columns.ts';
import type { Criterion, Decision, MeasureChange, Priority, Stop } from '../../../../shared/model/index.ts';
import { useFile } from '../../../data/hooks.ts';
import { placeOf } from '../../../parts/field.tsx';
import { IdTag } from '../../../ui/marks.tsx';
import { DueView, FiguresView, MeasuresView, RelationView, RunsView, StopsView } from './cell-views.tsx';
import { CriterionEditor } from './criterion-editor.tsx';
import { DueEditor } from './due-editor.tsx';
import { FiguresEditor } from './figures-editor.tsx';
import { LineEditor } from './line-editor.tsx';
import { MeasuresEditor } from './measures-editor.tsx';
import { OwnerEditor } from './owner-editor.tsx';
import { RelationEditor } from './relation-editor.tsx';
import { RunsEditor } from './runs-editor.tsx';
import { StopsEditor } from './stops-editor.tsx';
import styles from './table.module.css';

/** What a cell is about. */
export type CellContent = {
  readonly decision: Decision;
  readonly priority: Priority;
  readonly criterion: Criterion | null;
  readonly stops: readonly Stop[];
  readonly measures: readonly MeasureChange[];
};

/** Edits a cell; `typed` is the letter that began it. What a panel edits stays in view in the cell above it. */
export function CellEditor({
  column,
  content,
  typed,
}: {
  column: MapColumn;
  content: CellContent;
  typed: string | null;
}) {
  const { decision, priority, criterion, stops, measures } = content;
  switch (column) {
    case 'priority':
      return <TitleEditor decision={decision} priority={priority} typed={typed} />;
    case 'owner':
      return <OwnerEditor priority={priority} typed={typed} />;
    case 'criterion':
      return criterion === null ? null : <CriterionEditor priority={priority} criterion={criterion} typed={typed} />;
    case 'figures':
      return criterion === null ? null : (
        <>
          <FiguresView criterion={criterion} />
          <FiguresEditor criterion={criterion} typed={typed} />
        </>
      );
    case 'due':
      return criterion === null ? null : (
        <>
          <DueView criterion={criterion} />
          <DueEditor criterion={criterion} />
        </>
      );
    case 'runs':
      return (
        <>
          <RunsView priority={priority} />
          <RunsEditor priority={priority} />
        </>
      );
    case 'relation':
      return (
        <>
          <RelationView relation={priority.relation} />
          <RelationEditor priority={priority} typed={typed} />
        </>
      );
    case 'stops':
      return (
        <>
          <StopsView stops={stops} reason={priority.noStopReason} />
          <StopsEditor priority={priority} stops={stops} />
        </>
      );
    case 'measure':
      return (
        <>
          <MeasuresView measures={measures} />
          <MeasuresEditor priority={priority} measures={measures} />
        </>
      );
  }
}

function TitleEditor({ decision, priority, typed }: { decision: Decision; priority: Priority; typed: string | null }) {
  const file = useFile();
  return (
    <div className={styles.named}>
      <span>{priority.label !== '' && <IdTag>{priority.label}</IdTag>}</span>
      <LineEditor
        label={`Words of ${priority.label || 'the new priority'}`}
        value={priority.title}
        typed={typed}
        place={placeOf('priority', priority.id, 'title')}
        autoFocus
        // Whoever writes the priority has the decision as it is now before them.
        onType={(title) => file.type('priority', priority.id, { title, decisionSeen: markOfDecision(decision) })}
      />
    </div>
  );
}
