/** How much stands behind a step as the constraint. */
import { useMemo } from 'react';
import { backingOf } from '../../../shared/analysis/evidence.ts';
import { useEvidenceIndex } from '../../parts/evidence-index.ts';
import { countOf } from '../../parts/format.ts';
import { LinkButton } from '../../ui/button.tsx';

/** A link that says it and opens the evidence. */
export function StepEvidence({ step, onOpen }: { step: string; onOpen: () => void }) {
  const index = useEvidenceIndex();
  const { support, counter } = useMemo(() => backingOf(index, (link) => link.step === step), [index, step]);
  const people = support.sources.filter((source) => source.kind === 'person' || source.kind === 'voice').length;
  const documents = support.sources.length - people;
  const from = [
    people > 0 && countOf(people, 'person', 'people'),
    documents > 0 && countOf(documents, 'document', 'documents'),
  ]
    .filter((part) => part !== false)
    .join(' and ');
  const count = support.evidence.length;
  return (
    <LinkButton quiet aria-haspopup="dialog" onPress={onOpen}>
      {count === 0 && counter.evidence.length === 0
        ? 'None linked yet'
        : `${countOf(count, 'piece', 'pieces')}${from === '' ? '' : ` from ${from}`}`}
      {counter.evidence.length > 0 && `, ${counter.evidence.length} against`}
    </LinkButton>
  );
}
