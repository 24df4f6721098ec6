/** Two short questions about marked words: what it is about, and who said it. */
import { insertRow, updateRow } from '../../../../shared/model/change.ts';
import { useEngagement, useFile, useRows } from '../../../data/hooks.ts';
import { nameAmong } from '../../../parts/names.ts';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useLinkEnds } from '../link-ends.ts';
import type { Part } from '../use-interview.ts';

/** Links a piece of evidence to an indicator, a decision or a limit. */
export function LinkDialog({ evidence, onClose }: { evidence: string; onClose: () => void }) {
  const file = useFile();
  const engagement = useEngagement().id;
  const { ends } = useLinkEnds();
  return (
    <Dialog title="What is it about" onClose={onClose}>
      <ComboBox
        label="A few letters of it"
        items={ends}
        value={null}
        openAtOnce
        autoFocus
        onChoose={(id) => {
          const end = ends.find((one) => one.id === id);
          if (end === undefined) return;
          void file.edit(`Link a line to “${end.says.slice(0, 120)}”`, [
            insertRow('evidenceLink', file.newId(), { engagement, evidence, ...end.fields, counter: false }),
          ]);
          onClose();
        }}
      />
    </Dialog>
  );
}

/** Sets who said it: those in the room first, then everybody else. */
export function SpeakerDialog({
  evidence,
  parts,
  onClose,
}: {
  evidence: string;
  parts: readonly Part[];
  onClose: () => void;
}) {
  const file = useFile();
  const people = useRows('stakeholder');
  const inRoom = new Set(parts.map(({ row }) => row.person));
  const items = people
    .toSorted((a, b) => Number(inRoom.has(b.id)) - Number(inRoom.has(a.id)))
    .map((row) => ({
      id: row.id,
      says: nameAmong(people, row.id),
      more: inRoom.has(row.id) ? 'in this conversation' : '',
    }));
  return (
    <Dialog title="Who said it" onClose={onClose}>
      <ComboBox
        label="Name or role"
        items={items}
        value={null}
        openAtOnce
        autoFocus
        onChoose={(speaker) => {
          if (speaker === null) return;
          void file.edit('Set who said it', [updateRow('evidence', evidence, { speaker })]);
          onClose();
        }}
      />
    </Dialog>
  );
}
