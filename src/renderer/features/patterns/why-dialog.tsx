/** Why a pattern has its number: the rubric, the inputs and the arithmetic. */
import type { PatternReading } from '../../../shared/analysis/severity.ts';
import { backingOf } from '../../../shared/analysis/evidence.ts';
import { nameIn } from '../../../shared/method/kit.ts';
import { useKit } from '../../data/hooks.ts';
import { useEvidenceIndex, useOrigin } from '../../parts/evidence-index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Swatch } from '../../ui/marks.tsx';
import { Section } from '../../ui/pane.tsx';
import { Table } from '../../ui/table.tsx';
import { arithmetic, confidenceRules, listWords, sourcesInWords, whyConfidence, whySeverity } from './why.ts';
import styles from './why-dialog.module.css';

/** Shows what made severity, confidence and rank. */
export function WhyDialog({ reading, onClose }: { reading: PatternReading; onClose: () => void }) {
  const kit = useKit();
  const index = useEvidenceIndex();
  const originOf = useOrigin();
  const { pattern, indicators, support, counter, confidence, contested } = reading;
  const scale = kit.content.scales.indicator;
  const levelOf = (value: number): 0 | 1 | 2 | 3 | 4 => Math.min(4, Math.max(0, value)) as 0 | 1 | 2 | 3 | 4;
  const namesOf = (ids: readonly string[]): string =>
    listWords([
      ...new Set(
        ids
          .flatMap((id) => index.counted.get(id) ?? [])
          .filter((one) => one.source !== null)
          .map(originOf),
      ),
    ]);
  return (
    <Dialog
      title={`Why this number: ${pattern.name}`}
      size="large"
      reading
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      <Section title="Ratings">
        <Table caption="Ratings of the indicators">
          <thead>
            <tr>
              <th scope="col">Indicator</th>
              <th scope="col">Rating</th>
              <th scope="col">Rated by</th>
              <th scope="col">Sources for it</th>
            </tr>
          </thead>
          <tbody>
            {indicators.map(({ indicator, value, lead, differences }) => {
              const backing = backingOf(index, (link) => link.indicator === indicator.id).support;
              return (
                <tr key={indicator.id}>
                  <th scope="row">{indicator.text}</th>
                  <td>
                    {value === null ? (
                      'Not assessed'
                    ) : (
                      <>
                        <Swatch level={levelOf(value)} /> {value} {scale.find((step) => step.value === value)?.label}
                      </>
                    )}
                    {differences.map(({ rating, difference }) => (
                      <div key={rating.id} className={styles.apart}>
                        {rating.rater || 'Somebody else'}: {rating.value}, {Math.abs(difference)} apart
                      </div>
                    ))}
                  </td>
                  <td>{lead?.rater ?? ''}</td>
                  <td>{backing.sources.length === 0 ? 'None' : sourcesInWords(backing.sources)}</td>
                </tr>
              );
            })}
          </tbody>
        </Table>
        <p className={styles.line}>
          {whySeverity(reading)} A severity takes half of the indicators; what is not assessed does not count.
        </p>
        {arithmetic(reading).map((line) => (
          <p key={line} className={styles.sum}>
            {line}
          </p>
        ))}
      </Section>
      <Section title="Confidence" ruled>
        <p>{whyConfidence(reading) || 'Nothing is rated yet, so that nothing is supported.'}</p>
        {support.evidence.length > 0 && <p className={styles.line}>For it: {namesOf(support.evidence)}.</p>}
        {counter.evidence.length > 0 && <p className={styles.line}>Against it: {namesOf(counter.evidence)}.</p>}
        {support.functions.length > 0 && (
          <p className={styles.line}>
            Functions: {listWords(support.functions.map((id) => nameIn(kit.content.functions, id)))}. Levels:{' '}
            {listWords(support.levels.map((id) => nameIn(kit.content.levels, id)))}.
          </p>
        )}
        <dl className={styles.rules}>
          {confidenceRules.map((rule) => (
            <div key={rule.confidence} className={rule.confidence === confidence ? styles.holds : undefined}>
              <dt>{rule.confidence}</dt>
              <dd>{rule.takes}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.line}>
          Only evidence of rated indicators counts, and only once for each person, document and list of work. As many
          sources against as for make it contested and lower it by one step, never below low
          {contested ? '; so it is here.' : '.'}
        </p>
      </Section>
      <Section title="The scale" ruled>
        <dl className={styles.rules}>
          {scale.map((step) => (
            <div key={step.value}>
              <dt>
                <Swatch level={levelOf(step.value)} /> {step.value} {step.label}
              </dt>
              <dd>{step.means}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.line}>Under 25 is minor, under 50 moderate, under 75 severe, from 75 critical.</p>
      </Section>
    </Dialog>
  );
}
