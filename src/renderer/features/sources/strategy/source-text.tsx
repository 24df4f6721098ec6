/** The text of one document with what is selected in it, and what can be made of that. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { findWords } from '../../../../shared/lib/find-words.ts';
import type { Passage, Source } from '../../../../shared/model/index.ts';
import { useFigures, useKit, useReadOnly, useRows } from '../../../data/hooks.ts';
import { inOrder } from '../../../parts/names.ts';
import { ActionBar, ChoiceLine, makesStop, type PassageActions, useLikely } from './action-bar.tsx';
import { GoToDialog } from './go-to-dialog.tsx';
import { type Excerpt, usePassageEdits } from './passage-edits.ts';
import { Reader } from './reader.tsx';
import { type Selection, selectPassage, textOf } from '../../../parts/text-selection.ts';
import { markSource, type OpenChoice } from './text-marks.ts';
import { useReaderCommands } from './reader-commands.ts';
import { nameOf } from './source-head.tsx';

/** A passage that was asked for, with the words in it that are meant ('' for all of it); each wish is an object of its own. */
export type Opened = { readonly passage: string; readonly words: string };

/** Shows the text; `opened` is a passage that was asked for. */
export function SourceText({
  source,
  passages,
  opened,
  onLikeliest,
  onDecided,
  toDecisions,
}: {
  source: Source;
  passages: readonly Passage[];
  opened: Opened | null;
  onLikeliest: (decision: string | null) => void;
  onDecided: (decision: string) => void;
  toDecisions: () => void;
}) {
  const kit = useKit();
  const readOnly = useReadOnly();
  const edits = usePassageEdits();
  const decisions = useRows('decision');
  const evidence = useRows('evidence');
  const links = useRows('evidenceLink');
  const stops = useRows('stop');
  const article = useRef<HTMLElement>(null);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [going, setGoing] = useState(false);
  const [mark, setMark] = useState<string | null>(null);
  const [seen, setSeen] = useState<Opened | null>(null);
  const at = opened === null ? -1 : passages.findIndex((passage) => passage.id === opened.passage);
  if (opened !== seen && at >= 0) {
    setSeen(opened);
    setSelection(selectWordsOf(passages, at, opened?.words ?? ''));
  }
  useEffect(() => {
    if (at >= 0) article.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'center' });
  }, [opened, at]);

  const figures = useFigures();
  const { marks, choices } = useMemo(() => {
    const suspect = new Set(
      (figures?.suspect ?? []).flatMap(({ kind, from }) => (kind === 'decision-passage' ? [from.id] : [])),
    );
    return markSource(passages, source, { decisions, evidence, links, stops, suspect }, kit.content.language);
  }, [passages, source, decisions, evidence, links, stops, figures?.suspect, kit]);
  const open = readOnly ? undefined : (choices.find((choice) => choice.mark === mark) ?? choices[0]);
  const text = selection === null ? '' : textOf(passages, selection);
  const begins = selection === null ? undefined : passages[selection.start.at];
  // A decision that these words stand behind already is no news.
  const likeliest =
    useLikely(readOnly ? '' : text)
      .flatMap(({ id }) => decisions.find((row) => row.id === id) ?? [])
      .find((row) => row.passage !== begins?.id || !row.passageText.includes(text)) ?? null;
  const likely = likeliest?.id ?? null;
  useEffect(() => onLikeliest(likely), [likely, onLikeliest]);

  const select = (next: Selection | null): void => {
    setSelection(next);
    setChoosing(false);
  };
  const excerptOf = (from: number, words: string): Excerpt | null => {
    const passage = passages[from];
    return passage === undefined || words === '' ? null : { source, passage, text: words };
  };
  const done = (): void => {
    select(null);
    article.current?.focus();
  };
  const withExcerpt = (run: (excerpt: Excerpt) => void) => (): void => {
    const excerpt = selection === null ? null : excerptOf(selection.start.at, text);
    if (excerpt === null || readOnly) return;
    done();
    run(excerpt);
  };
  const actions: PassageActions = {
    decide: withExcerpt((excerpt) => onDecided(edits.decide(excerpt))),
    link: (decision) => withExcerpt((excerpt) => edits.link(excerpt, decision))(),
    keep: withExcerpt(edits.keep),
    stop: withExcerpt((excerpt) => edits.stop(excerpt, likely)),
  };
  const accept = (choice: OpenChoice | undefined): void => {
    const excerpt = choice === undefined ? null : excerptOf(choice.at, choice.text);
    if (choice === undefined || excerpt === null) return;
    moveOn(choice);
    if (makesStop(choice.kind)) edits.stop(excerpt, null);
    else onDecided(edits.decide(excerpt));
  };
  const passOver = (choice: OpenChoice | undefined): void => {
    if (choice === undefined) return;
    moveOn(choice);
    edits.passOver(source, choice.mark);
  };
  const moveOn = (choice: OpenChoice): void => {
    const place = choices.indexOf(choice);
    setMark((choices[place + 1] ?? choices[place - 1])?.mark ?? null);
    article.current?.focus();
  };
  const walk = (step: 1 | -1): void => {
    const place = open === undefined ? -1 : choices.indexOf(open);
    const next = choices[(place + step + choices.length) % choices.length];
    if (next === undefined) return;
    setMark(next.mark);
    select({ start: { at: next.at, offset: next.from }, end: { at: next.at, offset: next.to } });
    article.current?.focus();
  };
  useReaderCommands({
    readOnly,
    selected: selection !== null,
    likeliest,
    choices: choices.length,
    accepts:
      open === undefined ? 'Accept the suggestion' : makesStop(open.kind) ? 'Make it a stop' : 'Make it a decision',
    actions,
    choose: () => setChoosing(true),
    walk,
    accept: () => accept(open),
    passOver: () => passOver(open),
    goTo: () => setGoing(true),
    toDecisions,
    toText: () => article.current?.focus(),
  });
  return (
    <>
      <Reader
        title={nameOf(source)}
        passages={passages}
        marks={marks}
        selection={selection}
        onSelect={select}
        onPoint={(point) => {
          const on = choices.find(
            (choice) => choice.at === point.at && choice.from <= point.offset && point.offset <= choice.to,
          );
          if (on !== undefined) setMark(on.mark);
        }}
        onEnter={() => {
          if (likeliest !== null) actions.link(likeliest);
        }}
        articleRef={article}
        below={(place) => (
          <>
            {selection?.end.at === place && !readOnly && (
              <ActionBar
                decisions={inOrder(decisions)}
                likeliest={likeliest}
                actions={actions}
                choosing={choosing}
                onChoosing={setChoosing}
              />
            )}
            {open?.at === place && (
              <ChoiceLine kind={open.kind} onAccept={() => accept(open)} onPassOver={() => passOver(open)} />
            )}
          </>
        )}
      />
      {going && (
        <GoToDialog
          passages={passages}
          onClose={() => setGoing(false)}
          onGo={(place) => {
            select(selectPassage(passages, place));
            requestAnimationFrame(() => {
              article.current?.focus();
              article.current?.querySelector(`[data-at="${place}"]`)?.scrollIntoView({ block: 'start' });
            });
          }}
        />
      )}
    </>
  );
}

/** The words where the passage has them, else the whole passage. */
function selectWordsOf(passages: readonly Passage[], at: number, words: string): Selection | null {
  const found = words === '' ? null : findWords(passages[at]?.text ?? '', words);
  if (found === null) return selectPassage(passages, at);
  return { start: { at, offset: found.from }, end: { at, offset: found.to } };
}
