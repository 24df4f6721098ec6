/** The figures above the list: the four classes, the open work in parts, and how far it has gone its own way. */
import type { Coverage } from '../../../../shared/analysis/coverage.ts';
import type { ItemClass } from '../../../../shared/analysis/backlog-items.ts';
import { countOf, showNumber, showPercent } from '../../../parts/format.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { itemClasses } from '../use-open-work.ts';
import type { Only } from './facts.tsx';
import { SlidePicture } from './slide-picture.tsx';
import { Parts } from './summary-parts.tsx';
import { Since } from './summary-since.tsx';
import styles from './summary.module.css';

const legend: Readonly<Record<ItemClass, string>> = {
  traced: 'Traced to a priority or decision',
  'lights-on': 'Keep the lights on',
  contradicting: 'Contradicting a stop',
  orphan: 'Orphan',
};

/** Shows the figures; each leads to its items. */
export function CoverageSummary({
  coverage,
  onClass,
  onOnly,
}: {
  coverage: Coverage;
  onClass: (wanted: ItemClass) => void;
  onOnly: (only: Only) => void;
}) {
  return (
    <div className={styles.top}>
      <Classes coverage={coverage} onClass={onClass} />
      <Parts coverage={coverage} onOnly={onOnly} />
      <Since coverage={coverage} onOnly={onOnly} />
    </div>
  );
}

function Classes({ coverage, onClass }: { coverage: Coverage; onClass: (wanted: ItemClass) => void }) {
  const { classes, open } = coverage;
  return (
    <section aria-label="Classes of the open work">
      <div className={styles.headline}>
        <p className={styles.big}>{countOf(open, 'open item', 'open items')}</p>
        <span className={styles.axis}>
          <SlidePicture />
        </span>
      </div>
      <div className={styles.bar} aria-hidden="true">
        {itemClasses.map((one) => {
          const share = classes[one].share ?? 0;
          return share > 0 && <span key={one} data-class={one} style={{ flexGrow: share }} />;
        })}
      </div>
      <ul>
        {itemClasses.map((one) => (
          <li key={one} className={styles.legend}>
            <span className={styles.swatch} data-class={one} aria-hidden="true" />
            <LinkButton quiet aria-label={`${legend[one]}: show them`} onPress={() => onClass(one)}>
              {legend[one]}
            </LinkButton>
            <span className={styles.count}>{showNumber(classes[one].count)}</span>
            <span className={styles.share}>{showPercent(classes[one].share)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
