/** What the tracker's words mean here: statuses as one of four classes, teams as functions of the kit. */
import type { ReactNode } from 'react';
import type { BacklogPreview } from '../../../../shared/api/backlog-preview.ts';
import type { StatusClass } from '../../../../shared/api/import-types.ts';
import { useKit } from '../../../data/hooks.ts';
import { kitOptions } from '../../../parts/kit-words.ts';
import { Select } from '../../../ui/select.tsx';
import { Table } from '../../../ui/table.tsx';
import { statusSays } from '../mapping.ts';
import styles from './step.module.css';

const classes = Object.entries(statusSays).map(([id, says]) => ({ id: id as StatusClass, says }));

/** Asks for the class of each status. */
export function Statuses({
  found,
  chosen,
  unknown,
  onChange,
}: {
  found: BacklogPreview['statuses'];
  chosen: Readonly<Record<string, StatusClass>>;
  /** Words that are taken as to do because nobody knows them. */
  unknown: ReadonlySet<string>;
  onChange: (text: string, status: StatusClass) => void;
}) {
  if (found.length === 0) return <p className={styles.lead}>No column is taken in as status.</p>;
  return (
    <Words caption="Statuses of the export" heads={['Status', 'Means']}>
      {found.map(({ text, count, status }) => (
        <tr key={text}>
          <th scope="row">{text}</th>
          <td data-number>{count}</td>
          <td>
            <Select
              label={`${text} means`}
              hideLabel
              fit
              value={chosen[text] ?? status}
              options={classes}
              onChange={(id) => id !== null && onChange(text, id)}
            />
          </td>
          <td>{unknown.has(text) && chosen[text] === undefined ? 'Not known, so it counts as to do' : ''}</td>
        </tr>
      ))}
    </Words>
  );
}

/** Asks for the function of each team. */
export function Teams({
  found,
  chosen,
  onChange,
}: {
  found: BacklogPreview['teams'];
  chosen: Readonly<Record<string, string | null>>;
  onChange: (text: string, id: string | null) => void;
}) {
  const kit = useKit();
  const options = kitOptions(kit, 'functions');
  if (found.length === 0) return <p className={styles.lead}>No column is taken in as team or function.</p>;
  return (
    <Words caption="Teams of the export" heads={['Team', 'Function']}>
      {found.map(({ text, count, function: id }) => (
        <tr key={text}>
          <th scope="row">{text}</th>
          <td data-number>{count}</td>
          <td>
            <Select
              label={`Function of ${text}`}
              hideLabel
              fit
              none="No function"
              value={Object.hasOwn(chosen, text) ? (chosen[text] ?? null) : id}
              options={options}
              onChange={(next) => onChange(text, next)}
            />
          </td>
          <td />
        </tr>
      ))}
    </Words>
  );
}

function Words({
  caption,
  heads: [first, last],
  children,
}: {
  caption: string;
  heads: readonly [string, string];
  children: ReactNode;
}) {
  return (
    <Table caption={caption} look="dense">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col" data-number>
            Items
          </th>
          <th scope="col">{last}</th>
          <td />
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </Table>
  );
}
