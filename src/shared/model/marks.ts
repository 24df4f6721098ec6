/**
 * From marks to evidence: what a stretch of words is marked as, and the changes that keep it. A line of the notes, and any
 * other text in which people speak, is marked by the same means: what differs is the place.
 */
import { type Change, deleteRow, type FieldsOf, insertRow, updateRow } from './change.ts';
import type { Answer, Evidence, EvidenceLink, Interview, Limit, Objection } from './index.ts';
import type { TagEnd } from './note-words.ts';

/** How words were taken down. Only a verbatim quote prints in quotation marks. */
export type Fidelity = Evidence['fidelity'];

/** What words are marked as. */
export type Marks = {
  readonly words: string;
  /** As it was said, before a translation. */
  readonly original: string;
  /** Null for an observation in our own words. */
  readonly quote: Fidelity | null;
  readonly objection: boolean;
  readonly askLater: boolean;
  readonly limit: { readonly kind: string | null } | null;
  /** Somebody who was there and said it; null where nobody is named. */
  readonly speaker: string | null;
  /** Somebody else whom it is about. */
  readonly about: string | null;
  readonly ends: readonly TagEnd[];
};

/** Where the words come from. */
export type MarkedPlace = {
  readonly engagement: string;
  readonly interview: Pick<Interview, 'id' | 'heldOn' | 'plannedOn'>;
  readonly answer: Pick<Answer, 'id'> | null;
  /** Key of the line of the notes that the words are. */
  readonly line?: string;
  /** Who said whatever was said, where there is only one. */
  readonly speaker: string | null;
  /** The day of the user's calendar; null where that is not the day on which it was said. */
  readonly today: string | null;
  /** Order of a new limit among the limits. */
  readonly position: number;
};

/** A piece of evidence with what hangs on it. */
export type MarkedPiece = {
  readonly piece: Evidence;
  readonly links: readonly EvidenceLink[];
  /** Limits that this piece alone stands for. */
  readonly limits: readonly Limit[];
  readonly objections: readonly Objection[];
};

/** Words without any mark. */
export function noMarks(words: string): Marks {
  const nothing = { original: '', quote: null, objection: false, askLater: false, limit: null };
  return { words, ...nothing, speaker: null, about: null, ends: [] };
}

/** Whether anything makes the words evidence. */
function isMarked(marks: Marks): boolean {
  const { quote, objection, askLater, limit, speaker, about, ends } = marks;
  return (
    quote !== null || objection || askLater || limit !== null || speaker !== null || about !== null || ends.length > 0
  );
}

/** The marks that a piece carries. */
function marksOf({ piece, links, limits }: MarkedPiece): Marks {
  return {
    words: piece.text,
    original: piece.original,
    quote: piece.kind === 'quote' ? piece.fidelity : null,
    objection: piece.objection,
    askLater: piece.askLater,
    limit: limits[0] === undefined ? null : { kind: limits[0].kind },
    speaker: piece.speaker,
    about: piece.about,
    ends: links.flatMap((link): TagEnd[] => {
      if (link.counter || link.ground !== null) return [];
      if (link.indicator !== null) return [{ indicator: link.indicator }];
      return link.decision === null ? [] : [{ decision: link.decision }];
    }),
  };
}

/**
 * The changes that give words outside of the notes, such as a turn of a transcript, the marks that `change` makes of those
 * that they carry: the piece is made with its first mark and goes with its last.
 */
export function markWords(
  words: string,
  marked: MarkedPiece | null,
  change: (marks: Marks) => Marks,
  place: MarkedPlace,
  newId: () => string,
): Change[] {
  const before = marked === null ? noMarks(words) : marksOf(marked);
  const after = change(before);
  if (marked === null) return isMarked(after) ? addPiece(newId(), after, place, newId) : [];
  return isMarked({ ...after, speaker: null }) ? changeMarks(marked, before, after, place, newId) : removePiece(marked);
}

/** The changes that make evidence of marked words; `id` is the id of the new piece. */
export function addPiece(id: string, marks: Marks, place: MarkedPlace, newId: () => string): Change[] {
  const { engagement, interview, answer } = place;
  const speaker = marks.speaker ?? place.speaker;
  return [
    insertRow('evidence', id, {
      engagement,
      kind: marks.quote === null ? 'observation' : 'quote',
      text: marks.words,
      original: marks.original,
      fidelity: marks.quote ?? 'paraphrase',
      interview: interview.id,
      answer: answer?.id ?? null,
      line: place.line ?? '',
      speaker,
      about: marks.about,
      saidOn: interview.heldOn ?? place.today,
      objection: marks.objection,
      askLater: marks.askLater,
    }),
    ...(marks.limit === null ? [] : addLimit(id, marks, place, newId)),
    ...marks.ends.map((end) => addLink(id, end, place, newId)),
  ];
}

/**
 * The changes that turn a piece's marks into others. Only what differs between the two is touched: what was changed or
 * linked elsewhere stays as it is.
 */
export function changeMarks(
  marked: MarkedPiece,
  before: Marks,
  after: Marks,
  place: MarkedPlace,
  newId: () => string,
): Change[] {
  const { piece, objections } = marked;
  const fields: FieldsOf<'evidence'> = {
    ...(after.words !== before.words && piece.text === before.words ? { text: after.words } : {}),
    ...(after.original !== before.original && piece.original === before.original ? { original: after.original } : {}),
    ...(after.quote === before.quote
      ? {}
      : { kind: after.quote === null ? 'observation' : 'quote', fidelity: after.quote ?? 'paraphrase' }),
    ...(after.objection === before.objection ? {} : { objection: after.objection }),
    ...(after.askLater === before.askLater ? {} : { askLater: after.askLater }),
    ...(after.speaker === before.speaker ? {} : { speaker: after.speaker ?? place.speaker }),
    ...(after.about === before.about ? {} : { about: after.about }),
  };
  return [
    ...(Object.keys(fields).length === 0 ? [] : [updateRow('evidence', piece.id, fields)]),
    ...(before.objection && !after.objection ? objections.map(({ id }) => deleteRow('objection', id)) : []),
    ...changeLimit(marked, before, after, place, newId),
    ...changeLinks(marked, before, after, place, newId),
  ];
}

/** The changes that take a piece away with all that hangs on it, what is part of it first. */
export function removePiece({ piece, links, limits, objections }: MarkedPiece): Change[] {
  return [
    ...objections.map(({ id }) => deleteRow('objection', id)),
    ...links.map(({ id }) => deleteRow('evidenceLink', id)),
    ...limits.map(({ id }) => deleteRow('limit', id)),
    deleteRow('evidence', piece.id),
  ];
}

function changeLimit(
  { piece, links, limits }: MarkedPiece,
  before: Marks,
  after: Marks,
  place: MarkedPlace,
  newId: () => string,
): Change[] {
  const limit = limits.find(({ text }) => text === before.words) ?? limits[0];
  if (after.limit === null) {
    if (before.limit === null || limit === undefined) return [];
    const gone = links.filter((link) => link.limit === limit.id).map(({ id }) => deleteRow('evidenceLink', id));
    return [...gone, deleteRow('limit', limit.id)];
  }
  if (before.limit === null) return addLimit(piece.id, after, place, newId);
  if (limit === undefined) return [];
  const fields: FieldsOf<'limit'> = {
    ...(after.words !== before.words && limit.text === before.words ? { text: after.words } : {}),
    ...(after.limit.kind !== before.limit.kind && limit.kind === before.limit.kind ? { kind: after.limit.kind } : {}),
    ...(after.speaker === before.speaker ? {} : { toldBy: after.speaker ?? place.speaker }),
  };
  return Object.keys(fields).length === 0 ? [] : [updateRow('limit', limit.id, fields)];
}

function changeLinks(
  { piece, links }: MarkedPiece,
  before: Marks,
  after: Marks,
  place: MarkedPlace,
  newId: () => string,
): Change[] {
  const among = (ends: readonly TagEnd[], end: TagEnd): boolean =>
    ends.some((one) => one.indicator === end.indicator && one.decision === end.decision);
  const linked = (end: TagEnd): EvidenceLink[] =>
    links.filter(
      (link) =>
        !link.counter &&
        link.ground === null &&
        (end.indicator === undefined ? link.decision === end.decision : link.indicator === end.indicator),
    );
  return [
    ...before.ends
      .filter((end) => !among(after.ends, end))
      .flatMap((end) => linked(end).map(({ id }) => deleteRow('evidenceLink', id))),
    ...after.ends
      .filter((end) => !among(before.ends, end) && linked(end).length === 0)
      .map((end) => addLink(piece.id, end, place, newId)),
  ];
}

function addLink(evidence: string, end: TagEnd, { engagement }: MarkedPlace, newId: () => string): Change {
  return insertRow('evidenceLink', newId(), { engagement, evidence, ...end, counter: false });
}

/** The evidence stands for a limit of that wording, which Scope then holds. */
export function addLimit(evidence: string, marks: Marks, place: MarkedPlace, newId: () => string): Change[] {
  const limit = newId();
  const { engagement, today, position } = place;
  const { words: text, limit: wanted } = marks;
  const toldBy = marks.speaker ?? place.speaker;
  return [
    insertRow('limit', limit, { engagement, text, kind: wanted?.kind ?? null, toldBy, markedOn: today, position }),
    insertRow('evidenceLink', newId(), { engagement, evidence, limit, counter: false }),
  ];
}
