/** Who is heard: function by level, each person with how far it is, and who nobody has asked yet. */
import { useMemo } from 'react';
import { assessStakeholderGrid } from '../../../shared/analysis/stakeholder-grid.ts';
import { nameIn } from '../../../shared/method/kit.ts';
import { useKit, useReadOnly, useRows } from '../../data/hooks.ts';
import { HeardLegend } from '../../parts/heard-mark.tsx';
import { countOf } from '../../parts/format.ts';
import { Button } from '../../ui/button.tsx';
import { CheckMark } from '../../ui/check-mark.tsx';
import { ArrowGroup } from '../../ui/list.tsx';
import { Section } from '../../ui/pane.tsx';
import { HeardTable } from './heard-table.tsx';
import { PlannedPerson } from './planned-person.tsx';
import styles from './heard.module.css';

/** Shows the grid; a person leads to their interview, or to a new one; those marked are planned together. */
export function WhoIsHeard({
  marked,
  onMark,
  onClear,
  onPerson,
  onTogether,
}: {
  marked: ReadonlySet<string>;
  onMark: (person: string) => void;
  onClear: () => void;
  onPerson: (person: string) => void;
  onTogether: () => void;
}) {
  const kit = useKit();
  const readOnly = useReadOnly();
  const stakeholder = useRows('stakeholder');
  const participant = useRows('participant');
  const interview = useRows('interview');
  const priority = useRows('priority');
  const grid = useMemo(
    () => assessStakeholderGrid({ stakeholder, participant, interview, priority }, kit),
    [stakeholder, participant, interview, priority, kit],
  );
  const { functions, owning } = grid.unheard;
  const frontUnheard =
    stakeholder.length > 0 &&
    !grid.rows.some(({ cells }) =>
      cells.some(
        ({ level, people }) =>
          level === 'front-line' && people.some(({ state }) => state === 'heard' || state === 'planned'),
      ),
    );
  return (
    <Section title="Who is heard" aside={<HeardLegend counts={grid.counts} />}>
      <HeardTable grid={grid} marked={marked} onMark={onMark} onPerson={onPerson} />
      {grid.nowhere.length > 0 && (
        <div className={styles.nowhere}>
          <span>Function or level open:</span>
          <ArrowGroup label="People without function or level" role="group">
            {grid.nowhere.map((person) => (
              <PlannedPerson
                key={person.row.id}
                person={person}
                marked={marked.has(person.row.id)}
                onMark={readOnly ? null : onMark}
                onPerson={onPerson}
              />
            ))}
          </ArrowGroup>
        </div>
      )}
      {stakeholder.length === 0 && !readOnly && (
        <p className={styles.note}>Go to a cell and press Enter to add whom to hear: the role is enough.</p>
      )}
      {functions.length > 0 && (
        <p className={styles.note}>
          <span className={styles.warn}>
            <CheckMark kind="warning" />
            Nobody is heard or planned yet in {functions.map((id) => nameIn(kit.content.functions, id)).join(', ')}
            {owning.length > 0 && `; ${countOf(owning.length, 'of them owns', 'of them own')} a priority`}.
          </span>
        </p>
      )}
      {frontUnheard && <p className={styles.note}>{kit.content.prompts['early-involvement']}</p>}
      {marked.size > 0 && (
        <div className={styles.note} role="status">
          <span>{countOf(marked.size, 'person is marked', 'people are marked')}</span>
          <Button small keys="G" onPress={onTogether}>
            Plan one interview with them
          </Button>
          <Button small kind="quiet" onPress={onClear}>
            Clear the marks
          </Button>
        </div>
      )}
    </Section>
  );
}
