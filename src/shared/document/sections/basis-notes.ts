/** Notes of the basis: limits to respect, warnings known before approval, accepted warnings, an overrule, the larger engagement. */
import type { Params } from '../../analysis/readiness/finding.ts';
import { assessReadiness } from '../../analysis/readiness/index.ts';
import { assessWarnings } from '../../analysis/warnings.ts';
import { nameIn } from '../../method/kit.ts';
import type { Material } from '../material.ts';
import type { SectionOptions } from '../section.ts';
import { clause, endSentence, join, lowerFirst } from '../words/text.ts';
import { limitLines } from './basis-method.ts';
import { largerTier, recommendsLarger } from './found-routing.ts';
import { labelOrTitle } from './parts.ts';

/** Statements under one heading; none where there is nothing to say. */
export type Note = {
  readonly key: string;
  readonly title: string;
  readonly texts: readonly string[];
  /** Ids of the evidence whose words are printed. */
  readonly printed?: readonly string[];
};

/** Everything but the accepted warnings, which need the checks. */
export function basisNotes(material: Material): readonly Note[] {
  const { words } = material;
  return [
    { key: 'basis.respect', title: words.say('basis.respect'), texts: limitLines(material) },
    knownBefore(material),
    { key: 'basis.scope', title: words.say('basis.scope'), texts: scopeNotes(material) },
    { key: 'basis.larger', title: words.say('basis.larger'), texts: largerNotes(material) },
  ];
}

/** Warnings that stand and were accepted, each with its reason. */
export function acceptedWarnings(material: Material, { pages }: SectionOptions): Note {
  const { input, patterns, coverage, constraint, data, kit, names, words } = material;
  const title = words.say('basis.accepted');
  if (data.acceptedCheck.length === 0) return { key: 'basis.accepted', title, texts: [] };
  const findings = assessReadiness(input, pages === undefined ? {} : { pages }, { patterns, coverage, constraint });
  // The sentences of the checks belong to the interface; in another language the code stands for them.
  const isEnglish = /^en\b/iu.test(kit.content.language);
  // On screen a check names people; what leaves the machine names those who permitted it.
  const unnamed = (sentence: string, params: Params): string =>
    [params['owner'], params['lead']].reduce<string>(
      (text, name) =>
        typeof name === 'string' && name !== '' ? text.replaceAll(name, names.personLine(null, name) ?? '') : text,
      sentence,
    );
  const texts = findings.flatMap(({ code, sentence, params, accepted }) =>
    accepted === undefined
      ? []
      : [
          words.sentence('basis.accepted.line', {
            warning: isEnglish ? clause(unnamed(sentence, params)) : code,
            reason: endSentence(accepted.reason),
          }),
        ],
  );
  return { key: 'basis.accepted', title, texts };
}

/** What was known before a decision was signed off: words where they may stand, a number where they may not. */
function knownBefore({ input, voices, words, decisions }: Material): Note {
  const printed: string[] = [];
  const own = new Set(decisions.map((row) => row.id));
  const texts = assessWarnings(input)
    .filter(({ decision, warnings }) => own.has(decision.id) && warnings.length > 0)
    .flatMap(({ decision, warnings }) => {
      const label = labelOrTitle(decision);
      const told = warnings.flatMap(({ evidence, on }) => {
        const shown = voices.words(evidence.row.id);
        if (shown === null) return [];
        printed.push(shown.evidence);
        const text = shown.verbatim ? words.say('quoted', { text: shown.text }) : clause(shown.text);
        return [words.sentence('known.line', { decision: label, day: words.day(on), text, source: shown.source })];
      });
      const silent = warnings.length - told.length;
      const count = { decision: label, count: words.count(silent) };
      return silent === 0
        ? told
        : [...told, words.sentence(told.length === 0 ? 'known.silent' : 'known.more', count, silent)];
    });
  return { key: 'basis.known', title: words.say('basis.known'), texts, printed };
}

/** Widenings of the scope, and a recommendation that differs from that of the rules. */
function scopeNotes({ data, routing, words }: Material): string[] {
  const widened = data.scopeWidening.flatMap((row) => {
    const decision = data.decision.find((one) => one.id === row.decision);
    if (decision === undefined) return [];
    const reason = endSentence(row.reason);
    const start =
      row.on === null
        ? words.sentence('scope.widened.undated', { decision: labelOrTitle(decision) })
        : words.sentence('scope.widened', { decision: labelOrTitle(decision), day: words.day(row.on) });
    return [join(start, reason)];
  });
  const { overrule, recommendation } = routing;
  if (overrule?.inForce !== true) return widened;
  const values = {
    instead: words.say(`route.act.${overrule.to}`),
    act: recommendation === null ? '' : words.say(`route.act.${recommendation}`),
    reason: lowerFirst(clause(overrule.reason), words.locale),
  };
  return [...widened, words.sentence(recommendation === null ? 'scope.overruled.open' : 'scope.overruled', values)];
}

/** Axes, pages and presentation of the larger engagement, only where it is recommended. */
function largerNotes(material: Material): string[] {
  const { routing, kit, words } = material;
  const tier = recommendsLarger(routing.final) ? largerTier(material) : null;
  if (tier === null) return [];
  const axes = routing.axes.map(({ axis }) => lowerFirst(nameIn(kit.content.axes, axis), words.locale));
  const [from, to] = tier.pages;
  return [
    join(
      words.sentence(
        'larger',
        { tier: tier.name, axes: words.list(axes), count: words.count(axes.length), from, to },
        axes.length,
      ),
      tier.presentation === true && words.sentence('larger.presentation'),
    ),
  ];
}
