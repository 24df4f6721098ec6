/** What a backlog that was read becomes: new items, items brought up to date by key, and items that are gone from the export. */
import type { BacklogItem as ReadItem, Mapping, Reading } from '../../shared/api/import-types.ts';
import { describeImportNote } from '../../shared/api/import-notes.ts';
import { matchBacklog } from '../../shared/analysis/backlog-match.ts';
import { foldText } from '../../shared/lib/text.ts';
import type { Kit } from '../../shared/method/kit.ts';
import { type Change, insertRow, updateRow } from '../../shared/model/change.ts';
import type { BacklogItem, ClientData } from '../../shared/model/index.ts';
import { handMade } from '../../shared/model/source.ts';
import type { MadeImport } from './made-import.ts';
import { oneLine } from './one-line.ts';

/** Input of `backlogChanges`. */
export type BacklogImport = {
  readonly fileName: string;
  readonly digest: string;
  readonly reading: Reading;
  readonly items: readonly ReadItem[];
  readonly mapping: Mapping;
  /** Day of the export; the latest day that its items name when it is not given. */
  readonly exportedOn: string | null;
  readonly engagement: string;
  readonly data: ClientData;
  readonly kit: Kit;
  readonly today: string;
  readonly newId: () => string;
};

type ItemFields = Omit<
  BacklogItem,
  'id' | 'engagement' | 'keepsLightsOn' | 'basis' | 'judged' | 'newAtReview' | 'goneOn'
>;

/** The changes that store a backlog. Marks and links that people set on known items are kept. */
export function backlogChanges(input: BacklogImport): MadeImport {
  const { data, engagement, newId, items } = input;
  const before = data.source.find((source) => source.kind === 'backlog' && source.format !== handMade);
  const source = before?.id ?? newId();
  const exportedOn = input.exportedOn ?? latestDay(items, input.today);
  const facts = {
    engagement,
    kind: 'backlog' as const,
    title: before?.title ?? oneLine(`Backlog (${input.fileName})`),
    importedOn: input.today,
    exportedOn,
    fileName: oneLine(input.fileName),
    format: input.reading.tracker,
    digest: input.digest,
    notes: input.reading.notes.map(describeImportNote),
    mapping: Object.entries(input.mapping).map(([field, columns]) => ({ field, column: (columns ?? []).join(',') })),
  };
  const changes: Change[] = [
    before === undefined ? insertRow('source', source, facts) : updateRow('source', source, facts),
  ];
  const functionOf = functionFinder(input.kit);
  const { added, closed, changed, unchanged, ...rest } = matchBacklog(
    data.backlogItem,
    items.map((item) => itemFields(item, source, functionOf)),
  );
  // Only the export that had an item can lose it.
  const gone = rest.gone.filter((item) => item.source === source);
  const isFirst = before === undefined;
  for (const item of added) {
    const own = { engagement, judged: isFirst, newAtReview: !isFirst };
    changes.push(insertRow('backlogItem', newId(), Object.assign(item, own)));
  }
  for (const { old, item } of [...closed, ...changed, ...unchanged]) {
    // What an earlier import brought is no longer new, and what had gone is back.
    const different = Object.entries({ ...item, goneOn: null, newAtReview: false }).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name as keyof BacklogItem]),
    );
    // A function that a person chose stays when the tracker's team has no name of its own in the kit.
    const kept = different.filter(([name, value]) => name !== 'function' || value !== null);
    if (kept.length > 0) changes.push(updateRow('backlogItem', old.id, Object.fromEntries(kept)));
  }
  for (const item of gone) changes.push(updateRow('backlogItem', item.id, { goneOn: exportedOn }));
  return {
    changes,
    imported: {
      source,
      passages: 0,
      decisions: 0,
      items: added.length,
      updated: closed.length + changed.length + unchanged.length,
      closed: closed.length,
      changed: changed.length,
      gone: gone.length,
      leftOut: input.reading.leftOutCount,
      notes: [...input.reading.notes],
    },
  };
}

function itemFields(item: ReadItem, source: string, functionOf: (team: string) => string | null): ItemFields {
  // Field by field, since there are thousands of items and copying an object without one of its fields takes far longer.
  return {
    source,
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
    epicKey: oneLine(item.epicKey),
    function: functionOf(item.functionText),
  };
}

/** A team belongs to the function of the kit that has its name, or whose name it begins with. */
function functionFinder(kit: Kit): (team: string) => string | null {
  const functions = kit.content.functions.map(({ id, name }) => ({ id, name: foldText(name) }));
  const found = new Map<string, string | null>();
  return (team) => {
    const known = found.get(team);
    if (known !== undefined) return known;
    const folded = foldText(team).trim();
    const match =
      functions.find(({ name }) => name === folded) ??
      functions.find(({ name }) => folded.startsWith(`${name} `)) ??
      null;
    found.set(team, match?.id ?? null);
    return match?.id ?? null;
  };
}

function latestDay(items: readonly ReadItem[], today: string): string {
  let latest = '';
  for (const { createdOn, updatedOn, closedOn } of items) {
    for (const day of [createdOn, updatedOn, closedOn]) if (day !== null && day > latest && day <= today) latest = day;
  }
  return latest === '' ? today : latest;
}
