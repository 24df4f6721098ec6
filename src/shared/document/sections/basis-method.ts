/** The sources of the document, and its method in four lines. */
import { daysBetween } from '../../lib/dates.ts';
import type { Interview, Source } from '../../model/index.ts';
import { inOrder, type Material } from '../material.ts';
import { clause, isBlank, lowerFirst, plain } from '../words/text.ts';

/** A line for each source: title, date and size; a backlog with its open items and the day of its export. */
export function sourceLines(material: Material): string[] {
  const { data, words } = material;
  const order = { strategy: 0, backlog: 1, other: 2 } as const;
  const sources = data.source.toSorted((a, b) => order[a.kind] - order[b.kind] || (a.id < b.id ? -1 : 1));
  const noStrategy = sources.some((row) => row.kind === 'strategy') ? [] : [words.sentence('sources.no-strategy')];
  const lines = sources.map((row) => {
    const title = plain(row.title) || plain(row.fileName) || kindName(row, words);
    const facts = row.kind === 'backlog' ? backlogFacts(material, row) : documentFacts(material, row);
    return facts.length === 0 ? `${title}.` : words.say('sources.line', { title, facts: facts.join(', ') });
  });
  return [...noStrategy, ...lines];
}

function kindName({ kind }: Source, words: Material['words']): string {
  if (kind === 'strategy') return words.say('strategy');
  return kind === 'backlog' ? words.sentence('list-of-work') : words.say('voice.source');
}

function documentFacts({ words }: Material, { datedOn, pages }: Source): string[] {
  return [
    ...(datedOn === null ? [] : [words.monthYear(datedOn)]),
    ...(pages === null || pages === 0 ? [] : [words.say('sources.pages', { count: pages }, pages)]),
  ];
}

function backlogFacts({ data, coverage, words }: Material, { id, exportedOn }: Source): string[] {
  const isOnly = data.source.filter((row) => row.kind === 'backlog').length === 1;
  const own = data.backlogItem.filter((row) => row.source === id).length;
  return [
    isOnly
      ? words.say('sources.open', { count: coverage.open }, coverage.open)
      : words.say('sources.items', { count: own }, own),
    ...(exportedOn === null ? [] : [words.say('sources.exported', { day: words.day(exportedOn) })]),
  ];
}

/** Interviews that were begun, without those of which everybody withdrew. */
export function heldInterviews({ data, people }: Material): readonly Interview[] {
  return data.interview.filter((row) => {
    const parts = data.participant.filter((part) => part.interview === row.id);
    const isLeft = parts.some((part) => {
      const person = part.person === null ? undefined : people.byId.get(part.person);
      return (person?.consent ?? part.consent) !== 'withdrawn';
    });
    return people.begun.has(row.id) && (parts.length === 0 || isLeft);
  });
}

/** The method in four lines, each with the figures of this engagement; what was not done says so. */
export function methodLines(material: Material): string[] {
  const { constraint, data, patterns, words } = material;
  const { confirmed, candidate } = constraint;
  const isRated = patterns.some((one) => one.severity !== null);
  return [
    interviewLine(material),
    words.sentence(isRated ? 'method.patterns' : 'method.no-pattern'),
    data.backlogItem.length === 0 ? words.sentence('method.no-backlog') : backlogLine(material),
    words.sentence(
      confirmed !== null ? 'method.constraint' : candidate !== null ? 'method.constraint.open' : 'method.no-chain',
    ),
  ];
}

function interviewLine(material: Material): string {
  const { kit, words } = material;
  const held = heldInterviews(material);
  if (held.length === 0) return words.sentence('method.no-interview');
  const days = held.flatMap((row) => row.heldOn ?? []).toSorted();
  const minutes = kit.content.guides
    .filter(({ id }) => held.some((row) => row.guide === id))
    .map((guide) => guide.minutes);
  const [shortest, longest] = [Math.min(...minutes), Math.max(...minutes)];
  const length =
    minutes.length === 0
      ? ''
      : shortest === longest
        ? words.say('method.minutes', { minutes: shortest })
        : words.say('method.minutes.range', { from: shortest, to: longest });
  const [first, last] = [days[0], days.at(-1)];
  const when =
    first === undefined || last === undefined
      ? ''
      : daysBetween(first, last) === 0
        ? words.say('method.day', { day: words.day(first) })
        : words.say('method.days', { days: words.days(first, last) });
  return words.sentence(
    'method.interviews',
    { length, when, count: held.length, statements: words.count(kit.content.pulse.length) },
    held.length,
  );
}

function backlogLine({ coverage, words }: Material): string {
  const filled = words.percent(coverage.effortKnown ?? 0);
  return words.sentence(`method.backlog.${coverage.weighting}`, { filled });
}

/** Limits that plans must respect: the fixed ones, the ones free to try with their experiment, the ones nobody marked. */
export function limitLines({ data, words }: Material): string[] {
  const limits = data.limit.filter((row) => !isBlank(row.text)).toSorted(inOrder);
  return (['fixed', 'free', null] as const).flatMap((hold) => {
    const own = limits.filter((row) => row.hold === hold);
    if (own.length === 0) return [];
    const texts = own.map((row) => {
      const tried = data.experiment.find((one) => one.limit === row.id && !isBlank(one.what));
      const limit = clause(row.text);
      return tried === undefined
        ? limit
        : words.say('limit.tried', { limit, experiment: lowerFirst(clause(tried.what), words.locale) });
    });
    return [words.sentence(`limit.${hold ?? 'open'}`, { limits: texts.join('; ') })];
  });
}
