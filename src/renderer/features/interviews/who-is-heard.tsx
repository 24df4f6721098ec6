/** Who is heard: function by level, each person with how far it is, and who nobody has asked yet. */
import { useMemo } from 'react';
import {
  assessStakeholderGrid,
  type GridPerson,
  type HearingState,
} from '../../../shared/analysis/stakeholder-grid.ts';
import { nameIn } from '../../../shared/method/kit.ts';
import type { Stakeholder } from '../../../shared/model/index.ts';
import { useKit, useRows, useWindow } from '../../data/hooks.ts';
import { personName } from '../../parts/names.ts';
import { LinkButton } from '../../ui/button.tsx';
import { ArrowGroup } from '../../ui/list.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/pane.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { Empty } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import styles from './plan.module.css';

const marks = {
  heard: { icon: 'full', says: 'heard' },
  planned: { icon: 'half', says: 'planned' },
  unplanned: { icon: 'ring', says: 'nothing planned' },
  'not-to-hear': { icon: 'minus', says: 'not to be heard' },
  withdrawn: { icon: 'close', says: 'withdrew' },
} as const satisfies Readonly<Record<HearingState, { icon: string; says: string }>>;

/** Shows the grid; a press on a name goes to the person's interview, or plans one. */
export function WhoIsHeard({ onPerson }: { onPerson: (person: Stakeholder) => void }) {
  const kit = useKit();
  const window = useWindow();
  const stakeholder = useRows('stakeholder');
  const participant = useRows('participant');
  const interview = useRows('interview');
  const priority = useRows('priority');
  const grid = useMemo(
    () => assessStakeholderGrid({ stakeholder, participant, interview, priority }, kit),
    [stakeholder, participant, interview, priority, kit],
  );
  if (stakeholder.length === 0)
    return (
      <Empty
        title="No people yet"
        text="Scope holds whom to hear, by function and level. An interview can also be planned with somebody who is not in the list."
        actions={<LinkButton onPress={() => window.go('scope')}>Go to Scope</LinkButton>}
      />
    );
  const rows = grid.rows.filter(({ cells }) => cells.some(({ people }) => people.length > 0));
  const used = kit.content.levels.filter(({ id }) =>
    rows.some(({ cells }) => cells.some((cell) => cell.level === id && cell.people.length > 0)),
  );
  const { heard, planned, unplanned } = grid.counts;
  return (
    <Section title="Who is heard" aside={`${heard} heard, ${planned} planned, ${unplanned} to be planned`}>
      <ArrowGroup label="People to be heard" role="group">
        <Table look="grid" fixed caption="People by function and level">
          <thead>
            <tr>
              <th scope="col" className={styles.function}>
                Function
              </th>
              {used.map(({ id, name }) => (
                <th scope="col" key={id}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.function}>
                <th scope="row">{nameIn(kit.content.functions, row.function)}</th>
                {used.map(({ id }) => {
                  const cell = row.cells.find(({ level }) => level === id);
                  return (
                    <td key={id} data-none={cell?.exists === false ? '' : undefined}>
                      {cell?.people.map((person) => (
                        <Person key={person.row.id} person={person} onPress={() => onPerson(person.row)} />
                      ))}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Table>
        {grid.nowhere.length > 0 && (
          <p className={styles.nowhere}>
            <span>Without function or level</span>
            {grid.nowhere.map((person) => (
              <Person key={person.row.id} person={person} onPress={() => onPerson(person.row)} />
            ))}
          </p>
        )}
      </ArrowGroup>
      {grid.unheard.functions.length > 0 && (
        <p className={styles.unheard}>
          Nobody heard or planned yet in{' '}
          {grid.unheard.functions.map((id) => nameIn(kit.content.functions, id)).join(', ')}.
        </p>
      )}
    </Section>
  );
}

function Person({ person: { row, state }, onPress }: { person: GridPerson; onPress: () => void }) {
  const { icon, says } = marks[state];
  return (
    <button type="button" className={styles.person} data-state={state} onClick={onPress} title={says}>
      <Icon name={icon} small />
      <span>{personName(row) || 'Nameless person'}</span>
      <Spoken>, {says}</Spoken>
    </button>
  );
}
