/** Numbers as the tests write them. */

/** Null for an empty text, undefined for what is no number. */
export function readNumber(text: string): number | null | undefined {
  const bare = text.trim();
  if (bare === '') return null;
  return /^-?\d+(?:\.\d+)?$/u.test(bare) ? Number(bare) : undefined;
}
