/** In a session with several people: whose retelling and whose answers are taken down next. */
import { useEffect, useRef } from 'react';
import type { Stakeholder } from '../../../../shared/model/index.ts';
import { useKit, useRows } from '../../../data/hooks.ts';
import { personName } from '../../../parts/names.ts';
import { Segments } from '../../../ui/segments.tsx';
import type { Screen } from './use-screen.ts';
import styles from './playback.module.css';

/** Asks whose retelling it is, and shows who was asked already. */
export function WhoseAnswers({
  screen,
  people,
  onChoose,
}: {
  screen: Screen;
  people: readonly Stakeholder[];
  onChoose: (id: string) => void;
}) {
  const { interview } = screen.view;
  const marks = useRows('playbackMark');
  const pulse = useRows('pulseAnswer');
  const kit = useKit();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What had the focus went with the screen before; it is given here once that was seen to.
    const frame = requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[role=radio]')?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const options = people.map((row, at) => ({
    value: row.id,
    says: at < 9 ? `${at + 1} ${personName(row)}` : personName(row),
    ...(at < 9 ? { digit: at + 1 } : {}),
  }));
  const of = (id: string) => (row: { readonly interview: string | null; readonly person: string }) =>
    row.interview === interview.id && row.person === id;
  return (
    <div ref={box} className={styles.whose}>
      <Segments
        label={screen.current.kind === 'pulse' ? 'Whose answers are they?' : 'Whose retelling is it?'}
        options={options}
        value={null}
        onChange={(id) => id !== null && onChoose(id)}
      />
      <dl className={styles.asked}>
        {people.map((row) => (
          <div key={row.id}>
            <dt>{personName(row)}</dt>
            <dd>
              {marks.some(of(row.id)) ? 'retold' : 'not asked to retell yet'}, {pulse.filter(of(row.id)).length} of{' '}
              {kit.content.pulse.length} statements
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
