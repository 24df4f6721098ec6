/** Right side: the statements, answered by digits. */
import { useKit } from '../../../data/hooks.ts';
import { placeOf } from '../../../parts/field.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Segments } from '../../../ui/segments.tsx';
import type { PulseOf } from './use-pulse.ts';
import styles from './playback.module.css';

const numbers = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];

/** Shows the side. */
export function PulseSide({
  pulse,
  hidden,
  on,
  onSide,
  goesOn,
}: {
  pulse: PulseOf;
  /** The answers are hidden; the statements may be read. */
  hidden: boolean;
  on: boolean;
  onSide: () => void;
  /** What is asked after the last statement; null at the end. */
  goesOn: string | null;
}) {
  const kit = useKit();
  const { statements, rows } = pulse;
  const scale = kit.content.scales.agreement;
  const done = statements.filter(({ answer }) => answer !== undefined).length;
  const options = [
    ...scale.map(({ value, label }) => ({ value, says: label })),
    { value: 0, says: 'cannot say', apart: true as const },
  ];
  return (
    <section className={styles.pulse} aria-label="Statements" onFocus={onSide}>
      <div className={styles.headline}>
        <h2 className={styles.title}>{numbers[statements.length] ?? statements.length} statements</h2>
        <span className={styles.quiet}>
          {done} of {statements.length}
        </span>
      </div>
      <div className={styles.ends} aria-hidden="true">
        <span>{scale[0]?.label}</span>
        <span>{scale.at(-1)?.label}</span>
        <span>Can’t say</span>
      </div>
      {statements.map(({ id, text, answer }, at) => (
        <div
          key={id}
          className={classNames(styles.statement, answer === undefined && styles.open)}
          data-row={`pulse ${at}`}
          data-on={on && at === rows.at ? '' : undefined}
          onFocus={() => rows.moveTo(at)}
        >
          <span>{text}</span>
          <Segments
            kind="digits"
            label={text}
            hideLabel
            options={options}
            value={answer === undefined || hidden ? null : (answer.value ?? 0)}
            onChange={(digit) => digit !== null && rows.answer(at, digit)}
            place={answer === undefined ? undefined : placeOf('pulseAnswer', answer.id, 'value')}
          />
        </div>
      ))}
      {done === statements.length && goesOn !== null && (
        <p className={styles.quiet}>All are answered. Next: {goesOn}</p>
      )}
    </section>
  );
}
