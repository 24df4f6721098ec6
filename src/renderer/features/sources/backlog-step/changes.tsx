/** What a later export changes in the backlog that is there, before anything is written; and the finding to write about it. */
import { useState } from 'react';
import type { BacklogChange, ChangedItem } from '../../../../shared/api/backlog-preview.ts';
import { countOf, showDay } from '../../../parts/format.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './step.module.css';

/** Shows the six ways of an item, the changed fields with before and after. */
export function Changes({
  change,
  finding,
  onFinding,
}: {
  change: BacklogChange;
  finding: string;
  onFinding: (text: string) => void;
}) {
  const { counts, exportedOn, same, title } = change;
  if (same) return <p className={styles.lead}>This very file is there already. Nothing changes.</p>;
  const groups = [
    { id: 'added', says: 'New', items: change.added.map(plain), count: counts.added },
    { id: 'closed', says: 'Closed', items: change.closed, count: counts.closed },
    { id: 'reopened', says: 'Reopened', items: change.reopened, count: counts.reopened },
    { id: 'changed', says: 'Changed', items: change.changed, count: counts.changed },
    { id: 'gone', says: 'Gone from the export', items: change.gone.map(plain), count: counts.gone },
  ];
  return (
    <>
      <p className={styles.lead}>
        Against “{title}”{exportedOn === null ? '' : `, exported on ${showDay(exportedOn)}`}:{' '}
        {countOf(counts.unchanged, 'item is', 'items are')} as before. Links and marks that were made here stay; items
        written by hand never go.
      </p>
      {groups.map(({ id, says, items, count }) => (
        <Group key={id} says={`${says}: ${count}`} items={items} count={count} />
      ))}
      <div className={styles.finding}>
        <TextField
          label="Finding of this comparison"
          hint="Kept with the date, your name and the counts. It can be written later, too."
          multiline
          serif
          value={finding}
          onChange={onFinding}
        />
      </div>
    </>
  );
}

/** One way of items; a short list is open from the start. */
function Group({ says, items, count }: { says: string; items: readonly ChangedItem[]; count: number }) {
  const [toggled, setToggled] = useState<boolean | null>(null);
  const open = toggled ?? (count > 0 && count <= 12);
  if (count === 0) return <p className={styles.none}>{says}</p>;
  return (
    <Disclosure summary={says} open={open} onToggle={setToggled}>
      <ul className={styles.changes}>
        {items.map((item, at) => (
          <li key={`${item.key} ${at}`}>
            <span className={styles.key}>{item.key}</span> {item.title}
            {item.fields.map(({ field, before, after }) => (
              <div key={field} className={styles.move}>
                {field}: {before || 'empty'} → {after || 'empty'}
              </div>
            ))}
          </li>
        ))}
        {items.length < count && <li>and {count - items.length} more</li>}
      </ul>
    </Disclosure>
  );
}

function plain({ key, title }: BacklogChange['added'][number]): ChangedItem {
  return { key, title, fields: [] };
}
