/** Where windows stand: each arrangement of screens has its own last place, and none opens where nobody can see it. */
import { z } from 'zod';

/** A rectangle on the desktop, in device-independent pixels. */
export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A screen, as far as it is looked at. */
export type Screen = { readonly id: number; readonly workArea: Rectangle };

/** Last place of a window. */
export type Place = Rectangle & { readonly maximized: boolean };

/** Places by arrangement of screens. */
export type Places = Readonly<Record<string, Place>>;

const whole = z.number().transform(Math.round).pipe(z.int().min(-100_000).max(100_000));

/** Places as they are kept; what cannot be read is forgotten. */
export const placesSchema = z.record(
  z.string().max(500),
  z.strictObject({ x: whole, y: whole, width: whole, height: whole, maximized: z.boolean() }),
);

/** Size of the first window, where the screen has room for it. */
const usual = { width: 1440, height: 900 };
/** How far the next window stands from the one before, in pixels. */
const step = 28;
/** So much of a window has to be seen. */
const visible = 120;

/** The arrangement that screens stand in. */
export function arrangementOf(screens: readonly Screen[]): string {
  return screens
    .map(({ id, workArea: { x, y, width, height } }) => `${id}:${width}x${height}@${x},${y}`)
    .toSorted()
    .join(' ');
}

/** Where a window opens: at its last place, beside the window that is there already, or in the middle of the first screen. */
export function placeWindow(places: Places, screens: readonly Screen[], beside: Rectangle | null): Place {
  const kept = places[arrangementOf(screens)];
  const wanted = beside === null ? kept : { ...beside, x: beside.x + step, y: beside.y + step, maximized: false };
  if (wanted !== undefined && screens.some(({ workArea }) => overlaps(wanted, workArea))) return wanted;
  const area = screens[0]?.workArea ?? { x: 0, y: 0, ...usual };
  const width = Math.min(usual.width, area.width);
  const height = Math.min(usual.height, area.height);
  const x = area.x + Math.round((area.width - width) / 2);
  const y = area.y + Math.round((area.height - height) / 2);
  return { x, y, width, height, maximized: kept?.maximized === true && beside === null };
}

/** Whether enough of a window lies on a screen, its title bar included. */
function overlaps(window: Rectangle, area: Rectangle): boolean {
  const wide = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const high = Math.min(window.y + window.height, area.y + area.height) - Math.max(window.y, area.y);
  return wide >= visible && high >= visible && window.y >= area.y;
}
