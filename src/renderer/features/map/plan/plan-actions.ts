/** What can be done to the first 90 days, each as one entry that can be undone. */
import { type Change, deleteRow, insertRow } from '../../../../shared/model/change.ts';
import { moveRow } from '../../../../shared/analysis/map/move.ts';
import type { Initiative, Join, Priority } from '../../../../shared/model/index.ts';
import { useEngagement, useFile, useToday } from '../../../data/hooks.ts';
import { lastPosition } from '../../../parts/names.ts';
import { useDesk } from '../desk.ts';

/** How an initiative is called in sentences. */
export function initiativeName({ title }: Pick<Initiative, 'title'>): string {
  return title === '' ? 'the new initiative' : `“${title}”`;
}

/** A, B, C and so on, as the document names them. */
export function letterOf(at: number): string {
  return `${at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)}${String.fromCodePoint(65 + (at % 26))}`;
}

/** An initiative that carries a priority: its words, its owner, its days. */
export function initiativeFor(priority: Priority, id: string, engagement: string, position: number): Change {
  const { title, owner, ownerName, startOn, endOn } = priority;
  return insertRow('initiative', id, {
    engagement,
    priority: priority.id,
    title,
    lead: owner,
    leadName: ownerName,
    from: startOn,
    to: endOn,
    position,
  });
}

/** The edits; what adds answers the id of the new row. */
export function usePlanActions(initiatives: readonly Initiative[]) {
  const file = useFile();
  const engagement = useEngagement().id;
  const today = useToday();
  const { say } = useDesk();
  const position = lastPosition(initiatives);
  return {
    addInitiative(priority: Priority | null): string {
      const id = file.newId();
      void file.edit('Add an initiative', [
        priority === null
          ? insertRow('initiative', id, { engagement, position })
          : initiativeFor(priority, id, engagement, position),
      ]);
      return id;
    },
    remove(row: Initiative): void {
      void file.edit(`Delete ${initiativeName(row)}`, [deleteRow('initiative', row.id)]);
      say(`${row.title === '' ? 'An initiative' : initiativeName(row)} deleted with its milestones and joins.`, true);
    },
    move(id: string, step: -1 | 1): void {
      const changes = moveRow('initiative', initiatives, id, step);
      if (changes.length > 0) void file.edit('Move an initiative', changes);
    },
    addJoin(fields: Partial<Pick<Join, 'initiative' | 'priority' | 'fromFunction' | 'on'>>): string {
      const id = file.newId();
      void file.edit('Add a join', [insertRow('join', id, { engagement, ...fields })]);
      return id;
    },
    /** The plan goes back to a decision instead of being made to fit. */
    stepBack(decision: string, initiative: string | null): string {
      const id = file.newId();
      void file.edit('Record a step back to a decision', [
        insertRow('stepBack', id, { engagement, decision, initiative, on: today }),
      ]);
      return id;
    },
  };
}
