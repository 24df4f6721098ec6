/** Makes the references between items name keys, and keeps one item per key. */
import type { Reading } from '../../../../shared/api/import-types.ts';
import type { Draft } from './item.ts';

/** What stays, and what gave way to a later row of the same key. */
export type Unique = {
  readonly drafts: readonly Draft[];
  readonly earlier: readonly Draft[];
  readonly duplicates: Reading['duplicates'];
};

/** Of rows with one key the last wins, since exports are appended to; keys made from content are told apart by a number. */
export function keepLast(drafts: readonly Draft[]): Unique {
  const byKey = new Map<string, Draft>();
  const lines = new Map<string, number[]>();
  // The last number per base, so that many rows without a key and of the same words do not each count from the start.
  const numbers = new Map<string, number>();
  const earlier: Draft[] = [];
  for (const draft of drafts) {
    if (draft.madeKey) {
      const base = draft.item.key;
      let number = numbers.get(base) ?? 1;
      while (byKey.has(draft.item.key)) draft.item.key = `${base}-${++number}`;
      numbers.set(base, number);
    }
    const { key, line } = draft.item;
    const before = byKey.get(key);
    if (before !== undefined) {
      earlier.push(before);
      byKey.delete(key); // so that the item takes the place of its last row
      const own = lines.get(key);
      if (own === undefined) lines.set(key, [before.item.line, line]);
      else own.push(line);
    }
    byKey.set(key, draft);
  }
  return {
    drafts: [...byKey.values()],
    earlier,
    duplicates: [...lines].slice(0, 1000).map(([key, own]) => ({ key, lines: own })),
  };
}

/** Trackers refer to parents by key, by a second number or by title; the last only counts when it is unique. */
export function resolveReferences(drafts: readonly Draft[]): void {
  const keys = new Set(drafts.map(({ item }) => item.key));
  const byId = new Map(drafts.flatMap(({ id, item }) => (id === '' ? [] : [[id, item.key] as const])));
  let byTitle: Map<string, string | null> | null = null;
  const title = (reference: string): string | null => (byTitle ??= titles(drafts)).get(reference) ?? null;
  const resolve = (reference: string): string =>
    reference === '' || keys.has(reference) ? reference : (byId.get(reference) ?? title(reference) ?? reference);
  for (const { item } of drafts) {
    item.parentKey = resolve(item.parentKey);
    item.epicKey = resolve(item.epicKey);
    if (item.linkedKeys.length > 0) item.linkedKeys = item.linkedKeys.map(resolve);
  }
}

/** Title → key; null for a title that several items share. */
function titles(drafts: readonly Draft[]): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const { item } of drafts) found.set(item.title, found.has(item.title) ? null : item.key);
  return found;
}
