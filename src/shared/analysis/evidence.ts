/** Which evidence counts, from which independent source it comes, and what stands for and against a thing. */
import { compareText } from '../lib/order.ts';
import type { ClientData, Evidence, EvidenceLink } from '../model/index.ts';
import { byRowId } from './order.ts';
import { assessPeople, type Consent, mayQuote, type People, type Person } from './people.ts';

/** Where evidence comes from: one interviewee, one unknown voice, one document or one backlog, however many pieces it gives. */
export type EvidenceSource = {
  /** The same for everything from one source. */
  readonly key: string;
  readonly kind: 'person' | 'voice' | 'document' | 'backlog';
  /** Row of the person, interview or source; null for figures of a backlog that name no source. */
  readonly id: string | null;
  readonly function: string | null;
  readonly level: string | null;
};

/** A piece of evidence that counts. */
export type CountedEvidence = {
  readonly row: Evidence;
  /** Who said it, given or because the interview had one participant; null for documents and unknown voices. */
  readonly speaker: Person | null;
  /** Consent that governs its words; null where nobody was asked yet, and for what nobody said. */
  readonly consent: Consent | null;
  /** Whether its words may leave the machine as a quote. */
  readonly quotable: boolean;
  /** Null for a piece without any origin: it is shown and supports nothing. */
  readonly source: EvidenceSource | null;
};

/** What stands on one side of a question. */
export type Backing = {
  readonly evidence: readonly string[];
  readonly sources: readonly EvidenceSource[];
  /** Functions and levels of the interviewees among the sources, as ids of the kit. */
  readonly functions: readonly string[];
  readonly levels: readonly string[];
};

/** Evidence that counts, with its links. */
export type EvidenceIndex = {
  /** By id of the evidence; what was withdrawn, by itself or with its speaker, is not in it. */
  readonly counted: ReadonlyMap<string, CountedEvidence>;
  readonly links: readonly EvidenceLink[];
};

/** Reads which evidence counts. */
export function assessEvidence(data: ClientData, people: People = assessPeople(data)): EvidenceIndex {
  const sourceKinds = new Map(data.source.map((row) => [row.id, row.kind]));
  const backlogs = data.source.filter((row) => row.kind === 'backlog').map((row) => row.id);
  const sourceOfPassage = new Map(data.passage.map((row) => [row.id, row.source]));
  const counted = new Map<string, CountedEvidence>();
  for (const row of data.evidence.toSorted(byRowId)) {
    if (row.withdrawn) continue;
    const speaker = speakerOf(row, people);
    const voice = speaker === null && row.interview !== null ? row.interview : null;
    const consent = voice === null ? (speaker?.consent ?? null) : people.unknownVoice(voice);
    if (consent === 'withdrawn') continue;
    const cited = row.source ?? (row.passage === null ? null : (sourceOfPassage.get(row.passage) ?? null));
    // A figure that names no backlog is computed from the one there is, and is no second source beside it.
    const document = cited ?? (row.kind === 'figure' && backlogs.length === 1 ? (backlogs[0] ?? null) : null);
    const source = sourceOf(row, speaker, voice, document, sourceKinds);
    const spoken = speaker !== null || voice !== null;
    counted.set(row.id, { row, speaker, consent, quotable: spoken ? mayQuote(consent) : source !== null, source });
  }
  const links = data.evidenceLink.filter((link) => counted.has(link.evidence)).toSorted(byRowId);
  return { counted, links };
}

/** What the links that `match` picks say for and against. */
export function backingOf(
  index: EvidenceIndex,
  match: (link: EvidenceLink) => boolean,
): { readonly support: Backing; readonly counter: Backing } {
  const links = index.links.filter(match);
  return {
    support: gather(
      index,
      links.filter((link) => !link.counter),
    ),
    counter: gather(
      index,
      links.filter((link) => link.counter),
    ),
  };
}

function gather(index: EvidenceIndex, links: readonly EvidenceLink[]): Backing {
  const evidence = [...new Set(links.map((link) => link.evidence))].toSorted();
  const sources = new Map<string, EvidenceSource>();
  for (const id of evidence) {
    const source = index.counted.get(id)?.source ?? null;
    if (source !== null) sources.set(source.key, source);
  }
  const sorted = [...sources.values()].toSorted((a, b) => compareText(a.key, b.key));
  return {
    evidence,
    sources: sorted,
    functions: distinct(sorted.map((source) => source.function)),
    levels: distinct(sorted.map((source) => source.level)),
  };
}

function speakerOf(row: Evidence, people: People): Person | null {
  if (row.speaker !== null) return people.byId.get(row.speaker) ?? null;
  // A transcript tells voices apart: one of whom it is not known who it is may be anybody's, also beside one known guest.
  if (row.turn !== null) return null;
  return row.interview === null ? null : people.onlySpeaker(row.interview);
}

function sourceOf(
  row: Evidence,
  speaker: Person | null,
  voice: string | null,
  document: string | null,
  sourceKinds: ReadonlyMap<string, ClientData['source'][number]['kind']>,
): EvidenceSource | null {
  const nobody = { function: null, level: null };
  if (speaker !== null) {
    const { id, function: inFunction, level } = speaker;
    return { key: `person:${id}`, kind: 'person', id, function: inFunction, level };
  }
  if (voice !== null) return { key: `voice:${voice}`, kind: 'voice', id: voice, ...nobody };
  if (document !== null) {
    const kind = sourceKinds.get(document) === 'backlog' ? 'backlog' : 'document';
    return { key: `${kind}:${document}`, kind, id: document, ...nobody };
  }
  return row.kind === 'figure' ? { key: 'backlog:', kind: 'backlog', id: null, ...nobody } : null;
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].toSorted();
}
