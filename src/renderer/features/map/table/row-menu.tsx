/** What can be done to a row, as a menu: by its button, by the other mouse button, by Shift F10. */
import type { MapDecision, MapReading } from '../../../../shared/analysis/map/rows.ts';
import { decisionName } from '../../../parts/names.ts';
import type { MenuEntry } from '../../../ui/menu.tsx';
import { useDesk } from '../desk.ts';
import type { MapActions } from '../map-actions.ts';
import { priorityTag } from '../use-map.ts';
import type { MapCell, TableRow } from './rows.ts';

/** What a row's menu needs of the table. */
export type RowMenuTools = {
  readonly map: MapReading;
  readonly actions: MapActions;
  readonly readOnly: boolean;
  readonly edit: (cell: MapCell) => void;
  readonly showDetails: (priority: string) => void;
};

/** The entries of a row's menu. */
export function useRowEntries({ map, actions, readOnly, edit, showDetails }: RowMenuTools) {
  const desk = useDesk();
  return (row: TableRow): readonly MenuEntry[] => {
    if (row.kind === 'decision') return decisionEntries(row.decision);
    const { priority, criterion } = row;
    const tag = priorityTag(priority.row);
    const moves: MenuEntry[] = map.translated
      .filter((one) => one.row.id !== row.decision.row.id)
      .map((one) => ({
        id: `to:${one.row.id}`,
        says: `Move to ${one.row.label || decisionName(one.row)}`,
        onPress: () => actions.giveTo(priority.row.id, one),
      }));
    const all: readonly (MenuEntry & { readonly reads?: true })[] = [
      {
        id: 'details',
        says: 'More about it',
        keys: 'Ctrl I',
        reads: true,
        onPress: () => showDetails(priority.row.id),
      },
      {
        id: 'evidence',
        says: 'Evidence',
        icon: 'quote',
        keys: 'Ctrl E',
        reads: true,
        onPress: () =>
          desk.openEvidence({
            key: priority.row.id,
            tag,
            says: `${tag} ${priority.row.title}`,
            fields: { priority: priority.row.id },
          }),
      },
      { id: 'line-1', line: true },
      {
        id: 'priority',
        says: 'New priority below',
        icon: 'plus',
        keys: 'Ctrl Enter',
        onPress: () => edit({ row: `p:${actions.addPriority(row.decision, priority.row.id)}`, column: 'priority' }),
      },
      {
        id: 'criterion',
        says: 'New criterion',
        icon: 'plus',
        keys: 'Ctrl J',
        onPress: () => {
          const id = actions.addCriterion(priority, criterion?.id ?? null);
          edit({ row: priority.criteria.length === 0 ? `p:${priority.row.id}` : `c:${id}`, column: 'criterion' });
        },
      },
      {
        id: 'up',
        says: 'Move up',
        icon: 'arrow-up',
        keys: 'Alt Up',
        onPress: () => void actions.movePriority(priority.row.id, -1),
      },
      {
        id: 'down',
        says: 'Move down',
        icon: 'arrow-down',
        keys: 'Alt Down',
        onPress: () => void actions.movePriority(priority.row.id, 1),
      },
      ...moves,
      { id: 'line-2', line: true },
      ...(criterion === null
        ? []
        : [
            {
              id: 'delete-criterion',
              says: 'Delete this criterion',
              icon: 'trash' as const,
              onPress: () => actions.removeCriterion(priority, criterion.id),
            },
          ]),
      {
        id: 'delete',
        says: `Delete ${tag}`,
        icon: 'trash',
        keys: 'Ctrl Delete',
        onPress: () => actions.removePriority(priority),
      },
    ];
    return readOnly ? all.filter((entry) => entry.reads === true) : all;
  };

  function decisionEntries(decision: MapDecision): readonly MenuEntry[] {
    const { row } = decision;
    const reading: MenuEntry[] = [
      { id: 'sheet', says: 'Open the sheet', keys: 'Enter', onPress: () => desk.openDecision(row.id) },
      {
        id: 'evidence',
        says: 'Evidence',
        icon: 'quote',
        keys: 'Ctrl E',
        onPress: () =>
          desk.openEvidence({
            key: row.id,
            tag: row.label,
            says: `${row.label} ${decisionName(row)}`,
            fields: { decision: row.id },
          }),
      },
    ];
    if (readOnly) return reading;
    return [
      ...reading,
      {
        id: 'title',
        says: 'Edit the title',
        icon: 'pencil',
        keys: 'F2',
        onPress: () => edit({ row: `d:${row.id}`, column: 'priority' }),
      },
      { id: 'line-1', line: true },
      {
        id: 'priority',
        says: 'New priority',
        icon: 'plus',
        keys: 'Ctrl Enter',
        onPress: () => edit({ row: `p:${actions.addPriority(decision, null)}`, column: 'priority' }),
      },
      {
        id: 'up',
        says: 'Move up',
        icon: 'arrow-up',
        keys: 'Alt Up',
        onPress: () => void actions.moveDecision(row.id, -1),
      },
      {
        id: 'down',
        says: 'Move down',
        icon: 'arrow-down',
        keys: 'Alt Down',
        onPress: () => void actions.moveDecision(row.id, 1),
      },
      { id: 'line-2', line: true },
      ...(['in-scope', 'carried', 'noted'] as const).map((standing): MenuEntry => ({
        id: standing,
        says: { 'in-scope': 'In scope', carried: 'Carried', noted: 'Only noted' }[standing],
        checked: row.standing === standing,
        onPress: () => actions.setStanding(row, standing),
      })),
      { id: 'line-3', line: true },
      {
        id: 'delete',
        says: `Delete ${row.label}`,
        icon: 'trash',
        keys: 'Ctrl Delete',
        onPress: () => actions.removeDecision(decision),
      },
    ];
  }
}
