/** How good suggestions are: with the links that people made as labels, and without labels by the strategy's own sections. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOpen } from '../src/shared/analysis/backlog-items.ts';
import { prepareSuggestions, type SuggestItem, type SuggestTarget } from '../src/shared/analysis/suggest/model.ts';
import type { RelatedWords } from '../src/shared/analysis/suggest/related.ts';
import { suggestForItem } from '../src/shared/analysis/suggest/suggest.ts';
import { sentenceSpans } from '../src/shared/lib/sentences.ts';
import type { AnalysisInput } from '../src/shared/analysis/input.ts';
import type { Measurement, Place } from './measure.ts';
import { makeSampleFile, readInput } from './sample.ts';

/** Links accepted before the others are asked for. */
const accepted = 20;
const draws = 30;

/**
 * Holds out links that a person made by reading strategy and backlog, of the sample (`sample-links.json`) and of an invented
 * climate plan whose work says little in the plan's words: 20 are accepted and the rest are asked for, over 30 draws that are
 * the same in every run; the same rest is asked for with none accepted. Without labels, the later sentences of each
 * decision's passage are taken for items and asked to which decision they belong.
 */
export async function benchLearning({ folder }: Place): Promise<Measurement[]> {
  const path = join(folder, 'sample.throughline');
  await makeSampleFile(folder, path);
  const input = await readInput(folder, path);
  const related: RelatedWords = {
    language: 'en',
    text: readFileSync(join(import.meta.dirname, '../resources/words/related-words-en.txt'), 'utf8'),
  };
  const sections = askSections(input, related);
  return [
    ...compare('sample', holdOut(samplePlan(input), related)),
    ...compare('climate plan', holdOut(cityPlan(), related)),
    { name: 'sample: sentence of the strategy to its own decision, first', value: sections.first, unit: '%' },
    { name: 'sample: the same by chance', value: sections.chance, unit: '%' },
  ];
}

function compare(plan: string, [none, some]: readonly [Quality, Quality]): Measurement[] {
  return [
    { name: `${plan}: right link first, none accepted`, value: none.first, unit: '%' },
    { name: `${plan}: right link first, 20 accepted`, value: some.first, unit: '%' },
    { name: `${plan}: right link first and strong, none accepted`, value: none.strong, unit: '%' },
    { name: `${plan}: right link first and strong, 20 accepted`, value: some.strong, unit: '%', least: none.strong },
  ];
}

/** A strategy and a backlog with the target that each item serves, by what a person read. */
type Labelled = {
  readonly targets: readonly SuggestTarget[];
  readonly items: readonly (SuggestItem & { readonly serves: string | null })[];
};

type Quality = { readonly first: number; readonly strong: number };

/** Mean quality on what was held out: with none accepted, and with 20. */
function holdOut({ targets, items }: Labelled, related: RelatedWords): readonly [Quality, Quality] {
  const labelled = items.flatMap((item) => (item.serves === null ? [] : [{ item, targetId: item.serves }]));
  const ask = (kept: typeof labelled, asked: typeof labelled): Quality => {
    const model = prepareSuggestions(targets, items, { language: 'en', related, accepted: kept });
    const right = asked.map(({ item, targetId }) => {
      const [first] = suggestForItem(model, item);
      return first?.id === targetId ? first.strength : null;
    });
    return { first: share(right, (one) => one !== null), strong: share(right, (one) => one === 'strong') };
  };
  const draw = drawer();
  const rounds = Array.from({ length: draws }, () => {
    const shuffled = labelled.map((one) => ({ one, at: draw() })).toSorted((a, b) => a.at - b.at);
    const kept = shuffled.slice(0, accepted).map(({ one }) => one);
    const asked = shuffled.slice(accepted).map(({ one }) => one);
    return [ask([], asked), ask(kept, asked)] as const;
  });
  const meanOf = (which: 0 | 1): Quality => ({
    first: mean(rounds.map((round) => round[which].first)),
    strong: mean(rounds.map((round) => round[which].strong)),
  });
  return [meanOf(0), meanOf(1)];
}

function samplePlan({ data }: AnalysisInput): Labelled {
  const read = readFileSync(join(import.meta.dirname, 'sample-links.json'), 'utf8');
  const made = Object.entries(JSON.parse(read) as Readonly<Record<string, readonly string[]>>);
  const serves = new Map(made.flatMap(([label, keys]) => keys.map((key) => [key, label])));
  return {
    targets: data.decision.map(({ label, title, passageText }) => {
      return { id: label, kind: 'decision', title, text: passageText };
    }),
    items: data.backlogItem.filter(isOpen).map((row) => ({
      key: row.key,
      title: row.title,
      text: row.description,
      labels: row.labels,
      linkedKeys: row.linkedKeys,
      ...(row.parentKey !== '' && { parentKey: row.parentKey }),
      serves: serves.get(row.key) ?? null,
    })),
  };
}

function cityPlan(): Labelled {
  const path = join(import.meta.dirname, '../tests/fixtures/suggest/city-climate-plan.json');
  return JSON.parse(readFileSync(path, 'utf8')) as Labelled;
}

function askSections({ data, kit }: AnalysisInput, related: RelatedWords): { first: number; chance: number } {
  const sections = data.decision.map((row) => {
    const sentences = sentenceSpans(row.passageText).map(({ from, to }) => row.passageText.slice(from, to));
    return { id: row.id, title: row.title, sentences };
  });
  const targets = sections.map(({ id, title, sentences }): SuggestTarget => {
    return { id, kind: 'decision', title, text: sentences.slice(0, Math.ceil(sentences.length / 2)).join(' ') };
  });
  const items = sections.flatMap(({ id, sentences }) =>
    sentences
      .slice(Math.ceil(sentences.length / 2))
      .map((text, at): SuggestItem & { own: string } => ({ key: `${id} ${at}`, title: '', text, own: id })),
  );
  const model = prepareSuggestions(targets, items, { language: kit.content.language, related });
  const right = items.map((item) => suggestForItem(model, item)[0]?.id === item.own);
  return { first: share(right, (one) => one), chance: 100 / Math.max(1, targets.length) };
}

function share<T>(list: readonly T[], holds: (one: T) => boolean): number {
  return list.length === 0 ? Number.NaN : (100 * list.filter(holds).length) / list.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function drawer(): () => number {
  let state = 20_260_930;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
