/** One icon, drawn inline in the colour of the text beside it. */
import { classNames } from './class-names.ts';
import { iconShapes } from './icon-shapes.tsx';
import styles from './icon.module.css';

/** The name of a drawing. */
export type IconName = keyof typeof iconShapes;

/** An icon of 16, or of 14 when small. Without a label it says nothing to a screen reader: words stand beside it. */
export function Icon({ name, small = false, label }: { name: IconName; small?: boolean; label?: string }) {
  const shown = { className: classNames(styles.icon, small && styles.small), viewBox: '0 0 16 16' };
  return label === undefined ? (
    <svg {...shown} aria-hidden="true">
      {iconShapes[name]}
    </svg>
  ) : (
    <svg {...shown} role="img" aria-label={label}>
      {iconShapes[name]}
    </svg>
  );
}
