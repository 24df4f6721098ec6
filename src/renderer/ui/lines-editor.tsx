/** An editor of plain text in lines, for long typing: it keeps its text itself, tells what was typed, and takes in what others write. */
import { insertNewline, standardKeymap } from '@codemirror/commands';
import { Annotation, ChangeSet, EditorSelection, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, type ViewUpdate } from '@codemirror/view';
import { type Ref, useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { CompletionList } from './completion-list.tsx';
import { takesFocus } from './focus.ts';
import { askCompletion, completion, type Completer, type OpenCompletion } from './lines-editor-completion.ts';
import { type LineLook, lineLooks, lookAgain } from './lines-editor-looks.ts';
import { startToStart } from './lines-editor-moves.ts';
import styles from './lines-editor.module.css';

/** A stretch of the text before that was replaced. */
export type LinesEdit = { readonly from: number; readonly to: number; readonly insert: string };

/** A line as it is to be, and the words of it to select. */
export type RewrittenLine = { readonly line: string; readonly select: readonly [from: number, to: number] | null };

/** What can be done to the editor from outside. */
export type LinesEditorHandle = {
  focus(): void;
  /** Takes in a text that was written elsewhere; the caret stays where it was in the words. */
  receive(text: string): void;
  /** Looks at the lines again. */
  refresh(): void;
  /** Rewrites each line that the selection touches; the last words to select win. False where there was nothing to rewrite. */
  rewrite(change: (line: string) => RewrittenLine): boolean;
  /** Offers what can be written in the line of the caret, unless the caret is away to mark another line. */
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
  onEdit: (edits: readonly LinesEdit[], text: string, caret: number) => void;
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
  const [panel] = useState(() => document.createElement('div'));
  const [open, setOpen] = useState<OpenCompletion | null>(null);
  const latest = useRef({ onEdit, onTooLong, onBlur, lookOf, completer });
  useLayoutEffect(() => {
    latest.current = { onEdit, onTooLong, onBlur, lookOf, completer };
  });
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
          EditorView.domEventHandlers({ blur: () => latest.current.onBlur() }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && home.current !== null) home.current = update.changes.mapPos(home.current, 1);
            const typed = editsOf(update);
            if (typed !== null)
              latest.current.onEdit(typed, cleanText(update.state.doc.toString()), update.state.selection.main.head);
            setOpen(offers.openIn(update.view));
          }),
          ...plainText,
        ],
      }),
    });
    view.current = made;
    if (start.autoFocus) made.focus();
    return () => {
      view.current = null;
      made.destroy();
    };
  }, [offers, panel, id]);
  useEffect(() => {
    view.current?.dispatch({ effects: lookAgain.of(null) });
  }, [lookOf]);
  useImperativeHandle(handle, () => ({
    focus: () => view.current?.focus(),
    receive(text) {
      const now = view.current;
      if (now === null) return;
      const change = difference(now.state.doc.toString(), text);
      if (change !== null) now.dispatch({ changes: change, annotations: fromElsewhere.of(true) });
    },
    refresh: () => view.current?.dispatch({ effects: lookAgain.of(null) }),
    rewrite(change) {
      const now = view.current;
      if (now === null) return false;
      const { doc, selection } = now.state;
      const { from, to } = selection.main;
      const changes: LinesEdit[] = [];
      let wanted: readonly [number, number] | null = null;
      for (let number = doc.lineAt(from).number; number <= doc.lineAt(to).number; number++) {
        const line = doc.line(number);
        const next = change(line.text);
        const edit = difference(line.text, next.line);
        if (edit !== null) changes.push({ ...edit, from: line.from + edit.from, to: line.from + edit.to });
        if (next.select !== null) wanted = [line.from + next.select[0], line.from + next.select[1]];
      }
      if (changes.length === 0) return false;
      const set = ChangeSet.of(changes, doc.length);
      now.dispatch({
        changes: set,
        selection: wanted === null ? EditorSelection.cursor(set.mapPos(to, 1)) : EditorSelection.range(...wanted),
        scrollIntoView: true,
      });
      if (wanted === null) goHome();
      now.focus();
      return true;
    },
    ask() {
      if (home.current === null) view.current?.dispatch({ effects: askCompletion.of(null) });
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

/** What was typed in an update; null where nothing was, or where it came from elsewhere. */
function editsOf(update: ViewUpdate): readonly LinesEdit[] | null {
  if (!update.docChanged || update.transactions.some((one) => one.annotation(fromElsewhere) === true)) return null;
  const edits: LinesEdit[] = [];
  update.changes.iterChanges((from, to, _from, _to, inserted) => edits.push({ from, to, insert: inserted.toString() }));
  return edits;
}

/** Well-formed text with plain line ends: half a surrogate pair may come before its other half. */
function cleanText(text: string): string {
  const plain = text.includes('\r') ? text.replaceAll(/\r\n?/gu, '\n') : text;
  return plain.isWellFormed() && !plain.includes('\0') ? plain : plain.replaceAll(/[\p{Surrogate}\0]/gu, '');
}

/** The one stretch in which two texts differ. */
function difference(before: string, after: string): LinesEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  let tail = 0;
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

/** What a screen reader hears of an open list. */
function described(open: OpenCompletion | null, id: string): Readonly<Record<string, string>> {
  if (open === null) return {};
  return {
    'aria-controls': `${id}-list`,
    ...(open.chosen < 0 ? {} : { 'aria-activedescendant': `${id}-list-${open.chosen}` }),
  };
}
