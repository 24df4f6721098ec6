/** What is kept beside each line of the notes: the key of the evidence that it is, and when it was first typed. */

/** The entry of a line. */
export type LineEntry = {
  /** Key under which a piece of evidence knows the line; empty while it is none. */
  readonly key: string;
  /** Moment in UTC, to the second; null where no clock ran. */
  readonly at: string | null;
};

/** The entry of a line that has nothing beside it. */
export const noEntry: LineEntry = { key: '', at: null };

/** Reads the field: one entry for each line of the notes, the last ones missing where they are empty. */
export function parseEntries(lines: string): LineEntry[] {
  if (lines === '') return [];
  return lines.split('\n').map((entry) => {
    if (entry === '') return noEntry;
    const parts = entry.split(' ');
    return {
      key: parts.find((part) => !part.includes(':')) ?? '',
      at: parts.find((part) => part.includes(':')) ?? null,
    };
  });
}

/** Writes the field. */
export function writeEntries(entries: readonly LineEntry[]): string {
  return entries
    .map(({ key, at }) => (at === null ? key : key === '' ? at : `${key} ${at}`))
    .join('\n')
    .trimEnd();
}

/** A key that none of those in use is. */
export function freshKey(taken: readonly string[]): string {
  const last = taken.reduce((highest, key) => Math.max(highest, Number.parseInt(key, 36) || 0), 0);
  return (last + 1).toString(36);
}
