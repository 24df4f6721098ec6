/** Checks of stages 2 to 4: the list of work, who was heard, quotes, patterns. */
import { foldText } from '../../lib/text.ts';
import { compare6 } from '../../lib/numbers.ts';
import { nameIn } from '../../method/kit.ts';
import { findingOf } from '../document-patterns.ts';
import { backingOf, type CountedEvidence } from '../evidence.ts';
import { byRowId } from '../order.ts';
import { hasCompany } from '../recognisable.ts';
import { assessUptake } from '../uptake.ts';
import { nameOf, type ReadinessContext } from './context.ts';
import type { Fault } from './finding.ts';
import { firstWords, isBlank, wordFinder } from './words.ts';

/** R07: a pattern in the document with confidence none. */
export function patternWithoutEvidence({ data, engagement, inDocument }: ReadinessContext): Fault[] {
  return inDocument
    .filter((one) => one.confidence === 'none')
    .map((one) => {
      const finding = findingOf(data.finding, one.pattern.id);
      return {
        place:
          finding === null
            ? { entity: 'engagement', id: engagement.id, part: one.pattern.id, stage: 4 }
            : { entity: 'finding', id: finding.id, field: 'place' },
        params: { pattern: one.pattern.name },
      };
    });
}

/** R08: a quote that breaks its speaker's consent, or lets an anonymous speaker be recognised. */
export function brokenConsent(context: ReadinessContext): Fault[] {
  return context.printed.flatMap((id) => {
    const breach = breachOf(id, context);
    if (breach === null) return [];
    const { person, ...rest } = breach;
    return [{ place: { entity: 'evidence', id }, params: { speaker: person }, ...rest }];
  });
}

/** R29: fewer than 3 functions or one level heard. */
export function fewHeard({ heard, engagement }: ReadinessContext): Fault[] {
  const functions = new Set(heard.map((person) => person.function).filter((id) => id !== null)).size;
  const levels = new Set(heard.map((person) => person.level).filter((id) => id !== null)).size;
  return functions >= 3 && levels >= 2
    ? []
    : [{ place: { entity: 'engagement', id: engagement.id, stage: 3 }, params: { functions, levels } }];
}

/** R31: more than 30 % orphan work. */
export function orphanWork({ coverage, engagement }: ReadinessContext): Fault[] {
  const share = coverage.classes.orphan.share;
  return share === null || compare6(share, 30) <= 0
    ? []
    : [{ place: { entity: 'engagement', id: engagement.id, part: 'orphan', stage: 2 }, params: { share } }];
}

/** R36: a finding in words of blame. */
export function wordsOfBlame({ data, kit }: ReadinessContext): Fault[] {
  const find = wordFinder(kit.content.words.blame);
  return data.finding.toSorted(byRowId).flatMap((row) =>
    (['diagnosis', 'cost', 'rootCause'] as const).flatMap((field) => {
      const word = find(row[field]);
      const pattern = nameIn(kit.content.patterns, row.pattern);
      return word === null
        ? []
        : [{ place: { entity: 'finding', id: row.id, field, part: field }, params: { pattern, word } }];
    }),
  );
}

/** R40: no customer heard. */
export function noCustomerHeard({ people, engagement }: ReadinessContext): Fault[] {
  return people.counted.some((person) => person.customer && person.heard)
    ? []
    : [{ place: { entity: 'engagement', id: engagement.id, part: 'customer', stage: 3 } }];
}

/** R42: an indicator rated 3 or 4 on fewer than two sources. */
export function thinRating({ patterns, evidence }: ReadinessContext): Fault[] {
  return patterns.flatMap((pattern) =>
    pattern.indicators.flatMap(({ indicator, value, lead }) => {
      if (value === null || value < 3 || lead === null) return [];
      const { sources } = backingOf(evidence, (link) => link.indicator === indicator.id).support;
      return sources.length >= 2
        ? []
        : [
            {
              place: { entity: 'rating', id: lead.id },
              params: { indicator: indicator.handle, value },
              variant: sources.length === 0 ? 'none' : 'one',
            },
          ];
    }),
  );
}

/** R46: a function that was told of a decision and made no choice because of it. */
export function informedOnly({ input, kit, translated }: ReadinessContext): Fault[] {
  const own = new Set(translated.map((row) => row.id));
  return assessUptake(input)
    .filter((one) => own.has(one.decision.id))
    .flatMap(({ decision, functions }) =>
      functions
        .filter((one) => one.informedOnly)
        .map((one) => ({
          place: { entity: 'decision', id: decision.id, part: one.function, stage: 4 },
          params: { function: nameIn(kit.content.functions, one.function), decision: nameOf(decision, 'the decision') },
        })),
    );
}

/** R49: one owner with more than three initiatives in progress. */
export function fragmentation({ coverage, engagement }: ReadinessContext): Fault[] {
  return (coverage.parallel?.owners ?? [])
    .filter((one) => one.fragmented)
    .map((one) => ({
      place: { entity: 'engagement', id: engagement.id, part: foldText(one.owner), stage: 2 },
      params: { owner: one.owner, count: one.initiatives.length },
    }));
}

/** R56: a quote not released by its speaker before the issue, which is not before today. */
export function unreleasedQuote({ printed, evidence, engagement, today }: ReadinessContext): Fault[] {
  const issueOn = engagement.plannedIssueOn;
  return printed.flatMap((id) => {
    const counted = evidence.counted.get(id);
    if (counted === undefined || (counted.speaker === null && counted.row.interview === null)) return [];
    const { release, releasedOn, releasedText, text } = counted.row;
    if (release === 'refused') return [];
    const place = { entity: 'evidence', id, field: 'releasedOn' } as const;
    const released = releasedOn !== null && (issueOn === null || releasedOn <= issueOn || releasedOn <= today);
    const params = { quote: firstWords(text) };
    if (!released) return [{ place, params }];
    return releasedText === '' || releasedText === text ? [] : [{ place, variant: 'changed', params }];
  });
}

type Breach = { readonly variant: string; readonly person: string };

function breachOf(id: string, { evidence, people }: ReadinessContext): Breach | null {
  const counted = evidence.counted.get(id);
  if (counted === undefined) return { variant: 'withdrawn', person: '' };
  const { speaker, consent, quotable } = counted;
  const name = speaker?.row.name.trim() ?? '';
  const person = name === '' ? 'an unnamed voice' : name;
  if (!quotable) return { variant: consent === null ? 'not-asked' : 'background', person };
  if (counted.row.release === 'refused') return { variant: 'refused', person };
  if (speaker === null) return null;
  if (consent !== 'by-name' && tellsName(counted)) return { variant: 'name', person };
  return consent !== 'anonymous' || hasCompany(speaker, people) ? null : { variant: 'only-one', person };
}

/** The words of the quote hold its speaker's full name, or the last of the names as a name is written. */
function tellsName({ row, speaker }: CountedEvidence): boolean {
  const name = speaker?.row.name.trim() ?? '';
  const last = name.split(/\s+/u).at(-1) ?? '';
  if (isBlank(name)) return false;
  return (
    wordFinder([name])(row.text) !== null ||
    (last.length > 2 && row.text.split(/[^\p{L}\p{M}\p{N}'’-]+/u).includes(last))
  );
}
