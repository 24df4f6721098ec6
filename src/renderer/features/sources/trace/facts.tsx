/** Figures that lead to the items behind them. */
import type { WorkShare } from '../../../../shared/analysis/coverage.ts';
import { LinkButton } from '../../../ui/button.tsx';
import styles from './summary.module.css';

/** Items that one asked for by a figure. */
export type Only = { readonly says: string; readonly items: ReadonlySet<string> };

/** A figure in a line of its own. */
export function Fact({
  says,
  value,
  only,
  onOnly,
}: {
  says: string;
  value: string | null;
  only: Only | null;
  onOnly: (only: Only) => void;
}) {
  return (
    <li className={styles.fact}>
      <Name says={says} only={only} onOnly={onOnly} />
      <b>{value ?? '–'}</b>
    </li>
  );
}

/** A name that shows its items when it is pressed; plain words where there are none. */
export function Name({ says, only, onOnly }: { says: string; only: Only | null; onOnly: (only: Only) => void }) {
  return (
    <span className={styles.name} title={says}>
      {only === null ? (
        says
      ) : (
        <LinkButton quiet onPress={() => onOnly(only)}>
          {says}
        </LinkButton>
      )}
    </span>
  );
}

/** A bar; the longest of its list fills the track. */
export function Track({ share, most }: { share: number | null; most: number }) {
  return (
    <span className={styles.track} aria-hidden="true">
      {share !== null && most > 0 && <span style={{ inlineSize: `${(share / most) * 100}%` }} />}
    </span>
  );
}

/** The items of a share, to be shown; null where there are none. */
export function onlyOf(says: string, { items }: Pick<WorkShare, 'items'>): Only | null {
  return items.length === 0 ? null : { says, items: new Set(items) };
}
