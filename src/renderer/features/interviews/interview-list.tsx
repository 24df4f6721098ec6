/** The interviews day by day: what is planned for today comes first. */
import { type Ref, useMemo } from 'react';
import { assessClashes } from '../../../shared/analysis/clashes.ts';
import type { Interview } from '../../../shared/model/index.ts';
import { useKit, useRows, useToday } from '../../data/hooks.ts';
import { showDay } from '../../parts/format.ts';
import { kitName } from '../../parts/kit-words.ts';
import { CheckMark } from '../../ui/check-mark.tsx';
import { classNames } from '../../ui/class-names.ts';
import { RovingList } from '../../ui/list.tsx';
import { StageMark } from '../../ui/marks.tsx';
import { composeAgenda } from './agenda.ts';
import { interviewName } from './names.ts';
import { clockOf } from './times.ts';
import styles from './plan.module.css';

/** Shows the list; Enter opens the chosen one, Delete removes it. */
export function InterviewList({
  interviews,
  selected,
  onSelect,
  onOpen,
  onRemove,
  listRef,
}: {
  interviews: readonly Interview[];
  selected: string | null;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
  onRemove: ((id: string) => void) | null;
  listRef: Ref<HTMLDivElement>;
}) {
  const kit = useKit();
  const today = useToday();
  const participants = useRows('participant');
  const people = useRows('stakeholder');
  const answers = useRows('answer');
  const evidence = useRows('evidence');
  const notes = useMemo(() => countBy(answers.filter(({ text }) => text.trim() !== '')), [answers]);
  const pieces = useMemo(() => countBy(evidence.filter((row) => !row.withdrawn)), [evidence]);
  const lines = useMemo(() => composeAgenda(interviews, today), [interviews, today]);
  const clashes = useMemo(
    () => assessClashes({ interview: interviews, participant: participants }, kit),
    [interviews, participants, kit],
  );
  return (
    <>
      <div className={styles.listHead} aria-hidden="true">
        <span>Day</span>
        <span>Interview</span>
        <span>Guide</span>
        <span className={styles.count}>Notes</span>
        <span className={styles.count}>Evidence</span>
        <span />
      </div>
      <RovingList
        listRef={listRef}
        label="Interviews"
        items={lines}
        keyOf={({ id }) => id}
        isHeading={(line) => 'heading' in line}
        selectedId={selected}
        onSelect={onSelect}
        onAct={onOpen}
        onKey={(event, id) => {
          if (event.key !== 'Delete' || id === null || onRemove === null) return false;
          onRemove(id);
          return true;
        }}
        render={(line) => {
          if ('heading' in line)
            return (
              <p className={classNames(styles.dayHead, line.late && styles.late)}>
                {line.late && <CheckMark kind="warning" />}
                {line.heading}
              </p>
            );
          const { row } = line;
          return (
            <div className={styles.interview}>
              <span className={styles.day}>
                {showDay(row.heldOn ?? row.plannedOn, 'weekday') || 'No day yet'}
                {(row.startedAt !== null || row.plannedTime !== '') && (
                  <span className={styles.quiet}> {clockOf(row.startedAt) || row.plannedTime}</span>
                )}
              </span>
              <span className={styles.name}>
                {interviewName(row, participants, people)}
                {clashes.has(row.id) && (
                  <span className={styles.clash}>
                    <CheckMark kind="warning" /> same time as another
                  </span>
                )}
              </span>
              <span className={styles.quiet}>{kitName(kit, 'guides', row.guide) || 'No guide'}</span>
              <span className={styles.count}>{notes.get(row.id) ?? '–'}</span>
              <span className={styles.count}>{pieces.get(row.id) ?? '–'}</span>
              <StageMark
                state={row.status === 'done' ? 'full' : row.status === 'running' ? 'half' : 'empty'}
                says={row.status === 'done' ? 'held' : row.status === 'running' ? 'running' : 'planned'}
              />
            </div>
          );
        }}
      />
    </>
  );
}

function countBy(rows: readonly { readonly interview: string | null }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { interview } of rows) if (interview !== null) counts.set(interview, (counts.get(interview) ?? 0) + 1);
  return counts;
}
