/** Where the focus goes when something opens. */

const reachable = ':is(button, [href], input, select, textarea, [tabindex]):not(:disabled, [tabindex="-1"])';

/** What a component puts on the element that takes the focus when a dialog or panel opens around it. */
export const takesFocus = { 'data-takes-focus': '' } as const;

/** Moves the focus into a container: to what asks for it, else to the first thing that can have it, else to the container. */
export function focusFirst(container: HTMLElement): void {
  const wanted = container.querySelector<HTMLElement>('[data-takes-focus]');
  const target = wanted ?? focusable(container)[0] ?? container;
  target.focus();
}

/** All that can be reached with Tab inside a container, in the order of the page. */
export function focusable(container: HTMLElement): readonly HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>(reachable)].filter((element) => element.checkVisibility());
}
