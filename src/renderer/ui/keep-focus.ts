/** Keeps the focus where one works: when what has it is taken away, what stands next to it gets it. */
import { focusable } from './focus.ts';

/** A place of the page: an element, and what stood beside the part of it that held the focus. */
type Level = { readonly parent: Element; readonly previous: Element | null; readonly next: Element | null };

/** Watches until it is told to stop. Whoever moves the focus within two frames of taking something away is left alone. */
export function keepFocus(): () => void {
  let last: { readonly element: Element; readonly trail: readonly Level[] } | null = null;
  const remember = ({ target }: FocusEvent): void => {
    if (target instanceof Element) last = { element: target, trail: trailOf(target) };
  };
  const look = ({ relatedTarget }: FocusEvent): void => {
    const lost = last;
    if (relatedTarget !== null || lost === null) return;
    // Components that know better where the focus belongs move it in the next frame.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        // A press on the empty page leaves what had the focus where it was: that is no loss.
        if (document.activeElement === document.body && !lost.element.isConnected) mend(lost.trail);
      }),
    );
  };
  document.addEventListener('focusin', remember);
  document.addEventListener('focusout', look);
  return () => {
    document.removeEventListener('focusin', remember);
    document.removeEventListener('focusout', look);
  };
}

function trailOf(from: Element): readonly Level[] {
  const levels: Level[] = [];
  for (let at = from; at.parentElement !== null && at !== document.body; at = at.parentElement)
    levels.push({ parent: at.parentElement, previous: at.previousElementSibling, next: at.nextElementSibling });
  return levels;
}

function mend(trail: readonly Level[]): void {
  for (const { parent, previous, next } of trail.filter((level) => level.parent.isConnected)) {
    // Another page or dialog says by itself where its focus is.
    if (!(parent instanceof HTMLElement) || parent.closest('main, dialog, aside, nav') === null) return;
    const all = focusable(parent);
    const after = next?.isConnected === true ? all.find((one) => !isBefore(one, next)) : undefined;
    const before = previous?.isConnected === true ? all.findLast((one) => previous.contains(one)) : undefined;
    const target = after ?? before ?? all[0];
    if (target === undefined) continue;
    target.focus();
    return;
  }
}

function isBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !one.contains(other);
}
