/** Which limit is open: the one that was opened here, or the one whose field or experiment one came for. */
import { useEffect, useState } from 'react';
import { useFile, useWindow, useWindowState } from '../../data/hooks.ts';

/** An open limit, and the place in it that one came for. */
export type OpenedLimit = { readonly id: string; readonly place?: string };

/** The open limit with the way to open another; null closes. */
export function useOpenedLimit(): readonly [OpenedLimit | null, (id: string | null) => void] {
  const window = useWindow();
  const file = useFile();
  const turn = useWindowState((state) => state.place.turn);
  const [opened, setOpened] = useState<OpenedLimit | null>(null);
  useEffect(() => {
    const { target } = window.store.getState().place;
    if (target === null) return;
    if (target.entity === 'limit' && target.field !== undefined)
      setOpened({ id: target.id, place: `limit:${target.id}:${target.field}` });
    if (target.entity !== 'experiment') return;
    const experiment = file.store.getState().data.experiment.find((row) => row.id === target.id);
    if (experiment !== undefined && experiment.limit !== null)
      setOpened({
        id: experiment.limit,
        place: `experiment:${target.id}${target.field === undefined ? '' : `:${target.field}`}`,
      });
  }, [turn, window, file]);
  return [opened, (id) => setOpened(id === null ? null : { id })];
}
