/** A field in which one chooses from many by typing a part of the name. */
import { type KeyboardEvent, type Ref, useId, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldProps } from './field.tsx';
import { takesFocus } from './focus.ts';
import { Icon } from './icon.tsx';
import { KeyCaps } from './keys-cap.tsx';
import { type Choice, matchItems, sameItem } from './match-items.ts';
import { Popover } from './popover.tsx';
import { digitOf } from './segment-moves.ts';
import { Spoken } from './spoken.tsx';
import styles from './combo-box.module.css';

const mostShown = 100;

type Entry = Choice & { readonly made?: true };

/**
 * Chooses one item by id, or none once its text is cleared. Up and Down walk the list, Enter and Tab take what is marked,
 * Esc closes it. With `onCreate` a text that is no item can be added; it is never added by merely leaving the field.
 */
export function ComboBox({
  items,
  value,
  onChoose,
  onCreate,
  createSays = (text) => `Add “${text}”`,
  onDone,
  onBlur,
  onKeyDown,
  question,
  digits = false,
  openAtOnce = false,
  clearable = true,
  placeholder,
  autoFocus = false,
  inputRef,
  ...field
}: FieldProps & {
  items: readonly Choice[];
  value: string | null;
  onChoose: (id: string | null) => void;
  onCreate?: ((text: string) => void) | undefined;
  createSays?: ((text: string) => string) | undefined;
  /** A choice was made, also the same as before: an editor in a table can be left. */
  onDone?: (() => void) | undefined;
  onBlur?: (() => void) | undefined;
  onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
  /** A line over the list. */
  question?: string | undefined;
  /** 1 to 9 take the first nine. */
  digits?: boolean | undefined;
  /** Opens its list when it gets the focus. */
  openAtOnce?: boolean | undefined;
  clearable?: boolean | undefined;
  placeholder?: string | undefined;
  autoFocus?: boolean | undefined;
  inputRef?: Ref<HTMLInputElement> | undefined;
}) {
  const list = useId();
  const frame = useRef<HTMLSpanElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState(-1);
  const chosen = items.find((item) => item.id === value);
  const text = typed ?? '';
  const found = open ? matchItems(items, text) : [];
  const entries: readonly Entry[] = found.slice(0, mostShown);
  const creates = open && onCreate !== undefined && text.trim() !== '' && sameItem(items, text) === undefined;
  const all = creates ? [...entries, { id: '', says: createSays(text.trim()), made: true as const }] : entries;
  const show = (): void => {
    setOpen(true);
    setMarked(typed === null ? Math.max(-1, items.indexOf(chosen ?? { id: '', says: '' })) : 0);
  };
  const close = (): void => {
    setOpen(false);
    setTyped(null);
    setMarked(-1);
  };
  const take = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    close();
    if (entry.made === true) onCreate?.(text.trim());
    else if (entry.id !== value) onChoose(entry.id);
    onDone?.();
  };
  const clear = (): void => {
    close();
    if (value !== null && clearable) onChoose(null);
    onDone?.();
  };
  const leave = (): void => {
    if (typed !== null && typed.trim() === '') clear();
    else if (typed !== null && sameItem(items, typed) !== undefined) take(sameItem(items, typed));
    else close();
    onBlur?.();
  };
  /** Tells whether the key was used. */
  const use = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    const digit = digits && open ? digitOf(event) : null;
    const numbered = digit === null || digit === 0 ? undefined : all[digit - 1];
    if (numbered !== undefined) {
      take(numbered);
      return true;
    }
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (event.altKey && open) close();
        else if (!open) show();
        else if (event.key === 'ArrowDown') setMarked(Math.min(all.length - 1, marked + 1));
        else setMarked(Math.max(0, marked - 1));
        return true;
      case 'Enter':
        if (typed !== null && typed.trim() === '') clear();
        else if (open) take(all[marked]);
        else return false;
        return true;
      case 'Tab':
        // The focus moves on by itself.
        if (open && typed !== null && typed.trim() !== '') take(all[marked]);
        return false;
      case 'Escape':
        if (typed === null) return false;
        close();
        return true;
      default:
        return false;
    }
  };
  return (
    <Field {...field}>
      {(control) => (
        <span className={classNames(styles.frame, control.bare && styles.bare)} ref={frame}>
          <input
            id={control.id}
            ref={inputRef}
            className={classNames(control.className, styles.input)}
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-expanded={open}
            aria-controls={open ? list : undefined}
            aria-autocomplete="list"
            aria-activedescendant={open && marked >= 0 ? `${list}-${marked}` : undefined}
            value={typed ?? chosen?.says ?? ''}
            readOnly={control.readOnly}
            placeholder={control.readOnly ? undefined : (placeholder ?? ' ')}
            autoFocus={autoFocus}
            {...(autoFocus ? takesFocus : {})}
            {...control.aria}
            onFocus={(event) => {
              if (control.readOnly) return;
              event.target.select();
              if (openAtOnce) show();
            }}
            onClick={() => {
              if (!control.readOnly && !open) show();
            }}
            onChange={(event) => {
              setTyped(event.target.value);
              setOpen(true);
              setMarked(event.target.value.trim() === '' ? -1 : 0);
            }}
            onBlur={leave}
            onKeyDown={(event) => {
              if (control.readOnly || event.nativeEvent.isComposing) return;
              if (use(event)) event.preventDefault();
              else onKeyDown?.(event);
            }}
          />
          {!control.readOnly && <Icon name="chevron-down" small />}
          {open && (
            <Popover anchor={frame} keepFocus matchWidth role="presentation" onClose={close}>
              {question !== undefined && <p className={styles.question}>{question}</p>}
              <List
                id={list}
                label={field.label}
                entries={all}
                marked={marked}
                digits={digits}
                value={value}
                onTake={take}
              />
              {found.length > mostShown && (
                <p className={styles.more}>{found.length - mostShown} more; type to narrow them down.</p>
              )}
              {all.length === 0 && <p className={styles.more}>Nothing matches “{text.trim()}”.</p>}
            </Popover>
          )}
          {open && (
            <Spoken>
              <span role="status">{found.length === 1 ? '1 match' : `${found.length} matches`}</span>
            </Spoken>
          )}
        </span>
      )}
    </Field>
  );
}

function List({
  id,
  label,
  entries,
  marked,
  digits,
  value,
  onTake,
}: {
  id: string;
  label: string;
  entries: readonly Entry[];
  marked: number;
  digits: boolean;
  value: string | null;
  onTake: (entry: Entry) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    <ul ref={list} id={id} role="listbox" aria-label={label} className={styles.list}>
      {entries.map((entry, at) => (
        <li
          key={entry.made === true ? 'made' : entry.id}
          id={`${id}-${at}`}
          role="option"
          aria-selected={entry.id === value}
          className={classNames(styles.entry, at === marked && styles.marked, entry.made && styles.made)}
          // The field keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(entry)}
        >
          <span className={styles.words}>{entry.says}</span>
          {entry.more !== undefined && <span className={styles.aside}>{entry.more}</span>}
          {digits && at < 9 && <KeyCaps of={String(at + 1)} silent />}
        </li>
      ))}
    </ul>
  );
}
