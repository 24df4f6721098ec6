/** The limits of the finding: who was not heard, and what speaks against it. */
import { backingOf } from '../../analysis/evidence.ts';
import type { PatternReading } from '../../analysis/severity.ts';
import { isTooFew, type Material } from '../material.ts';
import { stepWithin } from './found.ts';
import { clause, join, wordCount } from '../words/text.ts';

/** Sentence 13 of the style and the counter-evidence, with the ids of the evidence that is printed for it. */
export function limitsOfFinding(
  material: Material,
  used: readonly PatternReading[],
): { readonly texts: readonly string[]; readonly printed: readonly string[] } {
  const { constraint, evidence, words } = material;
  const step = constraint.confirmed?.reading.step;
  const sides = used.map((one) => ({
    backing: one.counter,
    sentence: words.sentence(
      one.contested ? 'counter.contested' : 'counter.pattern',
      { pattern: one.pattern.name, count: words.count(one.counter.sources.length) },
      one.counter.sources.length,
    ),
  }));
  if (step !== undefined) {
    const { counter } = backingOf(evidence, (link) => link.step === step.id);
    const values = { step: stepWithin(material, step), count: words.count(counter.sources.length) };
    sides.push({ backing: counter, sentence: words.sentence('counter.step', values, counter.sources.length) });
  }
  const printed = new Set<string>();
  const counters = sides.flatMap(({ backing, sentence }) => {
    if (backing.sources.length === 0) return [];
    const told = backing.evidence
      .filter((id) => !printed.has(id))
      .flatMap((id) => material.voices.words(id) ?? [])
      .find(({ text }) => wordCount(text) <= longest);
    if (told === undefined) return [sentence];
    printed.add(told.evidence);
    const values = {
      text: told.verbatim ? words.say('quoted', { text: told.text }) : clause(told.text),
      source: told.source,
    };
    const key = told.verbatim ? 'counter.quote' : 'counter.report';
    return [join(sentence, words.say(key, values, backing.sources.length))];
  });
  const heard = heardSentence(material);
  return { texts: [...(heard === '' ? [] : [heard]), ...counters], printed: [...printed] };
}

const longest = 45;

/** How many people in how many functions, and who is missing among those who have a part in it; nothing while nobody was heard. */
function heardSentence(material: Material): string {
  const { heard, people, names, words } = material;
  const own = heard.people.flatMap((id) => people.byId.get(id) ?? []).filter((person) => !person.customer);
  const functions = [...new Set(own.map((person) => person.function))].filter((id) => id !== null);
  const count = words.count(own.length);
  if (own.length === 0) return heard.customers.length === 0 ? '' : words.sentence('limits.customers');
  const missing = words.list([
    ...unheardFunctions(material),
    ...(heard.customers.length === 0 ? [words.say('unheard.customer')] : []),
    ...heard.unheardLevels
      .filter((level) => words.has(`unheard.${level}`))
      .map((level) => words.say(`unheard.${level}`)),
  ]);
  const hides = isTooFew(
    material,
    own.map((person) => person.id),
  );
  const [only] = functions;
  if (functions.length === 1 && only !== undefined && !hides) {
    const all =
      own.length === 2
        ? words.sentence('limits.one-function.both', { function: names.function(only) })
        : words.sentence('limits.one-function', { count, function: names.function(only) }, own.length);
    return missing === '' ? all : join(all, words.sentence('limits.missing', { missing }));
  }
  const values = { count, functions: words.count(functions.length), missing };
  if (functions.length < 2) {
    return words.sentence(missing === '' ? 'limits.people' : 'limits.people.missing', values, own.length);
  }
  return words.sentence(missing === '' ? 'limits.many' : 'limits.many.missing', values, own.length);
}

/** Functions that have people, work, measures or joins here and of which nobody was heard. */
function unheardFunctions({ data, heard, coverage, people, names, words }: Material): string[] {
  const present = new Set<string | null>([
    ...people.counted.map((person) => person.function),
    ...coverage.functions.map((one) => one.function),
    ...data.measureChange.map((row) => row.function),
    ...data.join.flatMap((row) => [row.fromFunction, row.toFunction]),
    ...data.dayOne.map((row) => row.function),
  ]);
  const missing = heard.unheardFunctions.filter((id) => present.has(id)).map(names.function);
  return missing.length === 0 ? [] : [words.say('unheard.functions', { functions: words.list(missing, 'or') })];
}
