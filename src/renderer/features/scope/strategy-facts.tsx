/** The strategy and the work: since when, in whose hands, whether they could connect the two alone, and what the chain makes. */
import { type Alone, assessAlone } from '../../../shared/analysis/terms.ts';
import { monthsBetween } from '../../../shared/lib/dates.ts';
import { useEngagement, useToday } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { countOf } from '../../parts/format.ts';
import { ProblemLine } from '../../ui/field.tsx';
import { DefinitionList, Section } from '../../ui/pane.tsx';
import { PersonField } from './person-field.tsx';
import styles from './facts.module.css';

/** Shows the facts about strategy and work. */
export function StrategyFacts() {
  const engagement = useEngagement();
  const today = useToday();
  const { id, strategySetOn } = engagement;
  const alone = assessAlone(engagement);
  const age = strategySetOn === null || strategySetOn > today ? null : monthsBetween(strategySetOn, today);
  return (
    <>
      <Section title="Strategy and work" ruled>
        <DefinitionList>
          <Field
            entity="engagement"
            id={id}
            name="strategySetOn"
            label="Strategy set"
            {...(age === null ? {} : { hint: `${countOf(age, 'month', 'months')} ago` })}
          />
          <Field entity="engagement" id={id} name="discoveryMode" label="Discovery" />
          <PersonField name="strategyOwner" label="Owns strategy" />
          <PersonField name="backlogOwner" label="Owns backlog" />
          <Field
            entity="engagement"
            id={id}
            name="earlierInvolvement"
            label="Involve earlier"
            hint="Before which choice of the next cycle those who deliver come in"
          />
          <Field
            entity="engagement"
            id={id}
            name="sponsorGuess"
            label="Sponsor’s guess"
            hint="Of ten people, how many would name the decision"
          />
        </DefinitionList>
      </Section>
      <Section title="Could they do this alone?" ruled>
        <DefinitionList>
          <Field entity="engagement" id={id} name="ownersHaveTime" label="Has time" />
          <Field entity="engagement" id={id} name="ownersHaveDistance" label="Has distance" />
          <Field entity="engagement" id={id} name="couldDoAlone" label="In words" />
        </DefinitionList>
        <div className={styles.says}>
          <ProblemLine kind="advice" says={sayAlone(alone, engagement.couldDoAlone.trim() !== '')} />
        </div>
      </Section>
      <Section title="What the chain completes" ruled>
        <DefinitionList>
          <Field entity="engagement" id={id} name="chainUnit" label="Many" placeholder="contracts" />
          <Field entity="engagement" id={id} name="chainUnitOne" label="One" placeholder="contract" />
          <Field
            entity="engagement"
            id={id}
            name="hourCost"
            label="An hour lost"
            hint={`What an hour lost at the constraint costs${engagement.currency === '' ? '' : `, in ${engagement.currency}`}`}
          />
        </DefinitionList>
      </Section>
    </>
  );
}

const words = {
  strategyOwner: 'who owns the strategy',
  backlogOwner: 'who owns the backlog',
  ownersHaveTime: 'whether either has the time',
  ownersHaveDistance: 'whether either has the distance',
} as const;

function sayAlone({ answer, lacks, unknown }: Alone, explained: boolean): string {
  const ask = unknown.length === 0 ? '' : ` Still to ask: ${unknown.map((field) => words[field]).join(', ')}.`;
  if (answer === 'could-not') return `Not alone: they lack ${lacks.join(' and ')}.${ask}`;
  if (answer === 'could')
    return `With time and distance they could do this alone${explained ? '' : ': say in words why they ask for help'}.${ask}`;
  return ask.trim();
}
