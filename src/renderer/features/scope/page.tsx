/** The page of stage 1, Scope: what was agreed at the left; who is heard and what plans must respect at the right. */
import { useState } from 'react';
import { useEngagement, useRows, useWindowState } from '../../data/hooks.ts';
import { StagePage } from '../../parts/stage-page.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Pane, Panes } from '../../ui/pane.tsx';
import { ClientFacts } from './client-facts.tsx';
import { DecisionInScope } from './decision-in-scope.tsx';
import { DocumentFacts } from './document-facts.tsx';
import { HeardGrid } from './heard-grid.tsx';
import { LimitsTable } from './limits-table.tsx';
import { StrategyFacts } from './strategy-facts.tsx';
import { Symptoms } from './symptoms.tsx';
import { Terms } from './terms.tsx';
import { Widenings } from './widenings.tsx';
import styles from './page.module.css';

/** Shows the stage. A file in which nothing was said yet asks for the decision first, and for nothing else. */
export function ScopePage() {
  const blank = useBlank();
  const [wanted, setWanted] = useState(false);
  const target = useWindowState((state) => state.place.target);
  // Who is sent to a decision, or to the engagement because it has none, needs the sentence only.
  const sentence =
    target === null || target.entity === 'decision' || (target.entity === 'engagement' && target.field === undefined);
  const whole = !blank || wanted || !sentence;
  return (
    <StagePage stage="scope" title="Scope">
      <Panes>
        <Pane label="What was agreed" width={408}>
          <DecisionInScope />
          {whole ? (
            <>
              <Terms />
              <Symptoms />
              <ClientFacts />
              <StrategyFacts />
              <DocumentFacts />
            </>
          ) : (
            <p className={styles.later}>
              Terms, symptoms and limits follow as soon as it has its first words.{' '}
              <LinkButton onPress={() => setWanted(true)}>Show them now</LinkButton>
            </p>
          )}
        </Pane>
        <Pane label="People and limits">
          <HeardGrid />
          {whole && (
            <>
              <LimitsTable />
              <Widenings />
            </>
          )}
        </Pane>
      </Panes>
    </StagePage>
  );
}

/** Whether nothing of the scope was said yet. */
function useBlank(): boolean {
  const engagement = useEngagement();
  const decided = useRows('decision').some((row) => row.standing === 'in-scope');
  const lists = [useRows('stakeholder'), useRows('symptom'), useRows('limit')];
  const { sponsor, startOn, endOn, fee } = engagement;
  const agreed = [sponsor, startOn, endOn, fee].some((value) => value !== null);
  return !decided && !agreed && lists.every((rows) => rows.length === 0);
}
