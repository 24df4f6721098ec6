/** Stops a text whose row never ends before a reader cuts it into millions of cells. */
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';

/** Looks at a text piece by piece and throws as soon as one row is longer than a table's can be. */
export function watchRows(delimiter?: string): (piece: Buffer | string) => void {
  let length = 0;
  return (piece) => {
    const lineEnd = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('\r'));
    length = lineEnd < 0 ? length + piece.length : piece.length - lineEnd - 1;
    if (length > limits.rowBytes)
      throw new Refusal('import-too-many', {
        limit: limits.rowBytes / 1_000_000,
        what: 'million characters in one row',
      });
    if (delimiter === undefined || lineEnd >= 0 || piece.length < limits.fieldBytes || piece.includes('"')) return;
    // Without a quotation mark each of them ends a cell, or else the cell around them is too large by itself.
    if (hasMore(piece, delimiter, limits.columns))
      throw new Refusal('import-too-many', { limit: limits.columns, what: 'columns' });
  };
}

function hasMore(piece: Buffer | string, sign: string, limit: number): boolean {
  let found = 0;
  for (let at = piece.indexOf(sign); at >= 0; at = piece.indexOf(sign, at + 1)) if (++found > limit) return true;
  return false;
}
