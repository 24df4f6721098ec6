/** The evidence behind a thing: what supports it and what speaks against it, with what can be done to the piece that is chosen. */
import { type KeyboardEvent, type Ref, useState } from 'react';
import type { Recognisable } from '../../shared/analysis/recognisable.ts';
import { useReadOnly, useWindow } from '../data/hooks.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { RovingList } from '../ui/list.tsx';
import { IdTag } from '../ui/marks.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { type OriginOf, useOrigin, wordsOfEvidence } from './evidence-index.ts';
import { type LinkedPiece, type LinkTarget, useLinkEdits } from './evidence-links.ts';
import { RecognisableMark, useRecognisable } from './recognisable.tsx';
import styles from './evidence-list.module.css';

/** More pieces than this scroll in a place of their own, of which only what is seen is drawn. */
const wholeAtMost = 40;

/** The piece that is chosen in a list, and the ways to change it. */
export type EvidenceChoice = {
  readonly chosen: LinkedPiece | null;
  readonly choose: (key: string | null) => void;
  /** Makes the chosen piece speak for or against. */
  readonly turn: () => void;
  readonly unlink: () => void;
  readonly toggle: (target: LinkTarget) => void;
};

/** Keeps which piece of a list is chosen; after it goes, its neighbour is. */
export function useEvidenceChoice(pieces: readonly LinkedPiece[]): EvidenceChoice {
  const [key, setKey] = useState<string | null>(null);
  const edits = useLinkEdits();
  const chosen = pieces.find((one) => one.key === key) ?? null;
  const act = (run: (piece: LinkedPiece) => void): void => {
    if (chosen !== null) run(chosen);
  };
  return {
    chosen,
    choose: setKey,
    turn: () =>
      act((one) => {
        setKey(`${one.piece.row.id}:${one.counter ? 'for' : 'against'}`);
        edits.turn(one);
      }),
    unlink: () =>
      act((one) => {
        const at = pieces.indexOf(one);
        setKey((pieces[at + 1] ?? pieces[at - 1])?.key ?? null);
        edits.unlink(one);
      }),
    toggle: (target) =>
      act((one) => {
        if (one.targets.length === 1 && one.targets[0] === target) setKey(null);
        edits.toggle(one, target);
      }),
  };
}

/** The pieces as a list; X turns the chosen one, Delete takes its link away. */
export function EvidenceList({
  pieces,
  choice,
  label,
  uncounted,
  listRef,
}: {
  pieces: readonly LinkedPiece[];
  choice: EvidenceChoice;
  /** Name of the list for screen readers. */
  label: string;
  /** Why a piece does not count; null for one that does. */
  uncounted?: (piece: LinkedPiece) => string | null;
  listRef?: Ref<HTMLDivElement>;
}) {
  const readOnly = useReadOnly();
  const origin = useOrigin();
  const recognisable = useRecognisable();
  const list = {
    ...(listRef === undefined ? {} : { listRef }),
    label,
    items: pieces,
    keyOf: (one: LinkedPiece) => one.key,
    selectedId: choice.chosen?.key ?? null,
    onSelect: choice.choose,
    onKey: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      const removes = event.key === 'Delete' || event.key === 'Backspace';
      if (removes && !readOnly) choice.unlink();
      return removes;
    },
    render: (one: LinkedPiece) => (
      <Piece
        piece={one}
        origin={origin}
        recognisable={recognisable(one.piece.speaker?.id ?? null)}
        uncounted={uncounted?.(one) ?? null}
      />
    ),
  };
  return (
    <div
      onFocus={(event) => {
        if (choice.chosen === null && event.target.getAttribute('role') === 'listbox')
          choice.choose(pieces[0]?.key ?? null);
      }}
    >
      {pieces.length > wholeAtMost ? (
        <div className={styles.many}>
          <VirtualList {...list} rowHeight={96} />
        </div>
      ) : (
        <RovingList {...list} />
      )}
    </div>
  );
}

/** What can be done to the chosen piece; for the foot of the pane or dialog that holds the list. */
export function EvidenceActions({ choice, targets }: { choice: EvidenceChoice; targets: readonly LinkTarget[] }) {
  const window = useWindow();
  const { chosen, turn, unlink, toggle } = choice;
  if (chosen === null) return null;
  const { row } = chosen.piece;
  const from =
    row.interview !== null
      ? { says: 'Open the interview', stage: 'interviews', target: { entity: 'evidence', id: row.id } as const }
      : row.source !== null
        ? { says: 'Open the source', stage: 'sources', target: { entity: 'source', id: row.source } as const }
        : null;
  return (
    <div className={styles.actions} role="group" aria-label="The chosen piece of evidence">
      {targets.length > 1 && (
        <span className={styles.tags}>
          <span className={styles.word}>{chosen.counter ? 'Speaks against' : 'Supports'}</span>
          {targets.map((target) => (
            <Button
              key={target.key}
              small
              kind={chosen.targets.includes(target) ? 'plain' : 'quiet'}
              aria-pressed={chosen.targets.includes(target)}
              aria-label={`${target.tag} ${target.says}`}
              onPress={() => toggle(target)}
            >
              {target.tag}
            </Button>
          ))}
        </span>
      )}
      <Button small keys="X" onPress={turn}>
        {chosen.counter ? 'Speaks for it' : 'Speaks against'}
      </Button>
      <Button small icon="unlink" onPress={unlink}>
        Unlink
      </Button>
      {from !== null && <LinkButton onPress={() => window.go(from.stage, null, from.target)}>{from.says}</LinkButton>}
    </div>
  );
}

function Piece({
  piece: { piece, counter, targets },
  origin,
  recognisable,
  uncounted,
}: {
  piece: LinkedPiece;
  origin: OriginOf;
  recognisable: Recognisable | null;
  uncounted: string | null;
}) {
  return (
    <div className={counter ? `${styles.piece} ${styles.against}` : styles.piece}>
      {counter && <div className={styles.label}>Speaks against</div>}
      <p className={styles.words}>{wordsOfEvidence(piece)}</p>
      <div className={styles.by}>
        <span className={styles.origin}>
          {origin(piece)}
          {piece.row.fidelity === 'translated' && ', translated'}
          {piece.row.fidelity === 'paraphrase' && piece.row.kind === 'quote' && ', in our words'}
          {!piece.quotable && ', not to be quoted'}
          {uncounted !== null && `, ${uncounted}`}
        </span>
        <RecognisableMark of={recognisable} short />
        {targets.map((target) => target.tag !== '' && <IdTag key={target.key}>{target.tag}</IdTag>)}
      </div>
    </div>
  );
}
