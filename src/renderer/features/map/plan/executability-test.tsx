/** Whether the plan can be agreed as it stands; where it cannot, the step back to the decision instead of another action. */
import type { Executability } from '../../../../shared/analysis/map/executability.ts';
import type { MapReading } from '../../../../shared/analysis/map/rows.ts';
import { useReadOnly, useRows } from '../../../data/hooks.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { CheckMark } from '../../../ui/check-mark.tsx';
import { Section } from '../../../ui/pane.tsx';
import { openWords } from '../words.ts';
import { findPriority } from '../use-map.ts';
import { initiativeName } from './plan-actions.ts';
import styles from './plan.module.css';

/** Draws the test: one line for each initiative that is not agreed. */
export function ExecutabilityTest({
  test,
  map,
  onStepBack,
  onChoose,
}: {
  test: Executability;
  map: MapReading;
  onStepBack: (decision: string, initiative: string | null) => void;
  onChoose: (initiative: string) => void;
}) {
  const readOnly = useReadOnly();
  const decisions = useRows('decision');
  const waiting = test.initiatives.filter(({ state }) => state !== 'agreed');
  const decisionOf = (priority: string | null): string | null =>
    priority === null ? (decisions[0]?.id ?? null) : (findPriority(map, priority)?.decision.row.id ?? null);
  return (
    <Section title="Can it be agreed as it stands?">
      <div className={styles.test}>
        {test.tooMany && (
          <p className={styles.point}>
            <CheckMark kind="warning" />
            <span>More than seven initiatives: nobody carries that many at once.</span>
          </p>
        )}
        {test.agreed && <p>Every initiative is led, agreed, measured and dated. It can begin.</p>}
        {test.initiatives.length === 0 && <p className={styles.quiet}>There is nothing to agree on yet.</p>}
        {waiting.map(({ row, open, state, stepsBack }) => {
          const decision = decisionOf(row.priority);
          return (
            <div key={row.id} className={styles.point}>
              <CheckMark kind={state === 'declined' ? 'blocker' : state === 'stepped-back' ? 'advice' : 'warning'} />
              <div>
                <LinkButton quiet onPress={() => onChoose(row.id)}>
                  {initiativeName(row)}
                </LinkButton>{' '}
                {state === 'open' && `still owes ${listed(open.map((point) => openWords[point]))}.`}
                {state === 'stepped-back' &&
                  `went back to the decision${stepsBack[0]?.reason ? `: ${stepsBack[0].reason}` : '.'}`}
                {state === 'declined' && (
                  <>
                    cannot be agreed: its lead declined. What in the decision is in the way?{' '}
                    {!readOnly && decision !== null && (
                      <div>
                        <Button small onPress={() => onStepBack(decision, row.id)}>
                          Record the step back
                        </Button>
                      </div>
                    )}
                  </>
                )}
              </div>
            </div>
          );
        })}
      </div>
    </Section>
  );
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
