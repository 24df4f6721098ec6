/** What can be done to the rows of the map, each as one entry that can be undone. */
import { useLayoutEffect, useMemo, useRef } from 'react';
import { markOfDecision, markOfPriority } from '../../../shared/analysis/map/links.ts';
import {
  giveToDecision,
  moveDecision,
  movePriority,
  moveRow,
  positionAfter,
} from '../../../shared/analysis/map/move.ts';
import type { MapDecision, MapPriority, MapReading } from '../../../shared/analysis/map/rows.ts';
import { type Change, deleteRow, insertRow, updateRow } from '../../../shared/model/change.ts';
import type { Decision } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useToday } from '../../data/hooks.ts';
import { countOf } from '../../parts/format.ts';
import { decisionName, lastPosition } from '../../parts/names.ts';
import { useDesk } from './desk.ts';
import { findPriority, priorityTag } from './use-map.ts';

/** Edits of the map's rows; what adds answers the id of the new row. */
export type MapActions = ReturnType<typeof useMapActions>;

/** The edits. */
export function useMapActions(map: MapReading) {
  const file = useFile();
  const engagement = useEngagement().id;
  const today = useToday();
  const { say } = useDesk();
  // The edits stay the same object while the map changes, so that rows that did not change are not drawn again.
  const latest = useRef(map);
  useLayoutEffect(() => {
    latest.current = map;
  });
  return useMemo(() => {
    const edit = (label: string, changes: readonly Change[]): boolean => {
      if (changes.length > 0) void file.edit(label, changes);
      return changes.length > 0;
    };
    const tagOf = (id: string): string => {
      const found = findPriority(latest.current, id);
      return found === null ? 'a priority' : priorityTag(found.priority.row);
    };
    return {
      addDecision(standing: Decision['standing'] = 'carried'): string {
        const id = file.newId();
        const { translated, noted } = latest.current;
        const position = lastPosition([...translated, ...noted].map((one) => one.row));
        edit('Add a decision', [insertRow('decision', id, { engagement, standing, position })]);
        return id;
      },
      addPriority(decision: MapDecision, after: string | null): string {
        const id = file.newId();
        const own = decision.priorities.map(({ row }) => row);
        edit(`Add a priority to ${decision.row.label || 'a decision'}`, [
          insertRow('priority', id, {
            engagement,
            decision: decision.row.id,
            decisionSeen: markOfDecision(decision.row),
            position: positionAfter(own, after),
            writtenOn: today,
          }),
        ]);
        return id;
      },
      addCriterion({ row, criteria }: MapPriority, after: string | null): string {
        const id = file.newId();
        edit(`Add a criterion to ${priorityTag(row)}`, [
          insertRow('criterion', id, {
            engagement,
            priority: row.id,
            prioritySeen: markOfPriority(row),
            position: positionAfter(criteria, after),
          }),
        ]);
        return id;
      },
      removeDecision({ row, priorities }: MapDecision): void {
        const name = row.label || `“${decisionName(row)}”`;
        edit(`Delete ${name}`, [deleteRow('decision', row.id)]);
        const goesWith = priorities.length === 0 ? '' : ` with ${countOf(priorities.length, 'priority', 'priorities')}`;
        say(`${name} deleted${goesWith}.`, true);
      },
      removePriority({ row, criteria }: MapPriority): void {
        edit(`Delete ${priorityTag(row)}`, [deleteRow('priority', row.id)]);
        const goesWith = criteria.length === 0 ? '' : ` with ${countOf(criteria.length, 'criterion', 'criteria')}`;
        say(`${priorityTag(row)} deleted${goesWith}.`, true);
      },
      removeCriterion({ row }: MapPriority, criterion: string): void {
        edit(`Delete a criterion of ${priorityTag(row)}`, [deleteRow('criterion', criterion)]);
        say(`A criterion of ${priorityTag(row)} deleted.`, true);
      },
      moveDecision: (id: string, step: -1 | 1): boolean =>
        edit('Move a decision', moveDecision(latest.current, id, step)),
      movePriority(id: string, step: -1 | 1): boolean {
        return edit(`Move ${tagOf(id)} ${step < 0 ? 'up' : 'down'}`, movePriority(latest.current, id, step));
      },
      moveCriterion({ row, criteria }: MapPriority, id: string, step: -1 | 1): boolean {
        return edit(`Move a criterion of ${priorityTag(row)}`, moveRow('criterion', criteria, id, step));
      },
      giveTo(id: string, decision: MapDecision): void {
        const tag = tagOf(id);
        const to = decision.row.label || `“${decisionName(decision.row)}”`;
        const moved = edit(`Move ${tag} to ${to}`, giveToDecision(latest.current, id, decision.row.id));
        if (moved) say(`${tag} moved to ${to}.`, true);
      },
      setStanding(row: Decision, standing: Decision['standing']): void {
        edit(`Change the standing of ${row.label}`, [updateRow('decision', row.id, { standing })]);
      },
      /** The priority was looked at since its decision changed, or the criterion since its priority did. */
      confirmLink(entity: 'priority' | 'criterion', id: string, now: string): void {
        edit(`Confirm the link of a ${entity}`, [
          entity === 'priority'
            ? updateRow('priority', id, { decisionSeen: now })
            : updateRow('criterion', id, { prioritySeen: now }),
        ]);
      },
    };
  }, [file, engagement, today, say]);
}
