/** By when a criterion is to be reached, and what is expected on the way. */
import type { Criterion } from '../../../../shared/model/index.ts';
import { useRows } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { RowList } from '../../../parts/row-list.tsx';
import { CellPanel } from './cell-panel.tsx';

/** The day, and milestones where progress is not even. */
export function DueEditor({ criterion }: { criterion: Criterion }) {
  const milestones = useRows('criterionMilestone')
    .filter((row) => row.criterion === criterion.id)
    .toSorted((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1));
  return (
    <CellPanel label="By when">
      <Field entity="criterion" id={criterion.id} name="dueOn" />
      <RowList
        entity="criterionMilestone"
        label="Expected on the way"
        rows={milestones}
        columns={[
          { field: 'on', head: 'On the way, on', width: '1fr' },
          { field: 'value', head: 'Expected', width: '84px' },
        ]}
        fresh={() => ({ criterion: criterion.id })}
        adds="Add a value on the way"
      />
    </CellPanel>
  );
}
