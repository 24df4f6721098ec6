/** The list under the caret while a word is completed, with its keys at the foot. */
import { useLayoutEffect, useRef } from 'react';
import { foldText } from '../../shared/lib/text.ts';
import { classNames } from './class-names.ts';
import { KeyCaps } from './keys-cap.tsx';
import type { OpenCompletion } from './lines-editor-completion.ts';
import { Spoken } from './spoken.tsx';
import styles from './lines-editor.module.css';

/** Shows what can be written. */
export function CompletionList({
  id,
  open,
  onTake,
}: {
  id: string;
  open: OpenCompletion;
  onTake: (at: number) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    list.current?.children[Math.max(0, open.chosen)]?.scrollIntoView({ block: 'nearest' });
  }, [open.chosen]);
  return (
    <>
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label="What it may be" className={styles.list}>
        {open.items.map((item, at) => (
          <li
            key={item.id}
            id={`${id}-list-${at}`}
            role="option"
            aria-selected={at === open.chosen}
            className={classNames(styles.entry, at === open.chosen && styles.chosen)}
            // The text keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onTake(at)}
          >
            <b>
              <Typed text={item.says} typed={open.typed} />
            </b>
            <span className={styles.more}>{item.more}</span>
            {at === open.chosen && <KeyCaps of="Enter" silent />}
          </li>
        ))}
      </ul>
      <p className={styles.foot}>
        <span>
          <KeyCaps of="Up" silent /> <KeyCaps of="Down" silent /> choose
        </span>
        <span>
          <KeyCaps of="Escape" silent /> keep as text
        </span>
      </p>
      <Spoken>
        <span role="status">{open.items.length === 1 ? '1 match' : `${open.items.length} matches`}</span>
      </Spoken>
    </>
  );
}

/** A name with the part that was typed. */
function Typed({ text, typed }: { text: string; typed: string }) {
  const folded = foldText(text);
  const at = typed === '' || folded.length !== text.length ? -1 : folded.indexOf(foldText(typed));
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <span className={styles.typed}>{text.slice(at, at + typed.length)}</span>
      {text.slice(at + typed.length)}
    </>
  );
}
