/** The columns of an export as a person maps them: a field for each column, several columns for a field. */
import type {
  BacklogField,
  Dialect,
  Inspection,
  Mapping,
  ReadOptions,
  StatusClass,
  TrackerId,
} from '../../../shared/api/import-types.ts';
import { backlogFields } from '../../../shared/api/import-types.ts';
import type { BacklogItem, Source } from '../../../shared/model/index.ts';

/** What each field of an item is called. */
export const fieldSays: Readonly<Record<BacklogField, string>> = {
  key: 'Key',
  id: 'Second identifier',
  title: 'Title',
  description: 'Description',
  status: 'Status',
  statusCategory: 'Class of the status',
  resolution: 'Resolution',
  archived: 'Archived',
  effort: 'Effort',
  createdOn: 'Created',
  updatedOn: 'Updated',
  startOn: 'Planned start',
  startedOn: 'Started',
  closedOn: 'Closed',
  dueOn: 'Due',
  assignee: 'Assignee',
  functionText: 'Team or function',
  parentKey: 'Parent',
  parentTitle: 'Title of the parent',
  epicKey: 'Epic',
  initiative: 'Initiative',
  linkedKeys: 'Linked items',
  labels: 'Labels',
  type: 'Type',
  link: 'Link',
};

/** What each tracker is called. */
export const trackerSays: Readonly<Record<TrackerId, string>> = {
  jira: 'Jira',
  'azure-devops': 'Azure DevOps',
  asana: 'Asana',
  trello: 'Trello',
  linear: 'Linear',
  github: 'GitHub',
  gitlab: 'GitLab',
  monday: 'Monday',
  clickup: 'ClickUp',
  notion: 'Notion',
  youtrack: 'YouTrack',
  redmine: 'Redmine',
  'ms-project': 'Microsoft Project',
  generic: 'a table',
};

/** What each sign between columns is called. */
export const delimiterSays: Readonly<Record<Dialect['delimiter'], string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Bar',
};

/** The field that a column fills; null where it is not taken in. */
export function fieldOfColumn(mapping: Mapping, column: number): BacklogField | null {
  return backlogFields.find((field) => mapping[field]?.includes(column)) ?? null;
}

/** The mapping with a column in another field, or in none. */
export function mapColumn(mapping: Mapping, column: number, field: BacklogField | null): Mapping {
  const entries = backlogFields.flatMap((name): [BacklogField, number[]][] => {
    const others = (mapping[name] ?? []).filter((one) => one !== column);
    const columns = name === field ? [...others, column].toSorted((a, b) => a - b) : others;
    return columns.length === 0 ? [] : [[name, columns]];
  });
  return Object.fromEntries(entries);
}

/**
 * The mapping of the last import, where this file looks the same: read from no tracker that is known, as the last one was,
 * and with every column that was mapped. Null where what was found now is the better start.
 */
export function mappingOfLast(
  inspection: Pick<Inspection, 'tracker' | 'columns'>,
  last: Pick<Source, 'format' | 'mapping'> | undefined,
): Mapping | null {
  if (last === undefined || inspection.tracker !== 'generic' || last.format !== 'generic') return null;
  const present = new Set(inspection.columns.map((column) => column.index));
  const mapping: Mapping = {};
  for (const { field, column } of last.mapping) {
    const name = backlogFields.find((one) => one === field);
    const columns = column.split(',').filter(Boolean).map(Number);
    if (name === undefined || columns.some((one) => !present.has(one))) return null;
    mapping[name] = columns;
  }
  return mapping.title === undefined ? null : mapping;
}

/** The class of each status that no tracker is known for, as the items of an earlier import have it. */
export function classesOfLast(
  statuses: Inspection['statuses'],
  items: readonly Pick<BacklogItem, 'statusText' | 'status'>[],
): Readonly<Record<string, StatusClass>> {
  const known = new Map(items.map((item) => [item.statusText, item.status]));
  const found = statuses.flatMap(({ text, status }): [string, StatusClass][] => {
    const before = known.get(text);
    return status === null && before !== undefined ? [[text, before]] : [];
  });
  return Object.fromEntries(found);
}

/** How the file is to be read, as it was found and corrected. */
export function readingOf(
  { dialect, tracker }: Pick<Inspection, 'dialect' | 'tracker'>,
  mapping: Mapping,
  statuses: Readonly<Record<string, StatusClass>>,
  dateOrder: ReadOptions['dateOrder'] | null,
): ReadOptions {
  return {
    dialect,
    tracker,
    mapping,
    ...(Object.keys(statuses).length === 0 ? {} : { statuses }),
    ...(dateOrder === null || dateOrder === undefined ? {} : { dateOrder }),
  };
}
