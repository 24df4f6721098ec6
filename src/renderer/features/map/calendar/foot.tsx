/** Under the calendar: the joins in words, and how to read the drawing. */
import type { PlanReading } from '../../../../shared/analysis/map/calendar.ts';
import { useKit } from '../../../data/hooks.ts';
import { showDay } from '../../../parts/format.ts';
import { kitName } from '../../../parts/kit-words.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Table } from '../../../ui/table.tsx';
import { useProblemsOf } from '../use-problems.ts';
import styles from './calendar.module.css';

/** The joins by day; each opens to be edited. */
export function JoinList({
  plan,
  onOpen,
  onAdd,
}: {
  plan: PlanReading;
  onOpen: (id: string) => void;
  /** Null where nothing can be added. */
  onAdd: (() => void) | null;
}) {
  const kit = useKit();
  const problems = useProblemsOf('join');
  const name = (id: string | null): string => (id === null ? 'not set' : kitName(kit, 'functions', id));
  return (
    <section className={styles.joins}>
      <div className={styles.headline}>
        <h2>Joins</h2>
        <span>where one function hands over to another</span>
      </div>
      {plan.joins.length === 0 ? (
        <p className={styles.none}>No join is planned yet.</p>
      ) : (
        <Table look="reading" caption="Joins">
          <thead className={styles.spoken}>
            <tr>
              {['On', 'Functions', 'What is handed over', 'Priorities'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.joins.map(({ row, lines }) => (
              <tr key={row.id} data-place={`join:${row.id}`}>
                <td className={styles.on}>{row.on === null ? 'no day' : showDay(row.on, 'shortDay')}</td>
                <td className={styles.functions}>
                  {name(row.fromFunction)} + {name(row.toFunction)}
                </td>
                <td>
                  <LinkButton quiet onPress={() => onOpen(row.id)}>
                    {row.handsOver || row.short || 'Nothing said yet'}
                  </LinkButton>
                  {problems(row.id).map((one) => (
                    <span key={one.code} className={styles.problem}>
                      {one.sentence}
                    </span>
                  ))}
                </td>
                <td className={styles.tags}>{lines.map((at) => plan.lines[at]?.priority.label ?? '').join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {onAdd !== null && (
        <Button kind="quiet" small icon="plus" onPress={onAdd}>
          New join
        </Button>
      )}
    </section>
  );
}

/** What bars and marks stand for. */
export function Legend() {
  return (
    <section className={styles.legend}>
      <h2>How to read it</h2>
      <ul>
        <li>
          <span className={styles.keyTouches} />
          touches the constraint
        </li>
        <li>
          <span className={styles.keyOff} />
          off the constraint
        </li>
        <li>
          <span className={styles.keyTick} />
          milestone
        </li>
        <li>
          <svg width="16" height="14" aria-hidden="true">
            <path className={styles.diamond} d="M8 1l6.5 6-6.5 6-6.5-6z" />
          </svg>
          join
        </li>
        <li>
          <span className={styles.keyStop} />
          stop takes effect
        </li>
        <li>
          <span className={styles.keyClosed} />
          closed week
        </li>
      </ul>
    </section>
  );
}
