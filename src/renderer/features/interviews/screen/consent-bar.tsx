/** Asks how what is said may be used, as long as somebody was not asked; a digit answers, and the notes follow. */
import { type RefObject, useEffect, useRef } from 'react';
import { useReadOnly } from '../../../data/hooks.ts';
import { personName } from '../../../parts/names.ts';
import { useCommands } from '../../../ui/commands.tsx';
import { KeyCaps } from '../../../ui/keys-cap.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { consents, consentShort } from '../names.ts';
import { useConsent } from '../use-consent.tsx';
import type { InterviewView } from '../use-interview.ts';

import styles from './screen.module.css';

/** Shows one line for each person who was not asked; nothing when all were. `first` takes the focus when it begins. */
export function ConsentBar({
  view: { interview, parts },
  first,
  onDone,
}: {
  view: InterviewView;
  first: boolean;
  /** All were asked; the focus goes on. */
  onDone: () => void;
}) {
  const readOnly = useReadOnly();
  const consenting = useConsent({ discreet: true });
  const box = useRef<HTMLDivElement>(null);
  const open = readOnly ? [] : parts.filter(({ row }) => row.consent === null);
  const asks = open.length > 0;
  useEffect(() => {
    if (first && asks) focusRow(box);
  }, [first, asks]);
  useCommands([
    {
      id: 'interview.consent',
      says: 'Ask for consent',
      group: 'Interview',
      keys: ['Alt C'],
      inText: true,
      off: asks ? '' : 'Everybody was asked.',
      run: () => focusRow(box),
    },
  ]);
  if (!asks) return null;
  return (
    <div ref={box} className={styles.consentBar}>
      {open.map(({ row, person }, at) => {
        const asked = `May we quote ${parts.length === 1 ? 'what you say' : personName(person) || 'the voice without a name'}?`;
        return (
          <div key={row.id} className={styles.consentRow}>
            <span aria-hidden="true">
              {asked} {at === 0 && <KeyCaps of="Alt C" silent />}
            </span>
            <Segments
              label={asked}
              hideLabel
              options={consents.map(({ id }, digit) => ({
                value: id,
                says: `${digit + 1} ${consentShort[id]}`,
                digit: digit + 1,
              }))}
              value={null}
              onChange={(consent) => {
                if (consent === null || !consenting.choose(row, consent, interview)) return;
                if (open.length > 1) focusRow(box);
                else onDone();
              }}
            />
          </div>
        );
      })}
      {consenting.question}
      <p className={styles.quiet}>Notes are kept meanwhile; nothing is quoted before.</p>
    </div>
  );
}

/** The row that is asked next, once what was answered is gone. */
function focusRow(box: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[role=radio][tabindex="0"]')?.focus());
}
