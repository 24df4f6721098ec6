/** The table of function by level in the plan: Enter plans an interview with who is in a cell, or adds somebody there. */
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { GridCell, GridPerson, StakeholderGrid } from '../../../shared/analysis/stakeholder-grid.ts';
import { useKit, useReadOnly, useRows } from '../../data/hooks.ts';
import { hearingWords } from '../../parts/heard-mark.tsx';
import { kitName } from '../../parts/kit-words.ts';
import { nameAmong } from '../../parts/names.ts';
import { NewPerson } from '../../parts/new-person.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type MenuEntry, MenuList } from '../../ui/menu.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { Table } from '../../ui/table.tsx';
import { type Cell, type Grid, useGrid } from '../../ui/use-grid.ts';
import { PlannedPerson } from './planned-person.tsx';
import styles from './heard.module.css';

/** Shows the people in their places; a place that cannot exist is hatched, a row or column of which nobody is heard says so. */
export function HeardTable({
  grid: people,
  marked,
  onMark,
  onPerson,
}: {
  grid: StakeholderGrid;
  /** Who is to be in one interview together. */
  marked: ReadonlySet<string>;
  onMark: (person: string) => void;
  onPerson: (person: string) => void;
}) {
  const kit = useKit();
  const readOnly = useReadOnly();
  const all = useRows('stakeholder');
  const [choosing, setChoosing] = useState<{ cell: HTMLElement; entries: readonly MenuEntry[] } | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const levels = useMemo(() => kit.content.levels.map(({ id }) => id), [kit]);
  const functions = useMemo(() => kit.content.functions.map(({ id }) => id), [kit]);
  const cellAt = ({ row, column }: Cell<string, string>): GridCell | undefined =>
    people.rows[functions.indexOf(row)]?.cells[levels.indexOf(column)];

  /** Does something with the one person of a cell; of several one chooses, or adds one more. */
  const withOne = (at: Cell<string, string>, target: EventTarget, act: (person: string) => void): boolean => {
    const here = cellAt(at)?.people ?? [];
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
    const [only] = here;
    if (only === undefined || cell === null) return false;
    if (here.length === 1) act(only.row.id);
    else
      setChoosing({
        cell,
        entries: here.map(({ row, state }) => ({
          id: row.id,
          says: `${nameAmong(all, row.id)} (${hearingWords[state].toLowerCase()})`,
          checked: marked.has(row.id),
          onPress: () => act(row.id),
        })),
      });
    return true;
  };
  const grid: Grid<string, string> = useGrid({
    label: 'Who is heard, by function and level',
    rows: functions,
    columns: levels,
    covering: (row, column) => (cellAt({ row, column })?.exists === true ? { row, column } : null),
    tab: 'leave',
    canEdit: () => !readOnly,
    onKey: (event: KeyboardEvent, cell) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
      if (event.key === 'Enter') return withOne(cell, event.target, onPerson) || readOnly;
      if (event.key === ' ') return readOnly || withOne(cell, event.target, onMark) || true;
      if (event.key.toLowerCase() === 'a' && !readOnly) return grid.edit(cell);
      return false;
    },
  });
  const goToGrid = (): void => {
    if (grid.current !== null) grid.focus(grid.current);
  };
  const off = readOnly ? 'The file is open for reading only.' : '';
  const key = { group: 'Interviews', heardElsewhere: true, keyOnly: true, run: goToGrid } as const;
  useCommands([
    { ...key, id: 'interviews.gridPlan', says: 'In the grid: plan, open or add', keys: ['Enter'] },
    { ...key, id: 'interviews.gridMark', says: 'In the grid: mark for one interview together', keys: ['Space'], off },
    {
      id: 'interviews.gridAdd',
      says: 'Add a person in the cell in focus',
      group: 'Interviews',
      keys: ['A'],
      heardElsewhere: true,
      off,
      run: () => {
        if (grid.current !== null) grid.edit(grid.current);
      },
    },
  ]);
  return (
    <>
      <Table look="grid" fixed {...grid.gridProps}>
        <colgroup>
          <col className={styles.function} />
          {levels.map((id, at) => (
            <col key={id} className={isNarrow(people, at) ? styles.narrow : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <Spoken>Function</Spoken>
            </th>
            {levels.map((id, at) => (
              <th scope="col" key={id}>
                {kitName(kit, 'levels', id)}
                <Silent cells={people.rows.flatMap(({ cells }) => cells[at] ?? [])} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.rows.map(({ function: id, cells }) => (
            <tr key={id} {...grid.getRowProps(id)}>
              <th scope="row">
                {kitName(kit, 'functions', id)}
                <Silent cells={cells} />
              </th>
              {cells.map((cell) => {
                if (!cell.exists)
                  return (
                    <td key={cell.level} data-none="">
                      <Spoken>cannot exist</Spoken>
                    </td>
                  );
                const editing = grid.isEditing(id, cell.level);
                const where = `${kitName(kit, 'functions', id)}, ${kitName(kit, 'levels', cell.level)}`;
                return (
                  <td key={cell.level} className={styles.cell} {...grid.getCellProps(id, cell.level)}>
                    {cell.people.length === 0 && !editing && <Spoken>nobody</Spoken>}
                    {cell.people
                      .filter(({ row }) => !editing || row.id !== made)
                      .map((person) => (
                        <PlannedPerson
                          key={person.row.id}
                          person={person}
                          inGrid
                          marked={marked.has(person.row.id)}
                          onMark={readOnly ? null : onMark}
                          onPerson={onPerson}
                        />
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
          entries={choosing.entries}
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

/** The word of a row or column in which there are people and nobody is heard. */
function Silent({ cells }: { cells: readonly GridCell[] }) {
  const people = cells.flatMap((cell): readonly GridPerson[] => cell.people);
  const says = silence(people);
  return says === null ? null : (
    <span className={styles.silent} data-planned={says === 'planned' ? '' : undefined}>
      {says}
    </span>
  );
}

function silence(people: readonly GridPerson[]): 'unheard' | 'planned' | null {
  const wanted = people.filter(({ state }) => state !== 'not-to-hear' && state !== 'withdrawn');
  if (wanted.length === 0 || wanted.some(({ state }) => state === 'heard')) return null;
  return wanted.some(({ state }) => state === 'planned') ? 'planned' : 'unheard';
}
