/** A menu: a button that opens a list of actions. */
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { takesFocus } from './focus.ts';
import { Icon, type IconName } from './icon.tsx';
import { KeyCaps } from './keys-cap.tsx';
import { type Anchor, type Placement, Popover } from './popover.tsx';
import { moveAlong } from './segment-moves.ts';
import styles from './menu.module.css';

/** An action of a menu, or a line between two groups of them. */
export type MenuEntry =
  | {
      readonly id: string;
      readonly says: string;
      readonly icon?: IconName | undefined;
      /** The key that does the same: shown, not heard here. */
      readonly keys?: string | undefined;
      /** Why it cannot be used now. */
      readonly off?: string | undefined;
      readonly checked?: boolean | undefined;
      readonly onPress: () => void;
    }
  | { readonly id: string; readonly line: true };

/** The button with its menu. `look` is the button: with words and a chevron, an icon, or just what is inside. */
export function Menu({
  label,
  entries,
  look = 'button',
  icon = 'dots',
  placement = 'below-start',
  children,
}: {
  label: string;
  entries: readonly MenuEntry[];
  look?: 'button' | 'icon' | 'plain' | undefined;
  icon?: IconName | undefined;
  placement?: Placement | undefined;
  /** What the button shows instead of the label, with `look="plain"`. */
  children?: ReactNode | undefined;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classNames(styles.opener, styles[look])}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={look === 'icon' ? label : undefined}
        title={look === 'icon' ? label : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || event.altKey) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {look === 'icon' ? <Icon name={icon} /> : (children ?? <span>{label}</span>)}
        {look !== 'icon' && <Icon name="chevron-down" small />}
      </button>
      {open && (
        <MenuList
          anchor={button}
          label={label}
          entries={entries}
          placement={placement}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** The list itself, hung on anything: for menus that a key or the other mouse button opens. */
export function MenuList({
  anchor,
  label,
  entries,
  placement = 'below-start',
  onClose,
}: {
  anchor: Anchor;
  label: string;
  entries: readonly MenuEntry[];
  placement?: Placement | undefined;
  onClose: () => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const sought = useRef({ text: '', at: 0 });
  const hear = (event: KeyboardEvent): void => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    const step =
      event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? null : moveAlong(event.key, at, items.length);
    if (step !== null) items[step]?.focus();
    else if (event.key === 'Tab') onClose();
    else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      // Typed letters seek an entry; after a pause they begin anew.
      const text = event.timeStamp - sought.current.at < 700 ? sought.current.text + event.key : event.key;
      sought.current = { text, at: event.timeStamp };
      const begins = (item: HTMLElement): boolean =>
        (item.textContent ?? '').toLowerCase().startsWith(text.toLowerCase());
      items.find(begins)?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Popover anchor={anchor} onClose={onClose} placement={placement} role="presentation">
      <div ref={list} role="menu" aria-label={label} className={styles.list} onKeyDown={hear}>
        {entries.map((entry, at) =>
          'line' in entry ? (
            <div key={entry.id} role="separator" className={styles.line} />
          ) : (
            <button
              key={entry.id}
              type="button"
              role={entry.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
              aria-checked={entry.checked}
              aria-disabled={(entry.off ?? '') === '' ? undefined : 'true'}
              tabIndex={-1}
              {...(at === 0 ? takesFocus : {})}
              className={styles.entry}
              onPointerEnter={(event) => event.currentTarget.focus()}
              onClick={() => {
                if ((entry.off ?? '') !== '') return;
                onClose();
                entry.onPress();
              }}
            >
              <span className={styles.mark}>
                {entry.checked === true ? (
                  <Icon name="check" small />
                ) : (
                  entry.icon !== undefined && <Icon name={entry.icon} small />
                )}
              </span>
              <span className={styles.words}>
                {entry.says}
                {(entry.off ?? '') !== '' && <span className={styles.reason}>{entry.off}</span>}
              </span>
              {entry.keys !== undefined && <KeyCaps of={entry.keys} silent />}
            </button>
          ),
        )}
      </div>
    </Popover>
  );
}
