/** Proposes which column holds which field, by what is known about trackers and about names in general. */
import { backlogFields, type BacklogField, type Mapping, type TrackerId } from '../../../../shared/api/import-types.ts';
import { foldName } from './names.ts';
import type { Tracker } from './tracker.ts';
import { trackers } from './trackers.ts';

/** A proposal; `unmapped` lists the columns that no field takes, `signature` the columns that told the tracker. */
export type Proposal = {
  readonly tracker: TrackerId;
  readonly mapping: Mapping;
  readonly unmapped: number[];
  readonly signature: readonly string[];
};

/** Recognises the tracker by the header and proposes a mapping. */
export function suggestMapping(header: readonly string[]): Proposal {
  const names = header.map(foldName);
  const tracker = trackers.find(({ signature }) => signature.every((name) => names.some((own) => fits(own, name))));
  const own = trackers.find(({ id }) => id === tracker?.id) ?? generic;
  const mapping: Mapping = {};
  for (const field of backlogFields) {
    const found = columnsOf(field, own, names);
    if (found.length > 0) mapping[field] = found;
  }
  const taken = new Set(Object.values(mapping).flat());
  // General names only fill what the tracker leaves open, from columns that are still free.
  for (const field of backlogFields) {
    if (mapping[field] !== undefined) continue;
    const found = columnsOf(field, generic, names).filter((column) => !taken.has(column));
    if (found.length > 0) mapping[field] = found.slice(0, several.has(field) ? found.length : 1);
    for (const column of mapping[field] ?? []) taken.add(column);
  }
  const unmapped = names.flatMap((name, column) => (taken.has(column) || name === '' ? [] : [column]));
  return { tracker: own.id, mapping, unmapped, signature: tracker?.signature ?? [] };
}

/** Fields that may draw on several columns at once. */
const several: ReadonlySet<BacklogField> = new Set(['labels', 'linkedKeys', 'title', 'closedOn']);

const generic: Tracker = trackers.at(-1) ?? { id: 'generic', signature: [], fields: {} };

function columnsOf(field: BacklogField, tracker: Tracker, names: readonly string[]): number[] {
  const wanted = tracker.fields[field]?.split('|') ?? [];
  if (several.has(field) && tracker.id !== 'generic') {
    return names.flatMap((name, column) => (wanted.some((candidate) => fits(name, candidate)) ? [column] : []));
  }
  for (const candidate of wanted) {
    const found = names.flatMap((name, column) => (fits(name, candidate) ? [column] : []));
    // Jira repeats the name of a column for each value of a list.
    if (found.length > 0) return several.has(field) || field === 'functionText' ? found : found.slice(0, 1);
  }
  return [];
}

function fits(name: string, wanted: string): boolean {
  return wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
}
