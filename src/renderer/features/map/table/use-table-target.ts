/** Leads to a row or cell of the table when somebody came for it: cells whose field is in a panel are opened. */
import { useEffect, useRef, useState } from 'react';
import type { MapColumn } from '../../../../shared/analysis/map/paste-columns.ts';
import type { MapReading } from '../../../../shared/analysis/map/rows.ts';
import { useReadOnly, useWindowState } from '../../../data/hooks.ts';
import type { Grid } from '../../../ui/use-grid.ts';
import { useMapPlace } from '../use-map-place.ts';
import { findPriority } from '../use-map.ts';
import { cellOf, type MapCell } from './rows.ts';

/** Goes to what the window was asked for. */
export function useTableTarget({
  map,
  grid,
  folds,
  begun,
}: {
  map: MapReading;
  grid: Grid<string, MapColumn>;
  folds: boolean;
  /** A decision that was just added and is to be typed. */
  begun: string | null;
}): void {
  const turn = useWindowState((state) => state.place.turn);
  const readOnly = useReadOnly();
  const place = useMapPlace();
  const [seen, setSeen] = useState<number | null>(null);
  const cell = ((): { readonly cell: MapCell; readonly edits: boolean } | null => {
    if (place?.at === 'decision') return { cell: { row: `d:${place.decision}`, column: 'priority' }, edits: false };
    if (place?.at !== 'cell') return null;
    const found = findPriority(map, place.priority);
    if (found === null) return null;
    return { cell: cellOf(found.priority, place.criterion, place.column, folds), edits: place.edits && !readOnly };
  })();
  // Opened while drawing, so that the field is on the page when the focus is put into it.
  if (seen !== turn) {
    setSeen(turn);
    if (seen === null && begun !== null) grid.edit({ row: `d:${begun}`, column: 'priority' });
    else if (cell?.edits === true) grid.edit(cell.cell);
  }
  const done = useRef<number | null>(null);
  useEffect(() => {
    if (done.current === turn) return undefined;
    done.current = turn;
    if (cell === null || cell.edits) return undefined;
    // After the frame has put the focus somewhere into the row.
    requestAnimationFrame(() => grid.focus(cell.cell));
    return undefined;
  });
}
