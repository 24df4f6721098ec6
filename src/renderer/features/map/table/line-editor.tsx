/** A line of text that is typed in its cell, over the words that it edits. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useFile } from '../../../data/hooks.ts';
import type { TextElement } from '../../../ui/text-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './table.module.css';

/** The most that a line holds. */
const longest = 500;

/** Types a line; its breaks become spaces. `typed` is the letter that began the edit and takes the place of what was there. */
export function LineEditor({
  label,
  value,
  place,
  typed = null,
  autoFocus = false,
  quiet = false,
  onType,
  onKeyDown,
}: {
  label: string;
  value: string;
  place: string;
  typed?: string | null;
  autoFocus?: boolean;
  /** In the ink of a second line. */
  quiet?: boolean;
  onType: (text: string) => void;
  onKeyDown?: (event: KeyboardEvent<TextElement>) => void;
}) {
  const file = useFile();
  const element = useRef<TextElement>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    if (typed !== null) onType(typed);
    if (autoFocus) element.current?.setSelectionRange(longest, longest);
  });
  return (
    <div className={quiet ? styles.secondLine : styles.firstLine}>
      <TextField
        label={label}
        hideLabel
        bare
        multiline
        dense
        value={value}
        place={place}
        maxLength={longest}
        autoFocus={autoFocus}
        inputRef={element}
        onChange={(text) => onType(text.replaceAll(/\s*[\r\n]+\s*/gu, ' '))}
        onBlur={() => void file.flush()}
        {...(onKeyDown === undefined ? {} : { onKeyDown })}
      />
    </div>
  );
}
