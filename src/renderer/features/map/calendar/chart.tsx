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
import { chartGeometry } from './chart-geometry.ts';
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
  const geometry = useMemo(() => chartGeometry(width, plan.lines.length), [width, plan.lines.length]);
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
      <ChartLines plan={plan} geometry={geometry} closed={closed.map(({ week }) => week)} />
      {weeks.map(({ at, monday, closed: reason }) => (
        <span key={monday} className={styles.week} style={{ left: geometry.weekAt(at) + 6, width: geometry.weekWidth - 8 }}>
          <b>{at + 1}</b>
          {showDay(monday, 'shortDay')}
          {reason !== null && <Spoken>, closed{reason.reason === '' ? '' : `: ${reason.reason}`}</Spoken>}
        </span>
      ))}
      {plan.reviews.map(({ row, day }) => (
        <span key={row.id} className={styles.review} style={{ left: geometry.dayAt(day) + 6 }}>
          <b>{row.note || 'Review'}</b>
          {showDay(row.on, 'shortDay')}
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
              aria-label={spokenLine(line, ownerName(priority, people))}
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
              {line.milestones.map(({ row, day }) => {
                const left = geometry.dayAt(day);
                const turns = left > geometry.width - 150;
                return (
                  <span
                    key={row.id}
                    className={turns ? styles.milestoneBefore : styles.milestone}
                    style={turns ? { right: geometry.width - left } : { left }}
                  >
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
      <div className={styles.stopName} style={{ top: geometry.stopsAt - 10 }}>
        Stops, from when
      </div>
      {plan.stops.map(({ row, day }, at) => {
        const next = plan.stops[at + 1];
        const room = (next === undefined ? geometry.width : geometry.dayAt(next.day)) - geometry.dayAt(day);
        return (
          <span
            key={row.id}
            className={styles.stop}
            style={{ left: geometry.dayAt(day) + 9, top: geometry.stopsAt - 10 + (at % 2) * 18, maxWidth: Math.max(90, room * 2) }}
          >
            {row.what || 'A stop without words'}
          </span>
        );
      })}
    </div>
  );
}

function spokenLine({ priority, touches, milestones }: PlanLine, owner: string): string {
  const { label, title, startOn, endOn } = priority;
  const run = startOn === null || endOn === null ? 'without start and end' : `${showDay(startOn)} to ${showDay(endOn)}`;
  const marks = milestones.map(({ row }) => `${row.what} on ${showDay(row.on)}`);
  return [
    `${label} ${title}`.trim(),
    owner,
    run,
    touches ? 'touches the constraint' : 'off the constraint',
    ...(marks.length === 0 ? [] : [`milestones: ${marks.join(', ')}`]),
  ]
    .filter((words) => words !== '')
    .join('; ');
}
