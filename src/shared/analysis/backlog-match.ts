/** What changed in the client's list of work between two exports, by key. */
import { fingerprint } from '../lib/fingerprint.ts';
import type { BacklogItem } from '../model/index.ts';

/** Fields of an item that its tracker owns. The rest was judged here and survives an import. */
export type TrackedField = (typeof trackedFields)[number];

/** An item as an export gives it. A field that the export does not have is left out and changes nothing. */
export type IncomingItem = Pick<BacklogItem, 'key'> & Partial<Pick<BacklogItem, TrackedField>>;

/** An item of both exports. */
export type MatchedItem<N extends IncomingItem = IncomingItem> = {
  readonly old: BacklogItem;
  readonly item: N;
  /** Fields that differ, the day of the last update included. */
  readonly fields: readonly TrackedField[];
};

/** Every item of either export, in one of six ways. */
export type BacklogMatch<N extends IncomingItem = IncomingItem> = {
  readonly added: readonly N[];
  /** Open before, done or dropped now. */
  readonly closed: readonly MatchedItem<N>[];
  /** Done, dropped or gone before, open now. */
  readonly reopened: readonly MatchedItem<N>[];
  readonly changed: readonly MatchedItem<N>[];
  readonly unchanged: readonly MatchedItem<N>[];
  /** In the old export and no longer in the new one. */
  readonly gone: readonly BacklogItem[];
};

/**
 * Matches two exports by key. Of items with the same key the first counts and the others are new; an item without a key
 * matches nothing. Items that had gone before are gone still unless they come back: open they are reopened, else changed.
 * @param left fields that the export has no column for: where they are empty, nothing is said about them.
 */
export function matchBacklog<N extends IncomingItem>(
  old: readonly BacklogItem[],
  incoming: readonly N[],
  left: ReadonlySet<string> = new Set(),
): BacklogMatch<N> {
  const waiting = new Map<string, BacklogItem>();
  for (const item of old) {
    const key = item.key.trim();
    if (key !== '' && !waiting.has(key)) waiting.set(key, item);
  }
  const added: N[] = [];
  const matched: MatchedItem<N>[] = [];
  for (const item of incoming) {
    const key = item.key.trim();
    const before = waiting.get(key);
    if (before === undefined) added.push(item);
    else {
      waiting.delete(key);
      matched.push({ old: before, item, fields: changedFields(before, item, left) });
    }
  }
  const met = new Set(matched.map((one) => one.old.id));
  const isChanged = (one: MatchedItem<N>): boolean =>
    one.old.goneOn !== null || one.fields.some((field) => field !== 'updatedOn');
  const rest = matched.filter((one) => !isClosed(one) && !isReopened(one));
  return {
    added,
    closed: matched.filter(isClosed),
    reopened: matched.filter(isReopened),
    changed: rest.filter(isChanged),
    unchanged: rest.filter((one) => !isChanged(one)),
    gone: old.filter((item) => !met.has(item.id) && item.goneOn === null),
  };
}

/** Fields of an item that are read each from a column of its own name; title and status have rules of their own. */
export const plainFields = [
  'description',
  'type',
  'effort',
  'createdOn',
  'updatedOn',
  'startOn',
  'startedOn',
  'closedOn',
  'dueOn',
  'assignee',
  'functionText',
  'parentKey',
  'parentTitle',
  'epicKey',
  'initiative',
  'linkedKeys',
  'labels',
  'link',
] as const satisfies readonly (keyof BacklogItem)[];

const trackedFields = ['title', 'status', 'statusText', ...plainFields] as const;

const isOpen = (status: BacklogItem['status'] | undefined): boolean => status === 'todo' || status === 'progress';

function isClosed({ old, item }: MatchedItem): boolean {
  return old.goneOn === null && isOpen(old.status) && item.status !== undefined && !isOpen(item.status);
}

function isReopened({ old, item }: MatchedItem): boolean {
  const now = item.status ?? old.status;
  return isOpen(now) && (old.goneOn !== null || !isOpen(old.status));
}

function changedFields(old: BacklogItem, item: IncomingItem, left: ReadonlySet<string>): TrackedField[] {
  return trackedFields.filter((field) => {
    const now = item[field];
    if (left.has(field) && (now === null || now === '' || (Array.isArray(now) && now.length === 0))) return false;
    return now !== undefined && fingerprint(comparable(now)) !== fingerprint(comparable(old[field]));
  });
}

/** Lists of a tracker have no order of their own. */
function comparable(value: string | number | null | readonly string[]): string | number | null | readonly string[] {
  return typeof value === 'object' && value !== null ? value.toSorted() : value;
}
