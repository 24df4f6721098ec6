/** Makes one piece of evidence out of several that say the same: one keeps its words and gets what hung on the others. */
import { type Change, deleteRow, updateRow } from './change.ts';
import type { FieldKind, Fields } from './define.ts';
import { entities, type Evidence, type EvidenceLink, type Objection } from './index.ts';

/** What hangs on the pieces. */
export type MergedRows = {
  readonly evidenceLink: readonly EvidenceLink[];
  readonly objection: readonly Objection[];
};

/**
 * The changes that merge `others` into `kept`. Links move, where the kept piece has none alike; flags add up; what the kept
 * piece lacks is taken from the others; the earliest warning stays. An answered objection wins over one without an answer.
 * A release is of certain words and never moves.
 */
export function mergeEvidence(kept: Evidence, others: readonly Evidence[], rows: MergedRows): readonly Change[] {
  const gone = others.filter(({ id }) => id !== kept.id);
  const fields = mergedFields(kept, gone);
  return [
    ...(Object.keys(fields).length === 0 ? [] : [updateRow('evidence', kept.id, fields)]),
    ...movedLinks(kept, gone, rows.evidenceLink),
    ...movedObjection(kept, gone, rows.objection),
    ...gone.map(({ id }) => deleteRow('evidence', id)),
  ];
}

function mergedFields(kept: Evidence, others: readonly Evidence[]): Partial<Evidence> {
  const merged: Record<string, unknown> = {};
  for (const other of others) {
    for (const [name, { kind }] of Object.entries(entities.evidence.fields as Fields)) {
      if (notTaken.has(name)) continue;
      const [own, theirs] = [merged[name] ?? kept[name as keyof Evidence], other[name as keyof Evidence]];
      const lacks = kind === 'flag' ? own === false && theirs === true : isEmpty(own) && !isEmpty(theirs);
      if (lacks && (kind === 'flag' || fits(kept, other, isPlace(name, kind)))) merged[name] = theirs;
    }
    const warned = (merged['warnedOn'] as string | null | undefined) ?? kept.warnedOn;
    if (other.warnedOn !== null && (warned === null || other.warnedOn < warned)) merged['warnedOn'] = other.warnedOn;
  }
  return merged;
}

/** Words, what governs them and their release belong to the kept piece alone. */
const notTaken: ReadonlySet<string> = new Set([
  'engagement',
  'text',
  'kind',
  'fidelity',
  'releasedOn',
  'withdrawn',
  'warnedOn',
]);

/** Where in a conversation or source it stands: taken as a whole, by a piece that has no place yet. */
function isPlace(name: string, kind: FieldKind): boolean {
  return name !== 'speaker' && (kind === 'reference' || kind === 'integer' || kind === 'number');
}

/** Facts can be taken from a piece of the same conversation or source, or where the kept piece is of none. */
function fits(kept: Evidence, other: Evidence, place: boolean): boolean {
  if (place && (kept.answer !== null || kept.passage !== null)) return false;
  if (kept.interview === null && kept.source === null) return true;
  return kept.interview === other.interview && kept.source === other.source;
}

function movedLinks(kept: Evidence, others: readonly Evidence[], links: readonly EvidenceLink[]): Change[] {
  const seen = new Set(links.filter(({ evidence }) => evidence === kept.id).map(endOf));
  const gone = new Set(others.map(({ id }) => id));
  return links.flatMap((link) => {
    if (!gone.has(link.evidence)) return [];
    if (seen.has(endOf(link))) return [deleteRow('evidenceLink', link.id)];
    seen.add(endOf(link));
    return [updateRow('evidenceLink', link.id, { evidence: kept.id })];
  });
}

function movedObjection(kept: Evidence, others: readonly Evidence[], objections: readonly Objection[]): Change[] {
  const of = (id: string) => objections.filter(({ evidence }) => evidence === id);
  const own = of(kept.id);
  const theirs = others.flatMap(({ id }) => of(id));
  const all = [...own, ...theirs];
  const stays = own.find(isAnswered) ?? theirs.find(isAnswered) ?? all[0];
  return all.flatMap((row) => {
    if (row !== stays) return [deleteRow('objection', row.id)];
    return row.evidence === kept.id ? [] : [updateRow('objection', row.id, { evidence: kept.id })];
  });
}

function isAnswered({ disposition }: Objection): boolean {
  return disposition !== null;
}

function endOf({ id: _id, evidence: _evidence, ...end }: EvidenceLink): string {
  return JSON.stringify(end);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || value === undefined;
}
