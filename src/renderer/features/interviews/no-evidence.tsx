/** The ledger before there is anything in it. */
import { useReadOnly, useWindow } from '../../data/hooks.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Empty } from '../../ui/states.tsx';
import styles from './ledger.module.css';

/** Says where evidence comes from, and offers the ways to it. */
export function NoEvidence({ onAdd }: { onAdd: () => void }) {
  const window = useWindow();
  const readOnly = useReadOnly();
  return (
    <div className={styles.empty}>
      <Empty
        title="No evidence yet"
        text="Mark lines of the notes in an interview, select passages in Sources, or write down what you saw."
        actions={
          <>
            {!readOnly && (
              <Button icon="plus" keys="N" onPress={onAdd}>
                Add a piece of evidence
              </Button>
            )}
            <LinkButton onPress={() => window.go('interviews', 'plan')}>Go to the plan</LinkButton>
          </>
        }
      />
    </div>
  );
}
