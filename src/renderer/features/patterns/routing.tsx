/** What should happen next: the rules with the figures that decided, the axes of the strategy, and an overrule with its reason. */
import { useRef, useState } from 'react';
import type { Figures } from '../../../shared/api/analysis.ts';
import { updateRow } from '../../../shared/model/change.ts';
import { nameIn } from '../../../shared/method/kit.ts';
import { useEngagement, useFile, useKit, useReadOnly, useWindowState } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { showNumber } from '../../parts/format.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Section } from '../../ui/pane.tsx';
import { Axes } from './axes.tsx';
import { gapWords, missingWords, routeNames, routeSentences, type RuleNames, whyRule } from './rule-words.ts';
import styles from './routing.module.css';

/** Shows the routing. */
export function RoutingPane({ figures }: { figures: Figures }) {
  const kit = useKit();
  const { routing } = figures;
  const names: RuleNames = {
    axis: (id) => nameIn(kit.content.axes, id),
  };
  const { final, overrule, recommendation } = routing;
  return (
    <>
      <div className={styles.label}>Recommendation</div>
      <p className={styles.result} role="status">
        {final === null ? 'Not known yet.' : routeSentences[final]}
      </p>
      {overrule?.inForce === true && (
        <p className={styles.overruled}>
          Overruled. The rules {recommendation === null ? 'cannot be read yet' : `say: ${routeNames[recommendation]}`}.
        </p>
      )}
      {final === null && <p className={styles.overruled}>{missingWords(routing, names)}</p>}
      <ol className={styles.rules}>
        {routing.rules.map((rule, at) => (
          <li
            key={rule.recommendation}
            className={rule.decides ? `${styles.rule} ${styles.decides}` : styles.rule}
            data-reached={rule.reached ? '' : undefined}
            aria-current={rule.decides ? 'true' : undefined}
          >
            <span className={styles.number}>{at + 1}</span>
            <div>
              <b>{routeNames[rule.recommendation]}</b>
              <p>{whyRule(rule, routing, names)}</p>
            </div>
          </li>
        ))}
      </ol>
      {gapWords(routing) !== '' && <p className={styles.gap}>{gapWords(routing)}</p>}
      <div className={styles.axes}>
        <Section
          title="Is the strategy suspect?"
          aside={
            routing.figures.axisMean === null
              ? 'no axis rated'
              : `mean ${showNumber(Math.round(routing.figures.axisMean * 10) / 10)} of 4`
          }
        >
          <Axes axes={routing.axes} />
        </Section>
      </div>
      <Overrule />
    </>
  );
}

/** Another recommendation than the rules give; it holds once it has a reason. */
function Overrule() {
  const engagement = useEngagement();
  const file = useFile();
  const readOnly = useReadOnly();
  const target = useWindowState((state) => state.place.target);
  const wanted = target?.entity === 'engagement' && target.field?.startsWith('routing') === true;
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const set = engagement.routingOverrule !== null || engagement.routingReason !== '';
  const shown = open || set || wanted;
  const start = (): void => {
    setOpen(true);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('select, textarea, output')?.focus());
  };
  const drop = (): void => {
    void file.edit('Take the overrule of the routing back', [
      updateRow('engagement', engagement.id, { routingOverrule: null, routingReason: '' }),
    ]);
    setOpen(false);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('button')?.focus());
  };
  const off = readOnly ? 'The file is open for reading only.' : '';
  useCommands([
    {
      id: 'patterns.overrule',
      says: 'Overrule the routing',
      short: 'overrule',
      group: 'Patterns',
      keys: ['O'],
      bar: 4,
      off,
      run: start,
    },
  ]);
  if (readOnly && !set) return null;
  return (
    <div className={styles.overrule} ref={box}>
      {shown ? (
        <>
          <Field entity="engagement" id={engagement.id} name="routingOverrule" none="Follow the rules" />
          <Field
            entity="engagement"
            id={engagement.id}
            name="routingReason"
            label="Reason, as the document prints it"
            {...(engagement.routingOverrule !== null && engagement.routingReason.trim() === ''
              ? { problem: { kind: 'warning' as const, says: 'Without a reason the rules stay in force.' } }
              : {})}
          />
          {!readOnly && (
            <div>
              <Button onPress={drop}>Follow the rules again</Button>
            </div>
          )}
        </>
      ) : (
        <div className={styles.line}>
          <Button keys="O" onPress={start}>
            Overrule with a reason
          </Button>
          <span className={styles.hint}>The document prints the reason.</span>
        </div>
      )}
    </div>
  );
}
