/** Who is heard: people by function and level, with who is heard, planned and still missing. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { assessStakeholderGrid, type StakeholderGrid } from '../../../shared/analysis/stakeholder-grid.ts';
import { useKit, useRows, useWindow, useWindowState } from '../../data/hooks.ts';
import { kitName } from '../../parts/kit-words.ts';
import { Section } from '../../ui/pane.tsx';
import { HeardLegend } from '../../parts/heard-mark.tsx';
import { HeardNote } from './heard-note.tsx';
import { PeopleTable } from './people-table.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { PersonTag } from './person-tag.tsx';
import styles from './heard.module.css';

/** Shows the grid with its legend, and under it whom it misses. */
export function HeardGrid() {
  const kit = useKit();
  const people = useGridOfPeople();
  const [opened, open] = useOpenedPerson();
  return (
    <Section title="Who is heard" aside={<HeardLegend counts={people.counts} />}>
      <PeopleTable people={people} onOpen={open} />
      {people.nowhere.length > 0 && (
        <div className={styles.nowhere}>
          <span>Function or level open:</span>
          {people.nowhere.map((person) => (
            <PersonTag key={person.row.id} person={person} onOpen={open} />
          ))}
        </div>
      )}
      <HeardNote people={people} name={(id) => kitName(kit, 'functions', id)} />
      {opened !== null && <PersonDialog id={opened} onClose={() => open(null)} />}
    </Section>
  );
}

/** The grid, computed anew only when people, conversations or owners change. */
function useGridOfPeople(): StakeholderGrid {
  const kit = useKit();
  const stakeholder = useRows('stakeholder');
  const participant = useRows('participant');
  const interview = useRows('interview');
  const priority = useRows('priority');
  return useMemo(
    () => assessStakeholderGrid({ stakeholder, participant, interview, priority }, kit),
    [stakeholder, participant, interview, priority, kit],
  );
}

/** The person whose dialog is open: opened here, or because one came for a field of it. */
function useOpenedPerson(): readonly [string | null, (id: string | null) => void] {
  const window = useWindow();
  const turn = useWindowState((state) => state.place.turn);
  const [opened, setOpened] = useState<string | null>(null);
  useEffect(() => {
    const { target } = window.store.getState().place;
    if (target?.entity === 'stakeholder' && target.field !== undefined) setOpened(target.id);
  }, [turn, window]);
  return [opened, useCallback((id: string | null) => setOpened(id), [])];
}
