/** The evidence that counts, and from whom or what each piece comes, as a person reads it. */
import { useMemo } from 'react';
import { assessEvidence, type CountedEvidence, type EvidenceIndex } from '../../shared/analysis/evidence.ts';
import { emptyData, type Source, type Stakeholder } from '../../shared/model/index.ts';
import { type Kit, nameIn } from '../../shared/method/kit.ts';
import { useKit, useRows } from '../data/hooks.ts';
import { nameAmong, personName } from './names.ts';

/** Where a piece of evidence comes from, in words. */
export type OriginOf = (piece: CountedEvidence) => string;

/** The evidence of the engagement; the same object until a row that it is read from changes. */
export function useEvidenceIndex(): EvidenceIndex {
  const evidence = useRows('evidence');
  const evidenceLink = useRows('evidenceLink');
  const source = useRows('source');
  const passage = useRows('passage');
  const stakeholder = useRows('stakeholder');
  const interview = useRows('interview');
  const participant = useRows('participant');
  return useMemo(
    () =>
      assessEvidence({
        ...emptyData(),
        evidence,
        evidenceLink,
        source,
        passage,
        stakeholder,
        interview,
        participant,
      }),
    [evidence, evidenceLink, source, passage, stakeholder, interview, participant],
  );
}

/** Names the origin of a piece of evidence. */
export function useOrigin(): OriginOf {
  const kit = useKit();
  const sources = useRows('source');
  const people = useRows('stakeholder');
  return useMemo(() => {
    const byId = new Map(sources.map((row) => [row.id, row]));
    return (piece) => originOf(piece, kit, byId, people);
  }, [kit, sources, people]);
}

/** Who said it with their function, or the document with the place in it. */
export function originOf(
  { row, speaker, source }: CountedEvidence,
  kit: Kit,
  sources: ReadonlyMap<string, Pick<Source, 'title' | 'fileName'>>,
  people: readonly Stakeholder[] = [],
): string {
  if (speaker !== null) return speakerName(nameAmong(people, speaker.id) || personName(speaker.row), speaker.row, kit);
  if (source === null) return 'Without a source';
  if (source.kind === 'voice') return 'A voice in a conversation of several';
  const found = source.id === null ? undefined : sources.get(source.id);
  const title = found === undefined ? '' : found.title || found.fileName;
  const name = title === '' ? (source.kind === 'backlog' ? 'The backlog' : 'A document') : title;
  return row.locator === '' ? name : `${name}, ${row.locator}`;
}

/** The words of a piece as they may be read: only what was said word for word stands in quotation marks. */
export function wordsOfEvidence({ row }: Pick<CountedEvidence, 'row'>): string {
  return row.kind === 'quote' && row.fidelity === 'verbatim' ? `“${row.text}”` : row.text;
}

/** A role says the function as a rule; a name alone does not. */
function speakerName(name: string, person: Stakeholder, kit: Kit): string {
  const place = nameIn(kit.content.functions, person.function);
  return place === '' || name.toLowerCase().includes(place.toLowerCase()) ? name : `${name}, ${place}`;
}
