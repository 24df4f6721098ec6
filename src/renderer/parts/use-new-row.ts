/** A row that comes into being with the first letter that is typed for it, so that nothing typed is only on the screen. */
import { useEffect, useRef, useState } from 'react';
import { type Change, deleteRow } from '../../shared/model/change.ts';
import type { EntityName } from '../../shared/model/index.ts';
import { useFile, useRow } from '../data/hooks.ts';

/** What is typed for a row. */
export type NewRow = {
  /** The row; null before the first letter. */
  readonly id: string | null;
  readonly text: string;
  readonly type: (text: string) => void;
};

/** Types the words of a row into one of its fields; `make` gives the changes that insert it. */
export function useNewRow(
  entity: EntityName,
  field: string,
  existing: string | null,
  make: (id: string, text: string) => { readonly label: string; readonly changes: readonly Change[] },
): NewRow {
  const file = useFile();
  const [made, setMade] = useState<string | null>(null);
  const id = existing ?? made;
  const row = useRow(entity, id) as Readonly<Record<string, unknown>> | undefined;
  const text = row?.[field];
  return {
    id: row === undefined ? null : id,
    text: typeof text === 'string' ? text : '',
    type: (words) => {
      if (id !== null && row !== undefined) {
        file.type(entity, id, { [field]: words });
        return;
      }
      if (words.trim() === '') return;
      const fresh = file.newId();
      const { label, changes } = make(fresh, words);
      setMade(fresh);
      void file.edit(label, changes);
    },
  };
}

/** When its editor goes, sends what was typed, and takes the row away if somebody emptied it: a line without words says nothing. */
export function useTakeAwayEmpty(entity: EntityName, row: NewRow): void {
  const file = useFile();
  const latest = useRef({ row, typed: false });
  useEffect(() => {
    const { typed } = latest.current;
    latest.current = { row, typed: typed || row.text !== '' };
  });
  useEffect(
    () => () => {
      const { typed, row: last } = latest.current;
      if (typed && last.id !== null && last.text.trim() === '') {
        void file.edit('Take an empty line away', [deleteRow(entity, last.id)]);
      } else void file.flush();
    },
    [entity, file],
  );
}
