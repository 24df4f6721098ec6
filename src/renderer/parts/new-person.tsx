/** The line in a cell of the grid in which a person is added: the role, which is written to the file as it is typed. */
import { useEffect } from 'react';
import { guideFor } from '../../shared/analysis/stakeholder-grid.ts';
import { insertRow } from '../../shared/model/change.ts';
import { useEngagement, useKit, useToday } from '../data/hooks.ts';
import { kitName } from './kit-words.ts';
import { TextField } from '../ui/text-field.tsx';
import { HeardMark } from './heard-mark.tsx';
import styles from './heard.module.css';
import { useNewRow, useTakeAwayEmpty } from './use-new-row.ts';

/** Types a new person of a function and level. Whom to hear is a first act of implementation, so the day is kept. */
export function NewPerson({
  inFunction,
  level,
  onMade,
}: {
  inFunction: string;
  level: string;
  /** Tells the person that is being typed, so that it is not shown twice. */
  onMade: (id: string | null) => void;
}) {
  const engagement = useEngagement();
  const kit = useKit();
  const today = useToday();
  const where = `${kitName(kit, 'functions', inFunction)}, ${kitName(kit, 'levels', level)}`;
  const row = useNewRow('stakeholder', 'role', null, (id, role) => ({
    label: `Add a person to ${where}`,
    changes: [
      insertRow('stakeholder', id, {
        engagement: engagement.id,
        role: role.slice(0, 500),
        function: inFunction,
        level,
        guide: guideFor(kit, level),
        chosenOn: today,
      }),
    ],
  }));
  useTakeAwayEmpty('stakeholder', row);
  useEffect(() => {
    onMade(row.id);
    return () => onMade(null);
  }, [row.id, onMade]);
  return (
    <div className={styles.fresh}>
      <HeardMark state="unplanned" silent />
      <TextField
        label={`Role of a new person, ${where}`}
        hideLabel
        bare
        dense
        value={row.text}
        onChange={(text) => row.type(text.replaceAll(/[\n\r]+/gu, ' '))}
        placeholder="Role"
        maxLength={500}
        autoFocus
      />
    </div>
  );
}
