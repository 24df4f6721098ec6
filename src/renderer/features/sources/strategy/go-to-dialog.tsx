/** Goes to a page or a heading of a source. */
import { useState } from 'react';
import type { Passage } from '../../../../shared/model/index.ts';
import { Button } from '../../../ui/button.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

/** Asks where to; answers the position in the list of passages. */
export function GoToDialog({
  passages,
  onGo,
  onClose,
}: {
  passages: readonly Passage[];
  onGo: (at: number) => void;
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const places = placesOf(passages);
  const go = (id: string | null): void => {
    if (id === null) return;
    onClose();
    onGo(Number(id));
  };
  return (
    <Dialog
      title="Go to"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Stay here</Button>
          <Button kind="primary" onPress={() => go(chosen)} off={chosen === null ? 'Choose a page or a heading.' : ''}>
            Go there
          </Button>
        </>
      }
    >
      <ComboBox
        label="Page or heading"
        items={places}
        value={chosen}
        onChoose={(id) => {
          setChosen(id);
          go(id);
        }}
        openAtOnce
        autoFocus
      />
    </Dialog>
  );
}

/** Where one can go: each page at its first passage, each heading. */
export function placesOf(passages: readonly Passage[]): readonly { readonly id: string; readonly says: string }[] {
  const seen = new Set<number>();
  const pages = passages.flatMap(({ page }, at) => {
    if (page === null || seen.has(page)) return [];
    seen.add(page);
    return [{ id: String(at), says: `Page ${page}` }];
  });
  const taken = new Set(pages.map((one) => one.id));
  const headings = passages.flatMap(({ level, text }, at) =>
    (level ?? 0) > 0 && text !== '' && !taken.has(String(at)) ? [{ id: String(at), says: text }] : [],
  );
  return [...pages, ...headings];
}
