/** The tab with the table: the table itself, what stands under it, what stands beside it. */
import { useState } from 'react';
import { describeFailure } from '../../../../shared/api/errors.ts';
import type { MapReading } from '../../../../shared/analysis/map/rows.ts';
import { useFileState, useReadOnly, useWindow } from '../../../data/hooks.ts';
import { Button } from '../../../ui/button.tsx';
import { useCommandRegister } from '../../../ui/commands.tsx';
import { ProblemLine } from '../../../ui/field.tsx';
import { Empty } from '../../../ui/states.tsx';
import type { MapActions } from '../map-actions.ts';
import { useMapPlace } from '../use-map-place.ts';
import { useWidth } from '../use-width.ts';
import { Beside } from './beside.tsx';
import { LimitsLine } from './limits-line.tsx';
import { LooseStops } from './loose-stops.tsx';
import { MapTable } from './map-table.tsx';
import { Noted } from './noted.tsx';
import { Objections } from './objections.tsx';
import type { TableRow } from './rows.ts';
import { WholeChecks } from './whole-checks.tsx';
import styles from './table.module.css';

/** Under this width, in pixels, stops and measures stand under their priority. */
const foldsUnder = 940;

/** Draws the tab. */
export function TableTab({ map, actions }: { map: MapReading; actions: MapActions }) {
  const window = useWindow();
  const register = useCommandRegister();
  const readOnly = useReadOnly();
  const place = useMapPlace();
  const error = useFileState((state) => state.readings.error);
  const [main, width] = useWidth<HTMLDivElement>();
  // A decision that was added while there was no table: it is typed as soon as there is one.
  const [begun, setBegun] = useState<string | null>(null);
  const [row, setRow] = useState<TableRow | null>(null);
  // The pane that somebody opened; a place in it opens it as well.
  const [opened, setOpened] = useState<{ readonly priority: string | null; readonly turn: number } | null>(
    place?.at === 'details' ? { priority: place.priority, turn: 0 } : null,
  );
  const [seen, setSeen] = useState(place);
  if (seen !== place) {
    setSeen(place);
    if (place?.at === 'details') setOpened({ priority: place.priority, turn: (opened?.turn ?? 0) + 1 });
  }
  const inFocus = row === null || row.kind === 'decision' ? null : row.priority.row.id;
  const isEmpty = map.translated.length === 0;
  return (
    <div className={styles.place}>
      <div className={styles.main} ref={main}>
        <div className={styles.scroll}>
          {isEmpty ? (
            <div className={styles.empty}>
              <Empty
                title="Nothing is translated yet."
                text={
                  map.noted.length > 0
                    ? 'The map translates decisions that are in scope or carried. Take one of those that are noted, or add one.'
                    : 'The map begins with a decision: the one in scope first. Under it come the priorities, each with one owner and a way to read success.'
                }
                actions={
                  <>
                    {!readOnly && (
                      <Button kind="primary" onPress={() => setBegun(actions.addDecision('in-scope'))}>
                        Add the decision in scope
                      </Button>
                    )}
                    <Button onPress={() => window.go('scope')}>Go to Scope</Button>
                  </>
                }
              />
            </div>
          ) : (
            <MapTable
              map={map}
              actions={actions}
              folds={width > 0 && width < foldsUnder}
              begun={begun}
              onRow={setRow}
              onDetails={(priority) => setOpened({ priority, turn: (opened?.turn ?? 0) + 1 })}
            />
          )}
          <div className={styles.below}>
            {error !== null && (
              <ProblemLine
                kind="warning"
                says={`The checks cannot be computed: ${describeFailure(error)} What is typed is kept.`}
              />
            )}
            <Objections map={map} current={inFocus} />
            <WholeChecks map={map} />
            {!readOnly && !isEmpty && (
              <div className={styles.adds}>
                <Button kind="quiet" small icon="plus" onPress={() => register.run('map.newPriority')}>
                  New priority
                </Button>
                <Button kind="quiet" small icon="plus" onPress={() => register.run('map.newDecision')}>
                  New decision
                </Button>
              </div>
            )}
            <LooseStops />
            <Noted decisions={map.noted} actions={actions} />
          </div>
        </div>
        {opened === null && <LimitsLine onOpen={() => setOpened({ priority: null, turn: 0 })} />}
      </div>
      {opened !== null && (
        <Beside
          map={map}
          priority={inFocus ?? opened.priority}
          takesFocus={opened.turn}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}
