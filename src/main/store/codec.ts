/** Values of the model to cells of a table and back. */
import type { FieldKind } from '../../shared/model/define.ts';
import type { SqlValue } from './database.ts';

/** The cell that holds a valid value of a field. */
export function toCell(kind: FieldKind, value: unknown): SqlValue {
  if (kind === 'flag') return value === true ? 1 : 0;
  if (kind === 'list') return JSON.stringify(value);
  if (kind === 'bytes') return Buffer.from(String(value), 'base64');
  if (typeof value === 'string' || typeof value === 'number') return value;
  return null;
}

/** The value that a cell holds. A list that is no JSON reads as empty: its digest tells that it is damaged. */
export function fromCell(kind: FieldKind, cell: SqlValue): unknown {
  if (kind === 'flag') return cell === 1;
  if (kind === 'list') return parseList(cell);
  if (Buffer.isBuffer(cell)) return cell.toString('base64');
  return cell;
}

/** Large texts and bytes are fetched when shown; everywhere else they read as ''. */
export function isLong(kind: FieldKind): boolean {
  return kind === 'large' || kind === 'bytes';
}

function parseList(cell: SqlValue): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(String(cell));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
