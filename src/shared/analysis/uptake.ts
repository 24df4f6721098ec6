/** What became of a decision where it arrived: the success that each level names, the choice that each function made. */
import type { ChoiceMade, Decision, NamedSuccess } from '../model/index.ts';
import type { AnalysisInput } from './input.ts';
import { latestOfEach } from './latest.ts';
import { byPosition, byRowId } from './order.ts';
import { assessPeople, mayQuote, type People } from './people.ts';

/** Something told about a decision. `quotable` tells whether its words may leave the machine; nobody named may. */
export type Told<T> = { readonly row: T; readonly quotable: boolean };

/** The success of a decision at one level. `none`: people were asked and named no success, so translation was left out there. */
export type LevelUptake = {
  readonly level: string;
  readonly state: 'named' | 'none' | 'not-asked';
  readonly successes: readonly Told<NamedSuccess>[];
};

/** The choices of one function; without one it is informed only. */
export type FunctionUptake = {
  readonly function: string;
  readonly informedOnly: boolean;
  readonly choices: readonly Told<ChoiceMade>[];
};

/** One decision with what became of it, in kit order of levels and functions. */
export type DecisionUptake = {
  readonly decision: Decision;
  /** Levels of which somebody was asked to retell it or named a success. */
  readonly levels: readonly LevelUptake[];
  /** Functions of which somebody was asked to retell it or that made a choice. */
  readonly functions: readonly FunctionUptake[];
};

/** Reads successes and choices of every decision; what people told who withdrew is left out. */
export function assessUptake({ data, kit }: AnalysisInput): readonly DecisionUptake[] {
  const people = assessPeople(data);
  const asked = data.playbackMark.filter((row) => row.mark !== null);
  const marks = latestOfEach(asked, (row) => row.decision, data, people);
  const successes = toldBy(data.namedSuccess, people);
  const choices = toldBy(data.choiceMade, people).filter((one) => isSaid(one.row));
  return data.decision.toSorted(byPosition).map((decision) => {
    const listeners = marks.filter((mark) => mark.row.decision === decision.id).map((mark) => mark.person);
    const ownSuccesses = successes.filter((one) => one.row.decision === decision.id);
    const ownChoices = choices.filter((one) => one.row.decision === decision.id);
    const levels = new Set([...listeners.map((person) => person.level), ...ownSuccesses.map((one) => one.row.level)]);
    const functions = new Set([
      ...listeners.map((person) => person.function),
      ...ownChoices.map((one) => one.row.function),
    ]);
    return {
      decision,
      levels: inOrder(kit.ids.levels, levels).map((level) =>
        levelUptake(
          level,
          ownSuccesses.filter((one) => one.row.level === level),
        ),
      ),
      functions: inOrder(kit.ids.functions, functions).map((id) => {
        const own = ownChoices.filter((one) => one.row.function === id);
        return { function: id, informedOnly: own.length === 0, choices: own };
      }),
    };
  });
}

function levelUptake(level: string, told: readonly Told<NamedSuccess>[]): LevelUptake {
  const successes = told.filter((one) => isSaid(one.row));
  if (successes.length > 0) return { level, state: 'named', successes };
  return { level, state: told.length > 0 ? 'none' : 'not-asked', successes };
}

function toldBy<T extends { readonly id: string; readonly toldBy: string | null }>(
  rows: readonly T[],
  people: People,
): Told<T>[] {
  return rows.toSorted(byRowId).flatMap((row) => {
    const person = row.toldBy === null ? undefined : people.byId.get(row.toldBy);
    if (person?.consent === 'withdrawn') return [];
    return [{ row, quotable: person === undefined || mayQuote(person.consent) }];
  });
}

function isSaid(row: { readonly what: string }): boolean {
  return row.what.trim() !== '';
}

function inOrder(order: ReadonlySet<string>, ids: ReadonlySet<string | null>): string[] {
  return [...order].filter((id) => ids.has(id));
}
