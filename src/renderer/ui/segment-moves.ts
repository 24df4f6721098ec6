/** How a row of cells is walked: arrows, Home and End over what there is, without going round. */

/** The place after a key, or null when the key does not move. */
export function moveAlong(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(count - 1, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** The digit that a key writes, 0 to 9, from the row of digits or the pad; null with a modifier. */
export function digitOf(event: { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^\d$/u.test(event.key)) return null;
  return Number(event.key);
}
