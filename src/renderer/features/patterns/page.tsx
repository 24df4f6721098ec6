/** The page of stage 4, Patterns. */
import { useState } from 'react';
import { useFile, useReadOnly, useWindow, useWindowState } from '../../data/hooks.ts';
import { FiguresGate } from '../../parts/figures-gate.tsx';
import { StagePage, useTab } from '../../parts/stage-page.tsx';
import { setSecondReader, useSecondReader } from '../../parts/second-reader.ts';
import { useCommands } from '../../ui/commands.tsx';
import { Pane, Panes, Section } from '../../ui/pane.tsx';
import { Bar } from '../../ui/states.tsx';
import { TabPanel } from '../../ui/tabs.tsx';
import { Axes } from './axes.tsx';
import { CompareTab } from './compare-tab.tsx';
import { HeatMaps } from './heat-maps.tsx';
import { PlaybackTab } from './playback.tsx';
import { Ratings } from './ratings.tsx';
import { ReaderDialog } from './reader-dialog.tsx';
import { RoutingPane } from './routing.tsx';
import { tabOf } from './targets.ts';

const tabs = [
  { id: 'ratings', says: 'Ratings' },
  { id: 'heat', says: 'Heat maps and routing' },
  { id: 'playback', says: 'Playback' },
  { id: 'second', says: 'Second reader' },
] as const;

/** Shows the stage. */
export function PatternsPage() {
  const target = useWindowState((state) => state.place.target);
  const chosen = useTab(tabs);
  const tab = tabOf(target) ?? chosen;
  const file = useFile();
  const window = useWindow();
  const readOnly = useReadOnly();
  const reader = useSecondReader();
  const [asking, setAsking] = useState(false);
  const finish = (): void => {
    setSecondReader(file, null);
    window.go('patterns', 'second');
  };
  useCommands([
    {
      id: 'patterns.second',
      says: reader === null ? 'Rate as second reader' : 'Finish as second reader',
      short: reader === null ? 'second reader' : 'finish',
      group: 'Patterns',
      keys: ['S'],
      bar: 9,
      off: readOnly ? 'The file is open for reading only.' : '',
      run: () => (reader === null ? setAsking(true) : finish()),
    },
  ]);
  return (
    <StagePage stage="patterns" title="Patterns" tabs={tabs} tab={tab}>
      {reader !== null && (
        <Bar
          kind="notice"
          title={`${reader} rates as second reader.`}
          text="What the others rated is covered."
          action={{ says: 'Finish and compare', onPress: finish }}
        />
      )}
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
                  <Pane label={reader === null ? 'Routing' : 'Axes'}>
                    {reader === null ? (
                      <RoutingPane figures={figures} />
                    ) : (
                      <Section title="Is the strategy suspect?">
                        <Axes axes={figures.routing.axes} />
                      </Section>
                    )}
                  </Pane>
                </Panes>
              )}
              {tab === 'playback' && <PlaybackTab figures={figures} />}
              {tab === 'second' && <CompareTab onStart={() => setAsking(true)} />}
            </>
          )}
        </FiguresGate>
      </TabPanel>
      {asking && (
        <ReaderDialog
          onClose={() => setAsking(false)}
          onStart={() => {
            setAsking(false);
            window.go('patterns', 'ratings');
          }}
        />
      )}
    </StagePage>
  );
}
