/** Keys as people read them ("Ctrl Shift Z"): how they are shown on this system, and which key stroke is meant. */

/** What a key stroke tells; a KeyboardEvent has it all. */
export type Stroke = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/** Whether this system writes Cmd for Ctrl. */
export const isMac = typeof navigator !== 'undefined' && /mac/iu.test(navigator.platform);

const shown: Readonly<Record<string, string>> = {
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  Delete: 'Del',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};
const macShown: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' };

/** The caps of a key, one word each, as this system writes them. */
export function showKey(key: string, mac = isMac): readonly string[] {
  return key.split(' ').map((part) => (mac ? macShown[part] : undefined) ?? shown[part] ?? part);
}

/** The key for `aria-keyshortcuts`. */
export function ariaKey(key: string, mac = isMac): string {
  const names: Readonly<Record<string, string>> = {
    Ctrl: mac ? 'Meta' : 'Control',
    Up: 'ArrowUp',
    Down: 'ArrowDown',
    Left: 'ArrowLeft',
    Right: 'ArrowRight',
  };
  return key
    .split(' ')
    .map((part) => names[part] ?? part)
    .join('+');
}

/** Tells whether a stroke is this key. Letters go by what they write, digits by where they are: layouts differ in Shift. */
export function matchesKey(stroke: Stroke, key: string, mac = isMac): boolean {
  const parts = key.split(' ');
  const main = parts.at(-1) ?? '';
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  const command = mac ? stroke.metaKey : stroke.ctrlKey;
  const other = mac ? stroke.ctrlKey : stroke.metaKey;
  if (command !== wants('Ctrl') || other || stroke.altKey !== wants('Alt')) return false;
  // A sign such as "?" brings its own Shift.
  const sign = main.length === 1 && !/[\p{L}\d]/u.test(main);
  if (!sign && stroke.shiftKey !== wants('Shift')) return false;
  if (/^\d$/u.test(main))
    return stroke.code === `Digit${main}` || stroke.code === `Numpad${main}` || stroke.key === main;
  if (/^[a-z]$/iu.test(main)) {
    // Where a letter key writes another script, its place counts.
    const latin = /^[a-z]$/iu.test(stroke.key);
    return latin ? stroke.key.toLowerCase() === main.toLowerCase() : stroke.code === `Key${main.toUpperCase()}`;
  }
  const names: Readonly<Record<string, string>> = {
    Up: 'ArrowUp',
    Down: 'ArrowDown',
    Left: 'ArrowLeft',
    Right: 'ArrowRight',
    Space: ' ',
  };
  return stroke.key === (names[main] ?? main);
}

/** Tells whether a key would write into a text field, and so may act only outside of one. */
export function writes(key: string): boolean {
  const parts = key.split(' ');
  const main = parts.at(-1) ?? '';
  const plain = !parts.includes('Ctrl') && !parts.includes('Alt');
  return (
    plain &&
    (main.length === 1 ||
      ['Space', 'Backspace', 'Delete', 'Enter', 'Up', 'Down', 'Left', 'Right', 'Home', 'End', 'Tab'].includes(main))
  );
}

/** Tells whether a place takes text, so that letters belong to it. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  );
}

/** Tells whether a place is pressed by a key itself, so that a command does not take the key away from it. */
export function takesPress(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement) || (key !== 'Enter' && key !== 'Space')) return false;
  if (target instanceof HTMLInputElement) return key === 'Space';
  return target.matches('button, a[href], summary, [role=button], [role=tab], [role=menuitem]');
}
