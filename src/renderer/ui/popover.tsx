/** A panel beside the thing that it belongs to, above everything else; the browser places and flips it. */
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import { FieldArea } from './field.tsx';
import { focusFirst } from './focus.ts';
import styles from './popover.module.css';

/** What a panel hangs on: the element, or a ref to it. */
export type Anchor = HTMLElement | null | { readonly current: HTMLElement | null };

/** Where it hangs; it flips to the other side where there is no room. */
export type Placement = 'below-start' | 'below-end' | 'above-start' | 'above-end' | 'beside';

/**
 * An open panel; take it out of the tree to close it. Esc, a press outside and leaving it with the focus ask to close.
 * The focus goes in, and back when it closes; with `keepFocus` it stays where it is, for lists under a field.
 */
export function Popover({
  anchor,
  label,
  onClose,
  placement = 'below-start',
  keepFocus = false,
  matchWidth = false,
  role = 'dialog',
  id,
  children,
}: {
  anchor: Anchor;
  label?: string | undefined;
  onClose: () => void;
  placement?: Placement | undefined;
  keepFocus?: boolean | undefined;
  /** At least as wide as what it hangs on. */
  matchWidth?: boolean | undefined;
  role?: 'dialog' | 'presentation' | 'tooltip' | undefined;
  id?: string | undefined;
  children: ReactNode;
}) {
  const panel = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  const hanging = useRef(anchor);
  useLayoutEffect(() => {
    const shown = panel.current;
    if (shown === null) return undefined;
    const source = anchorOf(hanging.current);
    const before = document.activeElement;
    shown.showPopover(source === null ? {} : { source });
    if (!keepFocus) focusFirst(shown);
    const entry: Open = { panel: shown, source, close: () => close.current() };
    opened.push(entry);
    return () => {
      opened.splice(opened.indexOf(entry), 1);
      const inside = shown.contains(document.activeElement);
      shown.hidePopover();
      if (inside && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [keepFocus]);
  useEffect(() => listen(), []);
  return (
    <div
      ref={panel}
      id={id}
      popover="manual"
      role={role}
      aria-label={label}
      tabIndex={-1}
      className={classNames(styles.popover, matchWidth && styles.wide)}
      data-placement={placement}
    >
      <FieldArea layout="above" bare={false} dense={false}>
        {children}
      </FieldArea>
    </div>
  );
}

type Open = { readonly panel: HTMLElement; readonly source: HTMLElement | null; readonly close: () => void };

// The panels that are open now, the innermost last: it alone hears Esc.
const opened: Open[] = [];
let listeners = 0;

function listen(): () => void {
  listeners += 1;
  if (listeners === 1) {
    document.addEventListener('keydown', hearKey, true);
    document.addEventListener('pointerdown', leave, true);
    document.addEventListener('focusin', leave, true);
  }
  return () => {
    listeners -= 1;
    if (listeners > 0) return;
    document.removeEventListener('keydown', hearKey, true);
    document.removeEventListener('pointerdown', leave, true);
    document.removeEventListener('focusin', leave, true);
  };
}

function hearKey(event: KeyboardEvent): void {
  const innermost = opened.at(-1);
  if (event.key !== 'Escape' || event.isComposing || innermost === undefined) return;
  // A dialog that was opened over the panel hears it first.
  const dialog = event.target instanceof Element ? event.target.closest('dialog') : null;
  if (dialog !== null && !dialog.contains(innermost.panel)) return;
  event.preventDefault();
  event.stopPropagation();
  innermost.close();
}

function leave(event: Event): void {
  const target = event.target;
  if (!(target instanceof Node)) return;
  for (const { panel, source, close } of opened.toReversed()) {
    if (panel.contains(target) || source?.contains(target) === true) return;
    close();
  }
}

function anchorOf(anchor: Anchor): HTMLElement | null {
  return anchor === null || anchor instanceof HTMLElement ? anchor : anchor.current;
}
