/** A piece of evidence with the rows that hang on it. */
import type { ClientData, Evidence } from './index.ts';
import type { MarkedPiece } from './marks.ts';

/** Gathers what hangs on a piece; null for none. */
export function gatherPiece(
  data: Pick<ClientData, 'evidenceLink' | 'limit' | 'objection'>,
  piece: Evidence | undefined,
): MarkedPiece | null {
  if (piece === undefined) return null;
  const links = data.evidenceLink.filter(({ evidence }) => evidence === piece.id);
  const own = new Set(links.flatMap(({ limit }) => (limit === null ? [] : [limit])));
  for (const { evidence, limit } of data.evidenceLink) {
    if (limit !== null && evidence !== piece.id) own.delete(limit);
  }
  return {
    piece,
    links,
    limits: own.size === 0 ? [] : data.limit.filter(({ id }) => own.has(id)),
    objections: data.objection.filter(({ evidence }) => evidence === piece.id),
  };
}
