/** How the exports of a tracker were read in a client's file before: kept with their source, and applied to the next. */
import type { Remembered } from '../../shared/api/backlog-preview.ts';
import {
  backlogFields,
  dateOrders,
  type Inspection,
  type Mapping,
  type ReadOptions,
  statusClasses,
} from '../../shared/api/import-types.ts';
import type { ClientData, Source } from '../../shared/model/index.ts';
import { handMade } from '../../shared/model/source.ts';

/** The fields of a source that keep how it was read. */
type Memory = Pick<Source, 'mapping' | 'sheet' | 'dateOrder' | 'statusWords' | 'teams'>;

/** The backlogs of a file that came from exports, the last taken in first. */
export function exportedBacklogs(data: Pick<ClientData, 'source'>): readonly Source[] {
  return data.source
    .filter(({ kind, format }) => kind === 'backlog' && format !== handMade)
    .toSorted((a, b) => ((a.importedOn ?? '') < (b.importedOn ?? '') ? 1 : -1));
}

/** What the last import from the same tracker says about reading this file; null where it had other columns. */
export function recall(
  data: Pick<ClientData, 'source'>,
  { tracker, columns, mapping }: Pick<Inspection, 'tracker' | 'columns' | 'mapping'>,
): Remembered | null {
  for (const source of exportedBacklogs(data)) {
    if (source.format !== tracker) continue;
    const known = mappingOf(source, columns, mapping);
    if (known === null) continue;
    return {
      source: source.id,
      title: source.title,
      importedOn: source.importedOn,
      mapping: known,
      statuses: Object.fromEntries(
        source.statusWords.flatMap(({ text, status }) => {
          const means = statusClasses.find((one) => one === status);
          return means === undefined ? [] : [[text, means]];
        }),
      ),
      functions: Object.fromEntries(source.teams.map(({ team, function: id }) => [team, id === '' ? null : id])),
      dateOrder: dateOrders.find((order) => order === source.dateOrder) ?? null,
    };
  }
  return null;
}

/** What a source keeps of how it was read: the field of every column by its name, empty for what was not taken in. */
export function memoryOf(
  columns: readonly string[],
  mapping: Mapping,
  reading: Pick<ReadOptions, 'dialect' | 'dateOrder' | 'statuses'> | undefined,
  functions: Readonly<Record<string, string | null>>,
): Memory {
  return {
    mapping: columns.slice(0, 500).map((column, index) => ({
      column,
      field: backlogFields.find((field) => mapping[field]?.includes(index)) ?? '',
    })),
    sheet: (reading?.dialect.sheet ?? '').slice(0, 500),
    dateOrder: reading?.dateOrder ?? '',
    statusWords: Object.entries(reading?.statuses ?? {})
      .slice(0, 500)
      .map(([text, status]) => ({ text, status })),
    teams: Object.entries(functions)
      .slice(0, 500)
      .map(([team, id]) => ({ team, function: id ?? '' })),
  };
}

/** The mapping by names: what was not taken in stays out, and columns that are new take what is proposed for them. */
function mappingOf(source: Pick<Source, 'mapping'>, columns: Inspection['columns'], proposed: Mapping): Mapping | null {
  const before = new Map(source.mapping.map(({ column, field }) => [column, field]));
  const fields = source.mapping.filter(({ field }) => field !== '');
  const names = new Set(columns.map(({ name }) => name));
  const there = fields.filter(({ column }) => names.has(column)).length;
  if (fields.length === 0 || there < fields.length * 0.8) return null;
  const mapping: Mapping = {};
  for (const { index, name } of columns) {
    const known = before.get(name);
    const field = backlogFields.find((one) =>
      known === undefined
        ? proposed[one]?.includes(index) && !fields.some((each) => each.field === one)
        : one === known,
    );
    if (field !== undefined) mapping[field] = [...(mapping[field] ?? []), index];
  }
  return mapping.title === undefined ? null : mapping;
}
