/** What stands under the words of each priority: owner, evidence, stops, what keeps it from being issued. */
import { useMemo } from 'react';
import type { Priority } from '../../../../shared/model/index.ts';
import { useRows } from '../../../data/hooks.ts';
import { ownerName } from '../../../parts/names.ts';
import { useMapFindings } from '../table/use-findings.ts';
import { useHangings } from '../use-map.ts';
import { cellWords } from '../words.ts';
import type { PriorityFacts } from './pieces.tsx';

/** Reads the facts of a priority; the same function until something that it reads changes. */
export function usePriorityFacts(): (row: Priority) => PriorityFacts {
  const people = useRows('stakeholder');
  const links = useRows('evidenceLink');
  const { stops } = useHangings();
  const { ofRow } = useMapFindings();
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { priority, counter } of links) {
      if (priority !== null && !counter) counts.set(priority, (counts.get(priority) ?? 0) + 1);
    }
    return (row) => {
      const worst = ofRow(row.id).findings.find(({ severity }) => severity === 'blocker');
      return {
        owner: ownerName(row, people),
        evidence: counts.get(row.id) ?? 0,
        stops: (stops.get(row.id) ?? []).map((stop) => stop.what),
        blocker: worst === undefined ? null : cellWords(worst),
      };
    };
  }, [people, links, stops, ofRow]);
}
