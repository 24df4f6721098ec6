/** What is wrong with single rows, each with its line: what is left empty or left out, and what would mend it. */
import { useRef } from 'react';
import type { BacklogPreview } from '../../../../shared/api/backlog-preview.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Table } from '../../../ui/table.tsx';
import styles from './step.module.css';

const cellSays = {
  date: 'No date that can be read; the field stays empty',
  effort: 'No number; the effort stays empty',
  link: 'No web address; the link stays empty',
} as const;
const rowSays = {
  'by-hand': 'Left out by hand',
  'no-title': 'No title; the row is left out',
  'repeated-header': 'The names of the columns once more; left out',
  'group-heading': 'The heading of a group; its name is taken as the team',
  'earlier-duplicate': 'Its key comes again below; the later row counts',
} as const;

/** What can be done about a row here. */
type Way = 'leave' | 'take' | 'none';

/** How many rows something is said about. */
export function countProblems({ leftOutCount, problems }: BacklogPreview): number {
  return leftOutCount + problems.length;
}

/** Lists them in the order of the file. */
export function RowProblems({
  preview,
  onLeave,
  onTake,
}: {
  preview: BacklogPreview;
  /** Leaves the row of a line out. */
  onLeave: (line: number) => void;
  /** Takes such a row in again. */
  onTake: (line: number) => void;
}) {
  const region = useRef<HTMLDivElement>(null);
  const change = (run: (line: number) => void, line: number): void => {
    // The row goes with its button.
    region.current?.focus();
    run(line);
  };
  const rows = [
    ...preview.problems.map(({ line, kind, column, text }) => ({
      line,
      says: cellSays[kind],
      where: column,
      text,
      way: 'leave' as Way,
    })),
    ...preview.leftOut.map(({ line, reason, text }) => ({
      line,
      says: rowSays[reason],
      where: '',
      text,
      way: (reason === 'by-hand' ? 'take' : 'none') as Way,
    })),
  ].toSorted((a, b) => a.line - b.line);
  if (rows.length === 0) return <p className={styles.lead}>Every row can be read as it stands.</p>;
  return (
    <div ref={region} tabIndex={-1} role="region" aria-label="Rows with a problem">
      <p className={styles.lead}>
        They are passed over as said here. To mend them, map another column, say how dates are written, leave the row
        out, or correct the file and choose it again.
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
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.line} ${row.where} ${row.says}`}>
              <td data-number>{row.line}</td>
              <td>{row.says}</td>
              <td>{row.where}</td>
              <td>{row.text}</td>
              <td>
                {row.way === 'leave' && (
                  <LinkButton aria-label={`Leave out line ${row.line}`} onPress={() => change(onLeave, row.line)}>
                    Leave out
                  </LinkButton>
                )}
                {row.way === 'take' && (
                  <LinkButton aria-label={`Take in line ${row.line}`} onPress={() => change(onTake, row.line)}>
                    Take in
                  </LinkButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
