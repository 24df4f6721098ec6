/** What is wrong with single rows, each with its line: what is left empty or left out, and what would mend it. */
import type { BacklogPreview } from '../../../../shared/api/backlog-preview.ts';
import { Table } from '../../../ui/table.tsx';
import styles from './step.module.css';

const cellSays = {
  date: 'No date that can be read; the field stays empty',
  effort: 'No number; the effort stays empty',
  link: 'No web address; the link stays empty',
} as const;
const rowSays = {
  'no-title': 'No title; the row is left out',
  'repeated-header': 'The names of the columns once more; left out',
  'group-heading': 'The heading of a group; its name is taken as the team',
  'earlier-duplicate': 'Its key comes again below; the later row counts',
} as const;

/** How many rows something is said about. */
export function countProblems({ leftOutCount, problems }: BacklogPreview): number {
  return leftOutCount + problems.length;
}

/** Lists them in the order of the file. */
export function RowProblems({ preview }: { preview: BacklogPreview }) {
  const rows = [
    ...preview.problems.map(({ line, kind, column, text }) => ({ line, says: cellSays[kind], where: column, text })),
    ...preview.leftOut.map(({ line, reason, text }) => ({ line, says: rowSays[reason], where: '', text })),
  ].toSorted((a, b) => a.line - b.line);
  if (rows.length === 0) return <p className={styles.lead}>Every row can be read as it stands.</p>;
  return (
    <>
      <p className={styles.lead}>
        They are passed over as said here. To mend them, map another column, say how dates are written, or correct the
        file and choose it again.
        {rows.length < countProblems(preview) && ` The first ${rows.length} are shown.`}
      </p>
      <Table caption="Rows with a problem" look="dense">
        <thead>
          <tr>
            <th scope="col" data-number>
              Line
            </th>
            <th scope="col">What is wrong</th>
            <th scope="col">Column</th>
            <th scope="col">Text</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.line} ${row.where} ${row.says}`}>
              <td data-number>{row.line}</td>
              <td>{row.says}</td>
              <td>{row.where}</td>
              <td>{row.text}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
