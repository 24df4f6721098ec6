/** The objections in the order in which they are answered. */
import type { LedgerRow } from './ledger-filter.ts';

/** Those without an answer first, each part as the ledger has it; what was withdrawn needs no answer. */
export function orderObjections(ledger: readonly LedgerRow[]): readonly LedgerRow[] {
  const all = ledger.filter(({ row, answer }) => !row.withdrawn && (row.objection || answer !== null));
  const waits = (one: LedgerRow): boolean => (one.answer?.disposition ?? null) === null;
  return [...all.filter(waits), ...all.filter((one) => !waits(one))];
}
