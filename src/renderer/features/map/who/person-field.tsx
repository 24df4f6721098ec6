/** Who leads something, as a field of a form with the answer under it. */
import { useId, useRef, useState } from 'react';
import { useReadOnly } from '../../../data/hooks.ts';
import { placeOf } from '../../../parts/field.tsx';
import { Field, type Problem } from '../../../ui/field.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { AnswerFields } from './answer-fields.tsx';
import { PersonOptions } from './person-options.tsx';
import { usePersonPick } from './use-person-pick.ts';
import { whoFields, type Who } from './who.ts';
import styles from './who.module.css';

/** One person, typed or taken from the list that opens under the field. */
export function PersonField({ who, label, problem }: { who: Who; label: string; problem?: Problem }) {
  const pick = usePersonPick(who);
  const readOnly = useReadOnly();
  const list = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <div className={styles.answer}>
      <Field
        label={label}
        place={placeOf(who.entity, who.id, whoFields[who.entity].person)}
        problem={pick.several ? 'One person, not two' : problem}
      >
        {(control) => (
          <div ref={frame}>
            <input
              {...control.aria}
              id={control.id}
              className={control.className}
              type="text"
              role="combobox"
              autoComplete="off"
              spellCheck={false}
              maxLength={500}
              aria-expanded={open}
              aria-controls={open ? list : undefined}
              aria-autocomplete="list"
              aria-activedescendant={open && pick.marked >= 0 ? `${list}-${pick.marked}` : undefined}
              value={pick.text}
              readOnly={control.readOnly}
              onFocus={(event) => {
                if (readOnly) return;
                event.target.select();
                setOpen(true);
              }}
              onClick={() => {
                if (!readOnly) setOpen(true);
              }}
              onChange={(event) => {
                pick.type(event.target.value);
                setOpen(true);
              }}
              onBlur={() => {
                pick.keep();
                close();
              }}
              onKeyDown={(event) => {
                if (readOnly) return;
                if (event.key === 'ArrowDown' && !open) setOpen(true);
                else if (!pick.hear(event, close)) return;
                event.preventDefault();
              }}
            />
            {open && (
              <Popover
                anchor={frame}
                keepFocus
                matchWidth
                role="presentation"
                onClose={() => {
                  pick.drop();
                  close();
                }}
              >
                <div className={styles.list}>
                  <PersonOptions pick={pick} id={list} label={label} />
                </div>
              </Popover>
            )}
          </div>
        )}
      </Field>
      {!pick.isOpen && <AnswerFields who={who} />}
    </div>
  );
}
