/** Selects words in a text on the page, whatever shows it: a field, an editor, or plain text. */
import { findWords } from '../../shared/lib/find-words.ts';

/**
 * Puts the selection on the words inside a part of the page and brings them into view; tells whether they were found.
 * `near` is the offset in a field where they are meant, if they stand there more than once.
 */
export function selectWords(root: HTMLElement, words: string, near = 0): boolean {
  const field = root.matches(fields) ? root : root.querySelector<HTMLElement>(fields);
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
    const found = findWords(field.value, words, near);
    if (found === null) return false;
    field.focus();
    field.setSelectionRange(found.from, found.to);
    scrollToSelection(field, found.from);
    return true;
  }
  const lines = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = lines.nextNode(); node !== null; node = lines.nextNode()) {
    const found = findWords(node.textContent ?? '', words);
    if (found === null) continue;
    root.querySelector<HTMLElement>('[contenteditable=true]')?.focus();
    document.getSelection()?.setBaseAndExtent(node, found.from, node, found.to);
    node.parentElement?.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}

const fields = 'textarea, input:not([type=checkbox], [type=radio])';

// A field as high as its text scrolls with the page, which only knows where the field begins.
function scrollToSelection(field: HTMLElement, from: number): void {
  const text = field instanceof HTMLTextAreaElement ? field.value : '';
  const share = text === '' ? 0 : from / text.length;
  const pane = scrollerOf(field);
  if (pane === null) return;
  const top = field.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  const at = top + share * field.offsetHeight;
  if (at < pane.scrollTop || at > pane.scrollTop + pane.clientHeight - 40)
    pane.scrollTop = Math.max(0, at - pane.clientHeight / 2);
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let one = element.parentElement; one !== null; one = one.parentElement)
    if (one.scrollHeight > one.clientHeight && /auto|scroll/u.test(getComputedStyle(one).overflowY)) return one;
  return null;
}
