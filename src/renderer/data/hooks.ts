/** How components read and edit: the window, the file that it shows, its rows, figures and words. */
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { BackgroundFigures, Figures } from '../../shared/api/analysis.ts';
import type { Kit } from '../../shared/method/kit.ts';
import {
  type ClientData,
  type Engagement,
  type EntityName,
  entityNames,
  type RowOf,
} from '../../shared/model/index.ts';
import type { ClientFileView, FileState } from './client-file.ts';
import type { WindowState, WindowStore } from './window.ts';

/** The window that a component is in. */
export const WindowContext = createContext<WindowStore | null>(null);
/** The file that a component shows. */
export const FileContext = createContext<ClientFileView | null>(null);

/** The window with its actions. */
export function useWindow(): WindowStore {
  const store = useContext(WindowContext);
  if (store === null) throw new Error('outside of a window');
  return store;
}

/** A part of the window's state; `select` must answer the same object while nothing changed. */
export function useWindowState<T>(select: (state: WindowState) => T): T {
  const { store } = useWindow();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

/** The open file with what can be done to it. */
export function useFile(): ClientFileView {
  const file = useContext(FileContext);
  if (file === null) throw new Error('outside of a client file');
  return file;
}

/** A part of the file's state; `select` must answer the same object while nothing changed. */
export function useFileState<T>(select: (state: FileState) => T): T {
  const { store } = useFile();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

/** Whether the file can only be read. */
export function useReadOnly(): boolean {
  return useFileState((state) => state.info.readOnly);
}

/** The kit of the file. */
export function useKit(): Kit {
  return useFileState((state) => state.kit);
}

/** Rows of an entity in the engagement that is shown, oldest first. The list stays the same object until one of its rows changes. */
export function useRows<N extends EntityName>(entity: N): readonly RowOf<N>[] {
  const rows = useFileState((state) => state.data[entity]) as readonly RowOf<N>[];
  const engagement = useFileState((state) => state.engagement);
  return rowsIn(entity, rows, engagement);
}

/** One row by its id, whichever engagement it belongs to; undefined when it is not there. */
export function useRow<N extends EntityName>(entity: N, id: string | null): RowOf<N> | undefined {
  return useFileState((state) => findRow(state.data[entity] as readonly RowOf<N>[], id));
}

/** The engagement that is shown. */
export function useEngagement(): Engagement {
  const id = useFileState((state) => state.engagement);
  const row = useRow('engagement', id);
  if (row === undefined) throw new Error('the engagement is not there');
  return row;
}

/** All rows of the engagement that is shown, for the pure functions of the analysis. Made anew at every change: use `useRows` where one list will do. */
export function useEngagementData(): ClientData {
  const data = useFileState((state) => state.data);
  const engagement = useFileState((state) => state.engagement);
  return useMemo(
    () =>
      Object.fromEntries(
        entityNames.map((name) => [name, rowsIn(name, data[name] as readonly RowOf<typeof name>[], engagement)]),
      ) as ClientData,
    [data, engagement],
  );
}

/** The method's figures; null until they were computed for the first time. They follow an edit within about 150 ms. */
export function useFigures(): Figures | null {
  return useFileState((state) => state.readings.figures);
}

/** Readings beside the figures; null until they were computed for the first time. */
export function useBackground(): BackgroundFigures | null {
  return useFileState((state) => state.readings.background);
}

/** The day of the user's calendar, YYYY-MM-DD. */
export function useToday(): string {
  return useWindowState((state) => state.today);
}

/** A row by its id in a list that is in order of id. */
export function findRow<R extends { readonly id: string }>(rows: readonly R[], id: string | null): R | undefined {
  return id === null ? undefined : rows.find((row) => row.id === id);
}

// A list that no edit touched is filtered once for the whole window, and stays the same object.
const lists = new WeakMap<object, Map<string, readonly object[]>>();

function rowsIn<N extends EntityName>(entity: N, rows: readonly RowOf<N>[], engagement: string): readonly RowOf<N>[] {
  const known = lists.get(rows) ?? new Map<string, readonly RowOf<N>[]>();
  lists.set(rows, known);
  const found =
    (known.get(engagement) as readonly RowOf<N>[] | undefined) ??
    rows.filter((row) => belongs(entity, row, engagement));
  known.set(engagement, found);
  return found;
}

function belongs(entity: EntityName, row: { readonly id: string }, engagement: string): boolean {
  if (entity === 'engagement') return row.id === engagement;
  return !('engagement' in row) || row.engagement === engagement;
}
