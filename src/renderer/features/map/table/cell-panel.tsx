/** The panel under a cell that is being edited: fields that have no room in the cell itself. */
import { type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react';
import { focusable } from '../../../ui/focus.ts';
import { Popover } from '../../../ui/popover.tsx';
import { useTable } from './table-context.ts';
import styles from './cell-panel.module.css';

/** Tab walks the fields and then goes on to the next cell; Enter and Esc end editing. */
export function CellPanel({
  label,
  keepFocus = false,
  wide = false,
  children,
}: {
  label: string;
  /** The cell itself is being typed in, and the panel only offers. */
  keepFocus?: boolean;
  wide?: boolean;
  children: ReactNode;
}) {
  const { stop, leave } = useTable();
  const mark = useRef<HTMLSpanElement>(null);
  // It hangs on the whole cell: what is typed in the cell belongs to it.
  const anchor = useMemo(
    () => ({
      get current(): HTMLElement | null {
        return mark.current?.closest<HTMLElement>('[data-cell]') ?? null;
      },
    }),
    [],
  );
  const panel = useRef<HTMLDivElement>(null);
  const hear = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.nativeEvent.isComposing || event.altKey) return;
    const { target } = event;
    if (event.key === 'Tab' && panel.current !== null) {
      const all = focusable(panel.current);
      const next = all.indexOf(target as HTMLElement) + (event.shiftKey ? -1 : 1);
      if (all[next] !== undefined) return;
      event.preventDefault();
      leave(event.shiftKey);
    } else if (event.key === 'Enter' && endsOnEnter(target, event)) {
      event.preventDefault();
      event.stopPropagation();
      stop();
    }
  };
  return (
    <>
      <span ref={mark} hidden />
      <Popover anchor={anchor} label={label} keepFocus={keepFocus} onClose={stop}>
        <div ref={panel} className={wide ? styles.wide : styles.panel} onKeyDown={hear}>
          {children}
        </div>
      </Popover>
    </>
  );
}

/** Buttons and lists use Enter themselves; in a text of several lines Shift Enter makes a line. */
function endsOnEnter(target: EventTarget, { ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey) return false;
  if (target instanceof HTMLTextAreaElement) return !shiftKey;
  return (
    target instanceof HTMLInputElement || (target instanceof HTMLElement && target.getAttribute('role') === 'radio')
  );
}
