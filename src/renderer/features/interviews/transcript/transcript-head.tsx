/** The head of a transcript: whose words, when, how long, and the way to find some. */
import type { Interview, Turn } from '../../../../shared/model/index.ts';
import { showMoment } from '../../../../shared/model/mark-turn.ts';
import { useRows } from '../../../data/hooks.ts';
import { countOf, showDay } from '../../../parts/format.ts';
import { IconButton } from '../../../ui/button.tsx';
import { FieldArea } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { interviewName } from '../names.ts';
import styles from './transcript.module.css';

/** Shows the head. */
export function TranscriptHead({
  interview,
  turns,
  query,
  hits,
  at,
  onQuery,
  onStep,
  onDown,
  onLeave,
}: {
  interview: Interview;
  turns: readonly Turn[];
  query: string;
  /** Places of the turns that hold what is looked for. */
  hits: readonly number[];
  /** Place of the turn where one is. */
  at: number;
  onQuery: (query: string) => void;
  onStep: (step: 1 | -1) => void;
  onDown: () => void;
  onLeave: () => void;
}) {
  const participants = useRows('participant');
  const people = useRows('stakeholder');
  const length = turns.reduce((most, { startsAt, endsAt }) => Math.max(most, endsAt ?? startsAt ?? 0), 0);
  const facts = [
    showDay(interview.heldOn ?? interview.plannedOn, 'weekday'),
    countOf(turns.length, 'turn', 'turns'),
    length > 0 ? showMoment(length) : '',
    interview.transcript,
  ].filter(Boolean);
  const place = hits.indexOf(at);
  return (
    <header className={styles.head}>
      <IconButton icon="arrow-left" label="Leave the transcript" keys="Escape" onPress={onLeave} />
      <h1 className={styles.title}>{interviewName(interview, participants, people)}</h1>
      <span className={styles.quiet}>{facts.join(', ')}</span>
      <span className={styles.space} />
      {query.trim() !== '' && (
        <span className={styles.quiet} role="status">
          {hits.length === 0
            ? 'Not found'
            : place < 0
              ? `In ${countOf(hits.length, 'turn', 'turns')}`
              : `${place + 1} of ${countOf(hits.length, 'turn', 'turns')}`}
        </span>
      )}
      <search className={styles.find}>
        <FieldArea looks bare={false}>
          <TextField
            label="Find in the transcript"
            hideLabel
            type="search"
            value={query}
            placeholder="Find in the transcript"
            onChange={onQuery}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
              else if (event.key === 'ArrowDown') onDown();
              else return;
              event.preventDefault();
            }}
          />
        </FieldArea>
      </search>
    </header>
  );
}
