/** Digests of rows, and their sum over a table: what shows a cell, a row or a copy that the write path did not write. */
import { hash } from 'node:crypto';
import type { SqlValue } from './database.ts';
import type { Column } from './migrations/migration.ts';

/** How many rows a table has and the order-free sum of their digests, modulo 2^128. */
export type Tally = { readonly rows: number; readonly sum: bigint };

/** The tally of an empty table. */
export const emptyTally: Tally = { rows: 0, sum: 0n };

/**
 * SHA-256 of a row, cut to 16 bytes. Cells that hold their column's initial value are left out, so that a column added later
 * changes no digest.
 */
export function rowDigest(table: string, id: string, columns: readonly Column[], cells: readonly SqlValue[]): Buffer {
  const parts: (string | number | null)[] = [table, id];
  columns.forEach((column, index) => {
    const cell = cells[index] ?? null;
    if (isInitial(column, cell)) return;
    parts.push(column.column, typeof cell === 'object' && cell !== null ? hash('sha256', cell) : cell);
  });
  return hash('sha256', JSON.stringify(parts), 'buffer').subarray(0, 16);
}

/** Whether a cell holds what its column starts with. */
export function isInitial(column: Column, cell: SqlValue): boolean {
  if (Buffer.isBuffer(cell)) return cell.length === 0;
  return cell === column.initial && (cell !== null || column.nullable);
}

/** A tally with one digest more. */
export function withDigest(tally: Tally, digest: Buffer): Tally {
  return { rows: tally.rows + 1, sum: wrap(tally.sum + toNumber(digest)) };
}

/** A tally with one digest less. */
export function withoutDigest(tally: Tally, digest: Buffer): Tally {
  return { rows: tally.rows - 1, sum: wrap(tally.sum - toNumber(digest)) };
}

/** The sum as it is stored. */
export function sumToBytes(sum: bigint): Buffer {
  return Buffer.from(sum.toString(16).padStart(32, '0'), 'hex');
}

/** The sum as it was stored. */
export function sumFromBytes(bytes: Buffer): bigint {
  return toNumber(bytes);
}

function toNumber(bytes: Buffer): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${bytes.toString('hex')}`);
}

function wrap(sum: bigint): bigint {
  return BigInt.asUintN(128, sum);
}
