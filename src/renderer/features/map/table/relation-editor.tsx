/** How a priority relates to the constraint, by digits, and why it runs now where it does not touch it. */
import { useEffect, useRef } from 'react';
import { updateRow } from '../../../../shared/model/change.ts';
import { entities, type Priority } from '../../../../shared/model/index.ts';
import { useFigures, useFile } from '../../../data/hooks.ts';
import { Field, placeOf } from '../../../parts/field.tsx';
import { priorityTag } from '../use-map.ts';
import { CellPanel } from './cell-panel.tsx';
import { ChoiceList } from './choice-list.tsx';

type Relation = NonNullable<Priority['relation']>;

const options = Object.entries(entities.priority.fields.relation.options ?? {}).map(([value, says]) => ({
  value: value as Relation,
  says,
}));

/** The panel. A digit that began the edit chooses at once. */
export function RelationEditor({ priority, typed }: { priority: Priority; typed: string | null }) {
  const file = useFile();
  const step = useFigures()?.constraint.confirmed?.reading.step.name;
  const begun = useRef(false);
  const choose = (relation: Relation): void => {
    void file.edit(`Relate ${priorityTag(priority)} to the constraint`, [
      updateRow('priority', priority.id, { relation }),
    ]);
  };
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const option = typed === null ? undefined : options[Number(typed) - 1];
    if (option !== undefined) choose(option.value);
  });
  return (
    <CellPanel label="Relation to the constraint">
      <ChoiceList
        label="Relation to the constraint"
        question={
          step === undefined
            ? 'No constraint is confirmed yet. How will it relate to it?'
            : `How does it relate to “${step}”?`
        }
        options={options}
        value={priority.relation}
        onChoose={choose}
        place={placeOf('priority', priority.id, 'relation')}
      />
      {(priority.relation === 'off' || priority.relationReason !== '') && (
        <Field entity="priority" id={priority.id} name="relationReason" />
      )}
    </CellPanel>
  );
}
