/** A person in the plan: how far their hearing is, and whether they would be recognised in spite of their consent. */
import type { GridPerson } from '../../../shared/analysis/stakeholder-grid.ts';
import { useRows } from '../../data/hooks.ts';
import { HeardMark } from '../../parts/heard-mark.tsx';
import { nameAmong } from '../../parts/names.ts';
import { RecognisableMark, useRecognisable } from '../../parts/recognisable.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import styles from './heard.module.css';

/** Shows a person; a press plans or opens the interview, with Ctrl held it marks. Inside the grid the cell has the keys. */
export function PlannedPerson({
  person: { row, state },
  inGrid = false,
  marked,
  onMark,
  onPerson,
}: {
  person: GridPerson;
  inGrid?: boolean;
  marked: boolean;
  onMark: ((id: string) => void) | null;
  onPerson: (id: string) => void;
}) {
  const people = useRows('stakeholder');
  const recognisable = useRecognisable();
  return (
    <button
      type="button"
      className={styles.person}
      tabIndex={inGrid ? -1 : 0}
      data-place={`stakeholder:${row.id}`}
      data-state={state}
      data-marked={marked ? '' : undefined}
      title={row.role === '' || row.name === '' ? undefined : row.name}
      onClick={(event) => {
        if (onMark !== null && (event.ctrlKey || event.metaKey)) onMark(row.id);
        else onPerson(row.id);
      }}
    >
      <HeardMark state={state} />
      <span>{nameAmong(people, row.id)}</span>
      <RecognisableMark of={recognisable(row.id)} bare />
      {marked && (
        <>
          <Icon name="check" small />
          <Spoken>, marked</Spoken>
        </>
      )}
    </button>
  );
}
