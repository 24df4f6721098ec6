/** The page of stage 4, Patterns. */
import { useWindowState } from '../../data/hooks.ts';
import { FiguresGate } from '../../parts/figures-gate.tsx';
import { StagePage, useTab } from '../../parts/stage-page.tsx';
import { Pane, Panes } from '../../ui/pane.tsx';
import { TabPanel } from '../../ui/tabs.tsx';
import { HeatMaps } from './heat-maps.tsx';
import { PlaybackTab } from './playback.tsx';
import { Ratings } from './ratings.tsx';
import { RoutingPane } from './routing.tsx';
import { tabOf } from './targets.ts';

const tabs = [
  { id: 'ratings', says: 'Ratings' },
  { id: 'heat', says: 'Heat maps and routing' },
  { id: 'playback', says: 'Playback' },
] as const;

/** Shows the stage. */
export function PatternsPage() {
  const target = useWindowState((state) => state.place.target);
  const chosen = useTab(tabs);
  const tab = tabOf(target) ?? chosen;
  return (
    <StagePage stage="patterns" title="Patterns" tabs={tabs} tab={tab}>
      <TabPanel name="patterns" value={tab}>
        <FiguresGate>
          {(figures) => (
            <>
              {tab === 'ratings' && <Ratings figures={figures} />}
              {tab === 'heat' && (
                <Panes>
                  <Pane label="Heat maps" width={708}>
                    <HeatMaps figures={figures} />
                  </Pane>
                  <Pane label="Routing">
                    <RoutingPane figures={figures} />
                  </Pane>
                </Panes>
              )}
              {tab === 'playback' && <PlaybackTab figures={figures} />}
            </>
          )}
        </FiguresGate>
      </TabPanel>
    </StagePage>
  );
}
