/** The statements on one page, to print and hand over; what is ticked there is typed in later. */
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useFileState, useKit } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './pulse-page.module.css';

/** Shows the page as it will be, and prints it; the client's name stands on it only when it is wanted. */
export function PulsePage({ onClose }: { onClose: () => void }) {
  const [named, setNamed] = useState(false);
  return (
    <Dialog
      title="Statements to hand over"
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button kind="primary" onPress={() => print()}>
            Print
          </Button>
        </>
      }
    >
      <CheckBox label="With the client’s name" checked={named} onChange={setNamed} />
      <div className={styles.preview} aria-hidden="true">
        <Sheet named={named} />
      </div>
      {createPortal(
        <div className={styles.printed} data-testid="printed">
          <Sheet named={named} />
        </div>,
        document.body,
      )}
    </Dialog>
  );
}

/** The page itself; it fits on A4 and on Letter. */
function Sheet({ named }: { named: boolean }) {
  const kit = useKit();
  const client = useFileState((state) => state.data.client[0]?.name ?? '');
  const { pulse, scales } = kit.content;
  const { agreement } = scales;
  return (
    <article className={styles.sheet}>
      {named && client !== '' && <p className={styles.client}>{client}</p>}
      <h1>How it is where you work</h1>
      <p>
        Please tick one box in each line: how far do you agree? Where you cannot say, tick the last box. There is no
        right answer.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col" aria-label="Statement" />
            {agreement.map(({ value, label }) => (
              <th key={value} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">Cannot say</th>
          </tr>
        </thead>
        <tbody>
          {pulse.map(({ id, text }, at) => (
            <tr key={id}>
              <th scope="row">
                <span className={styles.number}>{at + 1}</span>
                {text}
              </th>
              {agreement.map(({ value }) => (
                <td key={value}>
                  <span className={styles.box}>{value}</span>
                </td>
              ))}
              <td>
                <span className={styles.box}>0</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.use}>
        Your answers are counted together with those of others, by function and level, and groups that are too small are
        merged. Nobody is quoted from this page. It stays with the consultant.
      </p>
      <dl className={styles.whose}>
        <div>
          <dt>Name or role</dt>
          <dd />
        </div>
        <div>
          <dt>Date</dt>
          <dd />
        </div>
      </dl>
    </article>
  );
}
