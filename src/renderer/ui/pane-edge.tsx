/** The edge of a pane that can be moved, with the pointer or with arrows. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './pane.module.css';

const step = 16;

/** A divider on the `start` or `end` edge of a pane; the width is in pixels of the page, whatever its zoom. */
export function PaneEdge({
  label,
  edge,
  width,
  least,
  most,
  onWidth,
}: {
  label: string;
  edge: 'start' | 'end';
  width: number;
  least: number;
  most: number;
  onWidth: (width: number) => void;
}) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const outward = edge === 'end' ? 1 : -1;
  const set = (wanted: number): void => {
    const held = Math.round(Math.min(most, Math.max(least, wanted)));
    if (held !== width) onWidth(held);
  };
  const hear = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: width - step * outward,
      ArrowRight: width + step * outward,
      Home: least,
      End: most,
    };
    const wanted = moves[event.key];
    if (wanted === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    set(wanted);
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (from.current === null) return;
    // The pointer counts in pixels of the window, a zoomed page in its own.
    const moved = (event.clientX - from.current.x) / event.currentTarget.currentCSSZoom;
    set(from.current.width + moved * outward);
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={styles.edge}
      data-edge={edge}
      onKeyDown={hear}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width };
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        from.current = null;
      }}
      onPointerCancel={() => {
        from.current = null;
      }}
    />
  );
}
