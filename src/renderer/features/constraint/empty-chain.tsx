/** What to do in a chain without steps, and where the limit is found as a rule. */
import { useKit, useReadOnly, useRows } from '../../data/hooks.ts';
import { Empty } from '../../ui/states.tsx';
import { nameIn } from '../../../shared/method/kit.ts';
import styles from './page.module.css';

/** Says how a chain begins. */
export function EmptyChain() {
  const kit = useKit();
  const readOnly = useReadOnly();
  const profile = useRows('client')[0]?.profile ?? null;
  const usual = kit.content.usual_constraints;
  return (
    <div className={styles.empty}>
      <Empty
        title={readOnly ? 'No steps were written' : 'Name the steps from request to customer value'}
        text={
          <>
            {!readOnly && (
              <p>
                Type a name into the first column and go on to the right. Then give each step what is asked of it and
                what it can do in a week: the step with the highest load limits the chain.
              </p>
            )}
            {usual.length > 0 && (
              <p>
                Where to look first{profile === null ? '' : ` (${nameIn(kit.content.profiles, profile)})`}:{' '}
                {usual.map(({ business, step }) => `${business}: ${step.toLowerCase()}`).join('; ')}. A hint, never a
                result.
              </p>
            )}
          </>
        }
      />
    </div>
  );
}
