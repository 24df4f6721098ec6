/** What was decided against what people retold: each decision with its recall, the level where it breaks, and what it changed. */
import { useState } from 'react';
import type { Figures } from '../../../shared/api/analysis.ts';
import { useFile, useRows, useWindow, useWindowState } from '../../data/hooks.ts';
import { showPercent } from '../../parts/format.ts';
import { decisionName } from '../../parts/names.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { RovingList } from '../../ui/list.tsx';
import { IdTag } from '../../ui/marks.tsx';
import { Pane, Panes } from '../../ui/pane.tsx';
import { Empty } from '../../ui/states.tsx';
import { PlaybackDecision } from './playback-decision.tsx';
import { decisionOf } from './targets.ts';
import styles from './playback.module.css';

const remembered = new WeakMap<object, string>();

/** Shows the decisions with what became of them where they arrived. */
export function PlaybackTab({ figures }: { figures: Figures }) {
  const window = useWindow();
  const file = useFile();
  const { target, turn } = useWindowState((state) => state.place);
  const choiceMade = useRows('choiceMade');
  const namedSuccess = useRows('namedSuccess');
  const playbackMark = useRows('playbackMark');
  const [seen, setSeen] = useState(-1);
  const [chosen, setChosen] = useState<string | null>(() => remembered.get(file) ?? null);
  const wanted = decisionOf(target, { choiceMade, namedSuccess, playbackMark });
  if (wanted !== null && seen !== turn) {
    setSeen(turn);
    setChosen(wanted);
  }
  const { decisions } = figures.playback;
  const current =
    decisions.find((one) => one.decision.id === chosen) ??
    decisions.find((one) => one.decision.standing === 'in-scope') ??
    decisions[0];
  const select = (id: string): void => {
    remembered.set(file, id);
    setChosen(id);
  };
  const move = (step: 1 | -1): void => {
    const at = current === undefined ? -1 : decisions.indexOf(current);
    const next = decisions[Math.min(decisions.length - 1, Math.max(0, at + step))];
    if (next !== undefined) select(next.decision.id);
  };
  useCommands([
    {
      id: 'patterns.decision.next',
      says: 'Next decision',
      short: 'decision',
      group: 'Patterns',
      keys: ['Down'],
      caps: 'Up Down',
      bar: 1,
      keyOnly: true,
      run: () => move(1),
    },
    {
      id: 'patterns.decision.previous',
      says: 'Decision before',
      group: 'Patterns',
      keys: ['Up'],
      keyOnly: true,
      run: () => move(-1),
    },
  ]);
  if (current === undefined) {
    return (
      <div className={styles.empty}>
        <Empty
          title="There is no decision to retell yet"
          text="Decisions are written in Scope or found in the strategy. In an interview people retell them unprompted."
          actions={
            <>
              <Button kind="primary" onPress={() => window.go('scope')}>
                Write the decision
              </Button>
              <Button onPress={() => window.go('sources')}>Go to the sources</Button>
            </>
          }
        />
      </div>
    );
  }
  return (
    <Panes>
      <Pane label="Decisions" width={364} flush>
        <div className={styles.head}>
          <span>Decision</span>
          <span>Recall</span>
          <span>Work on it</span>
        </div>
        <RovingList
          label="Decisions"
          items={decisions}
          keyOf={(one) => one.decision.id}
          selectedId={current.decision.id}
          onSelect={select}
          render={(one, { selected }) => (
            <div className={selected ? `${styles.row} ${styles.on}` : styles.row}>
              <IdTag accent={selected}>{one.decision.label}</IdTag>
              <span>{decisionName(one.decision)}</span>
              <span className={styles.number}>{showPercent(one.recall)}</span>
              <span className={styles.number}>{showPercent(workOn(figures, one.decision.id))}</span>
            </div>
          )}
        />
      </Pane>
      <Pane label={decisionName(current.decision)}>
        <PlaybackDecision
          key={current.decision.id}
          recall={current}
          work={workOn(figures, current.decision.id)}
          part={target?.entity === 'decision' && target.id === current.decision.id ? (target.part ?? null) : null}
        />
      </Pane>
    </Panes>
  );
}

function workOn(figures: Figures, decision: string): number | null {
  return figures.coverage.decisions.find((one) => one.decision.id === decision)?.share ?? null;
}
