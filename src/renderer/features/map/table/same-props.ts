/** When a row need not be drawn again. */

/** Whether all properties are the same, lists by what is in them. */
export function sameProps<P extends object>(before: P, after: P): boolean {
  const names = Object.keys(after) as (keyof P)[];
  return names.length === Object.keys(before).length && names.every((name) => isSame(before[name], after[name]));
}

function isSame(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return false;
  return before.every((one, at) => Object.is(one, after[at]));
}
