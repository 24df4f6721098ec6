/** A person in the grid or beside it: mark and role, which open the person. */
import type { GridPerson } from '../../../shared/analysis/stakeholder-grid.ts';
import { useRows } from '../../data/hooks.ts';
import { nameAmong } from '../../parts/names.ts';
import { HeardMark } from '../../parts/heard-mark.tsx';
import styles from './heard.module.css';

/** Shows a person. Inside the grid it is reached by the keys of the cell rather than by Tab. */
export function PersonTag({
  person: { row, state },
  inGrid = false,
  onOpen,
}: {
  person: GridPerson;
  inGrid?: boolean;
  onOpen: (id: string) => void;
}) {
  const people = useRows('stakeholder');
  return (
    <button
      type="button"
      className={styles.person}
      tabIndex={inGrid ? -1 : 0}
      data-place={`stakeholder:${row.id}`}
      data-state={state}
      title={row.role === '' || row.name === '' ? undefined : row.name}
      onClick={() => onOpen(row.id)}
    >
      <HeardMark state={state} />
      <span>{nameAmong(people, row.id)}</span>
    </button>
  );
}
