/** The drawing of the thirteen weeks. */
import { type KeyboardEvent, type RefObject, useMemo } from 'react';
import { addDays, daysBetween, mondayOf } from '../../../../shared/lib/dates.ts';
import { planWeeks, type PlanLine, type PlanReading } from '../../../../shared/analysis/map/calendar.ts';
import { useRows } from '../../../data/hooks.ts';
import { showDay } from '../../../parts/format.ts';
import { ownerName } from '../../../parts/names.ts';
import { CheckMark } from '../../../ui/check-mark.tsx';
import { IdTag } from '../../../ui/marks.tsx';
import { Spoken } from '../../../ui/spoken.tsx';
import { useMapFindings } from '../table/use-findings.ts';
import { cellWords } from '../words.ts';
import { ChartLines } from './chart-lines.tsx';
import { chartGeometry, lanesFor } from './chart-geometry.ts';
import styles from './calendar.module.css';

/** Draws the chart: names at the left, weeks above, bars, and a line for the stops at the foot. */
export function CalendarChart({
  plan,
  width,
  chosen,
  lines,
  onChoose,
  onDates,
  onKeyDown,
}: {
  plan: PlanReading;
  width: number;
  /** Id of the priority that is chosen. */
  chosen: string | null;
  lines: RefObject<HTMLDivElement | null>;
  onChoose: (priority: string) => void;
  onDates: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const people = useRows('stakeholder');
  const closedWeek = useRows('closedWeek');
  const { ofRow } = useMapFindings();
  const { geometry, lanes } = useMemo(() => {
    const words = plan.stops.map(({ row, day }) => ({ day, letters: row.what.length }));
    const shape = { lines: plan.lines.length, reviews: plan.reviews.length > 0 };
    const { weekWidth } = chartGeometry(width, { ...shape, stopLanes: 1 });
    const found = lanesFor(words, weekWidth);
    return { lanes: found, geometry: chartGeometry(width, { ...shape, stopLanes: Math.max(0, ...found) + 1 }) };
  }, [width, plan]);
  const closed = closedWeek.flatMap((row) => {
    const week = row.monday === null ? -1 : daysBetween(plan.start, mondayOf(row.monday)) / 7;
    return week >= 0 && week < planWeeks ? [{ row, week }] : [];
  });
  const weeks = Array.from({ length: planWeeks }, (_, at) => ({
    at,
    monday: addDays(plan.start, at * 7),
    closed: closed.find(({ week }) => week === at)?.row ?? null,
  }));
  return (
    <div className={styles.chart} style={{ inlineSize: geometry.width, blockSize: geometry.height }}>
      <ChartLines plan={plan} geometry={geometry} lanes={lanes} closed={closed.map(({ week }) => week)} />
      {weeks.map(({ at, monday, closed: reason }) => (
        <span key={monday} className={styles.week} style={{ left: geometry.weekAt(at) + 6, top: geometry.weeksAt }}>
          <b>{at + 1}</b>
          {showDay(monday, 'shortDay')}
          {reason !== null && <Spoken>, closed{reason.reason === '' ? '' : `: ${reason.reason}`}</Spoken>}
        </span>
      ))}
      {plan.reviews.map(({ row, day }) => (
        <span key={row.id} className={styles.review} style={placeAt(geometry.dayAt(day), geometry.width)}>
          <b>{row.note || 'Review'}</b> {showDay(row.on, 'shortDay')}
        </span>
      ))}
      <div ref={lines} role="listbox" aria-label="Priorities in the thirteen weeks" tabIndex={-1} onKeyDown={onKeyDown}>
        {plan.lines.map((line, at) => {
          const { priority } = line;
          const own = ofRow(priority.id);
          const blocker = own.findings.find(({ severity }) => severity === 'blocker');
          const late = own.findings.find((_, place) => own.columns[place] === 'runs');
          return (
            <div
              key={priority.id}
              role="option"
              aria-selected={priority.id === chosen}
              data-line={priority.id}
              data-place={`priority:${priority.id}`}
              tabIndex={priority.id === chosen ? 0 : -1}
              className={styles.line}
              style={{ top: geometry.rowAt(at), height: geometry.rowHeight }}
              onClick={(event) => {
                onChoose(priority.id);
                event.currentTarget.focus();
              }}
              onFocus={() => onChoose(priority.id)}
              onDoubleClick={onDates}
            >
              <span className={styles.name}>
                <span>
                  <IdTag accent={line.touches}>{priority.label}</IdTag>
                </span>
                <span className={styles.words} title={priority.title}>
                  {priority.title || 'Without words yet'}
                  <span className={styles.second}>
                    {blocker === undefined ? (
                      ownerName(priority, people)
                    ) : (
                      <span className={styles.blocker}>
                        <CheckMark kind="blocker" /> {cellWords(blocker)}
                      </span>
                    )}
                  </span>
                </span>
              </span>
              <Spoken>{spokenRun(line)}</Spoken>
              {line.milestones.map(({ row, day }) => {
                const left = geometry.dayAt(day);
                const turns = left > geometry.width - 150;
                return (
                  <span
                    key={row.id}
                    className={turns ? styles.milestoneBefore : styles.milestone}
                    style={turns ? { right: geometry.width - left } : { left }}
                  >
                    <Spoken>, milestone on {showDay(row.on)}: </Spoken>
                    {row.what}
                  </span>
                );
              })}
              {line.bar === null && (
                <span className={styles.undated} style={{ left: geometry.left + 6 }}>
                  {priority.startOn === null || priority.endOn === null
                    ? 'No start and end yet'
                    : `${showDay(priority.startOn, 'shortDay')} to ${showDay(priority.endOn)}, outside of these weeks`}
                </span>
              )}
              {late !== undefined && line.bar !== null && late.code !== blocker?.code && (
                <span className={styles.late} style={{ left: geometry.dayAt(line.bar.from) }}>
                  <CheckMark kind={late.severity} />{' '}
                  {late.code === 'R25' ? `starts ${cellWords(late)} ends` : cellWords(late)}
                </span>
              )}
            </div>
          );
        })}
      </div>
      <div className={styles.stopName} style={{ top: geometry.laneAt(0) - 10 }}>
        Stops, from when
      </div>
      {plan.stops.map(({ row, day }, at) => (
        <span
          key={row.id}
          className={styles.stop}
          style={{ left: geometry.dayAt(day) + 9, top: geometry.laneAt(lanes[at] ?? 0) - 9 }}
        >
          {row.what || 'A stop without words'}
        </span>
      ))}
    </div>
  );
}

/** Words to the right of a line, or to its left where there is no room. */
function placeAt(x: number, width: number): { readonly left: number } | { readonly right: number } {
  return x > width - 140 ? { right: width - x + 6 } : { left: x + 6 };
}

/** What the bar shows, in words. */
function spokenRun({ priority, touches }: PlanLine): string {
  const { startOn, endOn } = priority;
  const run = startOn === null || endOn === null ? '' : `, ${showDay(startOn)} to ${showDay(endOn)}`;
  return `${run}, ${touches ? 'touches the constraint' : 'off the constraint'}`;
}
