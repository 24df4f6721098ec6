/** What we found: the answer first, in three short paragraphs, and the three figures behind it. */
import { compare6 } from '../../lib/numbers.ts';
import { line, paragraph } from '../builders.ts';
import type { KeyFigures } from '../blocks.ts';
import { isTooFew, type Material } from '../material.ts';
import type { EmptyStage, Section } from '../section.ts';
import { clause, endSentence, join, lowerFirst, upperFirst } from '../words/text.ts';
import { changeSentence } from './found-change.ts';
import { gapSentence, recommendation } from './found-routing.ts';
import { leadRuns, sectionTitle, unitFor } from './parts.ts';

/** What we found. */
export const found: Section = {
  id: 'found',
  compose: (material) => {
    const { words } = material;
    const constraint = constraintLead(material);
    return {
      blocks: [
        sectionTitle('found', words),
        paragraph('found.reach', 'lead', leadRuns(reachLead(material))),
        ...(constraint === '' ? [] : [paragraph('found.constraint', 'lead', leadRuns(constraint))]),
        paragraph('found.change', 'lead', leadRuns(changeLead(material))),
        keyFigures(material),
      ],
      empty: openStages(material),
    };
  },
};

/** Whether the work follows: what was decided, the share that traces, what pulls against it, and whether both sides name each other. */
function reachLead(material: Material): string {
  return join(decided(material), reachSentence(material), measuredAgainst(material), mentionSentence(material));
}

/** Sentence 1 of the style: how far the decision reaches the work. */
function reachSentence({ coverage, data, words }: Material): string {
  const { share } = coverage.classes.traced;
  if (share === null) return words.sentence(data.backlogItem.length === 0 ? 'reach.none' : 'reach.no-open');
  const reach = compare6(share, 70) >= 0 ? 'whole' : compare6(share, 40) >= 0 ? 'part' : 'not';
  return words.sentence(`reach.${reach}`, { share: words.percent(share) });
}

/** Whether strategy and list of work mention each other, as n of m; nothing where one side was not read. */
function mentionSentence({ coverage, words }: Material): string {
  const { decisions, initiatives, initiativesAre } = coverage.mentions;
  const one = (key: string, { n, of }: { n: number; of: number }): string =>
    words.sentence(n === 0 ? `${key}.none` : key, { n, of: words.number(of), few: words.count(of) }, of);
  return join(
    decisions !== null && one('mentions.decisions', decisions),
    initiatives !== null && one(`mentions.${initiativesAre}`, initiatives),
  );
}

function decided({ engagement, inScope, words }: Material): string {
  const answer = endSentence(engagement.answerFirst);
  if (answer !== '') return answer;
  if (inScope === null) return words.sentence('found.no-decision');
  const decision = clause(inScope.title) || clause(inScope.statement);
  return words.sentence('found.decided', { decision: lowerFirst(decision, words.locale) });
}

function measuredAgainst({ conflicts, inScope, words }: Material): string {
  const against = conflicts.find((one) => one.decision === inScope?.id)?.totals.measured.against ?? 0;
  return against === 0 ? '' : words.sentence('found.measured-against', { count: words.count(against) }, against);
}

/** The constraint as it is confirmed, or as the figures point to it; nothing while the chain has no figures. */
function constraintLead(material: Material): string {
  const { constraint, words } = material;
  const { confirmed, candidate, output } = constraint;
  if (confirmed === null) {
    return candidate === null ? '' : words.sentence('constraint.points', { step: stepNamed(material, candidate.step) });
  }
  const { step, demand, capacity, waiting } = confirmed.reading;
  const pace = output?.lastQuarter?.perWeek ?? null;
  const [load, loadAndWaiting] =
    pace === null
      ? (['found.can-do', 'found.can-do.waiting'] as const)
      : (['found.completes', 'found.completes.waiting'] as const);
  const figure = pace ?? capacity;
  const isLoaded = demand !== null && figure !== null;
  const values = {
    pace: words.rate(pace ?? 0),
    capacity: words.rate(capacity ?? 0),
    demand: words.rate(demand ?? 0),
    unit: unitFor(material, 2),
    waiting: waiting ?? 0,
    waitingUnit: unitFor(material, waiting ?? 0),
  };
  const isWaiting = waiting !== null && waiting > 0;
  return join(
    words.sentence('found.constraint', { step: stepWithin(material, step) }),
    isLoaded && (isWaiting ? words.sentence(loadAndWaiting, values, waiting) : words.sentence(load, values)),
    !isLoaded && isWaiting && words.sentence('found.waiting', { ...values, unit: values.waitingUnit }, waiting),
  );
}

/** A step in the middle of a sentence. */
export function stepWithin({ words }: Material, step: StepNames): string {
  return lowerFirst(stepName(step), words.locale);
}

/** A step where it is named as such: as it was typed, but for an article, which is small inside a sentence. */
export function stepNamed({ words }: Material, step: StepNames): string {
  const name = stepName(step);
  const first = (name.split(' ')[0] ?? '').toLowerCase();
  return words.isArticle(first) ? lowerFirst(name, words.locale) : name;
}

/** A step as it is called in a sentence, written as it was typed. */
export function stepName(step: StepNames): string {
  return clause(step.subject) || clause(step.name);
}

type StepNames = { readonly name: string; readonly subject: string };

function changeLead(material: Material): string {
  return join(changeSentence(material), recommendation(material), gapSentence(material));
}

function keyFigures(material: Material): KeyFigures {
  const figures = { reach: reachFigure(material), recall: recallFigure(material), gap: gapFigure(material) };
  return {
    kind: 'key-figures',
    key: 'found.figures',
    items: Object.entries(figures).map(([name, { value, label, note }]) => {
      const key = `found.figures.${name}`;
      return {
        key,
        value: value ?? material.words.say('no-figure'),
        label: line(`${key}.label`, label),
        note: line(`${key}.note`, note),
      };
    }),
  };
}

type Figure = { readonly value: string | null; readonly label: string; readonly note: string };

function reachFigure({ coverage, data, words }: Material): Figure {
  const { traced, orphan } = coverage.classes;
  const label = words.say('key.reach');
  if (traced.share === null || orphan.share === null) {
    return {
      value: null,
      label,
      note: words.sentence(data.backlogItem.length === 0 ? 'key.reach.none' : 'key.reach.no-open'),
    };
  }
  const values = { count: traced.count, open: coverage.open, orphan: words.percent(orphan.share) };
  const note = join(
    words.sentence(`key.reach.${coverage.weighting}`, values, coverage.open),
    words.sentence('key.reach.orphan', values),
  );
  return { value: words.percent(traced.share), label, note };
}

/** Sentence 5 of the style. */
function recallFigure(material: Material): Figure {
  const { playback, data, inScope, names, words } = material;
  const label = words.say('key.recall');
  const recall = playback.decisions.find((one) => one.decision.id === inScope?.id);
  if (recall === undefined || recall.recall === null)
    return { value: null, label, note: words.sentence('recall.none') };
  const { n, counts } = recall;
  const asked = data.playbackMark.filter((row) => recall.marks.includes(row.id)).map((row) => row.person);
  if (isTooFew(material, asked)) return { value: null, label, note: words.sentence('recall.withheld') };
  const mark = (['named', 'partly', 'missed', 'contradicted'] as const).find((one) => counts[one] > 0) ?? 'missed';
  const told = n === 1 ? words.sentence(`recall.one.${mark}`) : words.sentence('recall.asked', { n }, n);
  const levels = recall.byLevel.filter((row) => row.recall !== null && row.group.members[0] !== null);
  const ends = (levels.length < 2 ? [] : [...levels.slice(0, 1), ...levels.slice(-1)]).map(
    ({ group, recall: share }, at) => {
      const level = names.levelGroup(group);
      return `${at === 0 ? upperFirst(level, words.locale) : level} ${words.percent(share ?? 0)}`;
    },
  );
  const guess =
    recall.sponsorGuess === null ? '' : words.sentence('recall.guess', { guess: words.percent(recall.sponsorGuess) });
  return {
    value: words.percent(recall.recall),
    label,
    note: join(told, ends.length > 0 && `${ends.join(', ')}.`, guess),
  };
}

/** Sentence 6 of the style. */
function gapFigure(material: Material): Figure {
  const { pulse, names, words } = material;
  const widest = pulse.widestGap;
  const answered = pulse.byFunction.flatMap((row) => row.people);
  if (isTooFew(material, answered))
    return { value: null, label: words.say('key.gap.none'), note: words.sentence('gap.withheld') };
  if (widest === null) return { value: null, label: words.say('key.gap.none'), note: words.sentence('gap.none') };
  const { group, cell, value } = widest;
  const element = lowerFirst(words.say(`element.${cell.element}`), words.locale);
  const top = pulse.perceptionGaps.find((one) => one.element === cell.element)?.top.value ?? null;
  const others = pulse.byFunction.some((row) => row.group !== group && row.cells.some((one) => one.n >= 2));
  return {
    value: words.number(value, 0),
    label: words.say('key.gap', { function: names.functionGroup(group), element }),
    note: join(
      words.sentence('key.gap.note', { n: cell.n }, cell.n),
      !others && words.sentence('key.gap.only'),
      others && top !== null && words.sentence('key.gap.top', { value: words.number(top, 0) }),
    ),
  };
}

function openStages(material: Material): EmptyStage[] {
  const { data, coverage, playback, routing, words } = material;
  const none = (sentence: string, stage: EmptyStage['stage'], isOpen: boolean): EmptyStage[] =>
    isOpen ? [{ stage, sentence }] : [];
  const isAsked = playback.decisions.some((one) => one.n > 0);
  return [
    ...none(words.sentence('reach.none'), 'sources', coverage.open === 0 && data.backlogItem.length === 0),
    ...none(words.sentence('sources.no-strategy'), 'sources', !data.source.some((row) => row.kind === 'strategy')),
    ...none(words.sentence('recall.none'), 'interviews', !isAsked),
    ...none(recommendation(material), 'patterns', routing.final === null),
  ];
}
