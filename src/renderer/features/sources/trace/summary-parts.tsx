/** The open work in parts: by decision, by function, by the basis on which it was begun, and what runs at the same time. */
import { useState } from 'react';
import type { Coverage } from '../../../../shared/analysis/coverage.ts';
import { useKit } from '../../../data/hooks.ts';
import { countOf, showNumber, showPercent } from '../../../parts/format.ts';
import { kitName } from '../../../parts/kit-words.ts';
import { decisionName } from '../../../parts/names.ts';
import { IdTag } from '../../../ui/marks.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { Name, type Only, onlyOf, Track } from './facts.tsx';
import { ParallelWork } from './parallel-work.tsx';
import { sayDecisions, sayWeighting } from './words.ts';
import styles from './summary.module.css';

const ways = [
  { value: 'decision', says: 'Decision', axis: 'items, share' },
  { value: 'function', says: 'Function', axis: 'traced, orphan' },
  { value: 'basis', says: 'Basis', axis: 'items, share' },
  { value: 'parallel', says: 'At once', axis: 'initiatives' },
] as const;

type Way = (typeof ways)[number]['value'];

type Shown = { readonly coverage: Coverage; readonly onOnly: (only: Only) => void };

/** Shows the open work in parts, one way at a time. */
export function Parts({ coverage, onOnly }: Shown) {
  const [by, setBy] = useState<Way>('decision');
  const axis = ways.find(({ value }) => value === by)?.axis ?? '';
  return (
    <section aria-label="Parts of the open work" className={styles.parts}>
      <div className={styles.headline}>
        <Segments
          label="Open work by"
          hideLabel
          clearable={false}
          options={ways}
          value={by}
          onChange={(value) => value !== null && setBy(value)}
        />
        <span className={styles.axis}>{axis}</span>
      </div>
      {by === 'decision' && <Decisions coverage={coverage} onOnly={onOnly} />}
      {by === 'function' && <Functions coverage={coverage} onOnly={onOnly} />}
      {by === 'basis' && <Bases coverage={coverage} onOnly={onOnly} />}
      {by === 'parallel' && <ParallelWork parallel={coverage.parallel} onOnly={onOnly} />}
    </section>
  );
}

function Decisions({ coverage, onOnly }: Shown) {
  const most = Math.max(...coverage.decisions.map((one) => one.share ?? 0), 0);
  return (
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
  );
}

function Functions({ coverage, onOnly }: Shown) {
  const kit = useKit();
  return (
    <ul className={styles.rows}>
      {coverage.functions.map((one) => {
        const says = one.function === null ? 'No function' : kitName(kit, 'functions', one.function);
        return (
          <li key={one.function ?? ''} className={styles.row} data-function>
            <Name
              says={`${says}, ${countOf(one.open, 'item', 'items')}`}
              only={onlyOf(`orphans of ${says}`, one.orphan)}
              onOnly={onOnly}
            />
            <Track share={one.traced.share} most={100} />
            <span className={styles.share}>{showPercent(one.traced.share)}</span>
            <span className={styles.share}>{showPercent(one.orphan.share)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Bases({ coverage: { basis, open }, onOnly }: Shown) {
  const kit = useKit();
  if (basis === null) {
    return (
      <p className={styles.note}>
        Why items were begun is not known yet. Select items below and press B to say on what basis they were begun.
      </p>
    );
  }
  const most = Math.max(...basis.shares.map((one) => one.share ?? 0), 0);
  return (
    <>
      <ul className={styles.rows}>
        {basis.shares.map((one) => {
          const says = kitName(kit, 'decisionBases', one.basis);
          return (
            <li key={one.basis} className={styles.row} data-basis>
              <Name says={says} only={onlyOf(`begun on this basis: ${says}`, one)} onOnly={onOnly} />
              <Track share={one.share} most={most} />
              <span className={styles.count}>{showNumber(one.count)}</span>
              <span className={styles.share}>{showPercent(one.share)}</span>
            </li>
          );
        })}
      </ul>
      <p className={styles.note}>
        n = {basis.n} of {countOf(open, 'open item', 'open items')} whose basis is known.
      </p>
    </>
  );
}
