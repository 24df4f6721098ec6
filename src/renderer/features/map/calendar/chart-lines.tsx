/** What is drawn behind the words of the calendar: weeks, bars, milestones, joins, stops, reviews. */
import { planWeeks, type PlanReading } from '../../../../shared/analysis/map/calendar.ts';
import type { ChartGeometry } from './chart-geometry.ts';
import styles from './calendar.module.css';

/** Draws them; `closed` are the weeks, from 0, in which nobody works. */
export function ChartLines({
  plan,
  geometry,
  lanes,
  closed,
}: {
  plan: PlanReading;
  geometry: ChartGeometry;
  /** The line of each stop, counted from 0. */
  lanes: readonly number[];
  closed: readonly number[];
}) {
  const { width, height, weekWidth, weekAt, dayAt, rowAt, weeksAt, laneAt } = geometry;
  const foot = rowAt(plan.lines.length);
  const bottom = height - 8;
  // Bars lie in the upper third of their line, so that names of milestones have room below.
  const barAt = (row: number): number => rowAt(row) + 15;
  return (
    <svg className={styles.lines} width={width} height={height} aria-hidden="true">
      <defs>
        <pattern id="map-closed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className={styles.hatch} d="M0 0V6" />
        </pattern>
      </defs>
      {closed.map((week) => (
        <rect
          key={week}
          x={weekAt(week)}
          y={weeksAt + 2}
          width={weekWidth}
          height={bottom - weeksAt - 2}
          fill="url(#map-closed)"
        />
      ))}
      {Array.from({ length: planWeeks + 1 }, (_, week) => (
        <path
          key={week}
          className={week === planWeeks ? styles.strong : styles.thin}
          d={`M${Math.round(weekAt(week)) + 0.5} ${weeksAt + 2}V${bottom}`}
        />
      ))}
      {Array.from({ length: plan.lines.length + 1 }, (_, row) => (
        <path
          key={row}
          className={row === plan.lines.length ? styles.strong : styles.thin}
          d={`M32 ${rowAt(row) + 0.5}H${width - 32}`}
        />
      ))}
      {plan.lines.map(({ priority, bar, touches, milestones }, row) => (
        <g key={priority.id} className={touches ? styles.touches : styles.off}>
          {bar !== null && (
            <>
              <rect
                x={dayAt(bar.from)}
                y={barAt(row) - 3.5}
                width={Math.max(3, dayAt(bar.to + 1) - dayAt(bar.from))}
                height={7}
              />
              {bar.after && <path d={`M${dayAt(planWeeks * 7)} ${barAt(row) - 6.5}l10 6.5-10 6.5z`} />}
              {bar.before && <path d={`M${dayAt(0)} ${barAt(row) - 6.5}l-10 6.5 10 6.5z`} />}
            </>
          )}
          {milestones.map((one) => (
            <path key={one.row.id} className={styles.tick} d={`M${dayAt(one.day)} ${barAt(row) - 7.5}v15`} />
          ))}
        </g>
      ))}
      {plan.joins.map(({ row, day, lines }) => {
        const [first, last] = [lines[0], lines.at(-1)];
        if (day === null || first === undefined || last === undefined) return null;
        const x = dayAt(day);
        return (
          <g key={row.id} className={styles.join}>
            {first !== last && <path className={styles.tie} d={`M${x} ${barAt(first)}V${barAt(last)}`} />}
            {lines.map((line) => (
              <path key={line} className={styles.diamond} d={`M${x} ${barAt(line) - 6.5}l6.5 6.5-6.5 6.5-6.5-6.5z`} />
            ))}
          </g>
        );
      })}
      {plan.stops.map(({ row, day }, at) => (
        <rect
          key={row.id}
          className={styles.stopMark}
          x={dayAt(day) - 4}
          y={laneAt(lanes[at] ?? 0) - 4}
          width={8}
          height={8}
        />
      ))}
      {plan.reviews.map(({ row, day }) => (
        <path key={row.id} className={styles.reviewLine} d={`M${dayAt(day)} 12V${bottom}`} />
      ))}
      <path className={styles.strong} d={`M32 ${foot + 0.5}H${width - 32}`} />
    </svg>
  );
}
