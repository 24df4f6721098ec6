/**
 * An editor of plain text in lines, for long typing: it keeps its text itself, tells what was typed when it is asked to, so that
 * a key costs the same in a long text, and takes in what others write.
 */
import { insertNewline, standardKeymap } from '@codemirror/commands';
import { Annotation, ChangeSet, EditorSelection, EditorState, type Extension, type Text } from '@codemirror/state';
import { EditorView, keymap, type ViewUpdate } from '@codemirror/view';
import { type Ref, useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { editBetween, type TextEdit } from '../../shared/lib/text-edit.ts';
import { CompletionList } from './completion-list.tsx';
import { takesFocus } from './focus.ts';
import { askCompletion, completion, type Completer, type OpenCompletion } from './lines-editor-completion.ts';
import { type LineLook, lineLooks, lookAgain } from './lines-editor-looks.ts';
import { startToStart } from './lines-editor-moves.ts';
import { cleanText, editsOf } from './lines-editor-text.ts';
import { writeOver } from './lines-editor-typing.ts';
import styles from './lines-editor.module.css';

/** A line as it is to be, and the words of it to select. */
export type RewrittenLine = { readonly line: string; readonly select: readonly [from: number, to: number] | null };

/** What can be done to the editor from outside. */
export type LinesEditorHandle = {
  focus(): void;
  /** Tells by `onEdit` what was typed since it was told last. */
  tell(): void;
  /** Takes in a text that was written elsewhere; the caret stays where it was in the words. */
  receive(text: string): void;
  /** Looks at the lines again. */
  refresh(): void;
  /** Rewrites each line that the selection touches; the last words to select win. False where there was nothing to rewrite. */
  rewrite(change: (line: string) => RewrittenLine): boolean;
  /** Offers what can be written in the line that was rewritten last, also where the caret went back to another one. */
  ask(): void;
  /** Begins a word at the end of the line and asks what it may be. */
  begin(sign: string): void;
  /** Selects the line above or below; the caret comes back once something was done to it. */
  step(way: 1 | -1): void;
};

/** The editor. `value` and `caret` count when it is made; afterwards it is told by its handle. */
export function LinesEditor({
  label,
  value,
  caret,
  readOnly,
  autoFocus,
  longest,
  place,
  handle,
  onTyped,
  onEdit,
  onTooLong,
  onBlur,
  lookOf,
  completer,
}: {
  label: string;
  value: string;
  caret: number;
  readOnly: boolean;
  autoFocus: boolean;
  /** The most that the text may hold, in UTF-16 units. */
  longest: number;
  place?: string | undefined;
  handle: Ref<LinesEditorHandle>;
  /** Something was typed, which waits to be told. */
  onTyped: () => void;
  /** What was typed: lines that came or went and marks by a key are told at once, anything else on request. */
  onEdit: (edits: readonly TextEdit[], text: string, caret: number) => void;
  /** Something was not taken in, because the text would get too long. */
  onTooLong: () => void;
  onBlur: () => void;
  lookOf: (line: string, number: number) => LineLook;
  completer: Completer;
}) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  /** Where the caret was before it went to another line to mark it. */
  const home = useRef<number | null>(null);
  /** The end of the line that was rewritten last; counts until something else changes. */
  const rewritten = useRef<number | null>(null);
  const [panel] = useState(() => document.createElement('div'));
  const [open, setOpen] = useState<OpenCompletion | null>(null);
  const untold = useRef<Untold | null>(null);
  const latest = useRef({ onTyped, onEdit, onTooLong, onBlur, lookOf, completer });
  useLayoutEffect(() => {
    latest.current = { onTyped, onEdit, onTooLong, onBlur, lookOf, completer };
  });
  const tell = (state = view.current?.state): void => {
    const typed = untold.current?.changes;
    untold.current = null;
    if (state === undefined || typed === undefined || typed.empty) return;
    latest.current.onEdit(editsOf(typed), cleanText(state.doc.toString()), state.selection.main.head);
  };
  const tellNow = useRef(tell);
  const goHome = (): void => {
    const at = home.current;
    home.current = null;
    if (at !== null) view.current?.dispatch({ selection: { anchor: at }, scrollIntoView: true });
  };
  const [offers] = useState(() => completion(() => latest.current.completer, panel, goHome));
  const first = useRef({ value, caret, label, readOnly, autoFocus, longest });
  useLayoutEffect(() => {
    if (frame.current === null) return undefined;
    const start = first.current;
    panel.className = styles.panel ?? '';
    const made = new EditorView({
      parent: frame.current,
      state: EditorState.create({
        doc: start.value,
        selection: { anchor: Math.min(start.caret, start.value.length) },
        extensions: [
          offers.extension,
          ...(start.readOnly ? [EditorState.readOnly.of(true), EditorView.editable.of(false)] : []),
          EditorView.contentAttributes.of((now) => ({
            'aria-label': start.label,
            'aria-autocomplete': 'list',
            ...(start.readOnly ? { 'aria-readonly': 'true', tabindex: '0' } : {}),
            ...(start.autoFocus ? takesFocus : {}),
            ...described(offers.openIn(now), id),
          })),
          guard(start.longest, () => latest.current.onTooLong()),
          lineLooks(() => latest.current.lookOf),
          EditorView.domEventHandlers({ blur: () => latest.current.onBlur(), beforeinput: writeOver }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && home.current !== null) home.current = update.changes.mapPos(home.current, 1);
            if (isTyped(update)) {
              const moved = update.startState.doc.lines !== update.state.doc.lines;
              // What was typed before belongs to the lines as they were: one that was typed over stays the piece that it is.
              if (moved) tellNow.current(update.startState);
              const { told, changes } = untold.current ?? { told: update.startState.doc, changes: null };
              untold.current = { told, changes: changes?.compose(update.changes) ?? update.changes };
              latest.current.onTyped();
              // What stands beside a line goes with it.
              if (moved) tellNow.current();
            }
            setOpen(offers.openIn(update.view));
          }),
          ...plainText,
        ],
      }),
    });
    view.current = made;
    if (start.autoFocus) made.focus();
    return () => {
      tellNow.current();
      view.current = null;
      made.destroy();
    };
  }, [offers, panel, id]);
  useEffect(() => {
    view.current?.dispatch({ effects: lookAgain.of(null) });
  }, [lookOf]);
  useImperativeHandle(handle, () => ({
    focus: () => view.current?.focus(),
    tell: () => tell(),
    receive(text) {
      const now = view.current;
      if (now === null) return;
      const { doc } = now.state;
      const { told, changes: typed } = untold.current ?? { told: doc, changes: ChangeSet.empty(doc.length) };
      const change = editBetween(told.toString(), text);
      if (change === null) return;
      // Both were written into the text that was told: each goes to its place in what the other made of it.
      const written = ChangeSet.of(change, told.length);
      now.dispatch({ changes: written.map(typed), annotations: fromElsewhere.of(true) });
      if (untold.current !== null) untold.current = { told: written.apply(told), changes: typed.map(written, true) };
    },
    refresh: () => view.current?.dispatch({ effects: lookAgain.of(null) }),
    rewrite(change) {
      const now = view.current;
      if (now === null) return false;
      const { doc, selection } = now.state;
      const { from, to } = selection.main;
      const changes: TextEdit[] = [];
      let wanted: readonly [number, number] | null = null;
      for (let number = doc.lineAt(from).number; number <= doc.lineAt(to).number; number++) {
        const line = doc.line(number);
        const next = change(line.text);
        const edit = editBetween(line.text, next.line);
        if (edit !== null) changes.push({ ...edit, from: line.from + edit.from, to: line.from + edit.to });
        if (next.select !== null) wanted = [line.from + next.select[0], line.from + next.select[1]];
      }
      if (changes.length === 0) return false;
      const set = ChangeSet.of(changes, doc.length);
      rewritten.current = set.mapPos(doc.lineAt(to).to, 1);
      now.dispatch({
        changes: set,
        selection: wanted === null ? EditorSelection.cursor(set.mapPos(to, 1)) : EditorSelection.range(...wanted),
        scrollIntoView: true,
      });
      if (wanted === null) goHome();
      now.focus();
      tell();
      return true;
    },
    ask() {
      const now = view.current;
      if (now === null) return;
      const isAway = now.state.doc.lineAt(now.state.selection.main.head).to !== rewritten.current;
      now.dispatch({ effects: askCompletion.of(isAway ? rewritten.current : null) });
    },
    begin(sign) {
      const now = view.current;
      if (now === null) return;
      const line = now.state.doc.lineAt(now.state.selection.main.to);
      const insert = line.text === '' || /\s$/u.test(line.text) ? sign : ` ${sign}`;
      now.dispatch({
        changes: { from: line.to, insert },
        selection: { anchor: line.to + insert.length },
        effects: askCompletion.of(null),
        scrollIntoView: true,
      });
      now.focus();
    },
    step(way) {
      const now = view.current;
      if (now === null) return;
      const { doc, selection } = now.state;
      const { main } = selection;
      // The first step takes the line itself while nothing of it is selected yet.
      let number = doc.lineAt(way < 0 ? main.from : main.to).number + (main.empty ? 0 : way);
      while (number >= 1 && number <= doc.lines && doc.line(number).text.trim() === '') number += way;
      if (number < 1 || number > doc.lines) return;
      home.current ??= main.head;
      const line = doc.line(number);
      now.dispatch({ selection: EditorSelection.range(line.to, line.from), scrollIntoView: true });
      now.focus();
    },
  }));
  return (
    <>
      <div ref={frame} className={styles.frame} data-place={place} />
      {open !== null &&
        createPortal(
          <CompletionList
            id={id}
            open={open}
            onTake={(at) => {
              if (view.current !== null) offers.take(view.current, at);
            }}
          />,
          panel,
        )}
    </>
  );
}

/** What was typed and not told, as one change of the text that was told. */
type Untold = { readonly told: Text; readonly changes: ChangeSet };

const fromElsewhere = Annotation.define<boolean>();

/** Plain text that wraps, each line in the direction of its own script; its styles come with the page's own nonce. */
const plainText: readonly Extension[] = [
  EditorView.lineWrapping,
  EditorView.perLineTextDirection.of(true),
  EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? ''),
  EditorView.clipboardInputFilter.of((text) => cleanText(text)),
  keymap.of([
    { key: 'Enter', run: insertNewline, shift: insertNewline },
    ...startToStart,
    // Cmd with arrows up and down goes to another line to mark it.
    ...standardKeymap.filter(({ key, mac }) => key !== 'Enter' && !/^Cmd-Arrow(?:Up|Down)$/u.test(mac ?? '')),
  ]),
];

/** Nothing is taken in that would make the text longer than it may be. */
function guard(longest: number, tell: () => void): Extension {
  return EditorState.changeFilter.of((transaction) => {
    const { newDoc, startState } = transaction;
    if (newDoc.length <= longest || newDoc.length <= startState.doc.length) return true;
    if (transaction.annotation(fromElsewhere) === true) return true;
    tell();
    return false;
  });
}

/** Whether an update is typing: not, where it changes nothing or came from elsewhere. */
function isTyped({ docChanged, transactions }: ViewUpdate): boolean {
  return docChanged && transactions.every((one) => one.annotation(fromElsewhere) !== true);
}

/** What a screen reader hears of an open list. */
function described(open: OpenCompletion | null, id: string): Readonly<Record<string, string>> {
  if (open === null) return {};
  return {
    'aria-controls': `${id}-list`,
    ...(open.chosen < 0 ? {} : { 'aria-activedescendant': `${id}-list-${open.chosen}` }),
  };
}
