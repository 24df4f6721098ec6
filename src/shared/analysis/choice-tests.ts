/** Whether the words of a decision are a choice: not a theme alone, with an opposite, and with something that loses. */
import type { Kit } from '../method/kit.ts';
import type { Decision } from '../model/index.ts';
import { isBlank, isOnlyWords, wordFinder } from './readiness/words.ts';
import { composeSentence } from './readiness/sentences.ts';

/** What a decision fails as a choice. */
export type ChoiceFault = {
  readonly test: 'theme' | 'opposite' | 'loss';
  /** Check of readiness that says the same of the whole decision; null where there is none. */
  readonly code: 'R27' | 'R28' | null;
  readonly sentence: string;
  /** Field in which it is mended. */
  readonly field: 'statement' | 'insteadOf' | 'givesWay';
};

/** The tests that a decision fails. Nothing is asked of an empty one, and nothing else of a theme. */
export function assessChoice(decision: Decision, kit: Kit): readonly ChoiceFault[] {
  if (isBlank(decision.statement)) return [];
  const { label } = decision;
  const name = label === '' ? 'This' : label;
  if (isOnlyWords(decision.statement, kit.content.words.theme)) {
    const sentence = composeSentence('R27', 'theme', { name });
    return [{ test: 'theme', code: 'R27', sentence, field: 'statement' }];
  }
  const faults: ChoiceFault[] = [];
  if (isBlank(decision.insteadOf) && !namesOpposite(decision.statement, kit)) {
    const sentence = `${name} names no opposite: what could a sensible firm do instead?`;
    faults.push({ test: 'opposite', code: null, sentence, field: 'insteadOf' });
  }
  if (isBlank(decision.givesWay)) {
    const sentence = `Nothing is said to lose because of ${label === '' ? 'it' : label}: what gets less, later or never?`;
    faults.push({ test: 'loss', code: 'R28', sentence, field: 'givesWay' });
  }
  return faults;
}

/**
 * Words by which a sentence sets one thing against another, by language. They are function words and no words of the
 * method, so that they stand here; a language without a list counts as naming its opposite, since nobody could tell.
 */
const opposing: Readonly<Record<string, readonly string[]>> = {
  en: 'not,no,never,no longer,without,instead of,instead,rather than,ahead of,in place of,over,stop,stops,except'.split(
    ',',
  ),
  de: 'nicht,kein,keine,keinen,nie,ohne,statt,anstatt,anstelle,sondern,nicht mehr,ausser'.split(','),
  fr: 'ne,pas,plus,jamais,sans,au lieu de,plutot que,a la place de,sauf'.split(','),
  es: 'no,nunca,sin,en lugar de,en vez de,ya no,sino,salvo'.split(','),
};

function namesOpposite(text: string, kit: Kit): boolean {
  const words = opposing[kit.content.language.slice(0, 2)];
  return words === undefined || wordFinder(words)(text) !== null;
}
