/** A failure that has no place of its own on the screen: what happened, what was kept, what to do. */
import { describeFailure } from '../../shared/api/errors.ts';
import { useWindow, useWindowState } from '../data/hooks.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Shows the failure that was told last, until it is put away. */
export function ProblemDialog() {
  const window = useWindow();
  const problem = useWindowState((state) => state.problem);
  // Before somebody of the client it waits until the page is left.
  const discreet = useWindowState((state) => state.discreet);
  if (problem === null || discreet) return null;
  const close = (): void => window.fail(null);
  return (
    <Dialog
      title="That did not work"
      onClose={close}
      size="small"
      footer={
        <Button kind="primary" onPress={close}>
          Understood
        </Button>
      }
    >
      <p>{describeFailure(problem)}</p>
    </Dialog>
  );
}
