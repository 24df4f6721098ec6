/** Pasting from a spreadsheet: one entry, with a sentence about what was not taken. */
import { useState } from 'react';
import { type Paste, planPaste } from '../../../../shared/analysis/map/paste.ts';
import type { MapReading } from '../../../../shared/analysis/map/rows.ts';
import { useEngagement, useFile, useReadOnly, useRows, useToday } from '../../../data/hooks.ts';
import { parseNumber, signsOf } from '../../../ui/number-text.ts';
import { useDesk } from '../desk.ts';
import { pasteWords } from './paste-note.tsx';
import type { MapCell, TableRow } from './rows.ts';

/** The way to paste, and what the last one left, until it is put away. */
export function usePaste(map: MapReading, rows: ReadonlyMap<string, TableRow>) {
  const file = useFile();
  const engagement = useEngagement().id;
  const today = useToday();
  const readOnly = useReadOnly();
  const people = useRows('stakeholder');
  const stops = useRows('stop');
  const measures = useRows('measureChange');
  const { say } = useDesk();
  const [note, setNote] = useState<Paste | null>(null);
  const paste = (cell: MapCell, sheet: readonly (readonly string[])[]): void => {
    const row = rows.get(cell.row);
    if (row === undefined || readOnly) return;
    const signs = signsOf(undefined);
    const planned = planPaste(
      map,
      sheet,
      {
        decision: row.decision.row.id,
        priority: row.kind === 'decision' ? null : row.priority.row.id,
        criterion: row.kind === 'decision' ? null : (row.criterion?.id ?? null),
        column: cell.column,
      },
      {
        engagement,
        today,
        people,
        stops,
        measures,
        newId: () => file.newId(),
        readNumber: (text) => parseNumber(text, signs),
      },
    );
    if (planned.changes.length > 0) void file.edit('Paste from a sheet', planned.changes);
    setNote(planned.left.length > 0 ? planned : null);
    if (planned.left.length === 0) say(pasteWords(planned), planned.changes.length > 0);
  };
  return { paste, note, putAway: () => setNote(null) };
}
