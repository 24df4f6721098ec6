/** The evidence ledger: every piece with where it comes from and what it is linked to, and the ways to narrow it down. */
import { assessPeople } from '../../../shared/analysis/people.ts';
import { compareText } from '../../../shared/lib/order.ts';
import { foldText } from '../../../shared/lib/text.ts';
import type {
  Evidence,
  EvidenceLink,
  Interview,
  Objection,
  Participant,
  Source,
  Stakeholder,
} from '../../../shared/model/index.ts';
import { personName } from '../../parts/names.ts';

/** What the ledger is narrowed by beside words. */
export const dimensions = [
  'person',
  'function',
  'level',
  'mark',
  'indicator',
  'decision',
  'state',
  'interview',
  'fidelity',
  'consent',
  'other',
] as const;

/** One of them. */
export type Dimension = (typeof dimensions)[number];

/** A piece as the ledger shows it. */
export type LedgerRow = {
  readonly row: Evidence;
  readonly speaker: Stakeholder | null;
  /** Who or what it comes from, in words. */
  readonly from: string;
  /** The same for everything from one person, one unknown voice or one document. */
  readonly voice: string;
  readonly links: readonly EvidenceLink[];
  /** What became of an objection; null while nothing did. */
  readonly answer: Objection | null;
  /** For the search. */
  readonly folded: string;
  /** What it is in each dimension; it may be several things in one. */
  readonly values: Readonly<Record<Dimension, readonly string[]>>;
};

/** What narrows the ledger; null and '' are "all". */
export type LedgerFilter = { readonly text: string } & Readonly<Record<Dimension, string | null>>;

/** The ledger as a whole. */
export const wholeLedger: LedgerFilter = {
  text: '',
  person: null,
  function: null,
  level: null,
  mark: null,
  indicator: null,
  decision: null,
  state: null,
  interview: null,
  fidelity: null,
  consent: null,
  other: null,
};

/** Rows of the ledger, the newest words first. */
export function composeLedger(data: {
  readonly evidence: readonly Evidence[];
  readonly evidenceLink: readonly EvidenceLink[];
  readonly stakeholder: readonly Stakeholder[];
  readonly interview: readonly Interview[];
  readonly participant: readonly Participant[];
  readonly source: readonly Source[];
  readonly objection: readonly Objection[];
}): readonly LedgerRow[] {
  const people = assessPeople(data);
  const sources = new Map(data.source.map((row) => [row.id, row]));
  const interviews = new Map(data.interview.map((row) => [row.id, row]));
  const answers = new Map(data.objection.map((row) => [row.evidence, row]));
  const links = Map.groupBy(data.evidenceLink, ({ evidence }) => evidence);
  return data.evidence
    .map((row): LedgerRow => {
      const known = people.byId.get(row.speaker ?? '');
      const person = known ?? (row.interview === null ? null : people.onlySpeaker(row.interview));
      const speaker = person?.row ?? null;
      const source = sources.get(row.source ?? '');
      const title = source === undefined ? '' : source.title || source.fileName;
      const from =
        speaker !== null
          ? personName(speaker)
          : row.interview !== null
            ? `A voice in ${interviews.get(row.interview)?.title || 'a conversation of several'}`
            : title || (row.kind === 'figure' ? 'The backlog' : 'Without a source');
      const consent = person?.consent ?? (row.interview === null ? null : people.unknownVoice(row.interview));
      const own = links.get(row.id) ?? [];
      const answer = answers.get(row.id) ?? null;
      return {
        row,
        speaker,
        from,
        voice: speaker?.id ?? row.interview ?? row.source ?? row.kind,
        links: own,
        answer,
        folded: foldText(`${row.text} ${row.original} ${from} ${row.locator}`),
        values: {
          person: only(speaker?.id),
          function: only(speaker?.function),
          level: only(speaker?.level),
          mark: marksOf(row, own),
          indicator: own.flatMap((link) => only(link.indicator)),
          decision: own.flatMap((link) => only(link.decision)),
          state: statesOf(row, own, answer),
          interview: only(row.interview),
          fidelity: [row.fidelity],
          consent: speaker === null && row.interview === null ? [] : [consent ?? 'not-asked'],
          other: own.flatMap((link) => only(link.axis ?? link.limit ?? link.priority ?? link.liveCase ?? link.step)),
        },
      };
    })
    .toSorted((a, b) => compareText(b.row.saidOn, a.row.saidOn) || compareText(b.row.id, a.row.id));
}

/** The rows that fit. */
export function filterLedger(rows: readonly LedgerRow[], filter: LedgerFilter): readonly LedgerRow[] {
  return rows.filter((row) => hasWords(row, filter) && dimensions.every((one) => isIn(row, filter, one)));
}

/** For each dimension, how many of the rows that fit the rest of the filter have each value. */
export function countLedger(
  rows: readonly LedgerRow[],
  filter: LedgerFilter,
): Readonly<Record<Dimension, ReadonlyMap<string, number>>> {
  const counts = new Map(dimensions.map((one) => [one, new Map<string, number>()]));
  for (const row of rows) {
    if (!hasWords(row, filter)) continue;
    const misses = dimensions.filter((one) => !isIn(row, filter, one));
    if (misses.length > 1) continue;
    for (const one of misses.length === 0 ? dimensions : misses) {
      const tally = counts.get(one);
      for (const value of new Set(row.values[one])) tally?.set(value, (tally.get(value) ?? 0) + 1);
    }
  }
  return Object.fromEntries(counts) as Record<Dimension, Map<string, number>>;
}

function hasWords({ folded }: LedgerRow, { text }: LedgerFilter): boolean {
  return (
    text === '' ||
    foldText(text)
      .split(/\s+/u)
      .every((word) => folded.includes(word))
  );
}

function isIn({ values }: LedgerRow, filter: LedgerFilter, dimension: Dimension): boolean {
  const wanted = filter[dimension];
  // Words that were taken back stand in no list, unless one asks for what was taken back.
  if (dimension === 'state' && wanted === null) return !values.state.includes('withdrawn');
  return wanted === null || values[dimension].includes(wanted);
}

/** A piece can be a quote, an objection and a limit at once. */
function marksOf(row: Evidence, links: readonly EvidenceLink[]): readonly string[] {
  return [
    row.kind,
    ...(row.objection ? ['objection'] : []),
    ...(links.some(({ limit }) => limit !== null) ? ['limit'] : []),
    ...(row.askLater ? ['ask-later'] : []),
  ];
}

function statesOf(row: Evidence, links: readonly EvidenceLink[], answer: Objection | null): readonly string[] {
  if (row.withdrawn) return ['withdrawn'];
  return [
    links.length === 0 ? 'unlinked' : 'linked',
    ...(row.objection && (answer?.disposition ?? null) === null ? ['undecided'] : []),
    ...(links.some(({ counter }) => counter) ? ['against'] : []),
  ];
}

function only(value: string | null | undefined): readonly string[] {
  return value === null || value === undefined ? [] : [value];
}
