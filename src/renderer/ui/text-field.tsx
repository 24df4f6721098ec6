/** A field for text, of one line or as many as are written. */
import { type FocusEvent, type KeyboardEvent, type Ref } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldProps } from './field.tsx';
import { takesFocus } from './focus.ts';
import styles from './text-field.module.css';

/** The element of a text field. */
export type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** A text field. Its value is what it is given, `onChange` tells every keystroke; it has no undo and no draft of its own. */
export function TextField({
  value,
  onChange,
  onBlur,
  onFocus,
  onKeyDown,
  multiline = false,
  serif = false,
  large = false,
  type = 'text',
  placeholder,
  inputRef,
  autoFocus = false,
  maxLength,
  spellCheck,
  ...field
}: FieldProps & {
  value: string;
  onChange: (text: string) => void;
  onBlur?: (() => void) | undefined;
  onFocus?: (() => void) | undefined;
  onKeyDown?: ((event: KeyboardEvent<TextElement>) => void) | undefined;
  /** Grows with its text; Enter makes a line. */
  multiline?: boolean | undefined;
  /** For words that were said, written or will be read. */
  serif?: boolean | undefined;
  large?: boolean | undefined;
  type?: 'text' | 'search' | 'email' | 'password' | undefined;
  placeholder?: string | undefined;
  inputRef?: Ref<TextElement> | undefined;
  autoFocus?: boolean | undefined;
  maxLength?: number | undefined;
  spellCheck?: boolean | undefined;
}) {
  return (
    <Field {...field}>
      {(control) => {
        const shared = {
          id: control.id,
          className: classNames(
            control.className,
            serif && styles.serif,
            large && styles.large,
            multiline && styles.lines,
          ),
          value,
          readOnly: control.readOnly,
          placeholder: control.readOnly ? undefined : (placeholder ?? ' '),
          maxLength,
          spellCheck,
          autoFocus,
          ...(autoFocus ? takesFocus : {}),
          ...control.aria,
          onBlur,
          onFocus: (event: FocusEvent<TextElement>) => {
            // An editor that opens with its text goes on where that ends; a press puts the caret elsewhere after this.
            const { value: text, selectionEnd } = event.target;
            if (autoFocus && selectionEnd === 0) event.target.setSelectionRange(text.length, text.length);
            onFocus?.();
          },
          onKeyDown,
        };
        return multiline ? (
          <textarea
            {...shared}
            rows={1}
            ref={inputRef as Ref<HTMLTextAreaElement>}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <input
            {...shared}
            type={type}
            autoComplete="off"
            ref={inputRef as Ref<HTMLInputElement>}
            onChange={(event) => onChange(event.target.value)}
          />
        );
      }}
    </Field>
  );
}
