/** The keys of the table as commands: for the key bar, the list of keys, the palette and the menu. */
import type { MapColumn } from '../../../../shared/analysis/map/paste-columns.ts';
import type { MapReading } from '../../../../shared/analysis/map/rows.ts';
import { useReadOnly } from '../../../data/hooks.ts';
import { decisionName } from '../../../parts/names.ts';
import { useCommands } from '../../../ui/commands.tsx';
import type { Grid } from '../../../ui/use-grid.ts';
import { useDesk } from '../desk.ts';
import type { MapActions } from '../map-actions.ts';
import { priorityTag } from '../use-map.ts';
import { cellOf, isOfCriterion, type TableRow } from './rows.ts';

/** What the commands act on. */
export type TableTools = {
  readonly map: MapReading;
  readonly actions: MapActions;
  readonly grid: Grid<string, MapColumn>;
  readonly byKey: ReadonlyMap<string, TableRow>;
  readonly folds: boolean;
  readonly onDetails: (priority: string) => void;
};

/** Registers the commands; answers those that the table's own keys need as well. */
export function useTableCommands({ map, actions, grid, byKey, folds, onDetails }: TableTools) {
  const desk = useDesk();
  const readOnly = useReadOnly();
  const cell = grid.editing ?? grid.current;
  const row = cell === null ? undefined : byKey.get(cell.row);
  const [first] = map.translated;

  const newPriority = (): void => {
    const decision = row?.decision ?? first;
    if (decision === undefined) {
      actions.addDecision('in-scope');
      return;
    }
    const after = row === undefined || row.kind === 'decision' ? null : row.priority.row.id;
    grid.edit({ row: `p:${actions.addPriority(decision, after)}`, column: 'priority' });
  };
  const newCriterion = (): void => {
    if (row === undefined || row.kind === 'decision') return;
    const { priority } = row;
    const id = actions.addCriterion(priority, row.criterion?.id ?? null);
    grid.edit({ row: priority.criteria.length === 0 ? `p:${priority.row.id}` : `c:${id}`, column: 'criterion' });
  };
  const newDecision = (): void => {
    grid.edit({ row: `d:${actions.addDecision(first === undefined ? 'in-scope' : 'carried')}`, column: 'priority' });
  };
  const evidence = (): void => {
    if (row === undefined) return;
    if (row.kind === 'decision') {
      const { id, label } = row.decision.row;
      const says = `${label} ${decisionName(row.decision.row)}`.trim();
      desk.openEvidence({ key: id, tag: label, says, fields: { decision: id } });
      return;
    }
    const { id, title } = row.priority.row;
    const tag = priorityTag(row.priority.row);
    desk.openEvidence({ key: id, tag, says: `${tag} ${title}`, fields: { priority: id } });
  };
  const move = (step: -1 | 1): void => {
    if (row === undefined || readOnly || cell === null) return;
    if (row.kind === 'decision') actions.moveDecision(row.decision.row.id, step);
    else if (row.criterion !== null && isOfCriterion(cell.column) && row.priority.criteria.length > 1) {
      const { priority, criterion } = row;
      const at = priority.criteria.indexOf(criterion);
      if (!actions.moveCriterion(priority, criterion.id, step)) return;
      const moved = priority.criteria.with(at, priority.criteria[at + step] ?? criterion).with(at + step, criterion);
      grid.focus(cellOf({ ...priority, criteria: moved }, criterion.id, cell.column, folds));
    } else actions.movePriority(row.priority.row.id, step);
  };
  const remove = (): void => {
    if (row === undefined || readOnly) return;
    if (row.kind === 'decision') actions.removeDecision(row.decision);
    else if (row.kind === 'criterion') actions.removeCriterion(row.priority, row.criterion?.id ?? '');
    else actions.removePriority(row.priority);
  };

  const covered = desk.covered ? 'Close what lies over the map first.' : '';
  const locked = readOnly ? 'The file is open for reading only.' : covered;
  const needsPriority = row === undefined || row.kind === 'decision' ? 'Choose a priority first.' : '';
  const group = 'Map';
  useCommands([
    {
      id: 'map.nextCell',
      says: 'Next cell',
      short: 'next cell',
      group,
      keys: ['Tab'],
      heardElsewhere: true,
      keyOnly: true,
      bar: 1,
      run: () => {
        if (cell !== null) grid.focus(cell);
      },
    },
    {
      id: 'map.edit',
      says: 'Edit the cell',
      short: 'edit',
      group,
      keys: ['Enter', 'F2'],
      heardElsewhere: true,
      keyOnly: true,
      bar: 2,
      off: locked,
      run: () => {
        if (cell !== null) grid.edit(cell);
      },
    },
    {
      id: 'map.newPriority',
      says: 'New priority',
      short: 'new priority',
      group,
      keys: ['Ctrl Enter'],
      inText: true,
      bar: 3,
      off: locked,
      run: newPriority,
    },
    {
      id: 'map.newCriterion',
      says: 'New criterion',
      short: 'new criterion',
      group,
      keys: ['Ctrl J', 'Alt J'],
      inText: true,
      bar: 4,
      off: locked || needsPriority,
      run: newCriterion,
    },
    {
      id: 'map.newDecision',
      says: 'New decision',
      group,
      keys: ['Ctrl Shift Enter'],
      inText: true,
      off: locked,
      run: newDecision,
    },
    {
      id: 'map.evidence',
      says: 'Evidence of this row',
      short: 'evidence',
      group,
      keys: ['Ctrl E', 'Alt E'],
      inText: true,
      bar: 6,
      off: covered || (row === undefined ? 'Choose a row first.' : ''),
      run: evidence,
    },
    {
      id: 'map.details',
      says: 'More about this priority',
      group,
      keys: ['Ctrl I'],
      inText: true,
      off: needsPriority,
      run: () => {
        if (row !== undefined && row.kind !== 'decision') onDetails(row.priority.row.id);
      },
    },
    {
      id: 'map.up',
      says: 'Move the row up',
      group,
      keys: ['Alt Up'],
      heardElsewhere: true,
      off: locked,
      run: () => move(-1),
    },
    {
      id: 'map.down',
      says: 'Move the row down',
      group,
      keys: ['Alt Down'],
      heardElsewhere: true,
      off: locked,
      run: () => move(1),
    },
    {
      id: 'map.delete',
      says: 'Delete the row',
      group,
      keys: ['Ctrl Delete'],
      heardElsewhere: true,
      off: locked,
      run: remove,
    },
  ]);
  return { move, remove, newPriority, newCriterion, newDecision };
}
