/** Cells of a spreadsheet poured into the map: which rows they fill, which they add, and what cannot be taken. */
import { type Change, insertRow, updateRow } from '../../model/change.ts';
import type { Criterion, MeasureChange, Priority, Stop } from '../../model/index.ts';
import { markOfDecision } from './links.ts';
import { type CellReader, type CellReading, readCell } from './paste-cells.ts';
import { criterionColumns, type MapColumn, readSheetColumns, type SheetColumn } from './paste-columns.ts';
import type { MapDecision, MapReading } from './rows.ts';

/** The cell that the paste begins at. On the row of a decision `priority` is null: priorities are added under it. */
export type PasteStart = {
  readonly decision: string;
  readonly priority: string | null;
  readonly criterion: string | null;
  readonly column: MapColumn;
};

/** What the paste needs beside the sheet. */
export type PasteTools = CellReader & {
  readonly engagement: string;
  readonly newId: () => string;
  readonly stops: readonly Stop[];
  readonly measures: readonly MeasureChange[];
};

/** A cell that was not taken. */
export type LeftCell = { readonly text: string; readonly why: string };

/** What a paste does. */
export type Paste = {
  readonly changes: readonly Change[];
  readonly filled: number;
  readonly added: { readonly priorities: number; readonly criteria: number };
  readonly left: readonly LeftCell[];
};

/** Plans a paste. Empty cells change nothing; a row with the same or no priority as the one above goes on with its next criterion. */
export function planPaste(
  map: MapReading,
  sheet: readonly (readonly string[])[],
  start: PasteStart,
  tools: PasteTools,
): Paste {
  const { columns, rows, unknown } = readSheetColumns(sheet, start.column);
  const pour = openPour(map, start, tools);
  const titleAt = columns.indexOf('priority');
  const hasPriority = columns.some((column) => column !== null && !criterionColumns.has(column));
  let before = '';
  rows.forEach((cells, at) => {
    const filled = cells.some((text) => text.trim() !== '');
    if (!filled) return;
    const title = titleAt < 0 ? '' : (cells[titleAt] ?? '').trim();
    const goesOn = at > 0 && titleAt >= 0 && (title === '' || title === before);
    pour.next(!hasPriority ? 'criterion' : goesOn ? 'same' : 'priority', titleAt >= 0);
    if (title !== '') before = title;
    cells.forEach((text, place) => {
      if (text.trim() === '' || (goesOn && place === titleAt)) return;
      const column = columns[place] ?? null;
      if (column === null) {
        if (unknown.length === 0) pour.leave(text, 'there is no column for it');
        return;
      }
      pour.put(column, text);
    });
  });
  const result = pour.end();
  return {
    ...result,
    left: [...unknown.map((text) => ({ text, why: 'the map has no such column' })), ...result.left],
  };
}

type Target = { readonly decision: MapDecision; priority: string; criterion: string | null };

function openPour(map: MapReading, start: PasteStart, tools: PasteTools) {
  const { engagement, newId } = tools;
  const home = [...map.translated, ...map.noted].find(({ row }) => row.id === start.decision);
  const lines = map.translated.flatMap((decision) =>
    decision.priorities.flatMap(({ row, criteria }) =>
      (criteria.length === 0 ? [null] : criteria).map((criterion) => ({ decision, priority: row.id, criterion })),
    ),
  );
  const priorities = new Map<string, Partial<Priority>>();
  const criteria = new Map<string, Partial<Criterion>>();
  const madePriorities: { id: string; decision: MapDecision }[] = [];
  const madeCriteria: { id: string; priority: string }[] = [];
  const others: Change[] = [];
  const left: LeftCell[] = [];
  let target: Target | null = null;
  let begun = false;
  let filled = 0;

  const criteriaOf = (priority: string): readonly string[] => [
    ...lines.flatMap((line) => (line.priority === priority && line.criterion !== null ? [line.criterion.id] : [])),
    ...madeCriteria.flatMap((made) => (made.priority === priority ? [made.id] : [])),
  ];
  const nextPriority = (adds: boolean): Target | null => {
    if (home === undefined) return null;
    if (!begun && start.priority !== null) {
      return { decision: home, priority: start.priority, criterion: start.criterion };
    }
    // With titles a paste stays within its decision and adds what is missing; without, it follows the rows that are there.
    const follow = adds ? home.priorities.map(({ row }) => row.id) : [...new Set(lines.map((line) => line.priority))];
    const at = begun && target !== null ? follow.indexOf(target.priority) : -1;
    const there = start.priority === null || at < 0 ? undefined : follow[at + 1];
    if (there !== undefined) return { decision: home, priority: there, criterion: criteriaOf(there)[0] ?? null };
    if (!adds && start.priority !== null) return null;
    const id = newId();
    madePriorities.push({ id, decision: home });
    return { decision: home, priority: id, criterion: null };
  };
  const nextCriterion = (): Target | null => {
    if (!begun || target === null) {
      return home === undefined || start.priority === null
        ? null
        : { decision: home, priority: start.priority, criterion: start.criterion };
    }
    const here: Target = target;
    const at = lines.findIndex(
      ({ priority, criterion }) => priority === here.priority && (criterion?.id ?? null) === (here.criterion ?? null),
    );
    const from = at >= 0 ? at : lines.findLastIndex(({ priority }) => priority === here.priority);
    const line = lines[from + 1];
    return line === undefined
      ? null
      : { decision: line.decision, priority: line.priority, criterion: line.criterion?.id ?? null };
  };
  const criterionId = (here: Target): string => {
    if (here.criterion === null) {
      here.criterion = newId();
      madeCriteria.push({ id: here.criterion, priority: here.priority });
    }
    return here.criterion;
  };
  const take = (here: Target, reading: CellReading, text: string): void => {
    if ('why' in reading) {
      left.push({ text: text.trim(), why: reading.why });
      return;
    }
    filled += 1;
    if ('priority' in reading) merge(priorities, here.priority, reading.priority);
    else if ('criterion' in reading) merge(criteria, criterionId(here), reading.criterion);
    else if ('stops' in reading) others.push(...stopChanges(here.priority, reading.stops, tools));
    else others.push(measureChange(here.priority, reading.measure, tools));
  };

  return {
    next(kind: 'priority' | 'same' | 'criterion', adds: boolean): void {
      if (kind === 'same' && target !== null) {
        const own = criteriaOf(target.priority);
        const at = target.criterion === null ? -1 : own.indexOf(target.criterion);
        target = { ...target, criterion: own[at + 1] ?? null };
      } else target = kind === 'criterion' ? nextCriterion() : nextPriority(adds);
      begun = true;
    },
    put(column: SheetColumn, text: string): void {
      if (target === null) left.push({ text: text.trim(), why: 'there is no row for it' });
      else take(target, readCell(column, text, tools), text);
    },
    leave: (text: string, why: string): void => void left.push({ text: text.trim(), why }),
    end(): Omit<Paste, 'left'> & { readonly left: readonly LeftCell[] } {
      const last = Math.max(-1, ...(home?.priorities ?? []).map(({ row }) => row.position));
      const isNew = new Set([...madePriorities, ...madeCriteria].map(({ id }) => id));
      const changes = [
        ...madePriorities.map(({ id, decision }, at) =>
          insertRow('priority', id, {
            engagement,
            decision: decision.row.id,
            decisionSeen: markOfDecision(decision.row),
            position: last + 1 + at,
            writtenOn: tools.today,
            ...priorities.get(id),
          }),
        ),
        ...madeCriteria.map(({ id, priority }, at) =>
          insertRow('criterion', id, { engagement, priority, position: 1000 + at, ...criteria.get(id) }),
        ),
        ...[...priorities].flatMap(([id, fields]) => (isNew.has(id) ? [] : [updateRow('priority', id, fields)])),
        ...[...criteria].flatMap(([id, fields]) => (isNew.has(id) ? [] : [updateRow('criterion', id, fields)])),
        ...others,
      ];
      return { changes, filled, added: { priorities: madePriorities.length, criteria: madeCriteria.length }, left };
    },
  };
}

function merge<T extends object>(into: Map<string, T>, id: string, fields: T): void {
  into.set(id, { ...into.get(id), ...fields });
}

/** Stops that the priority has already are not written twice. */
function stopChanges(priority: string, texts: readonly string[], { stops, engagement, newId }: PasteTools): Change[] {
  const own = stops.filter((row) => row.priority === priority);
  return texts
    .filter((what) => !own.some((row) => row.what.trim() === what))
    .map((what, at) => insertRow('stop', newId(), { engagement, priority, what, position: own.length + at }));
}

function measureChange(
  priority: string,
  texts: { readonly drop: string; readonly add: string },
  { measures, engagement, newId }: PasteTools,
): Change {
  const own = measures.find((row) => row.priority === priority);
  return own === undefined
    ? insertRow('measureChange', newId(), { engagement, priority, ...texts, position: 0 })
    : updateRow('measureChange', own.id, texts);
}
