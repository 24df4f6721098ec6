/** A keyed paragraph on a page: something to choose, with its text in pieces of one look. */
import { createContext, type CSSProperties, type ReactNode, use } from 'react';
import type { Piece } from '../../../shared/document/pieces.ts';
import { markLook, type Paper } from './paper-style.ts';
import styles from './paper.module.css';

/** What is chosen on the pages and what is said about the edits. */
export type PaperState = {
  readonly paper: Paper;
  readonly pieces: ReadonlyMap<string, readonly Piece[]>;
  readonly selected: string | null;
  /** The paragraph that Tab comes to: the chosen one, else the first that is seen. */
  readonly entry: string | null;
  /** Ids of the edits by the key of their paragraph. */
  readonly edits: ReadonlyMap<string, string>;
  /** Figures of an overtaken edit that the data has changed, by key. */
  readonly stale: ReadonlyMap<string, readonly string[]>;
  /** Null where nothing can be chosen, as on an issue. */
  readonly onSelect: ((key: string) => void) | null;
  readonly onEdit: (key: string) => void;
};

/** The state around the parts of a page. */
export const PaperContext = createContext<PaperState | null>(null);

/** The state that a part of a page is drawn with. */
export function usePaper(): PaperState {
  const state = use(PaperContext);
  if (state === null) throw new Error('outside of a page');
  return state;
}

/** A paragraph that can be chosen. */
export function Keyed({
  name,
  style,
  className,
  children,
}: {
  name: string;
  style?: CSSProperties;
  className?: string | undefined;
  children: ReactNode;
}) {
  const { selected, entry, edits, onSelect, onEdit } = usePaper();
  const edit = edits.get(name);
  const classes = [styles.keyed, className].filter(Boolean).join(' ');
  if (onSelect === null) {
    return (
      <div className={classes} style={style}>
        {children}
      </div>
    );
  }
  return (
    <div
      role="button"
      aria-pressed={selected === name}
      tabIndex={entry === name ? 0 : -1}
      className={classes}
      style={style}
      data-key={name}
      data-place={edit === undefined ? undefined : `paragraphEdit:${edit}`}
      data-edited={edit === undefined ? undefined : ''}
      onClick={() => onSelect(name)}
      onDoubleClick={() => onEdit(name)}
      onFocus={() => onSelect(name)}
    >
      {children}
    </div>
  );
}

/** Pieces one after another; figures that the data has changed are marked. */
export function Pieces({ name, pieces }: { name: string; pieces: readonly Piece[] }) {
  const { paper, stale } = usePaper();
  const old = stale.get(name) ?? [];
  return pieces.map((piece, at) => {
    const look = markLook(piece.mark, paper);
    const text = old.length === 0 ? piece.text : markStale(piece.text, old);
    return look === undefined && piece.link === undefined ? (
      <span key={at}>{text}</span>
    ) : (
      <span key={at} style={look} className={piece.link === undefined ? undefined : styles.link}>
        {text}
      </span>
    );
  });
}

function markStale(text: string, figures: readonly string[]): ReactNode {
  const parts = figures.map((one) => one.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'));
  return text.split(new RegExp(`(?<![\\d.,])(${parts.join('|')})(?![\\d])`, 'u')).map((part, at) =>
    at % 2 === 1 ? (
      <mark key={at} className={styles.stale}>
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
