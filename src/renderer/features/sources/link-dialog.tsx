/** Asks for what items are linked to: a decision or priority that they serve, or a stop that they work against. */
import { useMemo } from 'react';
import type { BacklogItem } from '../../../shared/model/index.ts';
import { Button } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { sayItems, useItemEdits } from './link-edits.ts';
import { useLinkEnds } from './use-open-work.ts';

/** Chooses and links; `first` are ends that are offered before the others. */
export function LinkDialog({
  items,
  to,
  first = [],
  onDone,
  onClose,
}: {
  items: readonly BacklogItem[];
  /** What they serve, or what they work against. */
  to: 'work' | 'stop';
  first?: readonly string[];
  /** Told what was done. */
  onDone: (says: string) => void;
  onClose: () => void;
}) {
  const ends = useLinkEnds();
  const edits = useItemEdits();
  const choices = useMemo(() => {
    const rank = new Map(first.map((id, at) => [id, at]));
    const place = (id: string): number => rank.get(id) ?? first.length;
    return [...ends.values()]
      .filter((end) => (end.kind === 'stop') === (to === 'stop'))
      .toSorted((a, b) => place(a.id) - place(b.id))
      .map((end) => ({ id: end.id, says: end.label === '' ? end.says : `${end.label} ${end.says}` }));
  }, [ends, first, to]);
  const choose = (id: string | null): void => {
    const end = ends.get(id ?? '');
    if (end === undefined) return;
    onClose();
    onDone(
      edits.link(
        items.map((item) => ({ item, end })),
        'typed',
      ),
    );
  };
  return (
    <Dialog
      title={to === 'stop' ? `${sayItems(items)} contradicts a stop` : `Link ${sayItems(items)}`}
      onClose={onClose}
      footer={<Button onPress={onClose}>Leave it as it is</Button>}
    >
      <ComboBox
        label={to === 'stop' ? 'The stop' : 'Decision or priority'}
        hint={
          to === 'stop'
            ? 'A stop that is not in the list can be typed; it is added and finds its place on the map.'
            : choices.length === 0
              ? 'There is no decision yet. Decisions are made in the text of the strategy.'
              : 'Type a part of its name, or its label.'
        }
        items={choices}
        value={null}
        onChoose={choose}
        {...(to === 'stop'
          ? {
              createSays: (text: string) => `Add the stop “${text}”`,
              onCreate: (text: string) => {
                onClose();
                onDone(edits.contradict(items, text));
              },
            }
          : {})}
        openAtOnce
        autoFocus
      />
    </Dialog>
  );
}
