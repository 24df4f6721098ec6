/** Keeps where windows stand, in the folder of the program's own data. */
import { type BrowserWindow, screen } from 'electron';
import type { Core } from '../../core.ts';
import { arrangementOf, type Place, placesSchema, placeWindow, type Places, type Rectangle } from './window-places.ts';

/** Keeps places. */
export type PlaceKeeper = {
  /** Where the next window opens, beside another or alone. */
  next(beside: Rectangle | null): Place;
  /** A window stands here now. */
  note(place: Rectangle, maximized: boolean): void;
  /** Writes what was noted last. */
  save(): void;
};

/** Name of the file, and milliseconds of quiet before it is written. */
const [name, quiet] = ['window-places', 500];
/** So many arrangements of screens are kept, the latest ones. */
const keptArrangements = 20;

/** Opens the keeper with what was kept. */
export function openPlaceKeeper(kept: Core['kept']): PlaceKeeper {
  const read = placesSchema.safeParse(kept.load(name));
  let places: Places = read.success ? read.data : {};
  let timer: NodeJS.Timeout | null = null;
  const save = (): void => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    kept.save(name, places);
  };
  return {
    next: (beside) => placeWindow(places, screen.getAllDisplays(), beside),
    note(place, maximized) {
      const { [arrangementOf(screen.getAllDisplays())]: _, ...others } = places;
      const latest = Object.entries(others).slice(1 - keptArrangements);
      places = Object.fromEntries([...latest, [arrangementOf(screen.getAllDisplays()), { ...place, maximized }]]);
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(save, quiet);
    },
    save,
  };
}

/** Where a window stands when it is not maximized. */
export function sizeOf(browser: BrowserWindow): Rectangle {
  const { x, y, width, height } = browser.getNormalBounds();
  return { x, y, width, height };
}
