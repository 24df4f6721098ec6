/** Initiatives that run at the same time, by function and by the name that stands on them. */
import type { Coverage } from '../../../../shared/analysis/coverage.ts';
import { useKit } from '../../../data/hooks.ts';
import { countOf, showNumber } from '../../../parts/format.ts';
import { kitName } from '../../../parts/kit-words.ts';
import { CheckMark } from '../../../ui/check-mark.tsx';
import { Name, type Only, Track } from './facts.tsx';
import styles from './summary.module.css';

/** Shows them; more than three on one name are fragmentation, which has its mark and its word. */
export function ParallelWork({ parallel, onOnly }: { parallel: Coverage['parallel']; onOnly: (only: Only) => void }) {
  const kit = useKit();
  if (parallel === null) {
    return (
      <p className={styles.note}>
        No open item names a parent or an epic, so which initiatives run at the same time cannot be read.
      </p>
    );
  }
  const { initiatives, functions, owners } = parallel;
  const items = new Map(initiatives.map((one) => [one.key, one.items.map(({ row }) => row.id)]));
  const onlyIn = (says: string, keys: readonly string[]): Only | null => {
    const own = new Set(keys.flatMap((key) => items.get(key) ?? []));
    return own.size === 0 ? null : { says, items: own };
  };
  const most = Math.max(...[...functions, ...owners].map((one) => one.initiatives.length), 0);
  const fragmented = owners.filter((one) => one.fragmented).length;
  return (
    <>
      <ul className={styles.rows}>
        {functions.map((one) => {
          const says = kitName(kit, 'functions', one.function);
          return (
            <Line
              key={one.function}
              says={says}
              count={one.initiatives.length}
              most={most}
              only={onlyIn(`in initiatives of ${says}`, one.initiatives)}
              onOnly={onOnly}
            />
          );
        })}
        {owners.map((one) => (
          <Line
            key={`owner ${one.owner}`}
            says={one.owner}
            mark={one.fragmented}
            count={one.initiatives.length}
            most={most}
            only={onlyIn(`in initiatives with the name ${one.owner}`, one.initiatives)}
            onOnly={onOnly}
          />
        ))}
      </ul>
      <p className={styles.note}>
        {countOf(initiatives.length, 'initiative runs', 'initiatives run')} at the same time.{' '}
        {fragmented > 0 &&
          `${countOf(fragmented, 'name stands', 'names stand')} on more than three of them: the work is fragmented.`}
      </p>
    </>
  );
}

function Line({
  says,
  count,
  most,
  mark = false,
  only,
  onOnly,
}: {
  says: string;
  count: number;
  most: number;
  mark?: boolean;
  only: Only | null;
  onOnly: (only: Only) => void;
}) {
  return (
    <li className={styles.row} data-parallel>
      <Name says={says} only={only} onOnly={onOnly} />
      <span>{mark && <CheckMark kind="warning" />}</span>
      <Track share={count} most={most} />
      <span className={styles.share}>{showNumber(count)}</span>
    </li>
  );
}
