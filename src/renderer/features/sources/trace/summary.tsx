/** The figures above the list: the four classes, work by decision or function, and how far it has gone its own way. */
import { useState } from 'react';
import type { Coverage, WorkShare } from '../../../../shared/analysis/coverage.ts';
import type { ItemClass } from '../../../../shared/analysis/backlog-items.ts';
import { useEngagement, useKit, useWindow } from '../../../data/hooks.ts';
import { useChecks } from '../../../parts/checks.tsx';
import { countOf, showDay, showNumber, showPercent } from '../../../parts/format.ts';
import { kitName } from '../../../parts/kit-words.ts';
import { decisionName } from '../../../parts/names.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { ProblemLine } from '../../../ui/field.tsx';
import { IdTag } from '../../../ui/marks.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { itemClasses } from '../use-open-work.ts';
import { sayDecisions, sayWeighting } from './words.ts';
import styles from './summary.module.css';

/** Items that one asked for by a figure. */
export type Only = { readonly says: string; readonly items: ReadonlySet<string> };

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
      <p className={styles.big}>{countOf(open, 'open item', 'open items')}</p>
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

function Parts({ coverage, onOnly }: { coverage: Coverage; onOnly: (only: Only) => void }) {
  const kit = useKit();
  const [by, setBy] = useState<'decision' | 'function'>('decision');
  const most = Math.max(...coverage.decisions.map((one) => one.share ?? 0), 0);
  return (
    <section aria-label="Parts of the open work" className={styles.parts}>
      <div className={styles.headline}>
        <Segments
          label="Work by"
          hideLabel
          clearable={false}
          options={[
            { value: 'decision', says: 'By decision' },
            { value: 'function', says: 'By function' },
          ]}
          value={by}
          onChange={(value) => value !== null && setBy(value)}
        />
        <span className={styles.axis}>{by === 'decision' ? 'items, share' : 'traced, orphan'}</span>
      </div>
      {by === 'decision' ? (
        <>
          <ul className={styles.rows}>
            {coverage.decisions.map((one) => (
              <li key={one.decision.id} className={styles.row}>
                <IdTag accent>{one.decision.label || '–'}</IdTag>
                <Name
                  says={decisionName(one.decision)}
                  only={onlyOf(`traced to ${one.decision.label}`, one)}
                  onOnly={onOnly}
                />
                <Track share={one.share} most={most} />
                <span className={styles.count}>{showNumber(one.count)}</span>
                <span className={styles.share}>{showPercent(one.share)}</span>
              </li>
            ))}
          </ul>
          <p className={styles.note}>
            {sayDecisions(coverage)} {sayWeighting(coverage)}
          </p>
        </>
      ) : (
        <ul className={styles.rows}>
          {coverage.functions.map((one) => {
            const says = one.function === null ? 'No function' : kitName(kit, 'functions', one.function);
            const items = new Set(one.orphan.items);
            return (
              <li key={one.function ?? ''} className={styles.row} data-function>
                <Name
                  says={`${says}, ${countOf(one.open, 'item', 'items')}`}
                  only={items.size === 0 ? null : { says: `orphans of ${says}`, items }}
                  onOnly={onOnly}
                />
                <Track share={one.traced.share} most={100} />
                <span className={styles.share}>{showPercent(one.traced.share)}</span>
                <span className={styles.share}>{showPercent(one.orphan.share)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function Since({ coverage, onOnly }: { coverage: Coverage; onOnly: (only: Only) => void }) {
  const kit = useKit();
  const window = useWindow();
  const engagement = useEngagement();
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
        <Fact
          says={`In ${countOf(clusters.length, 'group', 'groups')} that nothing ties to the strategy`}
          value={showNumber(apart.size)}
          only={apart.size === 0 ? null : { says: 'tied to nothing', items: apart }}
          onOnly={onOnly}
        />
      </ul>
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

function Fact({
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
function Name({ says, only, onOnly }: { says: string; only: Only | null; onOnly: (only: Only) => void }) {
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

function Track({ share, most }: { share: number | null; most: number }) {
  return (
    <span className={styles.track} aria-hidden="true">
      {share !== null && most > 0 && <span style={{ inlineSize: `${(share / most) * 100}%` }} />}
    </span>
  );
}

function onlyOf(says: string, { items }: Pick<WorkShare, 'items'>): Only | null {
  return items.length === 0 ? null : { says, items: new Set(items) };
}
