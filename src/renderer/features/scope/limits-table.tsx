/** What plans must respect, by kind: fixed, or free with what may be tried. */
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { assessLimits, type LimitReading } from '../../../shared/analysis/limits.ts';
import { deleteRow } from '../../../shared/model/change.ts';
import { turnLimit } from '../../../shared/model/scope-changes.ts';
import { emptyData } from '../../../shared/model/index.ts';
import { useFile, useKit, useReadOnly, useRows, useToday } from '../../data/hooks.ts';
import { kitName } from '../../parts/kit-words.ts';
import { useCommands } from '../../ui/commands.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { Table } from '../../ui/table.tsx';
import { useGrid } from '../../ui/use-grid.ts';
import { LimitCell } from './limit-cell.tsx';
import { LimitDialog } from './limit-dialog.tsx';
import { LimitLine } from './limit-line.tsx';
import { columnOf, layLimits, type LimitColumn, type LimitPlace, placeOfLimit } from './limit-rows.ts';
import { useOpenedLimit } from './use-opened-limit.ts';
import styles from './limits.module.css';

const columns: readonly LimitColumn[] = ['fixed', 'free'];
const heads: Readonly<Record<LimitColumn, string>> = { fixed: 'Fixed', free: 'Free, with what may be tried' };

/** Shows the table. */
export function LimitsTable() {
  const file = useFile();
  const kit = useKit();
  const today = useToday();
  const readOnly = useReadOnly();
  const limits = useLimits();
  const kinds = useMemo(() => kit.content.limit_kinds.map(({ id }) => id), [kit]);
  const [more, setMore] = useState<{ kind: string | null; column: LimitColumn } | null>(null);
  const [opened, open] = useOpenedLimit();
  const rows = layLimits(limits, kinds, more);
  const rowOf = (id: string) => rows.find((row) => row.id === id);
  const at = ({ row, column }: LimitPlace): LimitReading | null => rowOf(row)?.[column] ?? null;

  const grid = useGrid({
    label: 'Limits by kind, fixed and free',
    rows: rows.map((row) => row.id),
    columns,
    tab: 'leave',
    canEdit: () => !readOnly,
    onKey: (event, cell) => hear(event, cell),
  });
  const isEditing = grid.editing !== null;
  useEffect(() => {
    if (!isEditing) setMore(null);
  }, [isEditing]);

  const turn = (reading: LimitReading | null): void => {
    if (reading === null || readOnly) return;
    const { hold, change } = turnLimit(reading.limit, today);
    const says = reading.limit.text.slice(0, 60);
    void file.edit(hold === 'free' ? `Free to try: ${says}` : `Fixed: ${says}`, [change]);
    // The focus follows the limit into its other column.
    const turned = limits.map((one) => (one === reading ? { ...one, limit: { ...one.limit, hold } } : one));
    const place = placeOfLimit(layLimits(turned, kinds), reading.limit.id);
    if (place !== null) grid.focus(place);
  };
  const addTo = (kind: string | null, column: LimitColumn): void => {
    const here = limits.filter(({ limit }) => limit.kind === kind && columnOf(limit.hold) === column);
    setMore({ kind, column });
    grid.edit({ row: `${kind ?? ''}:${here.length}`, column });
  };
  const remove = (reading: LimitReading): void =>
    void file.edit(`Remove the limit “${reading.limit.text.slice(0, 60)}”`, [deleteRow('limit', reading.limit.id)]);

  /** Tells whether a key of a cell was used. */
  function hear(event: KeyboardEvent, cell: LimitPlace): boolean {
    const reading = at(cell);
    const command = event.ctrlKey || event.metaKey;
    if (event.altKey || event.shiftKey) return false;
    if (command && event.key === 'Enter' && !readOnly) addTo(rowOf(cell.row)?.kind ?? null, cell.column);
    else if (command || reading === null) return false;
    else if (event.key === ' ' || (event.key === 'Enter' && readOnly)) open(reading.limit.id);
    else if (event.key === 'Delete' && !readOnly) remove(reading);
    else return false;
    return true;
  }

  const off = readOnly ? 'The file is open for reading only.' : '';
  const current = grid.current;
  useCommands([
    {
      id: 'scope.turnLimit',
      says: 'Turn the limit fixed or free',
      group: 'Limits',
      keys: ['F'],
      bar: 4,
      short: 'fixed or free',
      off,
      run: () => {
        const chosen = document.activeElement?.closest('[data-cell]') === null ? null : current;
        if (chosen !== null && at(chosen) !== null) turn(at(chosen));
        else if (current !== null) grid.focus(current);
      },
    },
    {
      id: 'scope.addLimit',
      says: 'Add a limit',
      group: 'Limits',
      keys: ['L'],
      off,
      run: () =>
        addTo(current === null ? (kinds[0] ?? null) : (rowOf(current.row)?.kind ?? null), current?.column ?? 'fixed'),
    },
    {
      id: 'scope.moreLimit',
      says: 'One more of this kind',
      group: 'Limits',
      keys: ['Ctrl Enter'],
      keyOnly: true,
      heardElsewhere: true,
      run: () => undefined,
    },
    {
      id: 'scope.openLimit',
      says: 'Open the limit: who told it, what is tried',
      group: 'Limits',
      keys: ['Space'],
      keyOnly: true,
      heardElsewhere: true,
      run: () => undefined,
    },
    {
      id: 'scope.removeLimit',
      says: 'Remove the limit',
      group: 'Limits',
      keys: ['Delete'],
      keyOnly: true,
      heardElsewhere: true,
      run: () => undefined,
    },
  ]);

  return (
    <section aria-label="Limits">
      <Table look="reading" fixed className={styles.table} {...grid.gridProps}>
        <colgroup>
          <col className={styles.kinds} />
          <col />
          <col className={styles.free} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={styles.title}>
              Limits
            </th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {heads[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} {...grid.getRowProps(row.id)}>
              <th scope="row" className={styles.kind}>
                {row.first ? kitName(kit, 'limitKinds', row.kind) || 'No kind' : ''}
              </th>
              {columns.map((column) => {
                const reading = row[column];
                const cell = { row: row.id, column };
                const editing = grid.isEditing(row.id, column);
                return (
                  <td
                    key={column}
                    {...grid.getCellProps(row.id, column)}
                    data-place={reading === null ? undefined : `limit:${reading.limit.id}`}
                  >
                    {editing && <LimitLine id={reading?.limit.id ?? null} kind={row.kind} column={column} />}
                    {!editing && reading !== null && (
                      <LimitCell
                        reading={reading}
                        onEdit={() => grid.edit(cell)}
                        onTurn={() => turn(reading)}
                        onOpen={() => open(reading.limit.id)}
                      />
                    )}
                    {!editing && reading === null && (
                      <>
                        <span className={styles.none} aria-hidden="true">
                          –
                        </span>
                        <Spoken>none</Spoken>
                        {!readOnly && (
                          <button
                            type="button"
                            tabIndex={-1}
                            className={styles.add}
                            aria-label={`Add: ${heads[column]}, ${kitName(kit, 'limitKinds', row.kind)}`}
                            onClick={() => grid.edit(cell)}
                          >
                            <Icon name="plus" small />
                          </button>
                        )}
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
      {opened !== null && <LimitDialog {...opened} onClose={() => open(null)} />}
    </section>
  );
}

function useLimits(): readonly LimitReading[] {
  const limit = useRows('limit');
  const experiment = useRows('experiment');
  const stakeholder = useRows('stakeholder');
  const today = useToday();
  return useMemo(
    () => assessLimits({ data: { ...emptyData(), limit, experiment, stakeholder }, today }),
    [limit, experiment, stakeholder, today],
  );
}
