/** One pattern: what it says, its figures with what made them, its indicators, and what it means here. */
import type { PatternReading } from '../../../shared/analysis/severity.ts';
import { nameIn } from '../../../shared/method/kit.ts';
import { useKit } from '../../data/hooks.ts';
import { showNumber } from '../../parts/format.ts';
import { severityBand } from '../../parts/severity-band.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Pips, Swatch } from '../../ui/marks.tsx';
import { FindingEditor, InDocument } from './finding.tsx';
import { IndicatorRow } from './indicator.tsx';
import { whyConfidence, whySeverity } from './why.ts';
import styles from './pattern-detail.module.css';

/** Shows and edits the pattern; `current` is the indicator that digits rate, counted from 0. */
export function PatternDetail({
  reading,
  current,
  onCurrent,
  onLink,
  onWhy,
  place,
  blind,
}: {
  reading: PatternReading;
  current: number;
  onCurrent: (at: number) => void;
  onLink: (at: number) => void;
  onWhy: () => void;
  /** Mark of a place that leads to the pattern as a whole. */
  place: string | undefined;
  /** A second reader rates: nothing is shown that tells what others rated. */
  blind: boolean;
}) {
  const kit = useKit();
  const { pattern, severity, confidence, contested, indicators } = reading;
  const band = severity === null ? null : severityBand(severity);
  const steps = { none: 0, low: 1, medium: 2, high: 3 } as const;
  return (
    <article className={styles.detail} aria-label={pattern.name}>
      <div className={styles.family}>{nameIn(kit.content.families, pattern.family)}</div>
      <h2 className={styles.title} data-place={place} tabIndex={place === undefined ? undefined : -1}>
        {pattern.name}
      </h2>
      <p className={styles.says}>{pattern.says}</p>
      {!blind && (
        <>
          <div className={styles.figures}>
            <div>
              <span className={styles.label}>Severity</span>
              <span className={styles.figure}>{severity === null ? '–' : showNumber(Math.round(severity))}</span>
              <span className={styles.small}>
                {band === null ? (
                  'Not rated'
                ) : (
                  <>
                    <Swatch level={band.level} /> {upperFirst(band.says)}
                  </>
                )}
              </span>
            </div>
            <div>
              <span className={styles.label}>Confidence</span>
              <span className={styles.figure}>{upperFirst(confidence)}</span>
              <span className={styles.small}>
                <Pips filled={steps[confidence]} of={3} says={`Confidence ${confidence}`} />
                {contested && ' contested'}
              </span>
            </div>
            <div className={styles.why}>
              <LinkButton quiet onPress={onWhy} aria-haspopup="dialog">
                Why this number
              </LinkButton>
              <p className={styles.small}>
                {whySeverity(reading)} {whyConfidence(reading)}
              </p>
            </div>
          </div>
          <InDocument pattern={pattern} />
        </>
      )}
      {indicators.map(({ indicator }, at) => (
        <IndicatorRow
          // By place, so that the focus stays on the scale when the next pattern is shown.
          key={at}
          indicator={indicator}
          number={at + 1}
          current={at === current}
          onFocus={() => onCurrent(at)}
          onLink={() => onLink(at)}
        />
      ))}
      {!blind && <FindingEditor pattern={pattern} />}
    </article>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
