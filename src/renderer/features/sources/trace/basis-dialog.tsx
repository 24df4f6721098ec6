/** Asks on what basis items were begun. */
import type { BacklogItem } from '../../../../shared/model/index.ts';
import { useKit } from '../../../data/hooks.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { sayItems, useItemEdits } from '../link-edits.ts';

/** Offers the kit's list; a digit chooses, and what was chosen before is marked where all items share it. */
export function BasisDialog({
  items,
  onDone,
  onClose,
}: {
  items: readonly BacklogItem[];
  /** Told what was done. */
  onDone: (says: string) => void;
  onClose: () => void;
}) {
  const kit = useKit();
  const edits = useItemEdits();
  const bases = new Set(items.map((item) => item.basis));
  const [shared = null] = bases.size === 1 ? bases : [];
  return (
    <Dialog
      title={`On what basis ${items.length === 1 ? 'was' : 'were'} ${sayItems(items)} begun?`}
      onClose={onClose}
      footer={<Button onPress={onClose}>Leave it as it is</Button>}
    >
      <Segments
        label="Basis"
        hideLabel
        options={kit.content.decision_bases.map(({ id, name }, at) => ({
          value: id,
          says: `${at + 1} ${name}`,
          digit: at + 1,
        }))}
        value={shared}
        autoFocus
        onChange={(basis) => {
          onClose();
          onDone(edits.begunOn(items, basis));
        }}
      />
    </Dialog>
  );
}
