/** A field of the engagement that names a person of the list; a name that is not in the list can be added there. */
import { insertRow, updateRow } from '../../../shared/model/change.ts';
import { useEngagement, useFile, useRows } from '../../data/hooks.ts';
import { placeOf } from '../../parts/field.tsx';
import { nameAmong } from '../../parts/names.ts';
import { ComboBox } from '../../ui/combo-box.tsx';

/** Chooses the person. */
export function PersonField({
  name,
  label,
  hint,
}: {
  name: 'sponsor' | 'strategyOwner' | 'backlogOwner';
  label: string;
  hint?: string;
}) {
  const file = useFile();
  const engagement = useEngagement();
  const people = useRows('stakeholder');
  const set = (person: string | null) => updateRow('engagement', engagement.id, { [name]: person });
  const items = people.map((row) => ({
    id: row.id,
    says: nameAmong(people, row.id),
    ...(row.role === '' || row.name === '' ? {} : { more: row.name }),
  }));
  return (
    <ComboBox
      label={label}
      items={items}
      value={engagement[name]}
      place={placeOf('engagement', engagement.id, name)}
      onChoose={(id) => void file.edit(`Set “${label}”`, [set(id)])}
      onCreate={(text) => {
        const id = file.newId();
        const person = insertRow('stakeholder', id, { engagement: engagement.id, name: text.slice(0, 500) });
        void file.edit(`Add ${text} as “${label}”`, [person, set(id)]);
      }}
      createSays={(text) => `Add “${text}” to the people`}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}
