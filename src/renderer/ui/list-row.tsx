/** One row of a list. */
import { type ReactNode } from 'react';
import styles from './list.module.css';

/** A row that can be chosen, or a heading that only parts the others. */
export function ListRow({
  id,
  heading,
  selected,
  marked,
  position,
  size,
  onPress,
  onAct,
  children,
}: {
  id: string;
  heading: boolean;
  selected: boolean;
  /** Undefined in a list without marks. */
  marked: boolean | undefined;
  position: number;
  size: number;
  onPress: (held: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }) => void;
  onAct: (() => void) | undefined;
  children: ReactNode;
}) {
  if (heading)
    return (
      <div role="presentation" className={styles.heading}>
        {children}
      </div>
    );
  return (
    <div
      id={id}
      role="option"
      aria-selected={marked ?? selected}
      aria-setsize={size}
      aria-posinset={position}
      data-current={selected ? '' : undefined}
      data-marked={marked === true ? '' : undefined}
      className={styles.row}
      onClick={onPress}
      onDoubleClick={onAct}
    >
      {children}
    </div>
  );
}
