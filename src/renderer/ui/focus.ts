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

/** Where the caret stands in a field, or in an editor of its own. */
export type Caret = { readonly from: number; readonly to: number } | { readonly range: Range };

/** Reads the caret of what has the focus; null where nothing is typed. */
export function caretOf(element: HTMLElement): Caret | null {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    const { selectionStart: from, selectionEnd: to } = element;
    return from === null || to === null ? null : { from, to };
  }
  const selection = element.isContentEditable ? document.getSelection() : null;
  const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  return range !== null && element.contains(range.startContainer) ? { range: range.cloneRange() } : null;
}

/** Puts it back. An element may have the focus and yet no caret, and then takes no letter. */
export function putCaret(element: HTMLElement, caret: Caret | null): void {
  if (caret === null || document.activeElement !== element) return;
  if ('range' in caret) {
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(caret.range);
  } else if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
    element.setSelectionRange(caret.from, caret.to);
}
