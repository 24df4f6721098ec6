/** The open checks of the map by the cell that they are about. */
import { useMemo } from 'react';
import type { MapColumn } from '../../../../shared/analysis/map/paste-columns.ts';
import type { ReadinessFinding } from '../../../../shared/analysis/readiness/finding.ts';
import { useFigures } from '../../../data/hooks.ts';
import { cellsOfFinding } from '../places.ts';

/** Findings of one row, with the column of each. */
export type RowFindings = { readonly findings: readonly ReadinessFinding[]; readonly columns: readonly MapColumn[] };

/** Findings by the id of the priority, criterion or decision; those about the map as a whole apart. */
export type MapFindings = {
  readonly ofRow: (id: string) => RowFindings;
  readonly ofDecision: (id: string) => readonly ReadinessFinding[];
  readonly whole: readonly ReadinessFinding[];
};

/** Reads them from the figures; nothing while those are not computed. */
export function useMapFindings(): MapFindings {
  const readiness = useFigures()?.readiness;
  return useMemo(() => sortFindings(readiness ?? []), [readiness]);
}

/** Checks that concern no single row. */
const wholeCodes: ReadonlySet<string> = new Set(['R47', 'R48']);
/** What has a line of its own in the cell. */
const shownElsewhere: ReadonlySet<string> = new Set(['R34', 'R38']);

const none: RowFindings = { findings: [], columns: [] };

function sortFindings(readiness: readonly ReadinessFinding[]): MapFindings {
  const rows = new Map<string, { findings: ReadinessFinding[]; columns: MapColumn[] }>();
  const decisions = new Map<string, ReadinessFinding[]>();
  for (const finding of readiness) {
    if (finding.accepted !== undefined || shownElsewhere.has(finding.code)) continue;
    const cells = cellsOfFinding(finding);
    for (const { row: id, column, part } of cells) {
      const row = rows.get(id) ?? { findings: [], columns: [] };
      row.findings.push(part);
      row.columns.push(column);
      rows.set(id, row);
    }
    if (cells.length > 0) continue;
    if (finding.place.entity === 'decision' && finding.place.stage === 6) {
      decisions.set(finding.place.id, [...(decisions.get(finding.place.id) ?? []), finding]);
    }
  }
  return {
    ofRow: (id) => rows.get(id) ?? none,
    ofDecision: (id) => decisions.get(id) ?? [],
    whole: readiness.filter((one) => wholeCodes.has(one.code) && one.accepted === undefined),
  };
}
