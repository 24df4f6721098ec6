/** What a pattern means here: the sentences that stand in the document. */
import { useState } from 'react';
import { findingOf } from '../../../shared/analysis/document-patterns.ts';
import { insertRow, updateRow } from '../../../shared/model/change.ts';
import type { KitPattern } from '../../../shared/method/kit-schema.ts';
import { scopeTo } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useKit, useReadOnly, useRows, useToday } from '../../data/hooks.ts';
import { useFieldChecks } from '../../parts/checks.tsx';
import { Field, type FieldName } from '../../parts/field.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/pane.tsx';
import { Segments } from '../../ui/segments.tsx';
import styles from './pattern-detail.module.css';

/** Whether the pattern enters the document, and with which sentences. */
export function FindingEditor({ pattern }: { pattern: KitPattern }) {
  const kit = useKit();
  const id = findingOf(useRows('finding'), pattern.id)?.id ?? null;
  const row = findingOf(useRows('finding'), pattern.id);
  return (
    <Section title="What it means here" ruled>
      <div className={styles.finding}>
        <Sentence pattern={pattern} id={id} name="diagnosis" hint="What happens, in a sentence or two; no blame." />
        <Sentence pattern={pattern} id={id} name="cost" hint="In the client's own figures." />
        <OfferedCost pattern={pattern} id={id} empty={(row?.cost ?? '') === ''} />
        <Sentence pattern={pattern} id={id} name="rootCause" hint={kit.content.prompts['root-cause'] ?? ''} />
        <div>
          <span className={styles.label}>What helps as a rule</span>
          <p className={styles.remedy}>{pattern.remedy}</p>
        </div>
      </div>
    </Section>
  );
}

/** The choice whether a pattern enters the document by its rank, always or never. */
export function InDocument({ pattern }: { pattern: KitPattern }) {
  const row = findingOf(useRows('finding'), pattern.id);
  const place = usePlace();
  return (
    <div className={styles.place} data-place={row === null ? undefined : `finding:${row.id}:place`}>
      <span aria-hidden="true">In the document</span>
      <Segments
        label="In the document"
        hideLabel
        options={[
          { value: 'rank', says: 'By rank' },
          { value: 'in', says: 'Always' },
          { value: 'out', says: 'Never' },
        ]}
        value={row?.place ?? 'rank'}
        onChange={(value) => place(pattern, value === 'rank' ? null : value)}
        clearable={false}
      />
    </div>
  );
}

/** Sets whether a pattern enters the document: by hand, or by its rank again (null). */
export function usePlace(): (pattern: KitPattern, place: 'in' | 'out' | null) => void {
  const file = useFile();
  const engagement = useEngagement().id;
  const findings = useRows('finding');
  return (pattern, place) => {
    const row = findingOf(findings, pattern.id);
    const words = { in: 'Always print', out: 'Never print' };
    const label = `${place === null ? 'Print by rank' : words[place]}: ${pattern.name}`;
    void file.edit(label, [
      row === null
        ? insertRow('finding', file.newId(), { engagement, pattern: pattern.id, place })
        : updateRow('finding', row.id, { place }),
    ]);
  };
}

function Sentence({
  pattern,
  id,
  name,
  hint,
}: {
  pattern: KitPattern;
  id: string | null;
  name: FieldName<'finding'>;
  hint: string;
}) {
  const [problem] = useFieldChecks('finding', id ?? '', name);
  return (
    <Field
      key={`${pattern.id}:${name}`}
      entity="finding"
      id={id}
      name={name}
      fresh={() => ({ pattern: pattern.id })}
      serif
      bare
      hint={hint}
      {...(problem === undefined
        ? {}
        : { problem: { kind: problem.severity, says: problem.sentence, code: problem.code } })}
    />
  );
}

/** Offers the sentence on the cost that the data can back. */
function OfferedCost({ pattern, id, empty }: { pattern: KitPattern; id: string | null; empty: boolean }) {
  const file = useFile();
  const kit = useKit();
  const engagement = useEngagement().id;
  const today = useToday();
  const readOnly = useReadOnly();
  const [offer, setOffer] = useState<{ pattern: string; says: string | null } | null>(null);
  const mine = offer?.pattern === pattern.id ? offer : null;
  if (!empty || readOnly) return null;
  const ask = async (): Promise<void> => {
    const { suggestCost } = await import('../../../shared/document/cost.ts');
    const data = scopeTo(file.store.getState().data, engagement);
    setOffer({ pattern: pattern.id, says: suggestCost({ data, kit, today }, pattern.id) });
  };
  const take = (says: string): void => {
    const fields = { cost: says, costSource: 'data' };
    void file.edit(`Take the cost of “${pattern.name}” from the data`, [
      id === null
        ? insertRow('finding', file.newId(), { engagement, pattern: pattern.id, ...fields })
        : updateRow('finding', id, fields),
    ]);
  };
  return (
    <div className={styles.offer} role="status">
      {mine === null && (
        <Button small onPress={() => void ask()}>
          Look for a figure in the data
        </Button>
      )}
      {mine !== null && mine.says === null && (
        <p>The data holds no figure for this pattern. Write it as it was told.</p>
      )}
      {mine !== null && mine.says !== null && (
        <>
          <p className={styles.offered}>{mine.says}</p>
          <Button small onPress={() => take(mine.says ?? '')}>
            Take it
          </Button>
        </>
      )}
    </div>
  );
}
