/** What an interview gave to the figures: how the decisions were retold, and the pulse, person by person. */
import { scoreRetelling } from '../../../shared/analysis/playback.ts';
import { useKit, useRows } from '../../data/hooks.ts';
import { countOf, showPercent } from '../../parts/format.ts';
import { nameAmong } from '../../parts/names.ts';
import { Section } from '../../ui/pane.tsx';
import type { InterviewView } from './use-interview.ts';
import styles from './details.module.css';

/** Shows the readings; nothing before there are any. */
export function Readings({ view: { interview, parts, customer } }: { view: InterviewView }) {
  const kit = useKit();
  const people = useRows('stakeholder');
  const marks = useRows('playbackMark').filter((row) => row.interview === interview.id);
  const pulse = useRows('pulseAnswer').filter((row) => row.interview === interview.id);
  if (customer || marks.length + pulse.length === 0) return null;
  return (
    <Section title="Playback and pulse">
      <dl className={styles.readings}>
        {parts.map(({ row, person }) => {
          const own = marks.filter((mark) => mark.person === row.person && mark.mark !== null);
          const answered = pulse.filter((answer) => answer.person === row.person).length;
          return (
            <div key={row.id}>
              <dt>{nameAmong(people, person?.id ?? null) || 'A voice without a name'}</dt>
              <dd>
                {own.length === 0
                  ? 'No decision retold'
                  : `Recall ${showPercent(scoreRetelling(own, kit))} of ${countOf(own.length, 'decision', 'decisions')}`}
                , {answered} of {countOf(kit.content.pulse.length, 'statement', 'statements')} answered
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}
