/** The evidence behind one thing in a dialog, where there is no pane for it: read, turn, unlink, link more. */
import { useMemo, useState } from 'react';
import { useReadOnly } from '../data/hooks.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useEvidenceIndex } from './evidence-index.ts';
import { groupLinks, type LinkTarget } from './evidence-links.ts';
import { EvidenceActions, EvidenceList, useEvidenceChoice } from './evidence-list.tsx';
import { EvidencePicker } from './evidence-picker.tsx';

/** Shows and edits the evidence that is linked to one end. */
export function EvidenceDialog({ target, onClose }: { target: LinkTarget; onClose: () => void }) {
  const readOnly = useReadOnly();
  const index = useEvidenceIndex();
  const targets = useMemo(() => [target], [target]);
  const pieces = useMemo(() => groupLinks(index, targets), [index, targets]);
  const choice = useEvidenceChoice(pieces);
  const [picking, setPicking] = useState(false);
  return (
    <Dialog
      title={`Evidence: ${target.says}`}
      onClose={onClose}
      footer={
        <>
          {!readOnly && <EvidenceActions choice={choice} targets={targets} />}
          {!readOnly && (
            <Button icon="plus" onPress={() => setPicking(true)}>
              Link more
            </Button>
          )}
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      {pieces.length === 0 ? (
        <p>Nothing is linked to it yet.</p>
      ) : (
        <div
          onKeyDown={(event) => {
            if (event.key.toLowerCase() !== 'x' || event.ctrlKey || event.metaKey || readOnly) return;
            event.preventDefault();
            choice.turn();
          }}
        >
          <EvidenceList pieces={pieces} choice={choice} label="Evidence" />
        </div>
      )}
      {picking && <EvidencePicker targets={targets} first={target.key} onClose={() => setPicking(false)} />}
    </Dialog>
  );
}
