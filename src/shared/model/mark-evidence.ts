/** Marking words outside of the notes, by a key: the same words of the same place are one piece, whatever they are marked as. */
import type { Change } from './change.ts';
import { updateRow } from './change.ts';
import type { Evidence } from './index.ts';
import { addLimit, addPiece, type MarkedPlace, noMarks } from './marks.ts';

/** What words are marked as. */
export type Mark = 'quote' | 'observation' | 'objection' | 'limit' | 'ask-later';

/** The sign that stands beside a marked piece. */
export function signOf(piece: Pick<Evidence, 'kind' | 'objection' | 'askLater'>, limit: boolean): string {
  if (piece.objection) return '!';
  if (limit) return '^';
  if (piece.askLater) return '?';
  return piece.kind === 'quote' ? '>' : '';
}

/** What was marked: its id, whether it was there before, and the changes with their label. */
export type Marking = { readonly id: string; readonly label: string; readonly changes: readonly Change[] };

/**
 * Marks a text. The same text of the same answer is marked once: a second mark adds to the piece that is there. The same
 * mark again changes nothing.
 */
export function markEvidence(
  text: string,
  mark: Mark,
  place: MarkedPlace,
  existing: readonly Evidence[],
  newId: () => string,
): Marking {
  const known = existing.find(
    (row) => row.interview === place.interview.id && row.answer === (place.answer?.id ?? null) && row.text === text,
  );
  const id = known?.id ?? newId();
  const label = labels[mark];
  const marks = {
    ...noMarks(text),
    quote: mark === 'quote' ? ('verbatim' as const) : null,
    objection: mark === 'objection',
    askLater: mark === 'ask-later',
    limit: mark === 'limit' ? { kind: null } : null,
  };
  if (known === undefined) return { id, label, changes: addPiece(id, marks, place, newId) };
  const fields = {
    ...(mark === 'quote' ? { kind: 'quote' as const, fidelity: 'verbatim' as const } : {}),
    ...(mark === 'objection' ? { objection: true } : {}),
    ...(mark === 'ask-later' ? { askLater: true } : {}),
  };
  const isNew = Object.entries(fields).some(([name, value]) => known[name as keyof Evidence] !== value);
  const piece = isNew ? [updateRow('evidence', id, fields)] : [];
  return { id, label, changes: mark === 'limit' ? [...piece, ...addLimit(id, marks, place, newId)] : piece };
}

const labels: Readonly<Record<Mark, string>> = {
  quote: 'Mark a quote',
  observation: 'Mark an observation',
  objection: 'Mark an objection',
  limit: 'Mark a limit',
  'ask-later': 'Mark to ask later',
};
