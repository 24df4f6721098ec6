/** The cells of a table of a document in their rows and columns. */
import type { ReactNode } from 'react';
import type { Passage } from '../../../../shared/model/index.ts';
import styles from './reader.module.css';

/** A passage with its place in the list of passages. */
export type Placed = { readonly passage: Passage; readonly at: number };

/** Passages that are shown together: the cells of one table, or one passage alone. */
export function groupPassages(passages: readonly Passage[]): readonly (readonly Placed[])[] {
  const groups: Placed[][] = [];
  for (const [at, passage] of passages.entries()) {
    const group = groups.at(-1);
    const before = group?.at(-1)?.passage;
    if (group !== undefined && passage.table !== null && before?.table === passage.table) group.push({ passage, at });
    else groups.push([{ passage, at }]);
  }
  return groups;
}

/** Draws a table; `draw` draws the words of a cell. A row lacks the cells that were empty. */
export function PassageTable({ cells, draw }: { cells: readonly Placed[]; draw: (cell: Placed) => ReactNode }) {
  const columns = Math.max(...cells.map(({ passage }) => passage.column ?? 0)) + 1;
  const rows = [...Map.groupBy(cells, ({ passage }) => passage.row ?? 0)];
  return (
    <table className={styles.table}>
      <tbody>
        {rows.map(([row, own]) => (
          <tr key={row}>
            {Array.from({ length: columns }, (_, column) => {
              const cell = own.find(({ passage }) => (passage.column ?? 0) === column);
              const words = cell === undefined ? null : draw(cell);
              return row === 0 ? <th key={column}>{words}</th> : <td key={column}>{words}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
