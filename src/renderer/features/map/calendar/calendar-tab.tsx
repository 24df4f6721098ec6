/** The map as a calendar to look at: thirteen weeks, a line for each priority, milestones, joins, stops and reviews. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { firstMonday, readPlan, shiftDays } from '../../../../shared/analysis/map/calendar.ts';
import type { MapReading } from '../../../../shared/analysis/map/rows.ts';
import { updateRow } from '../../../../shared/model/change.ts';
import type { Priority } from '../../../../shared/model/index.ts';
import { useEngagement, useFile, useReadOnly, useRows, useWindow } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { Button } from '../../../ui/button.tsx';
import { useCommands } from '../../../ui/commands.tsx';
import { Empty } from '../../../ui/states.tsx';
import { useDesk } from '../desk.ts';
import { JoinDialog } from '../plan/join-dialog.tsx';
import { MilestoneDialog } from '../plan/milestone-dialog.tsx';
import { prioritiesOf, priorityTag } from '../use-map.ts';
import { useWidth } from '../use-width.ts';
import { CalendarChart } from './chart.tsx';
import { DatesDialog } from './dates-dialog.tsx';
import { JoinList, Legend } from './foot.tsx';
import styles from './calendar.module.css';

type Open = { readonly kind: 'dates' | 'join' | 'milestone'; readonly priority: string; readonly row: string | null };

/** Draws the tab. */
export function CalendarTab({ map }: { map: MapReading }) {
  const file = useFile();
  const window = useWindow();
  const desk = useDesk();
  const readOnly = useReadOnly();
  const engagement = useEngagement();
  const [place, width] = useWidth<HTMLDivElement>();
  const lines = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const initiative = useRows('initiative');
  const milestone = useRows('milestone');
  const join = useRows('join');
  const stop = useRows('stop');
  const plannedReview = useRows('plannedReview');
  const priority = useMemo(() => prioritiesOf(map).map(({ row }) => row), [map]);
  const start = firstMonday(engagement, { initiative, priority });
  const plan = useMemo(
    () => (start === null ? null : readPlan(start, { priority, initiative, milestone, join, stop, plannedReview })),
    [start, priority, initiative, milestone, join, stop, plannedReview],
  );
  const chosen = priority.find(({ id }) => id === wanted) ?? priority[0];

  const focusLine = (row: Priority | undefined): void => {
    if (row === undefined) return;
    setWanted(row.id);
    lines.current?.querySelector<HTMLElement>(`[data-line="${row.id}"]`)?.focus();
  };
  const shift = (weeks: number, what: 'both' | 'end'): void => {
    if (chosen === undefined || readOnly) return;
    const fields = shiftDays(chosen, weeks, what);
    if (Object.keys(fields).length === 0) {
      desk.say(
        chosen.startOn === null || chosen.endOn === null
          ? `${priorityTag(chosen)} has no days to move yet. Enter them first.`
          : `${priorityTag(chosen)} cannot end before it starts.`,
      );
      return;
    }
    const way = weeks > 0 ? 'later' : 'earlier';
    const label =
      what === 'both' ? `Move ${priorityTag(chosen)} a week ${way}` : `End ${priorityTag(chosen)} a week ${way}`;
    void file.edit(label, [updateRow('priority', chosen.id, fields)]);
  };
  const openInTable = (): void => {
    if (chosen !== undefined) window.go('map', 'table', { entity: 'priority', id: chosen.id });
  };
  const ask = (kind: Open['kind'], row: string | null = null): void => {
    if (chosen !== undefined) setOpen({ kind, priority: chosen.id, row });
  };
  const covered = desk.covered || open !== null ? 'Close what lies over the calendar first.' : '';
  const locked = readOnly ? 'The file is open for reading only.' : covered;
  const group = 'Calendar';
  useCommands([
    {
      id: 'calendar.move',
      says: 'Move by a week',
      short: 'move a week',
      group,
      keys: ['Right'],
      caps: 'Left Right',
      heardElsewhere: true,
      keyOnly: true,
      bar: 1,
      off: locked,
      run: () => shift(1, 'both'),
    },
    {
      id: 'calendar.lengthen',
      says: 'Lengthen by a week',
      short: 'lengthen',
      group,
      keys: ['Shift Right'],
      heardElsewhere: true,
      bar: 2,
      off: locked,
      run: () => shift(1, 'end'),
    },
    {
      id: 'calendar.shorten',
      says: 'Shorten by a week',
      group,
      keys: ['Shift Left'],
      heardElsewhere: true,
      off: locked,
      run: () => shift(-1, 'end'),
    },
    {
      id: 'calendar.join',
      says: 'New join',
      short: 'new join',
      group,
      keys: ['J'],
      bar: 3,
      off: locked,
      run: () => ask('join'),
    },
    {
      id: 'calendar.milestone',
      says: 'New milestone',
      short: 'milestone',
      group,
      keys: ['M'],
      bar: 4,
      off: locked,
      run: () => ask('milestone'),
    },
    {
      id: 'calendar.dates',
      says: 'Enter the days',
      short: 'days',
      group,
      keys: ['D'],
      bar: 5,
      off: locked,
      run: () => ask('dates'),
    },
    {
      id: 'calendar.open',
      says: 'Open in the table',
      short: 'open in the table',
      group,
      keys: ['Enter'],
      heardElsewhere: true,
      bar: 6,
      off: covered,
      run: openInTable,
    },
  ]);
  const hear = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || chosen === undefined) return;
    const at = priority.indexOf(chosen);
    const what = event.shiftKey ? 'end' : 'both';
    if (event.key === 'ArrowUp' && !event.shiftKey) focusLine(priority[at - 1]);
    else if (event.key === 'ArrowDown' && !event.shiftKey) focusLine(priority[at + 1]);
    else if (event.key === 'ArrowLeft') shift(-1, what);
    else if (event.key === 'ArrowRight') shift(1, what);
    else if (event.key === 'Enter') openInTable();
    else return;
    event.preventDefault();
  };
  const hadFocus = useRef(false);
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) focusLine(chosen);
  });

  if (plan === null) {
    return (
      <div className={styles.empty}>
        <Empty
          title="The thirteen weeks have no beginning yet."
          text="Say on which day the first 90 days start, or give a priority its days in the table."
          actions={
            <>
              <Field entity="engagement" id={engagement.id} name="ninetyDaysFrom" />
              <Button onPress={() => window.go('map', 'table')}>Go to the table</Button>
            </>
          }
        />
      </div>
    );
  }
  return (
    <div className={styles.tab}>
      <div
        className={styles.scroll}
        ref={place}
        onFocus={() => {
          hadFocus.current = true;
        }}
        onBlur={(event) => {
          hadFocus.current = event.relatedTarget === null;
        }}
      >
        {width > 0 && (
          <CalendarChart
            plan={plan}
            width={width}
            chosen={chosen?.id ?? null}
            lines={lines}
            onChoose={setWanted}
            onDates={() => ask('dates')}
            onKeyDown={hear}
          />
        )}
        <div className={styles.foot}>
          <JoinList plan={plan} onOpen={(id) => ask('join', id)} onAdd={readOnly ? null : () => ask('join')} />
          <Legend />
        </div>
      </div>
      {open !== null && chosen !== undefined && open.kind === 'dates' && (
        <DatesDialog priority={chosen} onClose={() => setOpen(null)} />
      )}
      {open !== null && chosen !== undefined && open.kind === 'join' && (
        <JoinDialog join={open.row} priority={chosen} onClose={() => setOpen(null)} />
      )}
      {open !== null && chosen !== undefined && open.kind === 'milestone' && (
        <MilestoneDialog priority={chosen} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}
