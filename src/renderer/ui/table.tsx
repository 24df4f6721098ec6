/** The look of tables; what they do with keys is in use-grid. */
import { type ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Spoken } from './spoken.tsx';
import styles from './table.module.css';

/**
 * A table with hairlines. `reading` is for rows that are read (32 high), `dense` for work (12/17, top aligned), `grid` for
 * cells of one line (34 high). Rows with `data-group` are headings of what follows, cells with `data-none` cannot exist,
 * cells with `data-number` are set right in even figures, cells with `data-editing` have the frame of the focus.
 */
export function Table({
  look = 'reading',
  caption,
  fixed = false,
  className,
  children,
  ...rest
}: ComponentProps<'table'> & {
  look?: 'reading' | 'dense' | 'grid' | undefined;
  /** Read out as its name. */
  caption?: string | undefined;
  /** Column widths as given in a colgroup, whatever the cells hold. */
  fixed?: boolean | undefined;
}) {
  return (
    <table {...rest} className={classNames(styles.table, styles[look], fixed && styles.fixed, className)}>
      {caption !== undefined && (
        <caption className={styles.caption}>
          <Spoken>{caption}</Spoken>
        </caption>
      )}
      {children}
    </table>
  );
}
