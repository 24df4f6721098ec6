/** The table of function by level: arrows go from cell to cell, Enter adds a person, Space opens one. */
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { GridCell, StakeholderGrid } from '../../../shared/analysis/stakeholder-grid.ts';
import { useKit, useReadOnly, useRows } from '../../data/hooks.ts';
import { kitName } from '../../parts/kit-words.ts';
import { nameAmong } from '../../parts/names.ts';
import { useCommands } from '../../ui/commands.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuList } from '../../ui/menu.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { Table } from '../../ui/table.tsx';
import { type Cell, useGrid } from '../../ui/use-grid.ts';
import { hearingWords } from '../../parts/heard-mark.tsx';
import { NewPerson } from '../../parts/new-person.tsx';
import { PersonTag } from './person-tag.tsx';
import styles from './heard.module.css';

/** Shows the people in their places; a place that cannot exist is hatched. */
export function PeopleTable({ people, onOpen }: { people: StakeholderGrid; onOpen: (id: string) => void }) {
  const kit = useKit();
  const readOnly = useReadOnly();
  const rows = useRows('stakeholder');
  const [choosing, setChoosing] = useState<{ cell: HTMLElement; at: GridCell } | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const levels = useMemo(() => kit.content.levels.map(({ id }) => id), [kit]);
  const functions = useMemo(() => kit.content.functions.map(({ id }) => id), [kit]);
  const cellAt = (row: string, column: string): GridCell | undefined =>
    people.rows[functions.indexOf(row)]?.cells[levels.indexOf(column)];

  /** Opens the person of a cell; with several one chooses first. */
  const openIn = (at: GridCell | undefined, target: EventTarget): void => {
    const [only, ...others] = at?.people ?? [];
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
    if (at === undefined || only === undefined || cell === null) return;
    if (others.length === 0) onOpen(only.row.id);
    else setChoosing({ cell, at });
  };
  const grid = useGrid({
    label: 'Who is heard, by function and level',
    rows: functions,
    columns: levels,
    covering: (row, column) => (cellAt(row, column)?.exists === true ? { row, column } : null),
    tab: 'leave',
    canEdit: () => !readOnly,
    onKey: (event: KeyboardEvent, { row, column }: Cell<string, string>) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (!isPlain || (event.key !== ' ' && !(readOnly && event.key === 'Enter'))) return false;
      openIn(cellAt(row, column), event.target);
      return true;
    },
  });
  const off = readOnly ? 'The file is open for reading only.' : '';
  const goToGrid = (): void => {
    if (grid.current !== null) grid.focus(grid.current);
  };
  useCommands([
    {
      id: 'scope.nextField',
      says: 'Next field',
      group: 'Scope',
      keys: ['Tab'],
      bar: 1,
      short: 'next field',
      keyOnly: true,
      heardElsewhere: true,
      run: goToGrid,
    },
    {
      id: 'scope.grid',
      says: 'Move in the grid',
      group: 'Scope',
      keys: ['Up Down Left Right'],
      bar: 2,
      short: 'move in the grid',
      keyOnly: true,
      heardElsewhere: true,
      run: goToGrid,
    },
    {
      id: 'scope.addPerson',
      says: 'Add a person to hear, in the cell in focus',
      group: 'Scope',
      keys: ['Enter'],
      bar: 3,
      short: 'add a person here',
      heardElsewhere: true,
      off,
      run: () => {
        if (grid.current !== null) grid.edit(grid.current);
      },
    },
    {
      id: 'scope.openPerson',
      says: 'Open the person in the cell in focus',
      group: 'Scope',
      keys: ['Space'],
      keyOnly: true,
      heardElsewhere: true,
      run: goToGrid,
    },
  ]);

  return (
    <>
      <Table look="grid" className={styles.table} {...grid.gridProps}>
        <colgroup>
          <col className={styles.first} />
          {levels.map((id, at) => (
            <col key={id} className={isNarrow(people, at) ? styles.narrow : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <Spoken>Function</Spoken>
            </th>
            {levels.map((id) => (
              <th scope="col" key={id}>
                {kitName(kit, 'levels', id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.rows.map(({ function: id, cells }) => (
            <tr key={id} {...grid.getRowProps(id)}>
              <th scope="row">{kitName(kit, 'functions', id)}</th>
              {cells.map((cell) => {
                if (!cell.exists) {
                  return (
                    <td key={cell.level} data-none="">
                      <Spoken>cannot exist</Spoken>
                    </td>
                  );
                }
                const editing = grid.isEditing(id, cell.level);
                const where = `${kitName(kit, 'functions', id)}, ${kitName(kit, 'levels', cell.level)}`;
                return (
                  <td key={cell.level} {...grid.getCellProps(id, cell.level)}>
                    {cell.people.length === 0 && !editing && <Spoken>nobody</Spoken>}
                    {cell.people
                      .filter(({ row }) => !editing || row.id !== made)
                      .map((person) => (
                        <PersonTag key={person.row.id} person={person} inGrid onOpen={onOpen} />
                      ))}
                    {editing && <NewPerson inFunction={id} level={cell.level} onMade={setMade} />}
                    {!editing && !readOnly && (
                      <button
                        type="button"
                        tabIndex={-1}
                        className={styles.add}
                        aria-label={`Add a person to ${where}`}
                        onClick={() => grid.edit({ row: id, column: cell.level })}
                      >
                        <Icon name="plus" small />
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
      {choosing !== null && (
        <MenuList
          anchor={choosing.cell}
          label="Which person"
          entries={choosing.at.people.map(({ row, state }) => ({
            id: row.id,
            says: `${nameAmong(rows, row.id)} (${hearingWords[state].toLowerCase()})`,
            onPress: () => onOpen(row.id),
          }))}
          onClose={() => setChoosing(null)}
        />
      )}
    </>
  );
}

/** A level at which hardly any function can have somebody needs less room. */
function isNarrow({ rows }: StakeholderGrid, level: number): boolean {
  return rows.filter(({ cells }) => cells[level]?.exists === true).length < 3;
}
