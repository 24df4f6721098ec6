/** Asks how what is said may be used, as long as somebody was not asked. */
import { useReadOnly } from '../../../data/hooks.ts';
import { personName } from '../../../parts/names.ts';
import { Segments } from '../../../ui/segments.tsx';
import { consents, consentShort } from '../names.ts';
import type { InterviewView } from '../use-interview.ts';
import { useInterviewEdits } from '../use-interview-edits.ts';
import styles from './screen.module.css';

/** Shows one line for each person who was not asked; nothing when all were. */
export function ConsentBar({ view: { interview, parts } }: { view: InterviewView }) {
  const readOnly = useReadOnly();
  const edits = useInterviewEdits();
  const open = parts.filter(({ row }) => row.consent === null);
  if (open.length === 0 || readOnly) return null;
  return (
    <div className={styles.consentBar}>
      {open.map(({ row, person }) => (
        <Segments
          key={row.id}
          label={`May we quote ${parts.length === 1 ? 'what you say' : personName(person) || 'the voice without a name'}?`}
          options={consents.map(({ id }, at) => ({ value: id, says: consentShort[id], digit: at + 1 }))}
          value={null}
          onChange={(consent) => edits.consent(row, consent, interview.heldOn)}
        />
      ))}
      <p className={styles.quiet}>Notes are kept meanwhile. Nothing is quoted before this is answered.</p>
    </div>
  );
}
