/** What can be made of the words that are selected, below the passage in which they end. */
import { useEffect, useRef, useState } from 'react';
import type { Suggestion } from '../../../../shared/analysis/suggest/suggest.ts';
import type { ChoiceKind } from '../../../../shared/analysis/choice-sentences.ts';
import type { Decision } from '../../../../shared/model/index.ts';
import { useFile, useFileState } from '../../../data/hooks.ts';
import { decisionName } from '../../../parts/names.ts';
import { Button } from '../../../ui/button.tsx';
import { MenuList } from '../../../ui/menu.tsx';
import styles from './reader.module.css';

/** What the bar does; the keys do the same. */
export type PassageActions = {
  readonly decide: () => void;
  readonly link: (decision: Decision) => void;
  readonly keep: () => void;
  readonly stop: () => void;
};

/** Shows the actions; `choosing` opens the list of decisions. */
export function ActionBar({
  decisions,
  likeliest,
  actions,
  choosing,
  onChoosing,
}: {
  decisions: readonly Decision[];
  likeliest: Decision | null;
  actions: PassageActions;
  choosing: boolean;
  onChoosing: (open: boolean) => void;
}) {
  const other = useRef<HTMLSpanElement>(null);
  return (
    <div className={styles.bar} role="toolbar" aria-label="The selected words">
      <Button kind="quiet" small keys="D" onPress={actions.decide}>
        New decision
      </Button>
      {likeliest !== null && (
        <span className={styles.likely}>
          <Button kind="quiet" small keys="Enter" onPress={() => actions.link(likeliest)}>
            Link to {likeliest.label}
          </Button>
        </span>
      )}
      <span ref={other}>
        <Button
          kind="quiet"
          small
          keys="L"
          aria-haspopup="menu"
          aria-expanded={choosing}
          off={decisions.length === 0 ? 'There is no decision yet.' : ''}
          onPress={() => onChoosing(!choosing)}
        >
          {likeliest === null ? 'Link to a decision' : 'Other decision'}
        </Button>
      </span>
      <span className={styles.line} />
      <Button kind="quiet" small keys="E" onPress={actions.keep}>
        Evidence
      </Button>
      <span className={styles.line} />
      <Button kind="quiet" small keys="S" onPress={actions.stop}>
        Stop
      </Button>
      {choosing && (
        <MenuList
          anchor={other}
          label="Decisions"
          onClose={() => onChoosing(false)}
          entries={decisions.map((decision) => ({
            id: decision.id,
            says: `${decision.label} ${decisionName(decision)}`,
            onPress: () => actions.link(decision),
          }))}
        />
      )}
    </div>
  );
}

const reasons: Readonly<Record<ChoiceKind, string>> = {
  waits: 'Sounds like a choice: it says what waits.',
  stops: 'Sounds like a choice: it says what stops.',
  instead: 'Sounds like a choice: it sets one thing above another.',
};

/** A sentence that sounds like a choice, with what can be done about it. */
export function ChoiceLine({
  kind,
  onAccept,
  onPassOver,
}: {
  kind: ChoiceKind;
  onAccept: () => void;
  onPassOver: () => void;
}) {
  return (
    <div className={styles.open} role="group" aria-label="Suggestion">
      <span>{reasons[kind]}</span>
      <Button kind="quiet" small keys="A" onPress={onAccept}>
        {makesStop(kind) ? 'Make it a stop' : 'Make it a decision'}
      </Button>
      <Button kind="quiet" small keys="N" onPress={onPassOver}>
        Dismiss
      </Button>
    </div>
  );
}

/** Whether a sentence of this kind names work that ends rather than a decision. */
export function makesStop(kind: ChoiceKind): boolean {
  return kind !== 'instead';
}

/** The decisions that a text reads like, likeliest first, once it has stood for a moment. */
export function useLikely(text: string): readonly Suggestion[] {
  const file = useFile();
  const engagement = useFileState((state) => state.engagement);
  const [found, setFound] = useState<{ readonly text: string; readonly likely: readonly Suggestion[] } | null>(null);
  useEffect(() => {
    if (text === '') return undefined;
    let gone = false;
    const ask = async (): Promise<void> => {
      try {
        const answer = await file.client.suggestions.decisions({
          file: file.handle,
          engagement,
          text: text.slice(0, 20_000),
        });
        if (!gone) setFound({ text, likely: answer.ok ? answer.value : [] });
      } catch {
        // Without a suggestion one chooses by hand.
      }
    };
    const timer = setTimeout(() => void ask(), 120);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [file, engagement, text]);
  return found?.text === text ? found.likely : none;
}

const none: readonly Suggestion[] = [];
