/** The evidence ledger: every piece with where it comes from and what it is linked to, and the ways to narrow it down. */
import { foldText } from '../../../shared/lib/text.ts';
import type {
  Evidence,
  EvidenceLink,
  Interview,
  Participant,
  Source,
  Stakeholder,
} from '../../../shared/model/index.ts';
import { personName } from '../../parts/names.ts';

/** A piece as the ledger shows it. */
export type LedgerRow = {
  readonly row: Evidence;
  readonly speaker: Stakeholder | null;
  /** Who or what it comes from, in words. */
  readonly from: string;
  readonly links: readonly EvidenceLink[];
  /** For the search. */
  readonly folded: string;
};

/** What narrows the ledger; null and '' are "all". */
export type LedgerFilter = {
  readonly text: string;
  readonly person: string | null;
  readonly interview: string | null;
  readonly function: string | null;
  readonly level: string | null;
  readonly kind: Evidence['kind'] | null;
  readonly indicator: string | null;
  readonly decision: string | null;
  readonly state: 'unlinked' | 'objection' | 'undecided' | 'ask-later' | 'withdrawn' | null;
};

/** The ledger as a whole. */
export const wholeLedger: LedgerFilter = {
  text: '',
  person: null,
  interview: null,
  function: null,
  level: null,
  kind: null,
  indicator: null,
  decision: null,
  state: null,
};

/** Rows of the ledger, the newest words first. */
export function composeLedger(data: {
  readonly evidence: readonly Evidence[];
  readonly evidenceLink: readonly EvidenceLink[];
  readonly stakeholder: readonly Stakeholder[];
  readonly interview: readonly Interview[];
  readonly participant: readonly Participant[];
  readonly source: readonly Source[];
}): readonly LedgerRow[] {
  const people = new Map(data.stakeholder.map((row) => [row.id, row]));
  const sources = new Map(data.source.map((row) => [row.id, row]));
  const interviews = new Map(data.interview.map((row) => [row.id, row]));
  const parts = Map.groupBy(data.participant, ({ interview }) => interview);
  const links = Map.groupBy(data.evidenceLink, ({ evidence }) => evidence);
  return data.evidence
    .map((row): LedgerRow => {
      const inside = row.interview === null ? [] : (parts.get(row.interview) ?? []);
      const only = inside.length === 1 ? (inside[0]?.person ?? null) : null;
      const speaker = people.get(row.speaker ?? only ?? '') ?? null;
      const source = sources.get(row.source ?? '');
      const title = source === undefined ? '' : source.title || source.fileName;
      const from =
        speaker !== null
          ? personName(speaker)
          : row.interview !== null
            ? `A voice in ${interviews.get(row.interview)?.title || 'a conversation of several'}`
            : title || (row.kind === 'figure' ? 'The backlog' : 'Without a source');
      return {
        row,
        speaker,
        from,
        links: links.get(row.id) ?? [],
        folded: foldText(`${row.text} ${row.original} ${from} ${row.locator}`),
      };
    })
    .toSorted((a, b) => compare(b.row.saidOn ?? '', a.row.saidOn ?? '') || compare(b.row.id, a.row.id));
}

/** The rows that fit; `decided` are the pieces whose objection has a disposition. */
export function filterLedger(
  rows: readonly LedgerRow[],
  filter: LedgerFilter,
  decided: ReadonlySet<string>,
): readonly LedgerRow[] {
  const words = foldText(filter.text).split(/\s+/u).filter(Boolean);
  return rows.filter(
    ({ row, speaker, links, folded }) =>
      words.every((word) => folded.includes(word)) &&
      (filter.person === null || speaker?.id === filter.person) &&
      (filter.interview === null || row.interview === filter.interview) &&
      (filter.function === null || speaker?.function === filter.function) &&
      (filter.level === null || speaker?.level === filter.level) &&
      (filter.kind === null || row.kind === filter.kind) &&
      (filter.indicator === null || links.some((link) => link.indicator === filter.indicator)) &&
      (filter.decision === null || links.some((link) => link.decision === filter.decision)) &&
      isIn(filter.state, row, links, decided),
  );
}

function isIn(
  state: LedgerFilter['state'],
  row: Evidence,
  links: readonly EvidenceLink[],
  decided: ReadonlySet<string>,
): boolean {
  switch (state) {
    case null:
      return !row.withdrawn;
    case 'unlinked':
      return links.length === 0 && !row.withdrawn;
    case 'objection':
      return row.objection && !row.withdrawn;
    case 'undecided':
      return row.objection && !row.withdrawn && !decided.has(row.id);
    case 'ask-later':
      return row.askLater && !row.withdrawn;
    case 'withdrawn':
      return row.withdrawn;
  }
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
