/** A heat map as a table: arrows go from cell to cell, Enter opens what is behind one. */
import type { ElementId } from '../../../shared/method/kit-schema.ts';
import { useKit } from '../../data/hooks.ts';
import { showNumber, showPercent } from '../../parts/format.ts';
import { CheckMark } from '../../ui/check-mark.tsx';
import { useGrid } from '../../ui/use-grid.ts';
import { elementName, type HeatLine, heatLevel } from './heat-lines.ts';
import styles from './heat.module.css';

/** A column: an element, or one of the two that stand beside the pulse of a function. */
export type HeatColumn = ElementId | 'recall' | 'work';

/** A cell that was chosen. */
export type HeatChoice = { readonly line: HeatLine; readonly column: HeatColumn };

/** Draws the map; `note` says beside a row what becomes of it outside. */
export function HeatTable({
  label,
  lines,
  withWork,
  widest,
  onOpen,
  note,
  unheard = [],
}: {
  label: string;
  lines: readonly HeatLine[];
  /** Columns of recall and own work. */
  withWork: boolean;
  widest: { readonly line: string; readonly element: ElementId } | null;
  onOpen: (choice: HeatChoice) => void;
  note?: (line: HeatLine) => string | null;
  /** Names of functions or levels of which nobody was heard. */
  unheard?: readonly string[];
}) {
  const kit = useKit();
  const elements = kit.content.elements;
  const columns: readonly HeatColumn[] = [
    ...elements.map(({ id }) => id),
    ...(withWork ? (['recall', 'work'] as const) : []),
  ];
  const lineOf = (id: string): HeatLine | undefined => lines.find((line) => line.id === id);
  const open = (id: string, column: HeatColumn): void => {
    const line = lineOf(id);
    if (line !== undefined) onOpen({ line, column });
  };
  const grid = useGrid<string, HeatColumn>({
    label,
    rows: lines.map((line) => line.id),
    columns,
    tab: 'leave',
    canEdit: () => false,
    onKey: (event, cell) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!plain || (event.key !== 'Enter' && event.key !== ' ' && event.key.toLowerCase() !== 'y')) return false;
      open(cell.row, cell.column);
      return true;
    },
  });
  return (
    <table className={styles.table} {...grid.gridProps} aria-rowcount={undefined} aria-colcount={undefined}>
      <colgroup>
        <col className={styles.nameColumn} />
        {elements.map(({ id }) => (
          <col key={id} className={styles.heatColumn} />
        ))}
        <col className={styles.countColumn} />
        {withWork ? (
          <>
            <col className={styles.shareColumn} />
            <col />
          </>
        ) : (
          <col />
        )}
      </colgroup>
      <thead>
        <tr>
          <td />
          {elements.map(({ id }) => (
            <th scope="col" key={id} className={styles.heatHead}>
              {elementName(kit, id)}
            </th>
          ))}
          <th scope="col" className={styles.right}>
            n
          </th>
          {withWork ? (
            <>
              <th scope="col" className={styles.right}>
                Recall
              </th>
              <th scope="col" className={styles.right}>
                Own work traced
              </th>
            </>
          ) : (
            <td />
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} {...plainRow(grid.getRowProps(line.id))}>
            <th scope="row" className={styles.name}>
              {line.name}
            </th>
            {line.cells.map((cell) => {
              const isWidest = widest?.line === line.id && widest.element === cell.element;
              return (
                <td
                  key={cell.element}
                  {...plainCell(grid.getCellProps(line.id, cell.element))}
                  className={isWidest ? `${styles.heat} ${styles.widest}` : styles.heat}
                  data-level={cell.value === null ? undefined : heatLevel(cell.value)}
                  onClick={() => open(line.id, cell.element)}
                >
                  {cell.value === null ? (
                    <span className={styles.none}>no data</span>
                  ) : (
                    <>
                      {showNumber(Math.round(cell.value))}
                      {cell.n !== line.n && <span className={styles.n}> n {cell.n}</span>}
                    </>
                  )}
                </td>
              );
            })}
            <td className={styles.count}>{line.n}</td>
            {withWork ? (
              <WorkCells line={line} grid={grid} onOpen={open} />
            ) : (
              <td className={styles.note}>{note?.(line)}</td>
            )}
          </tr>
        ))}
        {unheard.length > 0 && (
          <tr>
            <th scope="row" className={styles.unheard}>
              Not heard yet
            </th>
            <td colSpan={elements.length} className={styles.unheardNames}>
              {unheard.join(', ')}
            </td>
            <td className={styles.count}>0</td>
            <td className={styles.right}>–</td>
            {withWork && <td className={styles.right}>–</td>}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function WorkCells({
  line,
  grid,
  onOpen,
}: {
  line: HeatLine;
  grid: ReturnType<typeof useGrid<string, HeatColumn>>;
  onOpen: (id: string, column: HeatColumn) => void;
}) {
  const { shared } = line;
  return (
    <>
      <td
        {...plainCell(grid.getCellProps(line.id, 'recall'))}
        className={styles.share}
        onClick={() => onOpen(line.id, 'recall')}
      >
        {shared === null || shared.recall === null ? (
          <span className={styles.faint}>not asked</span>
        ) : (
          showPercent(shared.recall)
        )}
      </td>
      <td
        {...plainCell(grid.getCellProps(line.id, 'work'))}
        className={styles.share}
        onClick={() => onOpen(line.id, 'work')}
      >
        {shared === null || shared.openItems === 0 ? (
          <span className={styles.faint}>no items</span>
        ) : (
          <span className={styles.flag}>
            {shared.flagged === true && <CheckMark kind="warning" />}
            {showPercent(shared.traced.share)}
          </span>
        )}
      </td>
    </>
  );
}

/** The place among rows and columns is told by the table itself: it has more of both than arrows come to. */
function plainRow({ role }: { role: 'row' }): { role: 'row' } {
  return { role };
}

function plainCell<Props extends { readonly 'aria-colindex': number }>({ 'aria-colindex': _at, ...props }: Props) {
  return props;
}
