/** What stops, what changes: stops, measures by function, decision rights, people and money, measurement. */
import type { ModelChange } from '../../model/index.ts';
import { marked, paragraph } from '../builders.ts';
import type { Block, Run } from '../blocks.ts';
import { inOrder, type Material } from '../material.ts';
import type { Section } from '../section.ts';
import { clause, lowerFirst } from '../words/text.ts';
import { cellDay, cellText, missing, plainTable, sectionTitle, titledTable } from './parts.ts';

/** What stops, what changes. */
export const stops: Section = {
  id: 'stops',
  compose: (material) => {
    const { data, words } = material;
    const none = words.sentence('stops.none');
    const noMeasure = words.sentence('measures.none');
    const hasMeasures = data.measureChange.length > 0 || data.modelChange.some((row) => row.kind === 'measurement');
    return {
      blocks: [
        sectionTitle('stops', words),
        ...(data.stop.length === 0 ? [paragraph('stops.none', 'body', none)] : [stopTable(material)]),
        ...measureBlocks(material),
        ...(hasMeasures ? [] : [paragraph('measures.none', 'body', noMeasure, { gap: 'table' })]),
        ...modelBlocks(material, 'rights'),
        ...modelBlocks(material, 'resources'),
        ...modelBlocks(material, 'measurement'),
      ],
      empty: [
        ...(data.stop.length === 0 ? [{ stage: 'map' as const, sentence: none }] : []),
        ...(hasMeasures ? [] : [{ stage: 'map' as const, sentence: noMeasure }]),
      ],
    };
  },
};

/** Sentence 10 of the style: one row stays a table. */
function stopTable({ data, names, words }: Material): Block {
  const columns = ['what', 'tells', 'from', 'frees'].map((column) => words.say(`stops.${column}`));
  return plainTable(
    'stops.table',
    'stops',
    columns,
    data.stop.toSorted(inOrder).map((row) => {
      const [who, whom] = [names.typed(row.whoTells), names.typed(row.tellsWhom)];
      const tells =
        who !== '' && whom !== ''
          ? words.say('stops.who-whom', { who, whom })
          : who || (whom && words.say('stops.whom', { whom }));
      return {
        id: row.id,
        cells: [
          cellText(clause(row.what), words),
          tells === '' ? missing(words) : [{ text: tells }],
          cellDay(row.from, words),
          cellText(clause(row.frees), words),
        ],
      };
    }),
  );
}

function measureBlocks({ data, kit, names, words }: Material): readonly Block[] {
  if (data.measureChange.length === 0) return [];
  const order = [...kit.ids.functions];
  const place = (id: string | null): number => (id === null ? order.length : order.indexOf(id));
  const rows = data.measureChange.toSorted((a, b) => place(a.function) - place(b.function) || inOrder(a, b));
  return titledTable(
    'measures',
    words.say('measures'),
    plainTable(
      'measures.table',
      'measures',
      ['function', 'drop', 'add', 'from'].map((column) => words.say(`measures.${column}`)),
      rows.map((row) => ({
        id: row.id,
        cells: [
          row.function === null ? missing(words) : [{ text: names.function(row.function) }],
          oneSide(row.drop, row.add, words),
          oneSide(row.add, row.drop, words),
          cellDay(row.from, words),
        ],
      })),
    ),
  );
}

/** A measure may be dropped without another in its place, or added: that is no missing value. */
function oneSide(text: string, other: string, words: Material['words']): readonly Run[] {
  return clause(text) === '' && clause(other) !== ''
    ? [marked('quiet', words.say('measures.nothing'))]
    : cellText(clause(text), words);
}

function modelBlocks({ data, words }: Material, kind: ModelChange['kind']): readonly Block[] {
  const rows = data.modelChange.filter((row) => row.kind === kind).toSorted(inOrder);
  if (rows.length === 0) return [];
  return titledTable(
    `model.${kind}`,
    words.say(`model.${kind}`),
    plainTable(
      `model.${kind}.table`,
      'decision-rights',
      [`model.${kind}.what`, 'model.before', 'model.after'].map((key) => words.say(key)),
      rows.map((row) => {
        const after = clause(row.after);
        const from = row.from === null ? '' : words.say('model.from', { day: words.day(row.from) });
        return {
          id: row.id,
          cells: [
            cellText(clause(row.what), words),
            cellText(clause(row.before), words),
            after === ''
              ? missing(words)
              : [{ text: [after, lowerFirst(from, words.locale)].filter(Boolean).join(', ') }],
          ],
        };
      }),
    ),
  );
}
