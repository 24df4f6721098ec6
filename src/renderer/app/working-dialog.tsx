/** Long work: what is done, how far it is, and the way to stop it. */
import { useEffect, useState } from 'react';
import { useWindowState } from '../data/hooks.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Working } from '../ui/states.tsx';

/** Milliseconds that work may take before it is shown: what is quick needs no dialog. */
const patience = 300;

/** Shows the work that the window waits for. */
export function WorkingDialog() {
  const working = useWindowState((state) => state.working);
  const [late, setLate] = useState(false);
  const waits = working !== null;
  useEffect(() => {
    setLate(false);
    if (!waits) return undefined;
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [waits]);
  if (working === null || !late) return null;
  const { title, detail, step, done, total, cancel } = working;
  return (
    <Dialog title={title} hideTitle onClose={cancel} size="small">
      <Working
        title={title}
        detail={step === '' ? detail : `${step}. ${detail}`}
        done={done}
        total={total}
        onCancel={cancel}
      />
    </Dialog>
  );
}
