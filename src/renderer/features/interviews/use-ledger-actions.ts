/** What the ledger does to the pieces that are gathered, or to the chosen one where none is. */
import { useMemo } from 'react';
import type { Change } from '../../../shared/model/change.ts';
import { mergeEvidence } from '../../../shared/model/merge-evidence.ts';
import type { Evidence } from '../../../shared/model/index.ts';
import { useEngagement, useFile } from '../../data/hooks.ts';
import { countOf } from '../../parts/format.ts';
import { linkPieces, setPieces, unlinkPieces } from './ledger-edits.ts';
import type { LedgerRow } from './ledger-filter.ts';
import type { LinkEnd } from './link-ends.ts';

/** The actions; `pieces` are those that they act on. */
export type LedgerActions = ReturnType<typeof useLedgerActions>;

/** Gives the actions on these pieces; each is one entry, and none where nothing would change. */
export function useLedgerActions(pieces: readonly LedgerRow[]) {
  const file = useFile();
  const engagement = useEngagement().id;
  return useMemo(() => {
    const what = countOf(pieces.length, 'piece of evidence', 'pieces of evidence');
    const edit = (label: string, changes: readonly Change[]): void => {
      if (changes.length > 0) void file.edit(label, changes);
    };
    const maker = { engagement, newId: () => file.newId() };
    return {
      pieces,
      link: (end: LinkEnd, counter: boolean): void =>
        edit(
          `Link ${what} ${counter ? 'against' : 'to'} “${end.says.slice(0, 100)}”`,
          linkPieces(pieces, end.fields, counter, maker),
        ),
      unlink: (end: LinkEnd): void =>
        edit(`Unlink ${what} from “${end.says.slice(0, 100)}”`, unlinkPieces(pieces, end.fields)),
      unlinkAll: (): void => edit(`Unlink ${what}`, unlinkPieces(pieces, null)),
      /** Marks all as objections, or none of them where all are. */
      objection(): void {
        const objection = !pieces.every(({ row }) => row.objection);
        edit(`${objection ? 'Mark' : 'Unmark'} ${what} as objection`, setPieces(pieces, { objection }));
      },
      /** What is to be asked later was asked; where nothing is, all of it is to be. */
      askLater(): void {
        const askLater = !pieces.some(({ row }) => row.askLater);
        edit(askLater ? `Ask about ${what} later` : `Asked about ${what}`, setPieces(pieces, { askLater }));
      },
      fidelity: (fidelity: Evidence['fidelity']): void =>
        edit(`Set the fidelity of ${what}`, setPieces(pieces, { fidelity })),
      speaker: (speaker: string | null): void => edit(`Set who said ${what}`, setPieces(pieces, { speaker })),
      merge(kept: LedgerRow, others: readonly LedgerRow[]): void {
        const { evidenceLink, objection } = file.store.getState().data;
        edit(
          `Merge ${countOf(others.length + 1, 'piece of evidence', 'pieces of evidence')}`,
          mergeEvidence(
            kept.row,
            others.map(({ row }) => row),
            { evidenceLink, objection },
          ),
        );
      },
    };
  }, [file, engagement, pieces]);
}
