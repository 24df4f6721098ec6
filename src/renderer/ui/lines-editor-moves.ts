/** Moves of the caret in a text of lines in which signs hang beside the words. */
import { EditorSelection } from '@codemirror/state';
import type { EditorView, KeyBinding } from '@codemirror/view';

/**
 * From the start of a line arrows go to the start of the next one. By what one sees they would go behind a sign that hangs
 * before the words, so that whoever selects a line with Shift and takes it out would take out that sign as well.
 */
export const startToStart: readonly KeyBinding[] = [
  { key: 'ArrowDown', run: step(true, false), shift: step(true, true) },
  { key: 'ArrowUp', run: step(false, false), shift: step(false, true) },
];

function step(forward: boolean, extend: boolean): (view: EditorView) => boolean {
  return (view) => {
    const { doc, selection } = view.state;
    const { main } = selection;
    if (!extend && !main.empty) return false;
    const from = doc.lineAt(main.head);
    if (main.head !== from.from) return false;
    const to = view.moveVertically(EditorSelection.cursor(main.head), forward).head;
    const line = doc.lineAt(to);
    // A line that wraps is left row by row.
    if (line.number === from.number || to === line.from || !onFirstRow(view, line.from, to)) return false;
    view.dispatch({
      selection: extend ? EditorSelection.range(main.anchor, line.from) : EditorSelection.cursor(line.from),
      scrollIntoView: true,
      userEvent: 'select',
    });
    return true;
  };
}

function onFirstRow(view: EditorView, start: number, at: number): boolean {
  const [first, own] = [view.coordsAtPos(start, 1), view.coordsAtPos(at, -1)];
  return first !== null && own !== null && own.top < first.bottom && own.bottom > first.top;
}
