/** Small marks that stand beside a word or a number and never in its place. */
import { type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Spoken } from './spoken.tsx';
import styles from './marks.module.css';

/** A step of the severity scale: none, minor, moderate, severe, critical. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** A short track with how much of it is filled; the number stands beside it. No value is an empty track. */
export function Meter({
  value,
  max = 100,
  tone = 'level',
  level = 0,
  tick,
  wide = false,
}: {
  value: number | null;
  max?: number | undefined;
  /** The colour of its level, the accent, or plain ink. */
  tone?: 'level' | 'accent' | 'ink' | undefined;
  level?: Level | undefined;
  /** A mark on the track, on the same scale: what is expected by now. */
  tick?: number | null | undefined;
  /** As wide as its place rather than 44. */
  wide?: boolean | undefined;
}) {
  const share = (part: number): string => `${max <= 0 ? 0 : Math.min(100, Math.max(0, (part / max) * 100))}%`;
  return (
    <span
      className={classNames(styles.meter, wide && styles.wide)}
      data-tone={tone}
      data-level={level}
      aria-hidden="true"
    >
      {value !== null && <span className={styles.fill} style={{ inlineSize: share(value) }} />}
      {tick !== null && tick !== undefined && (
        <span className={styles.tick} style={{ insetInlineStart: share(tick) }} />
      )}
    </span>
  );
}

/** Dots of which some are filled; `says` is the word for it, which is read out. */
export function Pips({ filled, of = 3, says }: { filled: number; of?: number; says: string }) {
  return (
    <span className={styles.pips} role="img" aria-label={says}>
      {Array.from({ length: of }, (_, at) => (
        <span key={at} className={classNames(styles.pip, at < filled && styles.filled)} />
      ))}
    </span>
  );
}

/** A short name such as D1 or P2; with the accent when it is in focus or of the first rank. */
export function IdTag({ accent = false, children }: { accent?: boolean; children: ReactNode }) {
  return <span className={classNames(styles.tag, accent && styles.accent)}>{children}</span>;
}

/** How far something is: a ring, half of it, or full. */
export function StageMark({ state, says }: { state: 'empty' | 'half' | 'full'; says?: string }) {
  const icon = { empty: 'ring', half: 'half', full: 'full' } as const;
  return (
    <span className={styles.stage} data-state={state}>
      <Icon name={icon[state]} />
      {says !== undefined && <Spoken>{says}</Spoken>}
    </span>
  );
}

/** A square in the colour of a level; the word stands beside it. */
export function Swatch({ level }: { level: Level }) {
  return <span className={styles.swatch} data-level={level} aria-hidden="true" />;
}

/** A word in a thin frame: a state or a kind, where it would be lost in a line. */
export function Chip({ children }: { children: ReactNode }) {
  return <span className={styles.chip}>{children}</span>;
}
