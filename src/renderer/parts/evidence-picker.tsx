/** Finds evidence among everything that was said, written or counted, and links it. */
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { CountedEvidence } from '../../shared/analysis/evidence.ts';
import { foldText } from '../../shared/lib/text.ts';
import { Button } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { IdTag } from '../ui/marks.tsx';
import { Segments } from '../ui/segments.tsx';
import { TextField } from '../ui/text-field.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { useEvidenceIndex, useOrigin, wordsOfEvidence } from './evidence-index.ts';
import { leadsTo, type LinkTarget, useLinkEdits } from './evidence-links.ts';
import { countOf } from './format.ts';
import { RecognisableMark, useRecognisable } from './recognisable.tsx';
import styles from './evidence-picker.module.css';

type Candidate = { readonly piece: CountedEvidence; readonly origin: string; readonly folded: string };

/** A dialog with all evidence, filtered as one types; several pieces can be linked at once. */
export function EvidencePicker({
  targets,
  first,
  onClose,
}: {
  targets: readonly LinkTarget[];
  /** Key of the end that is chosen at the start. */
  first: string;
  onClose: () => void;
}) {
  const index = useEvidenceIndex();
  const originOf = useOrigin();
  const recognisable = useRecognisable();
  const edits = useLinkEdits();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [key, setKey] = useState(first);
  const [against, setAgainst] = useState(false);
  const [unused, setUnused] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const target = targets.find((one) => one.key === key) ?? targets[0];

  const all = useMemo(
    () =>
      [...index.counted.values()]
        .map((piece): Candidate => {
          const origin = originOf(piece);
          return { piece, origin, folded: foldText(`${piece.row.text} ${origin}`) };
        })
        .toSorted((a, b) => compareDays(b.piece.row.saidOn, a.piece.row.saidOn)),
    [index, originOf],
  );
  const used = useMemo(() => new Set(index.links.map((link) => link.evidence)), [index]);
  const linked = useMemo(
    () =>
      new Set(index.links.filter((link) => target !== undefined && leadsTo(link, target)).map((link) => link.evidence)),
    [index, target],
  );
  const shown = useMemo(() => {
    const parts = foldText(text).split(/\s+/u).filter(Boolean);
    return all.filter(
      ({ piece, folded }) => parts.every((part) => folded.includes(part)) && !(unused && used.has(piece.row.id)),
    );
  }, [all, text, unused, used]);
  const current = shown.some((one) => one.piece.row.id === chosen) ? chosen : (shown[0]?.piece.row.id ?? null);
  const picked = [...marked].filter((id) => !linked.has(id));
  const wanted = picked.length > 0 ? picked : current === null || linked.has(current) ? [] : [current];
  const link = (): void => {
    if (target === undefined || wanted.length === 0) return;
    edits.link(wanted, target, against);
    onClose();
  };
  const toList = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      link();
    }
  };

  return (
    <Dialog
      title="Link evidence"
      size="large"
      onClose={onClose}
      footer={
        <>
          <span className={styles.against}>
            <CheckBox label="It speaks against" checked={against} onChange={setAgainst} />
          </span>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            keys="Enter"
            onPress={link}
            off={wanted.length === 0 ? 'Choose a piece that is not linked here yet.' : ''}
          >
            Link {countOf(Math.max(1, wanted.length), 'piece', 'pieces')}
          </Button>
        </>
      }
    >
      <div className={styles.head}>
        <TextField
          label={`Find among ${countOf(all.length, 'piece', 'pieces')}`}
          type="search"
          value={text}
          onChange={setText}
          onKeyDown={toList}
          autoFocus
        />
        {targets.length > 1 && (
          <Segments
            label="Links to"
            options={targets.map((one) => ({ value: one.key, says: one.tag }))}
            value={key}
            onChange={(value) => value !== null && setKey(value)}
            clearable={false}
          />
        )}
      </div>
      <div className={styles.line}>
        <span>{target?.says}</span>
        <CheckBox label="Only what is linked to nothing" checked={unused} onChange={setUnused} />
      </div>
      <div className={styles.list}>
        <VirtualList
          listRef={list}
          label="Evidence"
          items={shown}
          keyOf={(one) => one.piece.row.id}
          rowHeight={64}
          selectedId={current}
          onSelect={setChosen}
          onAct={link}
          marked={marked}
          onMark={setMarked}
          onKey={(event) => {
            if (event.key.toLowerCase() !== 'x' || event.ctrlKey || event.metaKey || event.altKey) return false;
            setAgainst(!against);
            return true;
          }}
          empty={
            <p className={styles.empty}>
              {all.length === 0
                ? 'There is no evidence yet. It comes from interviews, sources and the backlog.'
                : `Nothing matches “${text.trim()}” among ${countOf(all.length, 'piece', 'pieces')}.`}
            </p>
          }
          render={({ piece, origin }) => (
            <div className={styles.piece}>
              <p className={styles.words}>{wordsOfEvidence(piece)}</p>
              <p className={styles.by}>
                <span>
                  {origin}
                  {piece.row.objection && ', objection'}
                </span>
                <RecognisableMark of={recognisable(piece.speaker?.id ?? null)} short />
                {linked.has(piece.row.id) && <IdTag>linked here</IdTag>}
              </p>
            </div>
          )}
        />
      </div>
      <p className={styles.help} role="status">
        {wanted.length === 0 && current !== null
          ? 'This piece is linked here already; choose another one.'
          : 'Space marks several, X in the list says that they speak against, Enter links.'}
      </p>
    </Dialog>
  );
}

function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
