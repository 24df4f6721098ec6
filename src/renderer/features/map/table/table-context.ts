/** What cells and their editors ask the table for. */
import { createContext, useContext } from 'react';

/** The table as its cells see it; the same object as long as the table is shown. */
export type TableHands = {
  /** Ends editing; the cell has the focus again. */
  readonly stop: () => void;
  /** Ends editing and goes to the next cell, or back. */
  readonly leave: (back: boolean) => void;
  /** Opens the menu of the row that an element is in, hung on that element. */
  readonly menu: (anchor: HTMLElement) => void;
};

/** The table around a cell. */
export const TableContext = createContext<TableHands | null>(null);

/** The table's hands. */
export function useTable(): TableHands {
  const table = useContext(TableContext);
  if (table === null) throw new Error('outside of the table');
  return table;
}
