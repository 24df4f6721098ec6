/** The pulse statements as scores: by function and level, by element, and the gaps between them. */
import type { ElementId } from '../method/kit-schema.ts';
import type { PulseAnswer } from '../model/index.ts';
import { atLeast, compare6, mean } from '../lib/numbers.ts';
import { type ElementReading, readElements } from './elements.ts';
import type { AnalysisInput } from './input.ts';
import { type Latest, latestOfEach } from './latest.ts';
import { assessPeople, type Person } from './people.ts';
import { type Group, groupFunctions, groupLevels, isIn, isNamed, type View } from './small-groups.ts';

/** The answers of some people to the statements of one element, pooled. */
export type PulseCell = {
  readonly element: ElementId;
  /** 0 (disagrees) to 100 (agrees); null without answers. */
  readonly value: number | null;
  /** People behind the answers. */
  readonly n: number;
  /** Rows of the answers. */
  readonly answers: readonly string[];
};

/** One function or level, with a cell for each element in kit order. */
export type PulseRow = {
  readonly group: Group;
  readonly people: readonly string[];
  readonly cells: readonly PulseCell[];
};

/** What the top says of an element against what the front line says. */
export type PerceptionGap = {
  readonly element: ElementId;
  /** Points from the front line up to the top; null unless both sides have a person and no merged level holds both. */
  readonly gap: number | null;
  /** 25 points or more. */
  readonly wide: boolean;
  readonly top: PulseCell;
  readonly frontLine: PulseCell;
  /** The rows that were compared: outside, merged levels stand for the level that they hold. */
  readonly topGroups: readonly Group[];
  readonly frontLineGroups: readonly Group[];
};

/** The lowest cell of a function that two people or more stand behind. */
export type WidestGap = { readonly group: Group; readonly cell: PulseCell; readonly value: number };

/** Everything that the pulse statements say. */
export type Pulse = {
  readonly byFunction: readonly PulseRow[];
  readonly byLevel: readonly PulseRow[];
  /** The pool over everyone, one cell for each element in kit order. */
  readonly elements: readonly PulseCell[];
  readonly reading: ElementReading | null;
  readonly widestGap: WidestGap | null;
  readonly perceptionGaps: readonly PerceptionGap[];
};

/** Reads the latest answers of everybody who counts. */
export function assessPulse({ data, kit }: AnalysisInput, view: View = 'inside'): Pulse {
  const elementOf = new Map(kit.content.pulse.map((statement) => [statement.id, statement.element]));
  const answers = latestOfEach(data.pulseAnswer, (row) => row.statement, data, assessPeople(data)).flatMap((answer) => {
    const element = elementOf.get(answer.row.statement);
    const { value } = answer.row;
    return element === undefined || value === null ? [] : [{ ...answer, element, score: ((value - 1) / 4) * 100 }];
  });
  const order = kit.content.elements.map((element) => element.id);
  const cellsOf = (among: readonly Scored[]): PulseCell[] => order.map((element) => pool(among, element));
  const people = order.map((element) => [
    ...new Set(answers.filter((answer) => answer.element === element).map((answer) => answer.person)),
  ]);
  const rowsOf = (groups: readonly Group[], keyOf: (person: Person) => string | null): PulseRow[] =>
    groups.map((group) => {
      const own = answers.filter((answer) => isIn(group, keyOf(answer.person)));
      return { group, people: peopleOf(own), cells: cellsOf(own) };
    });
  const levels = groupLevels(people, kit, view);
  const byFunction = rowsOf(groupFunctions(people, kit, view), (person) => person.function);
  const elements = cellsOf(answers);
  const scoreOf = (id: ElementId): number | null => elements.find((cell) => cell.element === id)?.value ?? null;
  return {
    byFunction,
    byLevel: rowsOf(levels, (person) => person.level),
    elements,
    reading: readElements({
      clarity: scoreOf('clarity'),
      capability: scoreOf('capability'),
      engagement: scoreOf('engagement'),
    }),
    widestGap: widestOf(byFunction),
    perceptionGaps: order.map((element) => perceptionGap(element, answers, levels)),
  };
}

type Scored = Latest<PulseAnswer> & { readonly element: ElementId; readonly score: number };

const wideFrom = 25;
const top = ['board', 'executive'];
const frontLine = 'front-line';

function pool(answers: readonly Scored[], element: ElementId): PulseCell {
  const own = answers.filter((answer) => answer.element === element);
  return {
    element,
    value: mean(own.map((answer) => answer.score)),
    n: peopleOf(own).length,
    answers: own.map((answer) => answer.row.id),
  };
}

function peopleOf(answers: readonly Scored[]): string[] {
  return [...new Set(answers.map((answer) => answer.person.id))].toSorted();
}

/** Rows and cells come in kit order, so that the first of equals is the one that the kit names first. */
function widestOf(rows: readonly PulseRow[]): WidestGap | null {
  let widest: WidestGap | null = null;
  for (const { group, cells } of rows) {
    if (!isNamed(group)) continue;
    for (const cell of cells) {
      if (cell.value === null || cell.n < 2) continue;
      const order = widest === null ? -1 : compare6(cell.value, widest.value) || widest.cell.n - cell.n;
      if (order < 0) widest = { group, cell, value: cell.value };
    }
  }
  return widest;
}

function perceptionGap(element: ElementId, answers: readonly Scored[], levels: readonly Group[]): PerceptionGap {
  const topGroups = levels.filter((group) => top.some((level) => isIn(group, level)));
  const frontLineGroups = levels.filter((group) => isIn(group, frontLine));
  const side = (groups: readonly Group[]): PulseCell =>
    pool(
      answers.filter((answer) => groups.some((group) => isIn(group, answer.person.level))),
      element,
    );
  const [above, below] = [side(topGroups), side(frontLineGroups)];
  const apart = !topGroups.some((group) => frontLineGroups.includes(group));
  const gap = apart && above.value !== null && below.value !== null ? above.value - below.value : null;
  return {
    element,
    gap,
    wide: gap !== null && atLeast(gap, wideFrom),
    top: above,
    frontLine: below,
    topGroups,
    frontLineGroups,
  };
}
