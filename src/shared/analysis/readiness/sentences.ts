/** The sentences of the checks, in the language of the interface. `{name}` takes a parameter of the finding. */
import type { CheckCode } from './checks.ts';
import type { Params } from './finding.ts';

/** Language of these sentences, for days and numbers in them. */
export const sentenceLanguage = 'en-GB';

/** Sentences by code, or by code and variant where one code has several. */
export const sentences: Readonly<Record<string, string>> = {
  R01: 'No decision is in scope',
  R02: '{decision} has no priority',
  'R03/none': '{priority} has no owner',
  'R03/group': '{priority} is owned by a group, “{owner}”: name one person',
  'R03/several': '{priority} has more than one owner, “{owner}”: name one person',
  R04: '{priority} has no criterion',
  R05: '{criterion} of {priority} has no {fields}',
  R06: 'No constraint is confirmed, and no step of the chain has figures yet',
  'R06/candidate': 'No constraint is confirmed; the figures point to {step}',
  R07: '{pattern} is set to stand in the document and no evidence supports it',
  'R08/withdrawn': 'A quote in the document was withdrawn',
  'R08/background': 'A quote in the document is by {speaker}, who agreed to background only',
  'R08/not-asked': 'A quote in the document comes from an interview in which consent was not asked',
  'R08/name': 'A quote in the document tells the name of {speaker}, who may not be named with it',
  'R08/refused': 'A quote in the document was not released by {speaker}',
  'R08/only-one': 'A quote in the document is anonymous, and {speaker} is the only one of that function and level',
  'R09/few': 'The document has {count} pages where the tier asks for {from} to {to}; the stage to return to is {stage}',
  'R09/many': 'The document has {count} pages where the tier allows {from} to {to}',
  R10: '{decision} is in scope without a widening that is recorded with its date and reason',
  R11: '{priority} has no {fields}',
  'R11/order': '{priority} ends before it starts',
  'R12/person': '{owner} owns {priority} and has not given permission to be named',
  'R12/typed': '{owner} owns {priority} and is not in the list of people, so no permission to be named is on file',
  R20: '{priority} stops nothing and does not say why',
  R21: '{priority} changes no measure',
  R22: '{owner} owns {count} priorities: {priorities}',
  R23: 'The first step of {priority} is on {on}, later than 90 days after the planned issue',
  'R23/start': '{priority} starts on {on}, later than 90 days after the planned issue',
  R24: '{join} has no {fields}',
  'R25/dependency': '{priority} starts before {needs} ends',
  'R25/promise': '{promise} is promised for {on}, before {ready} on {latest}',
  R26: 'A criterion of {priority} counts {word}, which is activity',
  'R27/theme': '{name} is a theme and no choice: for whom, what, instead of what?',
  'R27/ground': '{decision} is argued without evidence: {fields}',
  R28: '{decision} has no {fields}',
  R29: 'The functions heard are {functions} of at least 3, the levels {levels} of at least 2',
  R30: 'An objection changed the map and is not linked to what it changed',
  R31: '{share}% of the open work is orphaned, where 30% is the limit',
  R32: '{priority} runs against a fixed limit: {limit}',
  R33: '{priority} adds process (“{word}”), off the constraint and without a reason',
  'R34/priority-decision': '{far} changed since {near} was linked to it',
  'R34/criterion-priority': '{far} changed since its criterion {near} was confirmed',
  'R34/decision-passage': 'The passage behind {near} changed since it was linked',
  'R34/paragraph-draft': 'The data behind a paragraph changed since it was edited by hand',
  'R34/gone': 'What {near} was linked to is gone',
  R35: 'An objection is unanswered',
  R36: 'The finding on {pattern} blames people (“{word}”): say what the arrangement does',
  'R37/many': 'The first 90 days hold {count} initiatives, more than seven',
  'R37/lead': 'Nobody leads {initiative}',
  R38: '“{word}” still stands as a placeholder in “{field}” of {name}',
  R39: 'The priorities of {decision} change no decision right, no allocation and no measure',
  R40: 'No customer was heard',
  R41: '{decision} was tried on fewer than 3 live cases ({count})',
  'R42/none': '“{indicator}” is rated {value} without a source',
  'R42/one': '“{indicator}” is rated {value} on one source',
  R44: '{decision} has no translator at the level {level}',
  'R45/fee': 'The agreed fee of {fee} lies outside the tier, {currency} {from} to {to}',
  'R45/weeks': 'The engagement lasts {days} days where the tier plans {from} to {to} weeks',
  'R45/overrun': 'The engagement ended on {end} without an issue',
  R46: '{function} was told of {decision} and made no choice because of it',
  'R47/none': '“{indicator}” is rated {value} and no priority builds the capability',
  'R47/late':
    '“{indicator}” is rated {value} and the priority that builds the capability starts after what depends on it',
  R48: 'No measure or reward follows what {step} completes',
  R49: '{owner} has {count} initiatives in progress at once',
  'R50/none': 'Priorities are written and no playback was held: {priorities}',
  'R50/early': 'Written before the first playback: {priorities}',
  R51: '{priority} is off the constraint and does not say why it runs now',
  'R52/not-asked': '{lead} was not asked to lead {initiative}',
  'R52/asked': '{lead} has not answered about leading {initiative}',
  'R52/accepted-if': '{lead} agrees to lead {initiative} on a condition that is still open',
  'R52/declined': '{lead} declined to lead {initiative}',
  R53: '{priority} names a gain without its source',
  R54: 'A Monday line of {decision} is missing: {fields}',
  'R55/not-asked': '{owner} was not asked to own {priority}',
  'R55/asked': '{owner} has not answered about owning {priority}',
  'R55/accepted-if': '{owner} accepts {priority} on a condition that is still open',
  'R55/declined': '{owner} declined to own {priority}',
  'R56/changed': 'A quote in the document changed after its speaker released it: “{quote}”',
  R56: 'A quote in the document was not released by its speaker before the issue: “{quote}”',
};

/** What a field is called in a sentence; other words stand as they are. */
const fieldWords: Readonly<Record<string, string>> = {
  metric: 'metric',
  baseline: 'baseline',
  target: 'target',
  dueOn: 'date',
  readIn: 'place of reading',
  startOn: 'start',
  endOn: 'end',
  on: 'date',
  fromFunction: 'first function',
  toFunction: 'second function',
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

/** The sentence of a finding. A sentence or parameter that is missing is a bug. */
export function composeSentence(code: CheckCode, variant: string | undefined, params: Params): string {
  const pattern = sentences[variant === undefined ? code : `${code}/${variant}`];
  if (pattern === undefined) throw new Error(`no sentence for ${code} ${variant ?? ''}`);
  return pattern.replaceAll(/\{(\w+)\}/gu, (_, key: string) => {
    const value = params[key];
    if (value === undefined) throw new Error(`the sentence of ${code} needs "${key}"`);
    if (typeof value === 'object')
      return inWords(
        value.map((one) => fieldWords[one] ?? one),
        pattern.includes('no {'),
      );
    return typeof value === 'number' ? numbers.format(value) : dayOrText(value);
  });
}

const numbers = new Intl.NumberFormat(sentenceLanguage, { maximumFractionDigits: 0 });
const days = new Intl.DateTimeFormat(sentenceLanguage, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function dayOrText(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? days.format(new Date(`${value}T00:00:00Z`)) : value;
}

/** "a, b and c", or "a, b or c" after a negation. */
function inWords(list: readonly string[], negated: boolean): string {
  const last = list.at(-1) ?? '';
  return list.length < 2 ? last : `${list.slice(0, -1).join(', ')} ${negated ? 'or' : 'and'} ${last}`;
}
