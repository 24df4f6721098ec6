/** What each cell of a priority shows while it is not being edited. */
import { unitBeside, writeFigure } from '../../../../shared/analysis/map/figures.ts';
import type { Criterion, MeasureChange, Priority, Stakeholder, Stop } from '../../../../shared/model/index.ts';
import { useToday } from '../../../data/hooks.ts';
import { showDay, showNumber } from '../../../parts/format.ts';
import { ownerName } from '../../../parts/names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { IdTag } from '../../../ui/marks.tsx';
import { Spoken } from '../../../ui/spoken.tsx';
import { relationWords } from '../words.ts';
import styles from './table.module.css';

/** Label and words of a priority. */
export function TitleView({ priority }: { priority: Priority }) {
  return (
    <span className={styles.named}>
      <span>{priority.label !== '' && <IdTag>{priority.label}</IdTag>}</span>
      {priority.title === '' ? <span className={styles.quiet}>Without words yet</span> : <span>{priority.title}</span>}
    </span>
  );
}

/** The owner by role or name. */
export function OwnerView({ priority, people }: { priority: Priority; people: readonly Stakeholder[] }) {
  const name = ownerName(priority, people);
  return name === '' ? <Nothing says="Nobody" /> : <span>{name}</span>;
}

/** What is measured and where it is read. */
export function CriterionView({ criterion }: { criterion: Criterion | null }) {
  if (criterion === null) return <Nothing says="No criterion" />;
  return (
    <>
      {criterion.metric === '' ? <Nothing says="No metric" /> : <span>{criterion.metric}</span>}
      {criterion.readIn !== '' && <span className={styles.second}>{criterion.readIn}</span>}
    </>
  );
}

/** From baseline to target. */
export function FiguresView({ criterion }: { criterion: Criterion | null }) {
  if (criterion === null) return null;
  const { form, baseline, baselineOf, target, targetOf } = criterion;
  const unit = unitBeside(criterion);
  return (
    <span className={styles.figures}>
      <span className={styles.from}>
        {writeFigure(form, baseline, baselineOf, showNumber) ?? <Nothing says="Not known" />}
      </span>{' '}
      <span className={styles.side}>
        <Icon name="arrow-right" small />
        <Spoken> to </Spoken> <b>{writeFigure(form, target, targetOf, showNumber) ?? <Nothing says="no target" />}</b>
      </span>
      {unit !== '' && <b> {unit}</b>}
    </span>
  );
}

/** By when. */
export function DueView({ criterion }: { criterion: Criterion | null }) {
  if (criterion === null) return null;
  return criterion.dueOn === null ? <Nothing says="No day" /> : <Day day={criterion.dueOn} />;
}

/** From when to when. */
export function RunsView({ priority: { startOn, endOn } }: { priority: Priority }) {
  if (startOn === null && endOn === null) return <Nothing says="No days" />;
  return (
    <span>
      {startOn === null ? <Nothing says="No start" /> : <Day day={startOn} />} –<Spoken> to </Spoken>
      <br />
      {endOn === null ? <Nothing says="no end" /> : <Day day={endOn} />}
    </span>
  );
}

/** How it relates to the constraint. */
export function RelationView({ relation }: { relation: Priority['relation'] }) {
  if (relation === null) return <Nothing says="Not placed" />;
  const look = relation === 'exploits' ? styles.exploits : relation === 'off' ? styles.quiet : undefined;
  return <span className={look}>{relationWords[relation]}</span>;
}

/** What ends for it. */
export function StopsView({ stops, reason }: { stops: readonly Stop[]; reason: string }) {
  if (stops.length === 0)
    return reason === '' ? <Nothing says="Nothing" /> : <span className={styles.quiet}>{reason}</span>;
  return stops.map((stop) => (
    <span key={stop.id} className={styles.entry}>
      {stop.what === '' ? 'A stop without words' : stop.what}
    </span>
  ));
}

/** The measures that change places. */
export function MeasuresView({ measures }: { measures: readonly MeasureChange[] }) {
  return measures.map(({ id, drop, add }) => (
    <span key={id} className={styles.entry}>
      <span className={styles.dropped}>{drop === '' ? <Nothing says="Nothing" /> : drop}</span>
      <span className={styles.added}>
        <Icon name="arrow-right" small />
        <Spoken> becomes </Spoken> {add === '' ? <Nothing says="nothing" /> : add}
      </span>
    </span>
  ));
}

/** A dash where there is nothing, with the word for it. */
export function Nothing({ says }: { says: string }) {
  return (
    <span className={styles.quiet}>
      <span aria-hidden="true">–</span>
      <Spoken>{says}</Spoken>
    </span>
  );
}

/** A day; its year stands where it is another one than today's. */
function Day({ day }: { day: string }) {
  const today = useToday();
  return <time dateTime={day}>{showDay(day, day.slice(0, 4) === today.slice(0, 4) ? 'shortDay' : 'day')}</time>;
}
