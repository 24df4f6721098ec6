/** What is typed into an editor of lines where the browser would do more than was asked. */
import type { EditorView } from '@codemirror/view';

/** Writes over a selection by the editor: the browser would keep the look of what goes as a style of its own, which the policy forbids. */
export function writeOver(event: InputEvent, view: EditorView): boolean {
  const { inputType, data } = event;
  const { state } = view;
  if (inputType !== 'insertText' || data === null || view.composing || state.readOnly || state.selection.main.empty)
    return false;
  view.dispatch({ ...state.replaceSelection(data), userEvent: 'input.type', scrollIntoView: true });
  return true;
}
