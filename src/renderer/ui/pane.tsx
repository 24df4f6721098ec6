/** Pieces of a page: panes side by side, sections, rows of labels and fields, the dock at the foot of a pane. */
import { type CSSProperties, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { FieldArea } from './field.tsx';
import { PaneEdge } from './pane-edge.tsx';
import styles from './pane.module.css';

/** Panes from left to right with hairlines between them, each scrolling by itself; one below the other where it is narrow. */
export function Panes({ children }: { children: ReactNode }) {
  return (
    <div className={styles.place}>
      <div className={styles.panes}>{children}</div>
    </div>
  );
}

/** One pane. Without a width it takes what is left. */
export function Pane({
  label,
  width,
  ground = 'plain',
  flush = false,
  tall = false,
  resize,
  dock,
  children,
}: {
  /** Names it as a region of the page; one that only continues another needs none. */
  label?: string | undefined;
  /** In pixels. */
  width?: number | undefined;
  /** `sunk` lies behind a page. */
  ground?: 'plain' | 'sunk' | undefined;
  /** Without a margin, for lists that run to the edges. */
  flush?: boolean | undefined;
  /** Keeps most of the height where panes stand one below the other: for what is read or worked through. */
  tall?: boolean | undefined;
  /** Lets the width be moved at one edge, with the pointer or the arrows. */
  resize?: {
    readonly edge: 'start' | 'end';
    readonly least: number;
    readonly most: number;
    readonly onWidth: (width: number) => void;
  };
  /** Stays at the foot: a question about what is chosen above. */
  dock?: ReactNode | undefined;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      className={classNames(styles.pane, width === undefined && styles.rest, tall && styles.tall)}
      data-ground={ground}
      // A custom property, because in a narrow window the same pane stands in a column.
      style={width === undefined ? undefined : ({ '--pane-width': `${width}px` } as CSSProperties)}
    >
      <div className={classNames(styles.scroll, !flush && styles.margin)}>{children}</div>
      {dock !== undefined && <div className={styles.dock}>{dock}</div>}
      {resize !== undefined && width !== undefined && (
        <PaneEdge {...resize} width={width} label={`Width of ${label ?? 'this part'}`} />
      )}
    </section>
  );
}

/** A part of a page with its heading; `aside` stands at the end of that line. */
export function Section({
  title,
  aside,
  level = 2,
  ruled = false,
  place,
  children,
}: {
  title: ReactNode;
  aside?: ReactNode | undefined;
  level?: 2 | 3 | undefined;
  /** A hairline above parts it from what comes before. */
  ruled?: boolean | undefined;
  /** Written as `data-place`, for a jump to it. */
  place?: string | undefined;
  children: ReactNode;
}) {
  const Heading = `h${level}` as const;
  const id = useId();
  return (
    <section className={classNames(styles.section, ruled && styles.ruled)} aria-labelledby={id} data-place={place}>
      <div className={styles.headline}>
        <Heading id={id}>{title}</Heading>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}

/** Rows of a label and what it names; fields inside put their label in the left column and read as text until they are edited. */
export function DefinitionList({
  labelWidth = 96,
  ruled = false,
  bare = true,
  children,
}: {
  labelWidth?: number | undefined;
  ruled?: boolean | undefined;
  bare?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <FieldArea layout="beside" bare={bare}>
      <div
        className={classNames(styles.definitions, ruled && styles.ruled)}
        style={{ gridTemplateColumns: `${labelWidth}px minmax(0, 1fr)` }}
      >
        {children}
      </div>
    </FieldArea>
  );
}
