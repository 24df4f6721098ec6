/** How far the open work has gone its own way since the strategy was set. */
import { useState } from 'react';
import type { Coverage } from '../../../../shared/analysis/coverage.ts';
import { useEngagement, useKit, useWindow } from '../../../data/hooks.ts';
import { useChecks } from '../../../parts/checks.tsx';
import { countOf, showDay, showNumber, showPercent } from '../../../parts/format.ts';
import { kitName } from '../../../parts/kit-words.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { ProblemLine } from '../../../ui/field.tsx';
import { CheckPoints, CheckPointsDialog } from './check-points.tsx';
import { Fact, type Only, onlyOf } from './facts.tsx';
import styles from './summary.module.css';

/** Shows how old the open work is, and the check points since the strategy was set. */
export function Since({ coverage, onOnly }: { coverage: Coverage; onOnly: (only: Only) => void }) {
  const kit = useKit();
  const window = useWindow();
  const engagement = useEngagement();
  const [editing, setEditing] = useState(false);
  const checks = useChecks(2).filter(({ place, accepted }) => place.entity === 'engagement' && accepted === undefined);
  const { carriedOver, stale, monthsWithout, clusters, functions } = coverage;
  const lowest = functions
    .filter((one) => one.function !== null && one.open >= 3)
    .toSorted((a, b) => (a.traced.share ?? 0) - (b.traced.share ?? 0))[0];
  const set = engagement.strategySetOn;
  const apart = new Set(clusters.flatMap((cluster) => cluster.items));
  return (
    <section aria-label="Since the strategy">
      <div className={styles.headline}>
        <h2>Since the strategy</h2>
      </div>
      <ul>
        <Fact
          says={set === null ? 'Carried over' : `Carried over from before ${showDay(set, 'shortDay')}`}
          value={carriedOver === null ? null : showNumber(carriedOver.count)}
          only={carriedOver === null ? null : onlyOf('carried over', { items: carriedOver.items })}
          onOnly={onOnly}
        />
        <Fact
          says="Untouched for 90 days"
          value={stale === null ? null : showNumber(stale.count)}
          only={stale === null ? null : onlyOf('untouched for 90 days', { items: stale.items })}
          onOnly={onOnly}
        />
        <li className={styles.fact}>
          <LinkButton quiet onPress={() => window.go('sources', 'backlog')}>
            Months without a comparison
          </LinkButton>
          <b>{showNumber(monthsWithout)}</b>
        </li>
        {lowest !== undefined && (
          <Fact
            says={`Lowest traced share, ${kitName(kit, 'functions', lowest.function)}`}
            value={showPercent(lowest.traced.share)}
            only={onlyOf(`orphans of ${kitName(kit, 'functions', lowest.function)}`, lowest.orphan)}
            onOnly={onOnly}
          />
        )}
        {apart.size > 0 && (
          <Fact
            says={`In ${countOf(clusters.length, 'group', 'groups')} that nothing ties to the strategy`}
            value={showNumber(apart.size)}
            only={{ says: 'tied to nothing', items: apart }}
            onOnly={onOnly}
          />
        )}
      </ul>
      {coverage.sinceStrategy !== null && <CheckPoints age={coverage.sinceStrategy} onEdit={() => setEditing(true)} />}
      {editing && <CheckPointsDialog onClose={() => setEditing(false)} />}
      {set === null && (
        <p className={styles.note}>
          The day the strategy was set is not known.{' '}
          <LinkButton
            onPress={() =>
              window.go('scope', null, { entity: 'engagement', id: engagement.id, field: 'strategySetOn' })
            }
          >
            Set it
          </LinkButton>
        </p>
      )}
      {checks.map((check) => (
        <ProblemLine key={check.sentence} kind={check.severity} says={check.sentence} code={check.code} />
      ))}
    </section>
  );
}
