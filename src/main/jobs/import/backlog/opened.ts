/** A backlog of any format, before its rows are read. */
import type { ImportNote } from '../../../../shared/api/import-notes.ts';
import type { ImportReason } from '../../../../shared/api/import-reasons.ts';
import type { Dialect } from '../../../../shared/api/import-types.ts';
import type { RowListener } from './rows.ts';

/** How a table is cut, as far as that is known before its rows are. */
type Cut = Omit<Dialect, 'headerLine' | 'quotes'>;

/** A table before its rows are read; `rows` reads them from the start each time. */
export type OpenTable = {
  readonly cut: Cut;
  readonly encodingConfidence: number;
  readonly sheets: readonly string[];
  readonly reasons: readonly ImportReason[];
  readonly notes: readonly ImportNote[];
  rows(quotes: Dialect['quotes'], onRow: RowListener): Promise<void>;
};
