/** What of a text changed, between the words that it begins and ends with as before. */

/** A text in three parts; the middle one is what changed. */
export type ChangedPart = {
  readonly head: string;
  readonly before: string;
  readonly after: string;
  readonly tail: string;
};

/** Parts two versions of a text by whole words. */
export function changedPart(before: string, after: string): ChangedPart {
  const old = words(before);
  const now = words(after);
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  return {
    head: old.slice(0, start).join(''),
    before: old.slice(start, old.length - end).join(''),
    after: now.slice(start, now.length - end).join(''),
    tail: old.slice(old.length - end).join(''),
  };
}

function words(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/gu) ?? [];
}
