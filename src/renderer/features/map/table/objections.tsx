/** Objections and what became of them: the open ones under the table, the settled ones behind a line. */
import { useMemo, useState } from 'react';
import type { CountedEvidence } from '../../../../shared/analysis/evidence.ts';
import type { MapReading } from '../../../../shared/analysis/map/rows.ts';
import { insertRow, updateRow } from '../../../../shared/model/change.ts';
import { entities, type Objection } from '../../../../shared/model/index.ts';
import { useEngagement, useFile, useReadOnly, useRows, useToday, useWindowState } from '../../../data/hooks.ts';
import { useEvidenceIndex, useOrigin, wordsOfEvidence } from '../../../parts/evidence-index.ts';
import { countOf } from '../../../parts/format.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { CheckMark } from '../../../ui/check-mark.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { findPriority, priorityTag } from '../use-map.ts';
import { ObjectionForm } from './objection-form.tsx';
import styles from './objections.module.css';

type Voiced = { readonly piece: CountedEvidence; readonly row: Objection | null; readonly settled: boolean };

/** The lists; nothing while nobody objected. `current` is the priority in focus, which a link is offered to. */
export function Objections({ map, current }: { map: MapReading; current: string | null }) {
  const index = useEvidenceIndex();
  const objections = useRows('objection');
  const target = useWindowState((state) => state.place.target);
  const turn = useWindowState((state) => state.place.turn);
  const [open, setOpen] = useState<string | null>(null);
  const [showsSettled, setShowsSettled] = useState(false);
  const all = useMemo((): readonly Voiced[] => {
    const rows = new Map(objections.map((row) => [row.evidence, row]));
    return [...index.counted.values()]
      .filter(({ row }) => row.objection || rows.has(row.id))
      .map((piece) => {
        const row = rows.get(piece.row.id) ?? null;
        return { piece, row, settled: isSettled(row) };
      });
  }, [index, objections]);
  const [seen, setSeen] = useState<number | null>(null);
  if (seen !== turn) {
    setSeen(turn);
    const wanted = all.find(
      ({ piece, row }) =>
        (target?.entity === 'evidence' && target.id === piece.row.id) ||
        (target?.entity === 'objection' && target.id === row?.id),
    );
    if (wanted !== undefined) {
      setOpen(wanted.piece.row.id);
      setShowsSettled(wanted.settled);
    }
  }
  const settled = all.filter((one) => one.settled);
  const line = (one: Voiced) => (
    <ObjectionLine
      key={one.piece.row.id}
      voiced={one}
      map={map}
      offer={offerFor(index.links, one, map, current)}
      isOpen={open === one.piece.row.id}
      onToggle={() => setOpen(open === one.piece.row.id ? null : one.piece.row.id)}
    />
  );
  return (
    <>
      {all.filter((one) => !one.settled).map(line)}
      {settled.length > 0 && (
        <Disclosure
          summary={countOf(settled.length, 'answered objection', 'answered objections')}
          open={showsSettled}
          onToggle={setShowsSettled}
        >
          {settled.map(line)}
        </Disclosure>
      )}
    </>
  );
}

/** A change of the map counts once it says what was changed. */
function isSettled(row: Objection | null): boolean {
  if (row === null || row.disposition === null) return false;
  return row.disposition !== 'changed-map' || row.decision !== null || row.priority !== null || row.stop !== null;
}

/** The priority that a link is offered to: the one whose evidence it is, else the one in focus. */
function offerFor(
  links: readonly { readonly evidence: string; readonly priority: string | null }[],
  { piece }: Voiced,
  map: MapReading,
  current: string | null,
): { readonly id: string; readonly tag: string } | null {
  const linked = links.find((link) => link.evidence === piece.row.id && link.priority !== null)?.priority ?? current;
  const found = linked === null ? null : findPriority(map, linked);
  return found === null ? null : { id: found.priority.row.id, tag: priorityTag(found.priority.row) };
}

function ObjectionLine({
  voiced: { piece, row, settled },
  map,
  offer,
  isOpen,
  onToggle,
}: {
  voiced: Voiced;
  map: MapReading;
  offer: { readonly id: string; readonly tag: string } | null;
  isOpen: boolean;
  onToggle: () => void;
}) {
  const file = useFile();
  const engagement = useEngagement().id;
  const today = useToday();
  const readOnly = useReadOnly();
  const origin = useOrigin();
  const link = (priority: string, tag: string): void => {
    const label = `Link an objection to ${tag}`;
    const fields = { disposition: 'changed-map', priority, on: row?.on ?? today } as const;
    void file.edit(label, [
      row === null
        ? insertRow('objection', file.newId(), { engagement, evidence: piece.row.id, ...fields })
        : updateRow('objection', row.id, fields),
    ]);
  };
  return (
    <div className={styles.objection} data-place={`evidence:${piece.row.id}`}>
      <div className={styles.line}>
        {!settled && <CheckMark kind="warning" />}
        <p className={styles.said}>
          <span className={styles.words}>{wordsOfEvidence(piece)}</span>{' '}
          <span className={styles.by}>
            {origin(piece)}. {stateOf(row, map)}
          </span>
        </p>
        {!settled && !readOnly && offer !== null && (
          <LinkButton onPress={() => link(offer.id, offer.tag)}>Link to {offer.tag}</LinkButton>
        )}
        <LinkButton quiet aria-expanded={isOpen} onPress={onToggle}>
          {isOpen ? 'Close' : settled ? 'Show' : 'Answer'}
        </LinkButton>
      </div>
      {isOpen && <ObjectionForm evidence={piece.row.id} row={row} />}
    </div>
  );
}

function stateOf(row: Objection | null, map: MapReading): string {
  if (row === null || row.disposition === null) return 'Nothing answers this objection yet.';
  const says = entities.objection.fields.disposition.options?.[row.disposition] ?? '';
  const priority = row.priority === null ? null : findPriority(map, row.priority);
  const decision = [...map.translated, ...map.noted].find((one) => one.row.id === row.decision);
  const where = [priority === null ? '' : priorityTag(priority.priority.row), decision?.row.label ?? '']
    .filter((tag) => tag !== '')
    .join(', ');
  if (row.disposition === 'changed-map' && !isSettled(row))
    return 'Changed the map, and is not linked to what it changed.';
  return `${says}${where === '' ? '' : `: ${where}`}. ${row.changed || row.reason}`.trim();
}
