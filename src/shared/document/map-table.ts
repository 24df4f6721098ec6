/** The translation map as one table: a row for each criterion, from decision to calendar, for the client's own sheets. */
import { entities, type ClientData, type Criterion, type Decision, type Priority } from '../model/index.ts';

/** A value of a cell: text, a number, a day (YYYY-MM-DD, marked as such), or nothing. */
export type TableValue = string | number | { readonly day: string } | null;

/** A plain table: its columns with their width in characters, and its rows. */
export type PlainTable = {
  readonly title: string;
  readonly columns: readonly { readonly name: string; readonly width: number }[];
  readonly rows: readonly (readonly TableValue[])[];
};

const columns = [
  { name: 'Decision', width: 10 },
  { name: 'Decision in words', width: 40 },
  { name: 'Standing', width: 12 },
  { name: 'Priority', width: 10 },
  { name: 'Priority in words', width: 40 },
  { name: 'Owner', width: 24 },
  { name: "Owner's answer", width: 14 },
  { name: 'Criterion', width: 40 },
  { name: 'Baseline', width: 12 },
  { name: 'Target', width: 12 },
  { name: 'Unit', width: 12 },
  { name: 'By', width: 12 },
  { name: 'Read in', width: 24 },
  { name: 'Start', width: 12 },
  { name: 'End', width: 12 },
  { name: 'Relation to the constraint', width: 20 },
  { name: 'Stops', width: 40 },
  { name: 'Measures', width: 40 },
] as const;

/** Composes the map. A decision without a priority and a priority without a criterion keep a row, so that the gap shows. */
export function composeMap(data: ClientData): PlainTable {
  const byPosition = <T extends { position: number; id: string }>(list: readonly T[]): T[] =>
    list.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const rows = byPosition(data.decision).flatMap((decision) => {
    const priorities = byPosition(data.priority.filter((one) => one.decision === decision.id));
    if (priorities.length === 0) return [decisionCells(decision).concat(blank(columns.length - 3))];
    return priorities.flatMap((priority) => {
      const criteria = byPosition(data.criterion.filter((one) => one.priority === priority.id));
      const front = [...decisionCells(decision), ...priorityCells(data, priority)];
      const back = calendarCells(data, priority);
      if (criteria.length === 0) return [[...front, ...blank(6), ...back]];
      return criteria.map((criterion) => [...front, ...criterionCells(criterion), ...back]);
    });
  });
  return { title: 'Translation map', columns, rows };
}

function decisionCells(decision: Decision): TableValue[] {
  const standings = entities.decision.fields.standing.options;
  return [decision.label, decision.title, standings?.[decision.standing] ?? decision.standing];
}

function priorityCells(data: ClientData, priority: Priority): TableValue[] {
  const owner = data.stakeholder.find((person) => person.id === priority.owner)?.name ?? priority.ownerName;
  const answers = entities.priority.fields.ownerAnswer.options;
  return [priority.label, priority.title, owner, answers?.[priority.ownerAnswer ?? ''] ?? ''];
}

function criterionCells(criterion: Criterion): TableValue[] {
  const value = (amount: number | null, of: number | null): TableValue => {
    if (amount === null) return null;
    if (criterion.form === 'ratio') return of === null ? amount : `${amount} of ${of}`;
    return criterion.form === 'yes-no' ? (amount > 0 ? 'yes' : 'no') : amount;
  };
  return [
    criterion.metric,
    value(criterion.baseline, criterion.baselineOf),
    value(criterion.target, criterion.targetOf),
    criterion.form === 'percent' ? '%' : criterion.unit,
    day(criterion.dueOn),
    criterion.readIn,
  ];
}

function calendarCells(data: ClientData, priority: Priority): TableValue[] {
  const relations = entities.priority.fields.relation.options;
  const stops = data.stop.filter((stop) => stop.priority === priority.id).map((stop) => stop.what);
  const measures = data.measureChange
    .filter((change) => change.priority === priority.id)
    .map((change) => `${change.drop} → ${change.add}`);
  const relation = relations?.[priority.relation ?? ''] ?? '';
  return [day(priority.startOn), day(priority.endOn), relation, stops.join('; '), measures.join('; ')];
}

function day(value: string | null): TableValue {
  return value === null ? null : { day: value };
}

function blank(count: number): TableValue[] {
  return Array.from({ length: count }, () => null);
}
