/** A short list from which one is taken by a digit, with what a person is asked above it. */
import { type KeyboardEvent, useRef } from 'react';
import { takesFocus } from '../../../ui/focus.ts';
import { KeyCaps } from '../../../ui/keys-cap.tsx';
import { digitOf, moveAlong } from '../../../ui/segment-moves.ts';
import styles from './choice-list.module.css';

/** One choice. */
export type ListedChoice<Value extends string> = { readonly value: Value; readonly says: string };

/** Arrows and digits choose at once. */
export function ChoiceList<Value extends string>({
  label,
  question,
  options,
  value,
  onChoose,
  place,
}: {
  label: string;
  question?: string;
  options: readonly ListedChoice<Value>[];
  value: Value | null;
  onChoose: (value: Value) => void;
  /** Written as `data-place`. */
  place?: string;
}) {
  const list = useRef<HTMLDivElement>(null);
  const chosen = options.findIndex((option) => option.value === value);
  const choose = (at: number): void => {
    const option = options[at];
    if (option === undefined) return;
    list.current?.querySelectorAll<HTMLElement>('[role=radio]')[at]?.focus();
    if (option.value !== value) onChoose(option.value);
  };
  const hear = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = [...(list.current?.querySelectorAll('[role=radio]') ?? [])].indexOf(event.target as Element);
    const digit = digitOf(event);
    const moved = moveAlong(event.key, at, options.length);
    if (digit !== null && digit > 0 && options[digit - 1] !== undefined) choose(digit - 1);
    else if (moved !== null) choose(moved);
    else if (event.key === ' ') choose(at);
    else return;
    event.preventDefault();
  };
  return (
    <div data-place={place}>
      {question !== undefined && <p className={styles.question}>{question}</p>}
      <div ref={list} role="radiogroup" aria-label={label} className={styles.list} onKeyDown={hear}>
        {options.map((option, at) => (
          <button
            key={option.value}
            type="button"
            role="radio"
            aria-checked={at === chosen}
            tabIndex={at === Math.max(0, chosen) ? 0 : -1}
            className={at === chosen ? styles.chosen : styles.option}
            onClick={() => choose(at)}
            {...(at === Math.max(0, chosen) ? takesFocus : {})}
          >
            <span>{option.says}</span>
            <KeyCaps of={String(at + 1)} silent />
          </button>
        ))}
      </div>
    </div>
  );
}
