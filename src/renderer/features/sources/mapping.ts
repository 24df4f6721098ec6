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

/** What each class of status is called. */
export const statusSays: Readonly<Record<StatusClass, string>> = {
  todo: 'To do',
  progress: 'In progress',
  done: 'Done',
  dropped: 'Dropped',
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

/** How the file is to be read, as it was found and corrected. */
export function readingOf(
  { dialect, tracker }: Pick<Inspection, 'dialect' | 'tracker'>,
  mapping: Mapping,
  statuses: Readonly<Record<string, StatusClass>>,
  dateOrder: ReadOptions['dateOrder'] | null,
  ignored: readonly number[],
): ReadOptions {
  return {
    dialect,
    tracker,
    mapping,
    ...(Object.keys(statuses).length === 0 ? {} : { statuses }),
    ...(dateOrder === null || dateOrder === undefined ? {} : { dateOrder }),
    ...(ignored.length === 0 ? {} : { ignored: [...ignored] }),
  };
}
