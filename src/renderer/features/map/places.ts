/** Where on the stage a row or field is shown: in a cell of the table, in the pane beside it, in a sheet, on another tab. */
import type { MapColumn } from '../../../shared/analysis/map/paste-columns.ts';
import type { ReadinessFinding } from '../../../shared/analysis/readiness/finding.ts';
import type { ClientData } from '../../../shared/model/index.ts';
import type { Target } from '../../data/window.ts';
import type { SheetView } from './desk.ts';

/** Tabs of the stage. */
export type MapTab = 'table' | 'picture' | 'calendar' | 'plan';

/** A place on the stage. */
export type MapPlace =
  | {
      readonly at: 'cell';
      readonly priority: string;
      readonly criterion: string | null;
      readonly column: MapColumn;
      readonly edits: boolean;
    }
  | { readonly at: 'decision'; readonly decision: string }
  | { readonly at: 'details'; readonly priority: string }
  | { readonly at: 'sheet'; readonly decision: string; readonly view: SheetView }
  | { readonly at: 'below' }
  | { readonly at: 'plan' };

/** The rows that places are found by. */
export type PlaceRows = Pick<
  ClientData,
  | 'priority'
  | 'criterion'
  | 'criterionMilestone'
  | 'stop'
  | 'measureChange'
  | 'modelChange'
  | 'dependency'
  | 'liveCase'
  | 'incentiveReading'
  | 'translator'
  | 'namedSuccess'
  | 'choiceMade'
>;

const planEntities: ReadonlySet<string> = new Set([
  'initiative',
  'milestone',
  'join',
  'dayOne',
  'closedWeek',
  'plannedReview',
  'stepBack',
  'engagement',
]);

const priorityColumns: Readonly<Record<string, MapColumn>> = {
  title: 'priority',
  owner: 'owner',
  ownerName: 'owner',
  ownerAnswer: 'owner',
  ownerAnsweredOn: 'owner',
  ownerCondition: 'owner',
  startOn: 'runs',
  endOn: 'runs',
  firstStep: 'runs',
  firstStepOn: 'runs',
  relation: 'relation',
  relationReason: 'relation',
  noStopReason: 'stops',
};

const criterionFields: Readonly<Record<string, MapColumn>> = {
  metric: 'criterion',
  readIn: 'criterion',
  form: 'figures',
  unit: 'figures',
  direction: 'figures',
  baseline: 'figures',
  baselineOf: 'figures',
  target: 'figures',
  targetOf: 'figures',
  dueOn: 'due',
};

const sheetViews: Readonly<Record<string, SheetView>> = {
  forWhom: 'proposition',
  problem: 'proposition',
  insteadOf: 'proposition',
  whyUs: 'proposition',
  promise: 'proposition',
  mondaySales: 'proposition',
  mondayMarketing: 'proposition',
  mondayProduct: 'proposition',
  cardMarket: 'card',
  cardCustomer: 'card',
  cardField: 'card',
  cardWay: 'card',
  cardTargets: 'card',
  cardLoad: 'card',
  cardProcesses: 'card',
  cardMeasures: 'card',
};

/** Where a row or field is shown; null for what this stage does not show. */
export function placeOnMap(target: Omit<Target, 'id'> & { readonly id: string }, rows: PlaceRows): MapPlace | null {
  const { entity, id, field = '', part } = target;
  if (planEntities.has(entity)) return { at: 'plan' };
  switch (entity) {
    case 'decision':
      if (field !== '') return { at: 'sheet', decision: id, view: sheetViews[field] ?? 'decision' };
      return part === undefined ? { at: 'decision', decision: id } : { at: 'sheet', decision: id, view: 'people' };
    case 'liveCase':
      return sheetOf(rows.liveCase, id, 'proposition');
    case 'incentiveReading':
      return sheetOf(rows.incentiveReading, id, 'incentives');
    case 'translator':
    case 'namedSuccess':
    case 'choiceMade':
      return sheetOf(rows[entity], id, 'people');
    case 'priority': {
      const column = priorityColumns[field];
      if (column !== undefined) return cell(id, null, column, true);
      return field === '' || field === 'decisionSeen'
        ? cell(id, null, 'priority', false)
        : { at: 'details', priority: id };
    }
    case 'criterion': {
      const priority = rows.criterion.find((row) => row.id === id)?.priority;
      if (priority === undefined) return null;
      const column = criterionFields[field];
      return cell(priority, id, column ?? 'criterion', column !== undefined);
    }
    case 'criterionMilestone': {
      const criterion = rows.criterionMilestone.find((row) => row.id === id)?.criterion;
      const priority = rows.criterion.find((row) => row.id === criterion)?.priority;
      return criterion === undefined || priority === undefined ? null : cell(priority, criterion, 'due', true);
    }
    case 'stop': {
      const stop = rows.stop.find((row) => row.id === id);
      if (stop === undefined) return null;
      if (stop.priority !== null) return cell(stop.priority, null, 'stops', true);
      return stop.decision === null ? { at: 'below' } : { at: 'sheet', decision: stop.decision, view: 'decision' };
    }
    case 'measureChange':
      return hanging(rows.measureChange, id, 'measure');
    case 'dependency':
      return hanging(rows.dependency, id, 'runs');
    case 'modelChange': {
      const priority = rows.modelChange.find((row) => row.id === id)?.priority;
      return priority === undefined ? null : { at: 'details', priority };
    }
    case 'evidence':
    case 'objection':
    case 'rating':
    case 'constraint':
      return { at: 'below' };
    default:
      return null;
  }
}

/** The tab on which a place is. */
export function tabOf(place: MapPlace | null): MapTab {
  return place?.at === 'plan' ? 'plan' : 'table';
}

/** What a finding says in one cell. */
export type CellPart = {
  /** Id of the priority or criterion. */
  readonly row: string;
  readonly column: MapColumn;
  /** The finding, with those of its fields that the cell shows. */
  readonly part: ReadinessFinding;
};

/** The cells in which a finding is said; none for one that is said elsewhere. What a criterion lacks is said where it belongs. */
export function cellsOfFinding(finding: ReadinessFinding): readonly CellPart[] {
  const { code, place, params } = finding;
  const { entity, id, field = '', part } = place;
  const one = (row: string, column: MapColumn): readonly CellPart[] => [{ row, column, part: finding }];
  if (code === 'R12' && entity === 'stakeholder') return part === undefined ? [] : one(part, 'owner');
  if (code === 'R05' && Array.isArray(params['fields'])) {
    const fields = params['fields'] as readonly string[];
    return [...Map.groupBy(fields, (name) => criterionFields[name] ?? 'criterion')].map(([column, own]) => ({
      row: id,
      column,
      part: { ...finding, params: { ...params, fields: own } },
    }));
  }
  if (entity === 'criterion') return one(id, criterionFields[field] ?? 'criterion');
  if (entity !== 'priority') return [];
  if (code === 'R04') return one(id, 'criterion');
  return one(id, code === 'R21' ? 'measure' : (priorityColumns[field] ?? 'priority'));
}

function cell(priority: string, criterion: string | null, column: MapColumn, edits: boolean): MapPlace {
  return { at: 'cell', priority, criterion, column, edits };
}

function sheetOf(
  rows: readonly { readonly id: string; readonly decision: string }[],
  id: string,
  view: SheetView,
): MapPlace | null {
  const decision = rows.find((row) => row.id === id)?.decision;
  return decision === undefined ? null : { at: 'sheet', decision, view };
}

function hanging(
  rows: readonly { readonly id: string; readonly priority: string }[],
  id: string,
  column: MapColumn,
): MapPlace | null {
  const priority = rows.find((row) => row.id === id)?.priority;
  return priority === undefined ? null : cell(priority, null, column, true);
}
