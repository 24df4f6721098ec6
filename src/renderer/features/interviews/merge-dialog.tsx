/** Merges pieces of evidence that say the same: side by side, one keeps its words and gets what hung on the others. */
import { useState } from 'react';
import type { EvidenceLink } from '../../../shared/model/index.ts';
import { entities } from '../../../shared/model/index.ts';
import { countOf, showDay } from '../../parts/format.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segments } from '../../ui/segments.tsx';
import type { LedgerRow } from './ledger-filter.ts';
import styles from './ledger.module.css';

/** Shows the pieces and asks which one is kept. */
export function MergeDialog({
  pieces,
  left,
  tagOf,
  onMerge,
  onDifferent,
  onClose,
}: {
  pieces: readonly LedgerRow[];
  /** Suggestions that come after this one; null where the pieces were gathered by hand. */
  left: number | null;
  tagOf: (link: EvidenceLink) => string;
  onMerge: (kept: LedgerRow, others: readonly LedgerRow[]) => void;
  /** They are not the same: on to the next. */
  onDifferent: () => void;
  onClose: () => void;
}) {
  const ids = pieces.map(({ row }) => row.id).join(' ');
  const [state, setState] = useState({ ids, kept: 0, same: false });
  // Each suggestion is asked about anew.
  const { kept, same } = state.ids === ids ? state : { kept: 0, same: false };
  const voices = new Set(pieces.map(({ voice }) => voice)).size;
  const withdrawn = pieces.some(({ row }) => row.withdrawn);
  const chosen = pieces[kept];
  const off = withdrawn
    ? 'One of them was withdrawn; what was withdrawn is not merged.'
    : voices > 1 && !same
      ? 'They are not known to come from one voice. Say that they do, or leave them apart.'
      : '';
  const merge = (): void => {
    if (chosen === undefined || off !== '') return;
    onMerge(
      chosen,
      pieces.filter((one) => one !== chosen),
    );
  };
  return (
    <Dialog
      title={left === null ? `Merge ${countOf(pieces.length, 'piece', 'pieces')}` : 'Are these the same?'}
      size="large"
      onClose={onClose}
      footer={
        <>
          {left !== null && <span className={styles.left}>{left === 0 ? 'The last of them' : `${left} more`}</span>}
          <Button onPress={onClose}>Close</Button>
          {left !== null && (
            <Button keys="N" onPress={onDifferent}>
              Not the same
            </Button>
          )}
          <Button kind="primary" keys="Enter" onPress={merge} off={off}>
            Merge
          </Button>
        </>
      }
    >
      <div
        className={styles.merge}
        onKeyDownCapture={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const onBox = event.target instanceof HTMLInputElement;
          if (event.key === 'Enter') merge();
          else if (event.key.toLowerCase() === 'n' && left !== null && !onBox) onDifferent();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <Segments
          key={ids}
          label="Keep the words of"
          options={pieces.map((_, at) => ({ value: at, says: String(at + 1), digit: at + 1 }))}
          value={kept}
          clearable={false}
          autoFocus
          onChange={(value) => value !== null && setState({ ids, kept: value, same })}
        />
        <div className={styles.beside}>
          {pieces.map((piece, at) => (
            <Piece key={piece.row.id} piece={piece} number={at + 1} kept={at === kept} tagOf={tagOf} />
          ))}
        </div>
        {voices > 1 && !withdrawn && (
          <CheckBox
            label="They are the same voice"
            checked={same}
            onChange={(value) => setState({ ids, kept, same: value })}
            hint="Two people who say the same are two sources. Merged, they count as one."
          />
        )}
        <p className={styles.quiet}>
          The kept piece gets the links, marks and the answered objection of the others. Undo brings all of them back.
        </p>
      </div>
    </Dialog>
  );
}

const kinds: Readonly<Record<string, string>> = entities.evidence.fields.kind.options ?? {};
const fidelities: Readonly<Record<string, string>> = entities.evidence.fields.fidelity.options ?? {};

function Piece({
  piece: { row, from, links, answer },
  number,
  kept,
  tagOf,
}: {
  piece: LedgerRow;
  number: number;
  kept: boolean;
  tagOf: (link: EvidenceLink) => string;
}) {
  const facts = [
    from,
    row.saidOn === null ? '' : showDay(row.saidOn),
    `${kinds[row.kind] ?? ''}, ${(fidelities[row.fidelity] ?? '').toLowerCase()}`,
    row.objection ? ((answer?.disposition ?? null) === null ? 'objection' : 'objection, answered') : '',
    row.askLater ? 'ask later' : '',
    row.releasedOn === null ? '' : `released ${showDay(row.releasedOn)}`,
  ].filter(Boolean);
  return (
    <div className={styles.candidate} data-kept={kept ? '' : undefined}>
      <p className={styles.label}>
        {number}
        {kept && ', is kept'}
      </p>
      <p className={styles.words}>{row.text}</p>
      <p className={styles.quiet}>{facts.join('. ')}.</p>
      <p className={styles.by}>
        {links.length === 0 ? (
          <span>linked to nothing</span>
        ) : (
          links.map((link) => (
            <span key={link.id} className={styles.tag}>
              {link.counter ? 'against ' : ''}
              {tagOf(link)}
            </span>
          ))
        )}
      </p>
    </div>
  );
}
