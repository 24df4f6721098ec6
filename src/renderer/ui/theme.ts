/** Theme and zoom of the whole window, put on the root element; nothing else may set them. */

/** What can be chosen; `system` follows the machine and changes with it. */
export type Theme = 'system' | 'light' | 'dark';

/** The least zoom in per cent. */
export const leastZoom = 80;
/** The greatest zoom in per cent. */
export const greatestZoom = 200;

let stopFollowing: (() => void) | null = null;

/** Shows a theme at once, and from then on follows the machine when it is `system`. */
export function applyTheme(theme: Theme): void {
  stopFollowing?.();
  stopFollowing = null;
  if (theme !== 'system') {
    show(theme);
    return;
  }
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = (): void => show(dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', follow);
  stopFollowing = () => dark.removeEventListener('change', follow);
  follow();
}

/** Shows everything larger or smaller, in per cent; what lies outside of 80 to 200 is brought to its end. */
export function applyZoom(percent: number): void {
  const held = Number.isFinite(percent) ? Math.min(greatestZoom, Math.max(leastZoom, percent)) : 100;
  // On the root, so that heights in per cent still fill the window and container queries see what is left of it.
  document.documentElement.style.setProperty('zoom', held === 100 ? '' : String(held / 100));
}

/** The next zoom in a direction: 80, 90, 100, 110, 125, 150, 175, 200. */
export function nextZoom(percent: number, direction: 'in' | 'out'): number {
  const steps = [80, 90, 100, 110, 125, 150, 175, 200];
  return direction === 'in'
    ? (steps.find((step) => step > percent) ?? greatestZoom)
    : (steps.findLast((step) => step < percent) ?? leastZoom);
}

function show(theme: 'light' | 'dark'): void {
  document.documentElement.dataset['theme'] = theme;
}
