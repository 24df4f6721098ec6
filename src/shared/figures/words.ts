/** The words that figures print; they come from the kit. A word in braces is replaced by a value. */
import type { SeverityBand } from './palette.ts';

/** Severity and confidence. */
export type SeverityWords = {
  readonly severity: string;
  readonly confidence: string;
  readonly contested: string;
  readonly bands: Readonly<Record<SeverityBand, string>>;
  /** Confidence 0 to 3 in words. */
  readonly levels: readonly [none: string, low: string, medium: string, high: string];
  /** The alternative text: {count}; {name} {severity} {band} {level}. */
  readonly alt: { readonly intro: string; readonly row: string; readonly contested: string };
};

/** Heat map. */
export type HeatWords = {
  readonly noData: string;
  readonly widest: string;
  /** People behind a row: {n}. */
  readonly people: string;
  /** The alternative text: {rows} {columns}; {name} {cells}; {column} {value} {n}; {column}; {name} {column} {value}. */
  readonly alt: {
    readonly intro: string;
    readonly row: string;
    readonly cell: string;
    readonly noData: string;
    readonly widest: string;
  };
};

/** Chain of steps. */
export type ChainWords = {
  readonly constraint: string;
  readonly next: string;
  /** {demand} {capacity} */
  readonly load: string;
  /** {count} */
  readonly waiting: string;
  readonly noneWaiting: string;
  /** {weeks} */
  readonly weeks: string;
  readonly noData: string;
  /** The alternative text: {count} {unit}; {name} {share} {demand} {capacity}; {count} {weeks}; {count}; {name}. */
  readonly alt: {
    readonly intro: string;
    readonly step: string;
    readonly waiting: string;
    readonly waitingOnly: string;
    readonly noneWaiting: string;
    readonly noData: string;
    readonly constraint: string;
    readonly next: string;
  };
};

/** Calendar of thirteen weeks. */
export type CalendarWords = {
  readonly monday: string;
  readonly week: string;
  readonly milestone: string;
  readonly join: string;
  readonly closed: string;
  readonly kinds: Readonly<Record<MilestoneKind, string>>;
  /**
   * The alternative text: {date}; {letter} {name} {from} {to}; {letter} {name}; {letter} {kind} {label} {date};
   * {first} {second} {label} {date}; {date}; {label} {date}. `bar` of the constraint is followed by `constraint`.
   */
  readonly alt: {
    readonly intro: string;
    readonly bar: string;
    readonly noBar: string;
    readonly constraint: string;
    readonly milestone: string;
    readonly join: string;
    readonly closed: string;
    readonly review: string;
  };
};

/** Coverage of the open work. */
export type CoverageWords = {
  /** {count} */
  readonly open: { readonly one: string; readonly other: string };
  readonly classes: Readonly<Record<'traced' | 'lights-on' | 'contradicting' | 'orphan', string>>;
  readonly byDecision: string;
  readonly noData: string;
  /** A line of the alternative text: {name} {count} {share}. */
  readonly alt: string;
};

/** What a milestone stands for. */
export type MilestoneKind = 'promise' | 'readiness' | 'preparation';

/** The words of all four figures. */
export type FigureWords = {
  readonly severity: SeverityWords;
  readonly heat: HeatWords;
  readonly chain: ChainWords;
  readonly calendar: CalendarWords;
};

/** Puts values into the braces of a text; a brace without a value stays, so that it is seen. */
export function fillWords(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/gu, (brace, name: string) => values[name] ?? brace);
}
