/** How the ledger was left, as long as the file is open in this window. */
import type { ClientFileView } from '../../data/client-file.ts';
import { type LedgerFilter, wholeLedger } from './ledger-filter.ts';
import type { LedgerGroup, LedgerOrder } from './ledger-lines.ts';

/** What is shown of the ledger, and how. */
export type LedgerView = {
  readonly filter: LedgerFilter;
  readonly order: LedgerOrder;
  readonly group: LedgerGroup;
  /** All filters are shown, not only the commonest. */
  readonly more: boolean;
  readonly selected: string | null;
  /** Pairs of pieces that somebody said are not the same. */
  readonly different: ReadonlySet<string>;
};

const start: LedgerView = {
  filter: wholeLedger,
  order: 'newest',
  group: 'none',
  more: false,
  selected: null,
  different: new Set(),
};
const views = new WeakMap<ClientFileView, LedgerView>();

/** The view of the ledger as it was left; the whole ledger at the first visit. */
export function rememberedLedger(file: ClientFileView): LedgerView {
  return views.get(file) ?? start;
}

/** Keeps the view of the ledger. */
export function rememberLedger(file: ClientFileView, view: LedgerView): void {
  views.set(file, view);
}
