/** Turning words of the notes into evidence: what is marked, and the changes that keep it. */
import { type Change, insertRow, updateRow } from './change.ts';
import type { Answer, Evidence, Interview } from './index.ts';

/** What a line is marked as. */
export type Mark = 'quote' | 'observation' | 'objection' | 'limit' | 'ask-later';

/** A line with the sign that it began with, if any. */
export type MarkedLine = { readonly text: string; readonly mark: Mark | null };

/** Reads the sign at the start of a line: `>` a quote, `!` an objection, `^` a limit, `?` to ask later. */
export function parseMarkedLine(line: string): MarkedLine {
  const trimmed = line.trim();
  const mark = signs[trimmed.charAt(0)];
  return mark === undefined ? { text: trimmed, mark: null } : { text: trimmed.slice(1).trim(), mark };
}

/** The sign that stands beside a marked piece. */
export function signOf(piece: Pick<Evidence, 'kind' | 'objection' | 'askLater'>, limit: boolean): string {
  if (piece.objection) return '!';
  if (limit) return '^';
  if (piece.askLater) return '?';
  return piece.kind === 'quote' ? '>' : '';
}

/** What was marked: its id, whether it was there before, and the changes with their label. */
export type Marking = { readonly id: string; readonly label: string; readonly changes: readonly Change[] };

/** Where the words come from. */
export type MarkedPlace = {
  readonly engagement: string;
  readonly interview: Pick<Interview, 'id' | 'heldOn' | 'plannedOn'>;
  readonly answer: Pick<Answer, 'id'> | null;
  /** Who is known to have said it. */
  readonly speaker: string | null;
  /** The day of the user's calendar; null where that is not the day on which it was said. */
  readonly today: string | null;
  /** Order of a new limit among the limits. */
  readonly position: number;
};

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
  const fields = {
    ...(mark === 'quote' ? { kind: 'quote' as const, fidelity: 'verbatim' as const } : {}),
    ...(mark === 'objection' ? { objection: true } : {}),
    ...(mark === 'ask-later' ? { askLater: true } : {}),
  };
  const piece =
    known === undefined
      ? [
          insertRow('evidence', id, {
            engagement: place.engagement,
            kind: 'observation',
            text,
            fidelity: 'paraphrase',
            interview: place.interview.id,
            answer: place.answer?.id ?? null,
            speaker: place.speaker,
            saidOn: place.interview.heldOn ?? place.today,
            ...fields,
          }),
        ]
      : Object.keys(fields).length > 0 && !has(known, fields)
        ? [updateRow('evidence', id, fields)]
        : [];
  return {
    id,
    label: labels[mark],
    changes: mark === 'limit' ? [...piece, ...limitOf(text, id, place, newId)] : piece,
  };
}

/** The evidence stands for a limit of that wording, which Scope then holds. */
function limitOf(text: string, evidence: string, place: MarkedPlace, newId: () => string): Change[] {
  const limit = newId();
  const { engagement, speaker, today, position } = place;
  return [
    insertRow('limit', limit, { engagement, text, toldBy: speaker, markedOn: today, position }),
    insertRow('evidenceLink', newId(), { engagement, evidence, limit, counter: false }),
  ];
}

const signs: Readonly<Record<string, Mark>> = { '>': 'quote', '!': 'objection', '^': 'limit', '?': 'ask-later' };

const labels: Readonly<Record<Mark, string>> = {
  quote: 'Mark a quote',
  observation: 'Mark an observation',
  objection: 'Mark an objection',
  limit: 'Mark a limit',
  'ask-later': 'Mark to ask later',
};

function has(row: Evidence, fields: object): boolean {
  return Object.entries(fields).every(([name, value]) => row[name as keyof Evidence] === value);
}
