/** The first 90 days: at most seven initiatives, what each still owes, the first Monday, closed weeks and reviews. */
import { useMemo, useRef, useState } from 'react';
import { assessExecutability, mostInitiatives } from '../../../../shared/analysis/map/executability.ts';
import type { MapReading } from '../../../../shared/analysis/map/rows.ts';
import { useEngagement, useKit, useReadOnly, useRows, useWindowState } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { inOrder, ownerName } from '../../../parts/names.ts';
import { Button } from '../../../ui/button.tsx';
import { useCommands } from '../../../ui/commands.tsx';
import { focusable } from '../../../ui/focus.ts';
import { RovingList } from '../../../ui/list.tsx';
import { IdTag, StageMark } from '../../../ui/marks.tsx';
import { Pane, Panes, Section } from '../../../ui/pane.tsx';
import { Empty } from '../../../ui/states.tsx';
import { useDesk } from '../desk.ts';
import { prioritiesOf } from '../use-map.ts';
import { ExecutabilityTest } from './executability-test.tsx';
import { InitiativeDetails } from './initiative-details.tsx';
import { FirstMonday, Pauses, StepsBack } from './plan-side.tsx';
import { letterOf, usePlanActions } from './plan-actions.ts';
import styles from './plan.module.css';

const stateWords = {
  agreed: 'agreed',
  open: 'open',
  declined: 'declined',
  'stepped-back': 'back to the decision',
} as const;

/** Draws the tab. */
export function PlanTab({ map }: { map: MapReading }) {
  const desk = useDesk();
  const kit = useKit();
  const engagement = useEngagement();
  const readOnly = useReadOnly();
  const initiative = useRows('initiative');
  const milestone = useRows('milestone');
  const join = useRows('join');
  const stepBack = useRows('stepBack');
  const stakeholder = useRows('stakeholder');
  const test = useMemo(
    () => assessExecutability({ initiative, milestone, join, stepBack, stakeholder }, kit),
    [initiative, milestone, join, stepBack, stakeholder, kit],
  );
  const rows = useMemo(() => inOrder(initiative), [initiative]);
  const actions = usePlanActions(rows);
  const details = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const target = useWindowState((state) => state.place.target);
  const turn = useWindowState((state) => state.place.turn);
  const [wanted, setWanted] = useState<string | null>(null);
  const [seen, setSeen] = useState<number | null>(null);
  if (seen !== turn) {
    setSeen(turn);
    const id =
      target?.entity === 'initiative'
        ? target.id
        : target?.entity === 'milestone'
          ? milestone.find((row) => row.id === target.id)?.initiative
          : target?.entity === 'join'
            ? join.find((row) => row.id === target.id)?.initiative
            : undefined;
    if (id !== undefined && id !== null) setWanted(id);
  }
  const chosen = rows.find((row) => row.id === wanted) ?? rows[0];
  const chosenTest = test.initiatives.find(({ row }) => row.id === chosen?.id);
  const isFull =
    rows.length >= mostInitiatives ? 'Seven is the most. Take one back or join two before another begins.' : '';

  const toDetails = (): void => {
    requestAnimationFrame(() => {
      if (details.current !== null) focusable(details.current)[0]?.focus();
    });
  };
  const toList = (): void => {
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[role=listbox], button')?.focus());
  };
  /** The step back begins with its reason. */
  const recordStepBack = (decision: string, of: string | null): void => {
    const id = actions.stepBack(decision, of);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-place="stepBack:${id}:reason"] :is(textarea, input)`)?.focus(),
    );
  };
  const add = (): void => {
    const taken = new Set(rows.map((row) => row.priority));
    const next = prioritiesOf(map).find(({ row }) => !taken.has(row.id))?.row ?? null;
    setWanted(actions.addInitiative(next));
    toDetails();
  };
  const remove = (): void => {
    if (chosen === undefined) return;
    const at = rows.indexOf(chosen);
    setWanted((rows[at + 1] ?? rows[at - 1])?.id ?? null);
    actions.remove(chosen);
    toList();
  };
  const covered = desk.covered ? 'Close what lies over the plan first.' : '';
  const locked = readOnly ? 'The file is open for reading only.' : covered;
  const none = chosen === undefined ? 'Choose an initiative first.' : '';
  const group = 'First 90 days';
  useCommands([
    {
      id: 'plan.choose',
      says: 'Choose an initiative',
      short: 'choose',
      group,
      keys: ['Up'],
      caps: 'Up Down',
      heardElsewhere: true,
      keyOnly: true,
      bar: 1,
      run: toList,
    },
    {
      id: 'plan.edit',
      says: 'Edit the initiative',
      short: 'edit',
      group,
      keys: ['Enter'],
      heardElsewhere: true,
      keyOnly: true,
      bar: 2,
      off: none,
      run: toDetails,
    },
    {
      id: 'plan.new',
      says: 'New initiative',
      short: 'new initiative',
      group,
      keys: ['Ctrl Enter'],
      inText: true,
      bar: 3,
      off: locked || isFull,
      run: add,
    },
    {
      id: 'plan.up',
      says: 'Move the initiative up',
      group,
      keys: ['Alt Up'],
      inText: true,
      off: locked || none,
      run: () => actions.move(chosen?.id ?? '', -1),
    },
    {
      id: 'plan.down',
      says: 'Move the initiative down',
      group,
      keys: ['Alt Down'],
      inText: true,
      off: locked || none,
      run: () => actions.move(chosen?.id ?? '', 1),
    },
    {
      id: 'plan.delete',
      says: 'Delete the initiative',
      group,
      keys: ['Ctrl Delete'],
      off: locked || none,
      run: remove,
    },
  ]);
  return (
    <Panes>
      <Pane label="The plan" width={312}>
        <div className={styles.stack}>
          <Field entity="engagement" id={engagement.id} name="ninetyDaysFrom" />
          <Section title="Initiatives" aside={`${rows.length} of at most ${mostInitiatives}`}>
            {rows.length > 0 && (
              <div ref={list} className={styles.bleed}>
                <RovingList
                  label="Initiatives"
                  items={test.initiatives}
                  keyOf={({ row }) => row.id}
                  selectedId={chosen?.id ?? null}
                  onSelect={setWanted}
                  onAct={toDetails}
                  onKey={(event) => {
                    if (event.key !== 'Delete' || !(event.ctrlKey || event.metaKey) || readOnly) return false;
                    remove();
                    return true;
                  }}
                  render={({ row, state }) => (
                    <div className={styles.item} data-place={`initiative:${row.id}`}>
                      <span>
                        <IdTag accent={row.id === chosen?.id}>{letterOf(rows.indexOf(row))}</IdTag>
                      </span>
                      <span>
                        {row.title || 'Without words yet'}
                        <span className={styles.second}>
                          {ownerName({ owner: row.lead, ownerName: row.leadName }, stakeholder) || 'nobody leads it'},{' '}
                          {stateWords[state]}
                        </span>
                      </span>
                      <StageMark state={state === 'agreed' ? 'full' : state === 'open' ? 'half' : 'empty'} />
                    </div>
                  )}
                />
              </div>
            )}
            {!readOnly && (
              <Button kind={rows.length === 0 ? 'primary' : 'quiet'} small icon="plus" off={isFull} onPress={add}>
                New initiative
              </Button>
            )}
          </Section>
          <ExecutabilityTest test={test} map={map} onStepBack={recordStepBack} onChoose={setWanted} />
        </div>
      </Pane>
      <Pane label="The chosen initiative">
        <div ref={details}>
          {chosen === undefined || chosenTest === undefined ? (
            <Empty
              title="No initiative is planned yet."
              text="The first 90 days hold at most seven, each with one person who leads it and a measure at day 90. The first one takes its words, owner and days from a priority."
            />
          ) : (
            <InitiativeDetails
              key={chosen.id}
              test={chosenTest}
              letter={letterOf(rows.indexOf(chosen))}
              onRemove={remove}
            />
          )}
        </div>
      </Pane>
      <Pane label="Around it" width={320}>
        <div className={styles.stack}>
          <FirstMonday />
          <Pauses />
          <StepsBack map={map} onAdd={(decision) => recordStepBack(decision, null)} />
        </div>
      </Pane>
    </Panes>
  );
}
