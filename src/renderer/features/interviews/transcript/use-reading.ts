/** Where one is in a transcript: the turn, the words that are selected in it, what is looked for. */
import { type KeyboardEvent, useState } from 'react';
import type { TextSpan } from '../../../../shared/lib/sentences.ts';
import type { Turn } from '../../../../shared/model/index.ts';
import { extend, moveSentence, type Selection, selectBetween } from '../../../parts/text-selection.ts';
import { pointIn } from './turn-row.tsx';

/** The place in a transcript. */
export type Reading = {
  readonly turn: Turn | null;
  /** Place of the turn in the list, or -1. */
  readonly at: number;
  readonly selected: TextSpan | null;
  /** Goes to a turn, with words of it selected or none. */
  readonly go: (turn: string, selected?: TextSpan | null) => void;
  /** Selects with a key; true when it was one of ours. */
  readonly hear: (event: KeyboardEvent) => boolean;
  /** Takes what the pointer selected, or the one of these stretches that it pressed. */
  readonly take: (stretches: (turn: string) => readonly TextSpan[]) => void;
};

/** Keeps the place; `wanted` is a turn that one came for, `wish` tells two wishes apart. */
export function useReading(turns: readonly Turn[], wanted: string | null, wish: number): Reading {
  const [place, setPlace] = useState<{ turn: string | null; selected: TextSpan | null; wish: number }>({
    turn: null,
    selected: null,
    wish: -1,
  });
  if (wish !== place.wish) setPlace({ turn: wanted ?? place.turn, selected: null, wish });
  const found = turns.findIndex(({ id }) => id === place.turn);
  const at = found < 0 && turns.length > 0 ? 0 : found;
  const turn = turns[at] ?? null;
  const selected = found < 0 ? null : place.selected;
  const go = (id: string, span: TextSpan | null = null): void => setPlace({ ...place, turn: id, selected: span });
  const show = (selection: Selection | null): void => {
    const next = selection === null ? null : turns[selection.start.at];
    if (selection !== null && next !== null && next !== undefined)
      go(next.id, { from: selection.start.offset, to: selection.end.offset });
  };
  const selection: Selection | null =
    selected === null ? null : { start: { at, offset: selected.from }, end: { at, offset: selected.to } };

  const hear = (event: KeyboardEvent): boolean => {
    const { key, shiftKey } = event;
    if (turn === null || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (key === 'Escape' && selected !== null) {
      go(turn.id);
      event.stopPropagation();
      return true;
    }
    const step =
      key === 'ArrowRight' || (shiftKey && key === 'ArrowDown')
        ? 1
        : key === 'ArrowLeft' || (shiftKey && key === 'ArrowUp')
          ? -1
          : 0;
    if (step === 0) return false;
    if (!shiftKey || selection === null) {
      // Nothing is selected yet: the first sentence of the turn, or the last of the one before.
      show(
        moveSentence(turns, selection ?? { start: { at, offset: step > 0 ? -1 : 0 }, end: { at, offset: 0 } }, step),
      );
      return true;
    }
    // One piece of evidence is said by one voice, so a selection ends with its turn.
    const own = { start: { at: 0, offset: selection.start.offset }, end: { at: 0, offset: selection.end.offset } };
    const by = key === 'ArrowDown' || key === 'ArrowUp' ? 'sentence' : 'word';
    const { start, end } = extend([turn], own, by, step);
    go(turn.id, { from: start.offset, to: end.offset });
    return true;
  };

  const take: Reading['take'] = (stretches) => {
    const native = globalThis.getSelection();
    if (native === null || native.rangeCount === 0) return;
    const a = pointIn(native.anchorNode, native.anchorOffset);
    const b = pointIn(native.focusNode, native.focusOffset);
    if (a === null) return;
    const own = turns.find(({ id }) => id === a.turn);
    if (own === undefined) return;
    if (native.isCollapsed) {
      const pressed = stretches(a.turn).find(({ from, to }) => from <= a.offset && a.offset <= to);
      return go(a.turn, pressed ?? null);
    }
    const down = native.anchorNode?.compareDocumentPosition(native.focusNode ?? native.anchorNode) ?? 0;
    const edge = (down & Node.DOCUMENT_POSITION_PRECEDING) !== 0 ? 0 : own.text.length;
    const end = b !== null && b.turn === a.turn ? b.offset : edge;
    const made = selectBetween([own], { at: 0, offset: a.offset }, { at: 0, offset: end });
    native.removeAllRanges();
    if (made !== null) go(own.id, { from: made.start.offset, to: made.end.offset });
  };
  return { turn, at, selected, go, hear, take };
}
