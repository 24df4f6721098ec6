/** The days of a priority by dialog. */
import type { Priority } from '../../../../shared/model/index.ts';
import { Field } from '../../../parts/field.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useProblems } from '../use-problems.ts';
import { priorityTag } from '../use-map.ts';
import dialogs from '../plan/dialogs.module.css';

/** Start, end and first step; saved as they are entered. */
export function DatesDialog({ priority, onClose }: { priority: Priority; onClose: () => void }) {
  const { id } = priority;
  const problems = useProblems('priority', id);
  return (
    <Dialog
      title={`When ${priorityTag(priority)} runs`}
      size="small"
      keys="all"
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      <div className={dialogs.form}>
        <Field entity="priority" id={id} name="startOn" autoFocus {...problems('startOn')} />
        <Field entity="priority" id={id} name="endOn" {...problems('endOn')} />
        <Field entity="priority" id={id} name="firstStep" />
        <Field entity="priority" id={id} name="firstStepOn" {...problems('firstStepOn')} />
      </div>
    </Dialog>
  );
}
