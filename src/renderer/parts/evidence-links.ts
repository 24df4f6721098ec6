/** What evidence is linked to a thing, grouped as it is shown: a piece once for what it supports, once for what it speaks against. */
import { useMemo } from 'react';
import type { CountedEvidence, EvidenceIndex } from '../../shared/analysis/evidence.ts';
import { type Change, deleteRow, insertRow, updateRow } from '../../shared/model/change.ts';
import type { EvidenceLink } from '../../shared/model/index.ts';
import { useEngagement, useFile } from '../data/hooks.ts';
import { countOf } from './format.ts';

/** An end that evidence can be linked to: an indicator, an axis, a step. */
export type LinkTarget = {
  readonly key: string;
  /** Short sign beside a piece: "1", "D1"; empty where there is only one end. */
  readonly tag: string;
  /** What it is called in sentences and labels. */
  readonly says: string;
  readonly fields: Partial<
    Pick<EvidenceLink, 'indicator' | 'axis' | 'decision' | 'ground' | 'limit' | 'step' | 'priority' | 'liveCase'>
  >;
};

/** A piece of evidence with its links to the ends in question, all for or all against. */
export type LinkedPiece = {
  readonly key: string;
  readonly piece: CountedEvidence;
  readonly counter: boolean;
  readonly links: readonly EvidenceLink[];
  /** The ends that it is linked to, in their order. */
  readonly targets: readonly LinkTarget[];
};

/** Groups the links to these ends: first what supports, then what speaks against, each by age. */
export function groupLinks(index: EvidenceIndex, targets: readonly LinkTarget[]): readonly LinkedPiece[] {
  const groups = new Map<string, { links: EvidenceLink[]; targets: Set<LinkTarget> }>();
  for (const link of index.links) {
    const target = targets.find((one) => leadsTo(link, one));
    if (target === undefined) continue;
    const key = keyOf(link);
    const group = groups.get(key) ?? { links: [], targets: new Set<LinkTarget>() };
    group.links.push(link);
    group.targets.add(target);
    groups.set(key, group);
  }
  const pieces = [...groups].flatMap(([key, { links, targets: own }]): LinkedPiece[] => {
    const [first] = links;
    const piece = first === undefined ? undefined : index.counted.get(first.evidence);
    if (first === undefined || piece === undefined) return [];
    return [{ key, piece, counter: first.counter, links, targets: targets.filter((one) => own.has(one)) }];
  });
  return pieces.toSorted((a, b) => Number(a.counter) - Number(b.counter) || (a.piece.row.id < b.piece.row.id ? -1 : 1));
}

/** Whether a link leads to an end. */
export function leadsTo(link: EvidenceLink, { fields }: LinkTarget): boolean {
  return Object.entries(fields).every(([name, value]) => link[name as keyof EvidenceLink] === value);
}

/** What can be done to links, each as one entry that can be undone. */
export function useLinkEdits() {
  const file = useFile();
  const engagement = useEngagement().id;
  return useMemo(() => {
    const link = (pieces: readonly string[], target: LinkTarget, counter: boolean): Change[] =>
      pieces.map((evidence) =>
        insertRow('evidenceLink', file.newId(), { engagement, evidence, ...target.fields, counter }),
      );
    return {
      /** Links pieces to an end; answers how many. */
      link(pieces: readonly string[], target: LinkTarget, counter = false): void {
        if (pieces.length === 0) return;
        const what = countOf(pieces.length, 'piece of evidence', 'pieces of evidence');
        void file.edit(`Link ${what} ${counter ? 'against' : 'to'} “${target.says}”`, link(pieces, target, counter));
      },
      /** Turns support into the opposite and back. */
      turn({ links, counter }: LinkedPiece): void {
        void file.edit(
          counter ? 'Let evidence speak for it' : 'Let evidence speak against it',
          links.map((one) => updateRow('evidenceLink', one.id, { counter: !counter })),
        );
      },
      /** Links a piece to one more of the ends, or takes that link away. */
      toggle({ piece, links, counter }: LinkedPiece, target: LinkTarget): void {
        const own = links.filter((one) => leadsTo(one, target));
        void file.edit(
          own.length > 0 ? `Unlink evidence from “${target.says}”` : `Link evidence to “${target.says}”`,
          own.length > 0 ? own.map((one) => deleteRow('evidenceLink', one.id)) : link([piece.row.id], target, counter),
        );
      },
      unlink({ links }: LinkedPiece): void {
        void file.edit(
          'Unlink evidence',
          links.map((one) => deleteRow('evidenceLink', one.id)),
        );
      },
    };
  }, [file, engagement]);
}

function keyOf({ evidence, counter }: EvidenceLink): string {
  return `${evidence}:${counter ? 'against' : 'for'}`;
}
