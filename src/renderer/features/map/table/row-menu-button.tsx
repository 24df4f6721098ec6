/** The button that opens the menu of a row; it shows while the pointer or the focus is in the row. */
import { Icon } from '../../../ui/icon.tsx';
import { useTable } from './table-context.ts';
import styles from './table.module.css';

/** For the pointer only: by keyboard the menu opens with Shift F10. */
export function RowMenuButton({ says }: { says: string }) {
  const { menu } = useTable();
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.menuButton}
      aria-label={`What can be done to ${says}`}
      title={`What can be done to ${says}`}
      aria-haspopup="menu"
      onClick={(event) => menu(event.currentTarget)}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon name="dots" small />
    </button>
  );
}
