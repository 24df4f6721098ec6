/** The ledger of the engagement that is shown. */
import { useMemo } from 'react';
import { useRows } from '../../data/hooks.ts';
import { composeLedger, type LedgerRow } from './ledger-filter.ts';

/** Every piece, the newest words first; the same list until a row that it is read from changes. */
export function useLedger(): readonly LedgerRow[] {
  const evidence = useRows('evidence');
  const evidenceLink = useRows('evidenceLink');
  const stakeholder = useRows('stakeholder');
  const interview = useRows('interview');
  const participant = useRows('participant');
  const source = useRows('source');
  const objection = useRows('objection');
  return useMemo(
    () => composeLedger({ evidence, evidenceLink, stakeholder, interview, participant, source, objection }),
    [evidence, evidenceLink, stakeholder, interview, participant, source, objection],
  );
}
