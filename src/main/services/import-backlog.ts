/** What a backlog that was read becomes: new items, items brought up to date by key, and items that are gone from the export. */
import type { BacklogItem as ReadItem, Mapping, Reading, ReadOptions } from '../../shared/api/import-types.ts';
import { describeImportNote } from '../../shared/api/import-notes.ts';
import { type BacklogMatch, matchBacklog, plainFields } from '../../shared/analysis/backlog-match.ts';
import type { Kit } from '../../shared/method/kit.ts';
import { type Change, insertRow, updateRow } from '../../shared/model/change.ts';
import type { BacklogItem, ClientData, Source } from '../../shared/model/index.ts';
import { handMade } from '../../shared/model/source.ts';
import { functionFinder } from './import-functions.ts';
import { exportedBacklogs, memoryOf } from './import-memory.ts';
import type { MadeImport } from './made-import.ts';
import { oneLine } from './one-line.ts';

/** Input of `backlogChanges`. */
export type BacklogImport = {
  readonly fileName: string;
  readonly digest: string;
  readonly reading: Reading;
  readonly items: readonly ReadItem[];
  readonly mapping: Mapping;
  /** How it was read by hand; left out where nobody looked. */
  readonly options?: ReadOptions | undefined;
  /** Functions of teams, as people said. */
  readonly functions: Readonly<Record<string, string | null>>;
  /** Day of the export; the latest day that its items name when it is not given. */
  readonly exportedOn: string | null;
  /** The source that it brings up to date; null makes a new one, and without a word the one whose keys it has. */
  readonly into?: string | null | undefined;
  readonly author: string;
  readonly finding: string;
  readonly engagement: string;
  readonly data: ClientData;
  readonly kit: Kit;
  readonly today: string;
  readonly newId: () => string;
};

/** Fields of an item that an export gives. */
export type ItemFields = Omit<
  BacklogItem,
  'id' | 'engagement' | 'source' | 'keepsLightsOn' | 'basis' | 'judged' | 'newAtReview' | 'goneOn'
>;

/** An export against the backlog that it brings up to date. */
export type Compared = {
  readonly before: Source | null;
  readonly exportedOn: string;
  readonly match: BacklogMatch<ItemFields>;
};

/** Finds out what an export changes; writes nothing. */
export function compareBacklog(input: Omit<BacklogImport, 'newId'>): Compared {
  const { data, items } = input;
  const before = sourceOf(input);
  const functionOf = functionFinder(input.kit, input.functions);
  const byHand = new Set(data.source.filter(({ format }) => format === handMade).map(({ id }) => id));
  // Keys of another tracker mean other work; an item that was written by hand may have come into the tracker meanwhile.
  const old = data.backlogItem.filter(({ source }) => source === before?.id || byHand.has(source));
  const match = matchBacklog(
    old,
    items.map((item) => itemFields(item, functionOf)),
    new Set(emptyFields(input.mapping)),
  );
  return {
    before,
    // An export is no older than the one before, whatever days its items name.
    exportedOn:
      input.exportedOn ?? [latestDay(items, input.today), before?.exportedOn ?? ''].toSorted().at(-1) ?? input.today,
    // Only the export that had an item can lose it.
    match: { ...match, gone: match.gone.filter((item) => item.source === before?.id) },
  };
}

/** The changes that store a backlog. Marks and links that people set on known items are kept. */
export function backlogChanges(input: BacklogImport): MadeImport {
  const { engagement, newId } = input;
  const { before, exportedOn, match } = compareBacklog(input);
  const source = before?.id ?? newId();
  const isFirst = before === null;
  const isSame = before !== null && before.digest === input.digest;
  const changes: Change[] = [];
  for (const item of match.added) {
    changes.push(
      insertRow(
        'backlogItem',
        newId(),
        Object.assign(item, { source, engagement, judged: isFirst, newAtReview: !isFirst }),
      ),
    );
  }
  const left = new Set(emptyFields(input.mapping));
  for (const { old, item } of [...match.closed, ...match.reopened, ...match.changed, ...match.unchanged]) {
    // What an earlier import brought is no longer new, and what had gone is back.
    const now = { ...item, goneOn: null, ...(isSame ? {} : { newAtReview: false }) };
    const different = Object.entries(now).filter(
      ([name, value]) =>
        JSON.stringify(value) !== JSON.stringify(old[name as keyof BacklogItem]) && !(left.has(name) && isEmpty(value)),
    );
    // A function that a person chose stays when the tracker's team has no name of its own in the kit.
    const kept = different.filter(([name, value]) => name !== 'function' || value !== null);
    if (kept.length > 0) changes.push(updateRow('backlogItem', old.id, Object.fromEntries(kept)));
  }
  for (const item of match.gone) changes.push(updateRow('backlogItem', item.id, { goneOn: exportedOn }));
  const counts = {
    closed: match.closed.length,
    reopened: match.reopened.length,
    changed: match.changed.length,
    gone: match.gone.length,
  };
  // The same file once more, read the same way, is nothing new.
  const facts = sourceFacts(input, exportedOn, before);
  if (changes.length > 0 || !isSame || !isKnown(before, facts)) {
    changes.unshift(isFirst ? insertRow('source', source, facts) : updateRow('source', source, facts));
    if (!isFirst && !isSame)
      changes.push(
        insertRow('comparison', newId(), {
          engagement,
          source,
          on: input.today,
          author: oneLine(input.author),
          finding: input.finding.trim(),
          exportedOn,
          added: match.added.length,
          ...counts,
        }),
      );
  }
  return {
    changes,
    imported: {
      source,
      passages: 0,
      decisions: 0,
      items: match.added.length,
      updated: counts.closed + counts.reopened + counts.changed + match.unchanged.length,
      ...counts,
      leftOut: input.reading.leftOutCount,
      notes: [...input.reading.notes],
    },
  };
}

function sourceFacts(input: BacklogImport, exportedOn: string, before: Source | null) {
  return {
    engagement: input.engagement,
    kind: 'backlog' as const,
    title: before?.title ?? oneLine(`Backlog (${input.fileName})`),
    importedOn: input.today,
    exportedOn,
    fileName: oneLine(input.fileName),
    format: input.reading.tracker,
    digest: input.digest,
    notes: input.reading.notes.map(describeImportNote),
    ...memoryOf(input.reading.columns, input.mapping, input.options, input.functions),
  };
}

/** Whether a source says all that already, whatever the file was called and whenever it was taken in. */
function isKnown(before: Source, facts: ReturnType<typeof sourceFacts>): boolean {
  return Object.entries(facts).every(
    ([name, value]) =>
      ['importedOn', 'fileName', 'notes'].includes(name) ||
      JSON.stringify(value) === JSON.stringify(before[name as keyof Source]),
  );
}

/** The backlog whose keys an export has; one that shares none of them is another backlog. */
function sourceOf({ data, digest, into, items, reading }: Omit<BacklogImport, 'newId'>): Source | null {
  const sources = exportedBacklogs(data);
  if (into !== undefined) return sources.find(({ id }) => id === into) ?? null;
  const keys = new Set(items.map(({ key }) => key.trim()));
  const shares = sources.map((source) => {
    const own = data.backlogItem.filter((item) => item.source === source.id);
    const both = own.filter(({ key }) => keys.has(key.trim())).length;
    return { source, share: both / Math.max(1, Math.min(own.length, keys.size)), none: own.length === 0 };
  });
  const fitting = shares.filter(
    ({ share, source, none }) =>
      share >= 0.1 || source.digest === digest || (none && source.format === reading.tracker),
  );
  return fitting.toSorted((a, b) => b.share - a.share)[0]?.source ?? null;
}

function itemFields(item: ReadItem, functionOf: (team: string) => string | null): ItemFields {
  // Field by field, since there are thousands of items and copying an object without one of its fields takes far longer.
  return {
    description: item.description,
    status: item.status,
    effort: item.effort,
    createdOn: item.createdOn,
    updatedOn: item.updatedOn,
    startOn: item.startOn,
    startedOn: item.startedOn,
    closedOn: item.closedOn,
    dueOn: item.dueOn,
    linkedKeys: item.linkedKeys,
    labels: item.labels,
    key: oneLine(item.key),
    title: oneLine(item.title),
    statusText: oneLine(item.statusText),
    type: oneLine(item.type),
    assignee: oneLine(item.assignee),
    functionText: oneLine(item.functionText),
    parentKey: oneLine(item.parentKey),
    parentTitle: oneLine(item.parentTitle),
    epicKey: oneLine(item.epicKey),
    initiative: oneLine(item.initiative),
    link: item.link,
    function: functionOf(item.functionText),
  };
}

/** Fields that no column was taken in for: what they hold here stays as it is. */
function emptyFields(mapping: Mapping): string[] {
  const given = new Set(Object.keys(mapping));
  return [...plainFields.filter((field) => !given.has(field)), ...(given.has('status') ? [] : ['statusText'])];
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0);
}

function latestDay(items: readonly ReadItem[], today: string): string {
  let latest = '';
  for (const { createdOn, updatedOn, closedOn } of items) {
    for (const day of [createdOn, updatedOn, closedOn]) if (day !== null && day > latest && day <= today) latest = day;
  }
  return latest === '' ? today : latest;
}
