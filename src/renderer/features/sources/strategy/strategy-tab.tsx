/** The tab of the strategy: the text of a document beside the decisions that it holds. */
import { useCallback, useRef, useState } from 'react';
import { describeFailure } from '../../../../shared/api/errors.ts';
import type { Source } from '../../../../shared/model/index.ts';
import { useReadOnly, useRows, useWindowState } from '../../../data/hooks.ts';
import { Button } from '../../../ui/button.tsx';
import { Pane, Panes } from '../../../ui/pane.tsx';
import { Empty, Trouble } from '../../../ui/states.tsx';
import type { TakeIn } from '../use-take-in.ts';
import { DecisionColumn } from './decision-column.tsx';
import { usePassageEdits } from './passage-edits.ts';
import { SourceHead } from './source-head.tsx';
import { type Opened, SourceText } from './source-text.tsx';
import { usePassages, useSourceOf } from '../../../parts/use-passages.ts';
import styles from './strategy-tab.module.css';

/** Shows a document and the decisions; `wanted` is the document that was chosen. */
export function StrategyTab({
  takeIn,
  wanted,
  onWanted,
  onPaste,
}: {
  takeIn: TakeIn;
  wanted: string | null;
  onWanted: (id: string) => void;
  /** Asks for a text to be pasted. */
  onPaste: () => void;
}) {
  const sources = useRows('source').filter((row) => row.kind !== 'backlog');
  const edits = usePassageEdits();
  const column = useRef<HTMLDivElement>(null);
  const [likeliest, setLikeliest] = useState<string | null>(null);
  const { target, turn } = useWindowState((state) => state.place);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [facts, setFacts] = useState(false);
  const [seen, setSeen] = useState(-1);
  if (seen !== turn) {
    setSeen(turn);
    if (target?.entity === 'passage') setOpened({ passage: target.id, words: target.words ?? '' });
    if (target?.entity === 'source') {
      onWanted(target.id);
      setFacts(true);
    }
  }
  const home = useSourceOf(opened?.passage ?? null);
  const [followed, setFollowed] = useState<typeof opened>(null);
  if (home !== null && opened !== null && followed !== opened) {
    setFollowed(opened);
    onWanted(home);
  }
  const replaced = new Set(sources.map((row) => row.replaces));
  const source =
    sources.find((row) => row.id === wanted) ??
    sources.find((row) => row.kind === 'strategy' && !replaced.has(row.id)) ??
    sources[0];
  const openPassage = useCallback((passage: string) => setOpened({ passage, words: '' }), []);
  const focusDecision = (id: string): void => {
    requestAnimationFrame(() => {
      const selector = `[data-place="decision:${id}:title"] :is(textarea, input)`;
      column.current?.querySelector<HTMLElement>(selector)?.focus();
    });
  };
  return (
    <Panes>
      <Pane label="Text" width={712} flush tall>
        {source === undefined ? (
          <NoSource takeIn={takeIn} onPaste={onPaste} />
        ) : (
          <Text
            source={source}
            sources={sources}
            takeIn={takeIn}
            opened={opened}
            facts={facts}
            onFacts={setFacts}
            onWanted={onWanted}
            onOpenPassage={openPassage}
            onLikeliest={setLikeliest}
            onDecided={focusDecision}
            toDecisions={() => column.current?.querySelector<HTMLElement>('textarea, input, button')?.focus()}
          />
        )}
      </Pane>
      <Pane label="Decisions">
        <div ref={column}>
          <DecisionColumn likeliest={likeliest} onOpen={openPassage} onAdd={() => focusDecision(edits.add())} />
        </div>
      </Pane>
    </Panes>
  );
}

function Text({
  source,
  sources,
  takeIn,
  facts,
  onFacts,
  onWanted,
  onOpenPassage,
  ...rest
}: {
  source: Source;
  sources: readonly Source[];
  takeIn: TakeIn;
  opened: Opened | null;
  facts: boolean;
  onFacts: (open: boolean) => void;
  onWanted: (id: string) => void;
  onOpenPassage: (passage: string) => void;
  onLikeliest: (decision: string | null) => void;
  onDecided: (decision: string) => void;
  toDecisions: () => void;
}) {
  const read = usePassages(source.id);
  const readOnly = useReadOnly();
  return (
    <>
      <SourceHead
        sources={sources}
        source={source}
        passages={read.passages?.length ?? null}
        open={facts}
        onChoose={onWanted}
        onOpen={onFacts}
        takeIn={takeIn}
        onOpenPassage={onOpenPassage}
      />
      {read.error !== null && (
        <div className={styles.place}>
          <Trouble
            title="The text cannot be read"
            text={`${describeFailure(read.error)} The decisions and their own words are not touched.`}
            actions={<Button onPress={read.retry}>Try again</Button>}
          />
        </div>
      )}
      {read.error === null && read.passages === null && (
        <div className={styles.place}>
          <Empty title="Reading the text" text="Its passages appear as soon as they are read." />
        </div>
      )}
      {read.passages !== null &&
        (read.passages.length === 0 ? (
          <div className={styles.place}>
            <Empty
              title="No text of this source is in the file"
              text="It was written down without its text. Take the document in to read it beside the decisions."
              {...(readOnly
                ? {}
                : { actions: <Button onPress={() => takeIn.choose('strategy')}>Choose the document</Button> })}
            />
          </div>
        ) : (
          <SourceText key={source.id} source={source} passages={read.passages} {...rest} />
        ))}
    </>
  );
}

function NoSource({ takeIn, onPaste }: { takeIn: TakeIn; onPaste: () => void }) {
  const readOnly = useReadOnly();
  return (
    <div className={styles.drop}>
      <Empty
        title="Drop the strategy here"
        text="As Word, PDF, PowerPoint, OpenDocument, a web page, Markdown or plain text, or pasted from the clipboard. It is read beside the decisions, and every decision keeps the passage that it comes from."
        {...(readOnly
          ? {}
          : {
              actions: (
                <>
                  <Button kind="primary" keys="Alt T" onPress={() => takeIn.choose('strategy')}>
                    Choose a document
                  </Button>
                  <Button keys="Alt V" onPress={onPaste}>
                    Paste text
                  </Button>
                </>
              ),
            })}
      />
    </div>
  );
}
