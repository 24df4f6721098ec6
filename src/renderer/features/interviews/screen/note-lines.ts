/** Lines of the notes: which one is meant when something is marked, and how one goes from line to line. */

/** A stretch of a text by its offsets. */
export type Stretch = { readonly from: number; readonly to: number };

/** The words that a mark is about: the selection, else the line of the caret, else the last line before it with words. */
export function markedStretch(text: string, from: number, to: number): Stretch | null {
  const chosen = trimmed(text, from, to);
  if (chosen !== null) return chosen;
  for (let line = lineAt(text, from); ; line = lineAt(text, line.from - 1)) {
    const words = trimmed(text, line.from, line.to);
    if (words !== null || line.from === 0) return words;
  }
}

/** The line above or below a stretch that has words; null where there is none. */
export function neighbourLine(text: string, from: number, to: number, step: 1 | -1): Stretch | null {
  let line = lineAt(text, step < 0 ? from : to);
  // The first step takes the line itself when nothing of it is selected yet.
  if (from === to) {
    const own = trimmed(text, line.from, line.to);
    if (own !== null) return own;
  }
  for (;;) {
    const next = step < 0 ? line.from - 1 : line.to + 1;
    if (next < 0 || next > text.length) return null;
    line = lineAt(text, next);
    const words = trimmed(text, line.from, line.to);
    if (words !== null) return words;
  }
}

function lineAt(text: string, at: number): Stretch {
  const place = Math.max(0, Math.min(text.length, at));
  const end = text.indexOf('\n', place);
  return { from: text.lastIndexOf('\n', place - 1) + 1, to: end < 0 ? text.length : end };
}

function trimmed(text: string, from: number, to: number): Stretch | null {
  const part = text.slice(from, to);
  const start = part.length - part.trimStart().length;
  const words = part.trim();
  return words === '' ? null : { from: from + start, to: from + start + words.length };
}
