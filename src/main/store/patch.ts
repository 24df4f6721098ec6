/** A text edit as one span: what stood at a place and what stands there now. Each patch can be taken back. */

/** One span of a text that was replaced. `at` counts UTF-16 units. */
export type Patch = { readonly at: number; readonly removed: string; readonly inserted: string };

/** The smallest span that differs, never cutting a surrogate pair in two. */
export function diffText(before: string, after: string): Patch {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start -= 1;
  let tail = 0;
  const room = shorter - start;
  while (tail < room && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail += 1;
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail -= 1;
  return {
    at: start,
    removed: before.slice(start, before.length - tail),
    inserted: after.slice(start, after.length - tail),
  };
}

/** The text after a patch, or null when the text is not the one that the patch was made for. */
export function applyPatch(text: string, patch: Patch): string | null {
  const end = patch.at + patch.removed.length;
  if (text.slice(patch.at, end) !== patch.removed) return null;
  return text.slice(0, patch.at) + patch.inserted + text.slice(end);
}

/** The patch that takes another one back. */
export function invertPatch(patch: Patch): Patch {
  return { at: patch.at, removed: patch.inserted, inserted: patch.removed };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd8_00 && unit <= 0xdb_ff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc_00 && unit <= 0xdf_ff;
}
