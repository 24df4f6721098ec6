/** The page of stage 2, Sources: the strategy with its decisions, the backlog, and what the backlog serves. */
import { useState } from 'react';
import { useReadOnly, useRows, useWindow, useWindowState } from '../../data/hooks.ts';
import { countOf } from '../../parts/format.ts';
import { StagePage, useTab, useTarget } from '../../parts/stage-page.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Bar } from '../../ui/states.tsx';
import { TabPanel } from '../../ui/tabs.tsx';
import { BacklogDialog } from './backlog-dialog.tsx';
import { BacklogTab } from './backlog/backlog-tab.tsx';
import { CoverageTab } from './trace/coverage-tab.tsx';
import { DocumentDialog } from './document-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { DropArea } from '../../parts/drop-area.tsx';
import { MentionsTab } from './mentions/mentions-tab.tsx';
import { StrategyTab } from './strategy/strategy-tab.tsx';
import { tabOf, tabs } from './tabs.ts';
import { type TakeIn, useTakeIn } from './use-take-in.ts';
import styles from './page.module.css';

/** Shows the stage. */
export function SourcesPage() {
  const window = useWindow();
  const readOnly = useReadOnly();
  const sources = useRows('source');
  const target = useWindowState((state) => state.place.target);
  const chosen = useTab(tabs);
  const tab = tabOf(target, sources) ?? chosen;
  const takeIn = useTakeIn();
  const [source, setSource] = useState<string | null>(null);
  const [pasting, setPasting] = useState(false);
  useTarget();
  const off = readOnly ? 'The file is open for reading only.' : '';
  useCommands([
    {
      id: 'sources.document',
      says: 'Take in a document',
      group: 'Sources',
      keys: ['Alt T'],
      off,
      run: () => takeIn.choose('strategy'),
    },
    {
      id: 'sources.backlog',
      says: 'Take in a backlog',
      group: 'Sources',
      keys: ['Alt B'],
      off,
      run: () => takeIn.choose('backlog'),
    },
    {
      id: 'sources.paste',
      says: 'Paste text as a document',
      group: 'Sources',
      keys: ['Alt V'],
      off,
      run: () => setPasting(true),
    },
  ]);
  return (
    <StagePage
      stage="sources"
      title="Sources"
      tabs={tabs}
      tab={tab}
      {...(readOnly ? {} : { aside: <AddSource takeIn={takeIn} onPaste={() => setPasting(true)} /> })}
    >
      <DropArea off={readOnly} onDrop={takeIn.drop} onPaste={takeIn.paste}>
        <Stored takeIn={takeIn} />
        <div className={styles.tab}>
          <TabPanel name="sources" value={tab}>
            {tab === 'strategy' && (
              <StrategyTab takeIn={takeIn} wanted={source} onWanted={setSource} onPaste={() => setPasting(true)} />
            )}
            {tab === 'backlog' && <BacklogTab takeIn={takeIn} />}
            {tab === 'coverage' && <CoverageTab takeIn={takeIn} />}
            {tab === 'mentions' && <MentionsTab />}
          </TabPanel>
        </div>
      </DropArea>
      {pasting && <PasteDialog onRead={takeIn.pasteDocument} onClose={() => setPasting(false)} />}
      {takeIn.taken?.kind === 'document' && (
        <DocumentDialog
          key={takeIn.taken.place}
          taken={takeIn.taken}
          takeIn={takeIn}
          onStored={(id) => {
            setSource(id);
            window.go('sources', 'strategy');
          }}
        />
      )}
      {takeIn.taken?.kind === 'backlog' && (
        <BacklogDialog
          key={takeIn.taken.place}
          taken={takeIn.taken}
          takeIn={takeIn}
          onStored={() => window.go('sources', 'backlog')}
        />
      )}
    </StagePage>
  );
}

function AddSource({ takeIn, onPaste }: { takeIn: TakeIn; onPaste: () => void }) {
  return (
    <Menu
      label="Add a source"
      look="plain"
      placement="below-end"
      entries={[
        {
          id: 'strategy',
          says: 'A document: Word, PDF, slides, web page or text',
          keys: 'Alt T',
          onPress: () => takeIn.choose('strategy'),
        },
        { id: 'paste', says: 'Paste text', keys: 'Alt V', onPress: onPaste },
        {
          id: 'backlog',
          says: 'A backlog: an export as CSV, Excel or JSON',
          keys: 'Alt B',
          onPress: () => takeIn.choose('backlog'),
        },
      ]}
    >
      <span className={styles.add}>
        <Icon name="plus" small />
        Add a source
      </span>
    </Menu>
  );
}

/** What the last import did, in one line. */
function Stored({ takeIn }: { takeIn: TakeIn }) {
  const { stored, putAway } = takeIn;
  if (stored === null) return null;
  const parts =
    stored.items + stored.updated + stored.gone > 0
      ? [
          `${stored.items} new`,
          `${stored.closed} closed`,
          ...(stored.reopened > 0 ? [`${stored.reopened} reopened`] : []),
          `${stored.changed} changed`,
          `${stored.gone} gone`,
          ...(stored.leftOut > 0 ? [`${countOf(stored.leftOut, 'row', 'rows')} left out`] : []),
        ]
      : [
          countOf(stored.passages, 'passage', 'passages'),
          ...(stored.anchored === undefined ? [] : [`${countOf(stored.anchored, 'link', 'links')} moved over`]),
          ...((stored.suspect ?? 0) > 0
            ? [`${countOf(stored.suspect ?? 0, 'decision', 'decisions')} to look at again`]
            : []),
          ...(stored.decisions > 0 ? [countOf(stored.decisions, 'decision', 'decisions')] : []),
        ];
  return (
    <Bar
      kind="notice"
      title="Taken in:"
      text={`${parts.join(', ')}. Undo takes all of it back.${
        stored.notes.length === 0 ? '' : ' What was guessed or left out stands with the source.'
      }`}
      action={{ says: 'Put away', onPress: putAway }}
    />
  );
}
