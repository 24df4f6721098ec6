/** A file that is not what was saved last from this computer: somebody decides before it is opened. */
import { useWindow, useWindowState } from '../data/hooks.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Shows the question while there is one. */
export function OpenQuestion() {
  const window = useWindow();
  const question = useWindowState((state) => state.question);
  if (question === null) return null;
  const close = (): void => window.store.setState({ question: null });
  return (
    <Dialog
      title="Before this file is opened"
      onClose={close}
      footer={
        <>
          {question.ways.map((way, at) => (
            <Button key={way.says} kind={at === 0 ? 'primary' : 'plain'} onPress={() => void question.open(way.how)}>
              {way.says}
            </Button>
          ))}
          <Button onPress={close}>Leave it closed</Button>
        </>
      }
    >
      <p>{question.says}</p>
      <p>Backups of the later state are kept with the file in the list of client files.</p>
    </Dialog>
  );
}
