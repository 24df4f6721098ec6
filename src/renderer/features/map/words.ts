/** Short words of the map: how a relation stands in a cell, and what a check says where there is room for four words. */
import type { ReadinessFinding } from '../../../shared/analysis/readiness/finding.ts';
import type { OpenPoint } from '../../../shared/analysis/map/executability.ts';
import type { MapColumn } from '../../../shared/analysis/map/paste-columns.ts';
import type { Priority } from '../../../shared/model/index.ts';

/** Headings of the table. */
export const columnHeads: Readonly<Record<MapColumn, string>> = {
  priority: 'Priority',
  owner: 'Owner',
  criterion: 'Success criterion, read where',
  figures: 'From, to',
  due: 'By',
  runs: 'Runs',
  relation: 'Constraint',
  stops: 'Stops',
  measure: 'Measure',
};

/** A relation to the constraint as one word. */
export const relationWords: Readonly<Record<NonNullable<Priority['relation']>, string>> = {
  exploits: 'exploits',
  feeds: 'feeds',
  elevates: 'elevates',
  draws: 'draws on',
  off: 'off',
};

/** What an initiative still owes, in the middle of a sentence. */
export const openWords: Readonly<Record<OpenPoint, string>> = {
  words: 'what it is',
  priority: 'the priority that it serves',
  lead: 'one person who leads it',
  answer: "the lead's agreement",
  measure: 'a measure at day 90',
  dates: 'start and end',
  milestone: 'a dated milestone',
  join: 'day and both functions of a join',
};

const fieldWords: Readonly<Record<string, string>> = {
  metric: 'metric',
  baseline: 'baseline',
  target: 'target',
  dueOn: 'date',
  readIn: 'place of reading',
  startOn: 'start',
  endOn: 'end',
  firstMove: 'first move',
  proofPoint: 'proof point',
  winningMetric: 'winning metric',
  givesWay: 'trade-off',
  groundMarket: 'market opening',
  groundNeed: 'customer need',
  groundRight: 'right to win',
  mondaySales: 'sales',
  mondayMarketing: 'marketing',
  mondayProduct: 'product',
};

/** What a finding says in its own cell; the whole sentence where there are no shorter words. */
export function cellWords({ code, sentence, params }: ReadinessFinding): string {
  const say = short[code];
  return say?.(params, sentence) ?? sentence;
}

type Params = ReadinessFinding['params'];
type Say = (params: Params, sentence: string) => string | undefined;

const short: Readonly<Record<string, Say>> = {
  R02: () => 'No priority yet',
  R03: ({ owner }, sentence) => {
    if (owner === '') return 'No owner';
    return sentence.includes('a group') ? 'One person, not a group' : 'One owner, not two';
  },
  R04: () => 'No criterion',
  R05: (params) => `No ${listed(params)}`,
  R11: (params) => ('fields' in params ? `No ${listed(params)}` : 'Ends before it starts'),
  R12: () => 'May not be named',
  R20: () => 'Stops nothing, without a reason',
  R21: () => 'None changes',
  R22: ({ count }) => `Owns ${String(count)} priorities`,
  R23: () => 'More than 90 days after the issue',
  R25: ({ needs }) => `before ${String(needs)}`,
  R26: ({ word }) => `Counts activity (${String(word)}). What changes by it?`,
  R27: (params) => ('fields' in params ? `Argued without evidence: ${listed(params)}` : 'A theme and no choice'),
  R28: (params) => `No ${listed(params)}`,
  R32: () => 'Against a fixed limit',
  R33: ({ word }) => `Adds process (${String(word)}) without a reason`,
  R39: () => 'Changes no right, allocation or measure',
  R41: ({ count }) => `${String(count)} live cases of 3`,
  R44: ({ level }) => `No translator: ${String(level)}`,
  R50: () => 'Written before the first playback',
  R51: () => 'Why now?',
  R53: () => 'A gain without its source',
  R54: (params) => `No Monday line: ${listed(params)}`,
  R55: (_, sentence) => {
    if (sentence.includes('declined')) return 'Declined';
    if (sentence.includes('condition')) return 'Accepts on a condition';
    return sentence.includes('not asked') ? 'Not asked yet' : 'Has not answered';
  },
};

function listed({ fields }: Params): string {
  const names = Array.isArray(fields) ? (fields as readonly string[]) : [];
  return names.map((name) => fieldWords[name] ?? name).join(', ');
}
