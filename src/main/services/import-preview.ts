/** What a backlog would become, in as many rows as a person looks at. */
import type { BacklogChange, BacklogPreview, ChangedItem } from '../../shared/api/backlog-preview.ts';
import type { BacklogItem as ReadItem, StatusClass } from '../../shared/api/import-types.ts';
import type { MatchedItem } from '../../shared/analysis/backlog-match.ts';
import type { BacklogItem } from '../../shared/model/index.ts';
import { backlogItem } from '../../shared/model/backlog-item.ts';
import { type BacklogImport, compareBacklog, type ItemFields } from './import-backlog.ts';
import { functionFinder } from './import-functions.ts';

const shownItems = 30;
const shownRows = 200;

/** The preview; nothing is written and no id is used up. */
export function previewBacklog(input: Omit<BacklogImport, 'newId'>): BacklogPreview {
  const { items, reading } = input;
  const functionOf = functionFinder(input.kit, input.functions);
  const compared = compareBacklog(input);
  return {
    items: items.slice(0, shownItems).map((item) => ({
      ...item,
      description: item.description.slice(0, 200).toWellFormed(),
      function: functionOf(item.functionText),
    })),
    itemCount: reading.itemCount,
    // What a person left out can always be taken in again.
    leftOut: reading.leftOut
      .toSorted((a, b) => Number(b.reason === 'by-hand') - Number(a.reason === 'by-hand'))
      .slice(0, shownRows),
    leftOutCount: reading.leftOutCount,
    duplicates: reading.duplicates.slice(0, shownRows),
    problems: reading.problems.slice(0, shownRows),
    notes: reading.notes,
    statuses: statusesOf(items),
    teams: tally(items, ({ functionText }) => functionText).map(([text, count]) => ({
      text,
      count,
      function: functionOf(text),
    })),
    exportedOn: compared.exportedOn,
    change: changeOf(input, compared),
  };
}

function changeOf(
  input: Omit<BacklogImport, 'newId'>,
  { before, match }: ReturnType<typeof compareBacklog>,
): BacklogChange | null {
  if (before === null) return null;
  const counts = {
    added: match.added.length,
    closed: match.closed.length,
    reopened: match.reopened.length,
    changed: match.changed.length,
    gone: match.gone.length,
    unchanged: match.unchanged.length,
  };
  const { unchanged: _, ...moves } = counts;
  return {
    source: before.id,
    title: before.title,
    exportedOn: before.exportedOn,
    same: before.digest === input.digest && Object.values(moves).every((count) => count === 0),
    counts,
    added: match.added.slice(0, shownRows).map(({ key, title }) => ({ key, title })),
    closed: match.closed.slice(0, shownRows).map(movesOf),
    reopened: match.reopened.slice(0, shownRows).map(movesOf),
    changed: match.changed.slice(0, shownRows).map(movesOf),
    gone: match.gone.slice(0, shownRows).map(({ key, title }) => ({ key, title })),
  };
}

function movesOf({ old, item, fields }: MatchedItem<ItemFields>): ChangedItem {
  const moved = fields.filter((field) => field !== 'updatedOn' || fields.length === 1);
  return {
    key: item.key,
    title: item.title,
    fields: [
      ...(old.goneOn === null ? [] : [{ field: 'In the export', before: `gone on ${old.goneOn}`, after: 'back' }]),
      ...moved.map((field) => ({
        field: backlogItem.fields[field].says,
        before: inWords(field, old[field]),
        after: inWords(field, item[field]),
      })),
    ],
  };
}

function inWords(field: keyof BacklogItem, value: string | number | null | readonly string[] | undefined): string {
  if (field === 'status') return backlogItem.fields.status.options?.[String(value)] ?? String(value);
  const text = typeof value === 'object' && value !== null ? value.join(', ') : String(value ?? '');
  return text.slice(0, 200).toWellFormed();
}

/** Each word of the tracker with the class that most of its items have. */
function statusesOf(items: readonly ReadItem[]): BacklogPreview['statuses'] {
  const classes = new Map<string, Map<StatusClass, number>>();
  for (const { statusText, status } of items) {
    const own = classes.get(statusText) ?? new Map<StatusClass, number>();
    classes.set(statusText, own.set(status, (own.get(status) ?? 0) + 1));
  }
  return tally(items, ({ statusText }) => statusText).map(([text, count]) => {
    const own = [...(classes.get(text) ?? [])].toSorted((a, b) => b[1] - a[1]);
    return { text, count, status: own[0]?.[0] ?? 'todo' };
  });
}

/** Texts by how often they come, the most frequent first, without the empty one. */
function tally(items: readonly ReadItem[], text: (item: ReadItem) => string): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const own = text(item);
    if (own !== '') counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, shownRows);
}
