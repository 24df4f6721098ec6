/** The list that opens while a word is typed in a text of lines: which entries there are, which is marked, what takes one. */
import { Prec, StateEffect, StateField, type Extension, type Transaction } from '@codemirror/state';
import { type EditorView, keymap, showTooltip, type Tooltip } from '@codemirror/view';

/** What can be written in place of what was typed. */
export type Completable = {
  readonly id: string;
  readonly says: string;
  readonly more: string;
  /** The text that is written. */
  readonly text: string;
};

/** What is offered at the caret; offsets within the line. */
export type Completion = {
  readonly from: number;
  readonly to: number;
  readonly typed: string;
  readonly items: readonly Completable[];
  /** The first entry is marked at once; without it one has to be chosen with an arrow first. */
  readonly eager: boolean;
};

/** Tells what is offered in a line at a place; `asked` when a key asked for it, before any letter. */
export type Completer = (line: string, at: number, asked: boolean) => Completion | null;

/** A completion that is open; offsets within the whole text. */
export type OpenCompletion = Completion & {
  readonly start: number;
  readonly chosen: number;
  readonly asked: boolean;
  /** Where the caret stands; elsewhere than at the end of what is replaced when something earlier in the line is offered. */
  readonly caret: number;
};

/** Asks for what can be written at a place; null for the caret. */
export const askCompletion = StateEffect.define<number | null>();
/** Closes the list; what was put off does not open again for the same word. */
const closeCompletion = StateEffect.define<'taken' | 'put-off'>();
const markEntry = StateEffect.define<number>();

type Kept = { readonly open: OpenCompletion | null; readonly dismissed: number };

/** Completion by a completer; `panel` is the element in which the list is drawn, `onTaken` hears that it was taken or closed. */
export function completion(
  completer: () => Completer,
  panel: HTMLElement,
  onTaken: () => void,
): {
  readonly extension: Extension;
  openIn(view: EditorView): OpenCompletion | null;
  take(view: EditorView, at: number): void;
} {
  const look = (
    transaction: Transaction,
    asked: boolean,
    chosen: number,
    place: number | null = null,
  ): OpenCompletion | null => {
    const { main } = transaction.state.selection;
    if (!main.empty) return null;
    const at = place ?? main.head;
    const line = transaction.state.doc.lineAt(at);
    const found = completer()(line.text, at - line.from, asked);
    if (found === null || found.items.length === 0) return null;
    const marked = found.eager ? Math.max(0, chosen) : chosen;
    return { ...found, asked, start: line.from, caret: main.head, chosen: Math.min(marked, found.items.length - 1) };
  };
  // The same function each time, so that the panel stays while one types on.
  const create = () => ({ dom: panel, offset: { x: -16, y: 8 } });
  const field = StateField.define<Kept>({
    create: () => ({ open: null, dismissed: -1 }),
    update(kept, transaction) {
      let { open } = kept;
      let dismissed = kept.dismissed < 0 ? -1 : transaction.changes.mapPos(kept.dismissed, 1);
      for (const effect of transaction.effects) {
        if (effect.is(askCompletion)) return { open: look(transaction, true, 0, effect.value), dismissed: -1 };
        if (effect.is(closeCompletion))
          return { open: null, dismissed: open === null || effect.value === 'taken' ? -1 : open.start + open.from };
        if (effect.is(markEntry) && open !== null) open = { ...open, chosen: effect.value };
      }
      if (transaction.docChanged && transaction.isUserEvent('input')) {
        // Whoever types on elsewhere in the line has passed by what was offered.
        const next = look(transaction, open !== null && open.asked && isAtCaret(open), -1);
        const isDismissed = next !== null && next.start + next.from === dismissed;
        if (next === null) dismissed = -1;
        return { open: isDismissed ? null : next, dismissed };
      }
      if (transaction.docChanged && open !== null && transaction.isUserEvent('delete'))
        return { open: look(transaction, open.asked && isAtCaret(open), -1), dismissed };
      const at = transaction.state.selection.main.head;
      if (transaction.docChanged || (open !== null && at !== open.caret)) open = null;
      return open === kept.open && dismissed === kept.dismissed ? kept : { open, dismissed };
    },
    provide: (self) => [
      showTooltip.from(self, ({ open }): Tooltip | null =>
        open === null ? null : { pos: open.start + open.from, create },
      ),
    ],
  });
  const openIn = (view: EditorView): OpenCompletion | null => view.state.field(field).open;
  const take = (view: EditorView, at: number): void => {
    const open = openIn(view);
    const item = open?.items[at];
    if (open === null || item === undefined) return;
    const from = open.start + open.from;
    const to = open.start + open.to;
    const insert = /^\s/u.test(view.state.sliceDoc(to, to + 1)) ? item.text.trimEnd() : item.text;
    view.dispatch({
      changes: { from, to, insert },
      ...(isAtCaret(open) ? { selection: { anchor: from + insert.length } } : {}),
      effects: closeCompletion.of('taken'),
      scrollIntoView: true,
    });
    onTaken();
  };
  const step = (by: number) => (view: EditorView) => {
    const open = openIn(view);
    if (open === null) return false;
    const next = Math.max(0, Math.min(open.items.length - 1, open.chosen + by));
    view.dispatch({ effects: markEntry.of(next) });
    return true;
  };
  const takeChosen = (view: EditorView): boolean => {
    const open = openIn(view);
    if (open === null || open.chosen < 0) return false;
    take(view, open.chosen);
    return true;
  };
  const keys = Prec.highest(
    keymap.of([
      { key: 'ArrowDown', run: step(1) },
      { key: 'ArrowUp', run: step(-1) },
      { key: 'Enter', run: takeChosen },
      { key: 'Tab', run: takeChosen },
      {
        key: 'Escape',
        run: (view) => {
          if (openIn(view) === null) return false;
          view.dispatch({ effects: closeCompletion.of('put-off') });
          onTaken();
          return true;
        },
      },
    ]),
  );
  return { extension: [field, keys], openIn, take };
}

function isAtCaret({ start, to, caret }: OpenCompletion): boolean {
  return start + to === caret;
}
