/** The first items as they will be stored; single rows can be left out. */
import { useRef } from 'react';
import type { BacklogPreview } from '../../../../shared/api/backlog-preview.ts';
import { useKit } from '../../../data/hooks.ts';
import { showDay } from '../../../parts/format.ts';
import { kitName } from '../../../parts/kit-words.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Table } from '../../../ui/table.tsx';
import { statusSays } from '../mapping.ts';
import styles from './step.module.css';

/** Shows them with the fields that at least one of them has. */
export function StoredItems({ preview, onLeave }: { preview: BacklogPreview; onLeave: (line: number) => void }) {
  const kit = useKit();
  const region = useRef<HTMLDivElement>(null);
  const { items } = preview;
  const columns: readonly { head: string; cell: (item: BacklogPreview['items'][number]) => string }[] = [
    { head: 'Key', cell: (item) => item.key },
    { head: 'Title', cell: (item) => item.title },
    {
      head: 'Status',
      cell: (item) => `${statusSays[item.status]}${item.statusText === '' ? '' : ` (${item.statusText})`}`,
    },
    { head: 'Type', cell: (item) => item.type },
    { head: 'Assignee', cell: (item) => item.assignee },
    { head: 'Team', cell: (item) => item.functionText },
    { head: 'Function', cell: (item) => kitName(kit, 'functions', item.function) },
    { head: 'Effort', cell: (item) => (item.effort === null ? '' : String(item.effort)) },
    { head: 'Created', cell: (item) => showDay(item.createdOn) },
    { head: 'Updated', cell: (item) => showDay(item.updatedOn) },
    { head: 'Planned start', cell: (item) => showDay(item.startOn) },
    { head: 'Started', cell: (item) => showDay(item.startedOn) },
    { head: 'Due', cell: (item) => showDay(item.dueOn) },
    { head: 'Closed', cell: (item) => showDay(item.closedOn) },
    { head: 'Parent', cell: (item) => item.parentTitle || item.parentKey },
    { head: 'Epic', cell: (item) => item.epicKey },
    { head: 'Initiative', cell: (item) => item.initiative },
    { head: 'Linked items', cell: (item) => item.linkedKeys.join(', ') },
    { head: 'Labels', cell: (item) => item.labels.join(', ') },
    { head: 'Link', cell: (item) => item.link },
    { head: 'Description', cell: (item) => item.description },
  ];
  const filled = columns.filter(({ cell }) => items.some((item) => cell(item) !== ''));
  return (
    <div
      ref={region}
      className={styles.wide}
      tabIndex={0}
      role="region"
      aria-label="First items as they will be stored"
    >
      <Table caption="First items as they will be stored" look="dense">
        <thead>
          <tr>
            <th scope="col" data-number>
              Line
            </th>
            <td />
            {filled.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.line}>
              <td data-number>{item.line}</td>
              <td>
                <LinkButton
                  aria-label={`Leave out line ${item.line}`}
                  onPress={() => {
                    // The row goes with its button.
                    region.current?.focus();
                    onLeave(item.line);
                  }}
                >
                  Leave out
                </LinkButton>
              </td>
              {filled.map(({ head, cell }) => (
                <td key={head}>
                  <span className={styles.cell} title={cell(item)}>
                    {cell(item)}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
