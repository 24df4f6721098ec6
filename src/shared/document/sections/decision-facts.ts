/** What stands with a decision: its words in the strategy, and the facts that its priorities rest on. */
import type { Decision } from '../../model/index.ts';
import { quote } from '../builders.ts';
import type { Facts, Paragraph, Quote } from '../blocks.ts';
import type { Material } from '../material.ts';
import { endSentence, isBlank, join, plain, shortenTo, upperFirst } from '../words/text.ts';
import { labelled, missing } from './parts.ts';

/** The passage of a decision with its place; null where no words of the strategy are known. */
export function passageQuote({ data, words }: Material, decision: Decision): Quote | null {
  const passage = data.passage.find((row) => row.id === decision.passage);
  const text = plain(decision.passageText) || plain(passage?.text ?? '');
  if (text === '') return null;
  const source = data.source.find((row) => row.id === passage?.source);
  const page = passage?.page ?? null;
  const place = plain(passage?.locator ?? '') || (page === null ? '' : words.say('page', { page }));
  const from = [plain(source?.title ?? '') || words.say('strategy'), place].filter(Boolean).join(', ');
  return quote(`translation.${decision.id}.passage`, shortenTo(text, longestPassage), from, true);
}

/** First move, proof point and winning metric; one that is not there says so. */
export function decisionFacts({ words }: Material, decision: Decision): Facts {
  const key = `translation.${decision.id}.fact`;
  const items = firstFacts.map(([name, field]) => {
    const text = plain(decision[field]);
    return {
      key: `${key}.${name}`,
      label: words.say(`fact.${name}`),
      runs: text === '' ? missing(words) : [{ text: bound(text) }],
    };
  });
  return { kind: 'facts', key: `${key}s`, items };
}

/**
 * What gives way, the promise, what is assumed, and who translates, each where it is known. They stand below the
 * priorities and may break over pages: as facts above the table they would tie a third of a page together.
 */
export function decisionGrounds(material: Material, decision: Decision): readonly Paragraph[] {
  const { words } = material;
  const texts = [
    ['gives-way', plain(decision.givesWay)],
    ['promise', promise(material, decision)],
    ['assumes', assumption(material, decision)],
    ['translates', translators(material, decision)],
  ] as const;
  return texts
    .filter(([, text]) => text !== '')
    .map(([name, text], at, all) =>
      labelled(`translation.${decision.id}.${name}`, words.say(`fact.${name}`), bound(endSentence(text)), {
        gap: at === 0 ? 'table' : 'item',
        // The last one does not stand alone on the next page.
        ...(at === all.length - 2 ? { keepNext: true } : {}),
      }),
    );
}

const longestPassage = 60;

const firstFacts = [
  ['first-move', 'firstMove'],
  ['proof-point', 'proofPoint'],
  ['winning-metric', 'winningMetric'],
] as const;

/** The promise, and how it did on live cases. */
function promise({ data, words }: Material, decision: Decision): string {
  const promised = endSentence(decision.promise);
  if (promised === '') return '';
  const tried = data.liveCase.filter((row) => row.decision === decision.id && row.outcome !== null);
  const held = tried.filter((row) => row.outcome === 'held').length;
  if (tried.length === 0) return promised;
  const result = held === tried.length ? 'fact.tried.held' : held === 0 ? 'fact.tried.snapped' : 'fact.tried';
  return join(
    promised,
    words.sentence(
      result,
      { count: words.count(tried.length), held: words.number(held), snapped: words.number(tried.length - held) },
      tried.length,
    ),
  );
}

/** What the decision takes for granted, against the real limit. */
function assumption({ words }: Material, { assumption: assumed, realLimit }: Decision): string {
  const limit = endSentence(realLimit);
  return join(endSentence(assumed), limit !== '' && words.sentence('fact.real-limit', { limit }));
}

/** Who answers for the translation at each level, from the top. */
function translators({ data, kit, names, words }: Material, decision: Decision): string {
  const own = data.translator.filter((row) => row.decision === decision.id);
  return kit.content.levels
    .flatMap(({ id }) => {
      const people = own
        .filter((row) => row.level === id)
        .flatMap((row) => names.personLine(row.person, row.name) ?? []);
      return people.length === 0 ? [] : [`${names.level(id, 1)}: ${people.join('; ')}`];
    })
    .map((level) => upperFirst(level, words.locale))
    .join('. ');
}

/** Arrows that people typed stay on one line with both of their sides. */
function bound(text: string): string {
  return isBlank(text) ? text : text.replace(/ ?(?:→|->) ?/gu, '\u00A0→\u00A0');
}
