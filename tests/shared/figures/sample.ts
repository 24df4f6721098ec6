/** The figures of the document's visual target: data, words and formats as a caller hands them in. */
import type { CalendarData, CalendarFormat } from '../../../src/shared/figures/calendar-data.ts';
import type { ChainData, ChainStep } from '../../../src/shared/figures/chain-data.ts';
import type { HeatData } from '../../../src/shared/figures/heat-figure.ts';
import { documentPalette } from '../../../src/shared/figures/palette.ts';
import type { SeverityData } from '../../../src/shared/figures/severity-figure.ts';
import type { FigureWords } from '../../../src/shared/figures/words.ts';

/** The brand of the target. */
export const palette = documentPalette({ primary: '12495A', accent: 'B5472F' });

/** English, as the kit would have it. */
export const words: FigureWords = {
  severity: {
    severity: 'Severity, 0 to 100',
    confidence: 'Confidence',
    contested: 'contested',
    bands: { minor: 'minor', moderate: 'moderate', severe: 'severe', critical: 'critical' },
    levels: ['no evidence', 'low', 'medium', 'high'],
    alt: {
      intro: 'Severity of {count} patterns, 0 to 100.',
      row: '{name}: {severity}, {band}; confidence {level}.',
      contested: '{name}: {severity}, {band}; confidence {level}, contested.',
    },
  },
  heat: {
    noData: 'no data',
    widest: 'widest gap',
    people: 'n {n}',
    alt: {
      intro: 'Scores of {columns} elements in {rows} functions, 0 to 100.',
      row: '{name}: {cells}.',
      cell: '{column} {value} (n {n})',
      noData: '{column} no data',
      widest: 'Widest gap: {name}, {column}, {value}.',
    },
  },
  chain: {
    constraint: 'THE CONSTRAINT',
    next: 'next, once it moves',
    load: '{demand} of {capacity}',
    waiting: '{count} waiting',
    noneWaiting: 'none waiting',
    weeks: '{weeks} wk',
    noData: 'no data',
    alt: {
      intro: 'Chain of {count} steps, in {unit} a week.',
      step: '{name}: {demand} asked of {capacity}, {share}.',
      waiting: '{count} waiting, {weeks} weeks.',
      waitingOnly: '{count} waiting.',
      noneWaiting: 'None waiting.',
      noData: '{name}: no data.',
      constraint: 'The constraint is {name}.',
      next: 'Next, once it moves: {name}.',
    },
  },
  calendar: {
    monday: 'Monday',
    week: 'week',
    milestone: 'milestone',
    join: 'join',
    closed: 'closed',
    kinds: { promise: 'promise', readiness: 'readiness', preparation: 'preparation' },
    alt: {
      intro: 'Thirteen weeks from {date}.',
      bar: '{letter}, {name}: {from} to {to}.',
      noBar: '{letter}, {name}: no dates.',
      constraint: 'It serves the constraint.',
      milestone: '{letter}, {kind}: {label}, {date}.',
      join: '{first} and {second} join: {label}, {date}.',
      closed: 'Closed in the week of {date}.',
      review: '{label}: {date}.',
    },
  },
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** English numbers and dates. */
export const format: CalendarFormat = {
  number: (value, decimals) => value.toFixed(decimals),
  percent: (value) => `${value.toFixed(0)}%`,
  date: (date) => `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`,
  month: (date, withYear) => `${months[Number(date.slice(5, 7)) - 1]}${withYear ? ` ${date.slice(0, 4)}` : ''}`,
};

/** Figure 1 of the target. */
export const severity: SeverityData = {
  rows: [
    { name: 'Measures pull apart', severity: 83, band: 'critical', confidence: 3, contested: false },
    { name: 'No translation layer', severity: 67, band: 'severe', confidence: 3, contested: false },
    { name: 'Functions out of step', severity: 58, band: 'severe', confidence: 3, contested: false },
    { name: 'The constraint is not named', severity: 58, band: 'severe', confidence: 2, contested: false },
    { name: 'Nothing was stopped', severity: 50, band: 'severe', confidence: 2, contested: false },
  ],
};

const heatRow = (name: string, n: number, values: readonly number[]) => ({
  name,
  n,
  cells: values.map((value) => ({ value, n })),
});

/** Figure 2 of the target. */
export const heat: HeatData = {
  columns: ['Clarity', 'Capability', 'Engagement'],
  rows: [
    heatRow('Leadership', 3, [82, 61, 74]),
    heatRow('Finance', 2, [63, 38, 50]),
    heatRow('Product', 3, [58, 42, 55]),
    heatRow('Customer success', 2, [54, 33, 63]),
    heatRow('Sales', 3, [49, 25, 46]),
    heatRow('Service', 3, [38, 29, 42]),
  ],
  widest: { row: 4, column: 1 },
};

/** A step with its utilisation and waiting weeks computed. */
export function chainStep(name: string, demand: number, capacity: number, waiting: number): ChainStep {
  return { name, demand, capacity, waiting, utilisation: (demand / capacity) * 100, waitingWeeks: waiting / capacity };
}

/** Figure 3 of the target. */
export const chain: ChainData = {
  steps: [
    chainStep('Qualify', 4, 5, 3),
    chainStep('Scope the outcome', 3, 3.5, 4),
    chainStep('Contract', 2.6, 4, 2),
    chainStep('Onboard data', 2.6, 1.5, 14),
    chainStep('Prove value', 2.6, 2.5, 1),
    chainStep('Run the service', 2.5, 6, 0),
  ],
  unit: 'customers',
  constraint: 3,
  next: 4,
};

/** Figure 4 of the target. */
export const calendar: CalendarData = {
  start: '2026-11-30',
  initiatives: [
    bar('A', 'Availability offer to 12 open cases', '2026-11-30', '2027-01-31'),
    bar('B', 'Baseline annex B in every contract', '2026-11-30', '2027-02-21'),
    { ...bar('C', 'Data template and three imports', '2026-11-30', '2027-02-28'), constraint: true },
    bar('D', 'Four engineers trained to onboard', '2027-01-04', '2027-02-28'),
    bar('E', 'Backlog re-baselined twice', '2026-11-30', '2027-02-14'),
  ],
  milestones: [
    { row: 0, date: '2027-01-07', kind: 'promise', label: 'four offers signed' },
    { row: 1, date: '2027-01-14', kind: 'readiness', label: 'annex B in use' },
    { row: 2, date: '2026-12-17', kind: 'readiness', label: 'template agreed' },
    { row: 2, date: '2027-02-04', kind: 'readiness', label: 'three imports run' },
    { row: 3, date: '2027-02-18', kind: 'preparation', label: 'four people trained' },
    { row: 4, date: '2026-12-17', kind: 'preparation', label: 'first baseline' },
    { row: 4, date: '2027-02-04', kind: 'preparation', label: 'second baseline' },
  ],
  joins: [
    { rowA: 0, rowB: 1, date: '2026-12-10', label: 'baseline in the offer' },
    { rowA: 2, rowB: 3, date: '2027-01-14', label: 'imports taught' },
    { rowA: 3, rowB: 4, date: '2027-02-04', label: 'capacity freed' },
  ],
  closedWeeks: ['2026-12-21', '2026-12-28'],
  reviews: [
    { date: '2027-01-17', label: 'Review 1' },
    { date: '2027-02-28', label: 'Review 2' },
  ],
};

function bar(letter: string, name: string, from: string, to: string) {
  return { letter, name, from, to, constraint: false };
}
