/** Buttons: one primary in a view, plain ones, quiet ones, ones that look like a link and ones that are an icon. */
import { type ReactNode, type Ref, useId, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { takesFocus } from './focus.ts';
import { Icon, type IconName } from './icon.tsx';
import { KeyCaps } from './keys-cap.tsx';
import { ariaKey } from './keys.ts';
import { Popover } from './popover.tsx';
import styles from './button.module.css';

/** What every button takes. */
export type ButtonProps = {
  onPress: () => void;
  /** Why it cannot be used now. It stays in the order of Tab, and says this when it has the focus or is pressed. */
  off?: string | undefined;
  /** Opens the reasons in full when it is pressed while it cannot be used. */
  onOff?: (() => void) | undefined;
  autoFocus?: boolean | undefined;
  id?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
  'aria-label'?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-expanded'?: boolean | undefined;
  'aria-haspopup'?: 'menu' | 'dialog' | 'listbox' | undefined;
  'aria-controls'?: string | undefined;
  'aria-pressed'?: boolean | undefined;
};

/** A button with words. `primary` is for the one thing that a view is for. */
export function Button({
  kind = 'plain',
  small = false,
  icon,
  keys,
  children,
  ...rest
}: ButtonProps & {
  kind?: 'primary' | 'plain' | 'quiet' | undefined;
  small?: boolean | undefined;
  icon?: IconName | undefined;
  /** The key that does the same: shown, not heard here. */
  keys?: string | undefined;
  children: ReactNode;
}) {
  return (
    <Press {...rest} keys={keys} className={classNames(styles.button, styles[kind], small && styles.small)}>
      {icon === undefined ? null : <Icon name={icon} small />}
      <span>{children}</span>
      {keys === undefined ? null : <KeyCaps of={keys} silent />}
    </Press>
  );
}

/** A button that reads as a link: it goes somewhere or opens something. */
export function LinkButton({
  children,
  quiet = false,
  ...rest
}: ButtonProps & { quiet?: boolean; children: ReactNode }) {
  return (
    <Press {...rest} className={classNames(styles.link, quiet && styles.quietLink)}>
      {children}
    </Press>
  );
}

/** A button that is an icon; the label is its name and is shown while the pointer rests on it. */
export function IconButton({
  icon,
  label,
  keys,
  small = false,
  ...rest
}: ButtonProps & { icon: IconName; label: string; keys?: string; small?: boolean }) {
  return (
    <Press {...rest} keys={keys} aria-label={label} title={label} className={styles.icon}>
      <Icon name={icon} small={small} />
    </Press>
  );
}

function Press({
  onPress,
  off,
  onOff,
  autoFocus = false,
  keys,
  className,
  children,
  ref,
  ...rest
}: ButtonProps & { keys?: string | undefined; className: string | undefined; title?: string; children: ReactNode }) {
  const reason = useId();
  const [element, setElement] = useState<HTMLButtonElement | null>(null);
  const [saying, setSaying] = useState(false);
  const pointed = useRef(false);
  const isOff = off !== undefined && off !== '';
  const describedBy = classNames(rest['aria-describedby'], isOff && reason);
  const press = (): void => {
    if (!isOff) {
      onPress();
      return;
    }
    setSaying(true);
    onOff?.();
  };
  return (
    <>
      <button
        {...rest}
        type="button"
        ref={(node) => {
          setElement(node);
          if (typeof ref === 'function') return ref(node);
          // A ref object of a caller is there to be filled.
          if (ref !== null && ref !== undefined) Object.assign(ref, { current: node });
          return undefined;
        }}
        className={classNames(className, isOff && styles.off)}
        onClick={press}
        aria-disabled={isOff ? 'true' : undefined}
        aria-describedby={describedBy === '' ? undefined : describedBy}
        aria-keyshortcuts={keys === undefined ? undefined : ariaKey(keys)}
        autoFocus={autoFocus}
        {...(autoFocus ? takesFocus : {})}
        onFocus={(event) => setSaying(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setSaying(false)}
        onPointerEnter={() => {
          pointed.current = true;
          setSaying(true);
        }}
        onPointerLeave={() => {
          pointed.current = false;
          setSaying(false);
        }}
      >
        {children}
      </button>
      {isOff && (
        <span id={reason} hidden>
          {off}
        </span>
      )}
      {isOff && saying && (
        <Popover anchor={element} keepFocus role="tooltip" onClose={() => setSaying(false)}>
          <div className={styles.reason}>{off}</div>
        </Popover>
      )}
    </>
  );
}
