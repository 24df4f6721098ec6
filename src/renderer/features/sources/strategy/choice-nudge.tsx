/** What a decision lacks as a choice, with the kit's question that sharpens it. */
import { assessChoice, type ChoiceFault } from '../../../../shared/analysis/choice-tests.ts';
import { questionText } from '../../../../shared/method/kit.ts';
import type { Decision } from '../../../../shared/model/index.ts';
import { useKit } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { CheckMark } from '../../../ui/check-mark.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import styles from './decision-column.module.css';

/** Question of the kit that goes with each test. */
const asks: Readonly<Record<ChoiceFault['test'], string>> = {
  theme: 'themes-not-choices/no-right-to-win',
  opposite: 'themes-not-choices/no-opposite',
  loss: 'themes-not-choices/no-trade-off',
};

const shortly: Readonly<Record<ChoiceFault['test'], string>> = {
  theme: 'a theme word',
  opposite: 'no opposite',
  loss: 'nothing that loses',
};

/** Shows the tests that the decision fails, each with the field that mends it; `folded` says them in one line until it is opened. */
export function ChoiceNudge({ decision, folded }: { decision: Decision; folded: boolean }) {
  const kit = useKit();
  const faults = assessChoice(decision, kit);
  if (faults.length === 0) return null;
  const list = (
    <ul className={styles.nudges} aria-label="Is it a choice?">
      {faults.map(({ test, sentence, field }) => (
        <li key={test}>
          <CheckMark kind="advice" />
          <div>
            <span>
              {sentence}{' '}
              {test === 'theme' ? kit.patterns.get('themes-not-choices')?.remedy : questionText(kit, asks[test])}
            </span>
            <Field entity="decision" id={decision.id} name={field} dense hideLabel placeholder="Write it here" />
          </div>
        </li>
      ))}
    </ul>
  );
  if (!folded) return list;
  return (
    <div className={styles.folded}>
      <Disclosure summary={`Not a choice yet: ${faults.map(({ test }) => shortly[test]).join(', ')}`}>
        {list}
      </Disclosure>
    </div>
  );
}
