/** The true day and times of an interview that was not held at this screen. */
import { placeOf } from '../../../parts/field.tsx';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TimeField } from '../time-field.tsx';
import { clockOf, momentOf } from '../times.ts';
import type { InterviewView } from '../use-interview.ts';
import { useInterviewEdits } from '../use-interview-edits.ts';
import styles from './dialogs.module.css';

/** Shows the day, the start and the end; what was marked and answered takes the day over. */
export function HeldDialog({ view: { interview }, onClose }: { view: InterviewView; onClose: () => void }) {
  const edits = useInterviewEdits();
  const { id, heldOn, startedAt, endedAt } = interview;
  const needsDay = heldOn === null ? 'Set the day first.' : undefined;
  const set = (name: 'startedAt' | 'endedAt', says: string, time: string): void =>
    edits.set(id, says, { [name]: time === '' ? null : momentOf(heldOn, time) });
  return (
    <Dialog
      title="Day and times"
      size="small"
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      <div className={styles.held}>
        <DateField
          label="Held on"
          place={placeOf('interview', id, 'heldOn')}
          value={heldOn}
          onChange={(day) => edits.heldOn(interview, day)}
        />
        <TimeField
          label="From"
          value={clockOf(startedAt)}
          readOnly={heldOn === null}
          hint={needsDay}
          onChange={(time) => set('startedAt', 'Set the start of the interview', time)}
        />
        <TimeField
          label="To"
          value={clockOf(endedAt)}
          readOnly={heldOn === null}
          onChange={(time) => set('endedAt', 'Set the end of the interview', time)}
        />
      </div>
    </Dialog>
  );
}
