/** What is done to many pieces of evidence at once: each is one entry that can be undone. */
import { type Change, deleteRow, type FieldsOf, insertRow, updateRow } from '../../../shared/model/change.ts';
import type { EvidenceLink } from '../../../shared/model/index.ts';
import type { LedgerRow } from './ledger-filter.ts';

/** An end of a link, by the fields that lead to it. */
export type EndFields = Partial<EvidenceLink>;

/** What new links belong to, and how they get their ids. */
export type LinkMaker = { readonly engagement: string; readonly newId: () => string };

/** Links pieces to an end; one that is linked there already is turned where it speaks the other way, else left. */
export function linkPieces(
  rows: readonly LedgerRow[],
  end: EndFields,
  counter: boolean,
  { engagement, newId }: LinkMaker,
): readonly Change[] {
  return rows.flatMap(({ row, links }): Change[] => {
    const known = links.filter((link) => leadsTo(link, end));
    if (known.length === 0)
      return [insertRow('evidenceLink', newId(), { engagement, evidence: row.id, ...end, counter })];
    return known
      .filter((link) => link.counter !== counter)
      .map((link) => updateRow('evidenceLink', link.id, { counter }));
  });
}

/** Takes the links to an end away; all links where no end is named. */
export function unlinkPieces(rows: readonly LedgerRow[], end: EndFields | null): readonly Change[] {
  return rows.flatMap(({ links }) =>
    links.filter((link) => end === null || leadsTo(link, end)).map((link) => deleteRow('evidenceLink', link.id)),
  );
}

/** Sets fields of the pieces that have them otherwise. */
export function setPieces(rows: readonly LedgerRow[], fields: FieldsOf<'evidence'>): readonly Change[] {
  return rows
    .filter(({ row }) => Object.entries(fields).some(([name, value]) => row[name as keyof typeof row] !== value))
    .map(({ row }) => updateRow('evidence', row.id, fields));
}

/** Whether a link leads to an end. */
export function leadsTo(link: EvidenceLink, end: EndFields): boolean {
  return Object.entries(end).every(([name, value]) => link[name as keyof EvidenceLink] === value);
}
