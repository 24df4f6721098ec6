/** The tab of coverage: what the open work serves, and the items to link. */
import { describeFailure } from '../../../../shared/api/errors.ts';
import { useState } from 'react';
import type { ItemClass } from '../../../../shared/analysis/backlog-items.ts';
import { useEngagement, useFileState, useReadOnly, useRows } from '../../../data/hooks.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, Trouble } from '../../../ui/states.tsx';
import { useOpenWork } from '../use-open-work.ts';
import type { TakeIn } from '../use-take-in.ts';
import { CoverageItems } from './coverage-items.tsx';
import type { Only } from './facts.tsx';
import { CoverageSummary } from './summary.tsx';
import styles from './coverage-tab.module.css';

/** Shows coverage; without a backlog it says how to get one. */
export function CoverageTab({ takeIn }: { takeIn: TakeIn }) {
  const readOnly = useReadOnly();
  const engagement = useEngagement();
  const items = useRows('backlogItem');
  const work = useOpenWork();
  const coverage = useFileState((state) => state.readings.figures?.coverage ?? null);
  const error = useFileState((state) => state.readings.error);
  const [wanted, setWanted] = useState<ItemClass | null>('orphan');
  const [only, setOnly] = useState<Only | null>(null);
  if (items.length === 0) {
    return (
      <div className={styles.empty}>
        <Empty
          title="No backlog is in this file yet"
          text="Take in an export of the tracker as CSV, Excel or JSON. Columns and statuses are recognised and shown before anything is stored; then every open item is traced, keeps the lights on, contradicts a stop, or is an orphan."
          {...(readOnly
            ? {}
            : {
                actions: (
                  <Button kind="primary" keys="Alt B" onPress={() => takeIn.choose('backlog')}>
                    Choose an export
                  </Button>
                ),
              })}
        />
      </div>
    );
  }
  return (
    <div className={styles.coverage}>
      {coverage === null ? (
        <div className={styles.figures}>
          {error === null ? (
            <Empty title="Computing the figures" text="The items below can be linked meanwhile." />
          ) : (
            <Trouble
              title="The figures cannot be computed"
              text={`${describeFailure(error)} The items below can be linked all the same.`}
            />
          )}
        </div>
      ) : (
        <CoverageSummary
          coverage={coverage}
          onClass={(one) => {
            setOnly(null);
            setWanted(one);
          }}
          onOnly={(next) => {
            setOnly(next);
            setWanted(null);
          }}
        />
      )}
      <div className={styles.items} data-place={`engagement:${engagement.id}`}>
        <CoverageItems work={work} wanted={wanted} onWanted={setWanted} only={only} onOnly={setOnly} />
      </div>
    </div>
  );
}
