/** The constraint: the chain as a picture, why it is that step, what kind it is, and what comes next when it moves. */
import { assessWhatIf, type StepReading, type WhatIf } from '../../analysis/constraint.ts';
import { compare6 } from '../../lib/numbers.ts';
import { nameIn } from '../../method/kit.ts';
import { caption, figureBlock, paragraph } from '../builders.ts';
import type { Block } from '../blocks.ts';
import { chainFigure } from '../drawings.ts';
import type { Material } from '../material.ts';
import type { EmptyStage, Section } from '../section.ts';
import { clause, endSentence, join, lowerFirst, plain, upperFirst } from '../words/text.ts';
import { stepName, stepNamed, stepWithin } from './found.ts';
import { boldStart, labelOrTitle, sectionTitle, unitFor } from './parts.ts';

/** The constraint. */
export const constraint: Section = {
  id: 'constraint',
  compose: (material, { brand }) => {
    const { words } = material;
    const whatIf = whatIfMoved(material);
    const figure = chainFigure(material, brand, whatIf);
    const texts: readonly (readonly [key: string, start: string, rest: string])[] = [
      ['why', ...whySentences(material)],
      ['kind', ...kindSentences(material)],
      ['next', '', nextSentences(material, whatIf)],
    ];
    const blocks: Block[] = texts.flatMap(([key, start, rest]) => {
      if (start === '' && rest === '') return [];
      return [paragraph(`constraint.${key}`, 'body', start === '' ? rest : boldStart(start, rest))];
    });
    return {
      blocks: [
        sectionTitle('constraint', words),
        ...(figure === null
          ? []
          : [
              caption('constraint.caption', 'figure', words.say('caption.chain'), 'fig_chain'),
              figureBlock('constraint.chain', figure, 166, true),
            ]),
        ...blocks,
      ],
      empty: openStage(material),
      warnings: figure?.warnings ?? [],
    };
  },
};

/** What follows when the confirmed step moves as it was asked; null where that was not asked, or another step is the candidate. */
export function whatIfMoved({ constraint: reading }: Material): WhatIf | null {
  const { confirmed, candidate } = reading;
  const to = confirmed?.row.movesTo ?? null;
  if (to === null || confirmed?.reading.step.id !== candidate?.step.id) return null;
  return assessWhatIf(reading, to);
}

/** Sentence 7 of the style. */
function whySentences(material: Material): readonly [start: string, rest: string] {
  const { constraint: reading, words } = material;
  const { confirmed, candidate } = reading;
  if (confirmed === null) {
    return candidate === null
      ? ['', words.sentence('constraint.none')]
      : [
          '',
          join(
            below(material),
            words.sentence('constraint.points', { step: stepNamed(material, candidate.step) }),
            leftOut(material),
          ),
        ];
  }
  const { row, reading: step } = confirmed;
  const isBelow = step.utilisation !== null && compare6(step.utilisation, 100) < 0;
  const start = words.sentence(isBelow ? 'constraint.confirmed' : 'constraint.is', {
    step: upperFirst(stepName(step.step), words.locale),
  });
  const other = candidate !== null && candidate.step.id !== step.step.id;
  return [
    start,
    join(
      output(material, step),
      isBelow && below(material),
      endSentence(row.explanation),
      other && otherStep(material, row.reason),
      leftOut(material),
    ),
  ];
}

/** Sentence 8 of the style, and which priorities act on the constraint. */
function nextSentences(material: Material, whatIf: WhatIf | null): string {
  return join(whatIf !== null && whatNext(material, whatIf), acting(material), tight(material), history(material));
}

function whatNext(material: Material, whatIf: WhatIf): string {
  const { words } = material;
  const values = {
    to: words.rate(whatIf.capacity),
    unit: unitFor(material, 2),
    chain: words.rate(whatIf.chainThroughput),
    step: stepWithin(material, whatIf.candidate.step),
  };
  return words.sentence(whatIf.candidate.step.id === whatIf.step.step.id ? 'next.same' : 'next.other', values);
}

/** What it completed, against what is asked of it. */
function output(material: Material, { demand, capacity, utilisation, waiting, waitingWeeks }: StepReading): string {
  const { constraint: reading, words } = material;
  const quarter = reading.output?.lastQuarter ?? null;
  const asked = demand !== null && utilisation !== null;
  const values = {
    demand: words.rate(demand ?? 0),
    capacity: words.rate(capacity ?? 0),
    utilisation: words.percent(utilisation ?? 0),
    unit: unitFor(material, 2),
  };
  const weeks = Math.max(1, Math.round(quarter?.weeks ?? 0));
  const done = Math.round(quarter?.completed ?? 0);
  const completed = quarter !== null && {
    ...values,
    done,
    doneUnit: unitFor(material, done),
    weeks,
    pace: words.rate(quarter.perWeek),
  };
  return join(
    completed !== false &&
      words.sentence(asked ? 'constraint.completed' : 'constraint.completed-only', completed, weeks),
    completed === false && asked && words.sentence('constraint.asked', values),
    completed === false && words.sentence('constraint.uncounted'),
    waiting !== null &&
      waiting > 0 &&
      waitingWeeks !== null &&
      words.sentence(
        'constraint.waiting',
        { waiting, unit: unitFor(material, waiting), weeks: words.rate(waitingWeeks) },
        waiting,
      ),
    reading.supply === 'starves' && words.sentence('constraint.starves'),
    reading.supply === 'oversupplied' && words.sentence('constraint.oversupplied'),
    reading.lostHour !== null &&
      words.sentence('constraint.hour', { cost: words.money(reading.lostHour.amount, reading.lostHour.currency) }),
  );
}

/** Below a full load nothing is asked for more than it can do: the tightest step is named. */
function below({ constraint: reading, words }: Material): string {
  const { candidate } = reading;
  if (candidate === null || compare6(candidate.utilisation, 100) >= 0) return '';
  return words.sentence('constraint.below', {
    step: plain(candidate.step.name),
    utilisation: words.percent(candidate.utilisation),
  });
}

function otherStep(material: Material, reason: string): string {
  const { constraint: reading, words } = material;
  const { candidate, reopened } = reading;
  if (candidate === null) return '';
  return join(
    words.sentence('constraint.other', { step: stepWithin(material, candidate.step) }),
    endSentence(reason),
    reopened && words.sentence('constraint.reopened'),
  );
}

function leftOut({ constraint: reading, words }: Material): string {
  const steps = reading.leftOut.map(({ step }) => plain(step.name));
  return steps.length === 0 || reading.candidate === null
    ? ''
    : words.sentence('constraint.left-out', { steps: words.list(steps) }, steps.length);
}

/** What kind of constraint it is, what follows from that, and how people get round it. */
function kindSentences({ constraint: reading, kit, words }: Material): readonly [start: string, rest: string] {
  const { confirmed } = reading;
  if (confirmed === null) return ['', ''];
  const { row, reading: step } = confirmed;
  const workaround = endSentence(step.step.workaround);
  const kind = row.kind === null ? '' : lowerFirst(nameIn(kit.content.limit_kinds, row.kind), words.locale);
  const rest = join(
    row.nature !== null &&
      words.sentence('constraint.remedy', {
        remedy: lowerFirst(clause(kit.content.constraint_remedies[row.nature]), words.locale),
      }),
    row.nature === 'temporary' &&
      row.remedyUntil !== null &&
      words.sentence('constraint.until', { day: words.day(row.remedyUntil) }),
    workaround !== '' && words.sentence('constraint.workaround', { workaround: lowerFirst(workaround, words.locale) }),
  );
  if (row.nature === null) return ['', rest];
  const nature = words.say(`constraint.nature.${row.nature}`);
  const note = clause(row.natureNote);
  const start = words.sentence(kind === '' ? 'constraint.kind.none' : 'constraint.kind', { nature, kind });
  return note === '' ? [`${start}.`, rest] : [`${start}:`, join(`${lowerFirst(note, words.locale)}.`, rest)];
}

/** Which priorities act on it; those that are off it say so in the translation. */
function acting({ priorities, constraint: reading, words }: Material): string {
  if (reading.confirmed === null) return '';
  const parts = (['exploits', 'elevates', 'feeds', 'draws'] as const).flatMap((relation) => {
    const own = priorities.filter((row) => row.relation === relation).map(labelOrTitle);
    return own.length === 0 ? [] : [words.say(`acts.${relation}`, { priorities: words.list(own) }, own.length)];
  });
  return parts.length === 0 ? '' : upperFirst(`${parts.join('; ')}.`, words.locale);
}

function tight({ constraint: reading, words }: Material): string {
  const names = reading.steps.filter(({ step }) => reading.tight.includes(step.id)).map(({ step }) => plain(step.name));
  if (reading.confirmed === null || names.length === 0) return '';
  return words.sentence('constraint.tight', { steps: words.list(names), from: words.percent(85) }, names.length);
}

function history({ constraint: reading, data, words }: Material): string {
  const ended = reading.history.findLast((row) => row.endedOn !== null && row.id !== reading.confirmed?.row.id);
  const step = data.step.find((row) => row.id === ended?.step);
  const until = ended?.endedOn ?? null;
  if (until === null || step === undefined || reading.confirmed === null) return '';
  return words.sentence('constraint.before', {
    step: lowerFirst(plain(step.subject) || plain(step.name), words.locale),
    day: words.day(until),
  });
}

function openStage(material: Material): EmptyStage[] {
  const { constraint: reading } = material;
  if (reading.confirmed !== null) return [];
  const [, sentence] = whySentences(material);
  return [{ stage: 'constraint', sentence }];
}
