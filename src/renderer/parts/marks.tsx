/** The method's marks: severity with its number and word, confidence, a quote with who said it. */
import type { ReactNode } from 'react';
import type { Confidence } from '../../shared/analysis/confidence.ts';
import { bandOf } from '../../shared/analysis/severity.ts';
import { Spoken } from '../ui/spoken.tsx';
import { Meter, Pips } from '../ui/marks.tsx';
import styles from './marks.module.css';

const levels = { minor: 1, moderate: 2, severe: 3, critical: 4 } as const;

/** The level of the scale that a severity from 0 to 100 is drawn in, with its word. */
export function severityBand(severity: number): { readonly level: 0 | 1 | 2 | 3 | 4; readonly says: string } {
  if (severity === 0) return { level: 0, says: 'none' };
  const band = bandOf(severity);
  return { level: levels[band], says: band };
}

/** A severity: track, number and, where there is room, its word. A pattern without ratings says so. */
export function SeverityMark({ severity, word }: { severity: number | null; word?: true }) {
  if (severity === null) return <span className={styles.none}>not rated</span>;
  const { level, says } = severityBand(severity);
  return (
    <span className={styles.severity}>
      <Meter value={severity} max={100} level={level} />
      <span className={styles.number}>{Math.round(severity)}</span>
      {word ? <span className={styles.word}>{says}</span> : <Spoken>{says}</Spoken>}
    </span>
  );
}

const steps = { none: 0, low: 1, medium: 2, high: 3 } as const;

/** A confidence: three dots and a word. */
export function ConfidenceMark({ confidence }: { confidence: Confidence }) {
  return (
    <span className={styles.confidence}>
      <Pips filled={steps[confidence]} of={3} says={`Confidence: ${confidence}`} />
      <span>{confidence}</span>
    </span>
  );
}

/** What somebody said or wrote, in the face of language, with who said it. */
export function Quote({
  text,
  who,
  against,
  children,
}: {
  text: string;
  who: string;
  against?: boolean;
  children?: ReactNode;
}) {
  return (
    <figure className={against ? styles.against : styles.quote}>
      <blockquote className={styles.words}>“{text}”</blockquote>
      <figcaption className={styles.who}>
        <span>{who}</span>
        {against && <span>speaks against</span>}
        {children}
      </figcaption>
    </figure>
  );
}
