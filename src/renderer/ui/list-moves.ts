/** How a list is walked when some of its rows are only headings. */

/** The row after a key, past headings; null when the key does not move. */
export function moveInList(
  key: string,
  at: number,
  count: number,
  page: number,
  isHeading: (at: number) => boolean,
): number | null {
  switch (key) {
    case 'ArrowDown':
      return seek(at + 1, 1, count, isHeading) ?? held(at, count, isHeading);
    case 'ArrowUp':
      return at < 0 ? seek(count - 1, -1, count, isHeading) : (seek(at - 1, -1, count, isHeading) ?? at);
    case 'Home':
      return seek(0, 1, count, isHeading);
    case 'End':
      return seek(count - 1, -1, count, isHeading);
    case 'PageDown': {
      const to = Math.min(count - 1, Math.max(0, at) + page);
      return seek(to, 1, count, isHeading) ?? seek(to, -1, count, isHeading);
    }
    case 'PageUp': {
      const to = Math.max(0, at - page);
      return seek(to, -1, count, isHeading) ?? seek(to, 1, count, isHeading);
    }
    default:
      return null;
  }
}

function held(at: number, count: number, isHeading: (at: number) => boolean): number | null {
  return at >= 0 && at < count && !isHeading(at) ? at : null;
}

function seek(from: number, step: 1 | -1, count: number, isHeading: (at: number) => boolean): number | null {
  for (let at = from; at >= 0 && at < count; at += step) if (!isHeading(at)) return at;
  return null;
}
