/** A question or a form that has to be finished or left before anything else. */
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import { FieldArea } from './field.tsx';
import { type Caret, caretOf, focusable, focusFirst, putCaret } from './focus.ts';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';

/**
 * An open dialog; take it out of the tree to close it. Esc asks to close, the focus goes in and comes back. Keys stay
 * inside, so that a letter does nothing to the page behind; with `keys="all"` they reach the commands of the window.
 */
export function Dialog({
  title,
  hideTitle = false,
  onClose,
  footer,
  size = 'medium',
  keys = 'own',
  reading = false,
  children,
}: {
  title: string;
  /** The title is read out only, and nothing but the children and the footer is seen. */
  hideTitle?: boolean | undefined;
  onClose: () => void;
  footer?: ReactNode | undefined;
  /** `full` takes the window, for a step with several panes. */
  size?: 'small' | 'medium' | 'large' | 'full' | 'top' | undefined;
  keys?: 'own' | 'all' | undefined;
  /** There is only text inside: it takes the focus, so that keys scroll it. */
  reading?: boolean | undefined;
  children: ReactNode;
}) {
  const shown = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useLayoutEffect(() => {
    const dialog = shown.current;
    if (dialog === null) return undefined;
    const before = document.activeElement;
    const caret: Caret | null = before instanceof HTMLElement ? caretOf(before) : null;
    dialog.showModal();
    focusFirst(dialog.querySelector<HTMLElement>('[data-takes-focus]') === null ? bodyOf(dialog) : dialog);
    return () => {
      dialog.close();
      if (!(before instanceof HTMLElement) || !before.isConnected) return;
      before.focus();
      // Only once the dialog is out of the tree: taken away with the caret of its own, it would leave none.
      queueMicrotask(() => putCaret(before, caret));
    };
  }, []);
  return (
    <dialog
      ref={shown}
      className={classNames(styles.dialog, styles[size])}
      aria-labelledby={heading}
      data-own-keys={keys === 'own' ? '' : undefined}
      onCancel={(event) => {
        // A cancelled file chooser inside bubbles the same event.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      // The browser may close it in spite of that when Esc is pressed twice.
      onClose={(event) => {
        const { target, currentTarget } = event;
        if (target === currentTarget && currentTarget.isConnected && !currentTarget.open) close.current();
      }}
      onKeyDown={(event) => {
        if (keys === 'own') event.stopPropagation();
      }}
    >
      {hideTitle ? (
        <h2 id={heading} className={styles.unseen}>
          {title}
        </h2>
      ) : (
        <header className={styles.head}>
          <h2 id={heading}>{title}</h2>
          <IconButton icon="close" label="Close" onPress={onClose} />
        </header>
      )}
      <div className={styles.body} data-dialog-body tabIndex={reading ? 0 : -1}>
        <FieldArea layout="above" bare={false} dense={false}>
          {children}
        </FieldArea>
      </div>
      {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
    </dialog>
  );
}

// The first field rather than the cross in the corner, the first button below when there is no field.
function bodyOf(dialog: HTMLDialogElement): HTMLElement {
  const body = dialog.querySelector<HTMLElement>('[data-dialog-body]');
  const foot = dialog.querySelector<HTMLElement>('footer');
  if (body === null || foot === null) return body ?? dialog;
  return focusable(body).length > 0 || body.tabIndex === 0 ? body : foot;
}
