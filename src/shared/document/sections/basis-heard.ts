/** Who was heard, small groups merged and nobody named; which guides were used; how the owners answered. */
import { paragraph } from '../builders.ts';
import type { PartBlock } from '../blocks.ts';
import { isTooFew, type Material } from '../material.ts';
import { clause, endSentence, lowerFirst } from '../words/text.ts';
import { heldInterviews } from './basis-method.ts';
import { labelled, labelOrTitle, statements } from './parts.ts';

/** Who was heard: a line for each function, with levels where they point to nobody. */
export function heardPart(material: Material): PartBlock[] {
  const { heard, names, words } = material;
  const all = heard.people.length;
  if (all === 0 && heard.unknownVoices === 0) {
    return [
      paragraph('basis.heard.title', 'heading-3', words.say('heard')),
      paragraph('basis.heard.none', 'table-text', words.sentence('heard.nobody')),
    ];
  }
  const lines = heard.byFunction.some((row) => isTooFew(material, row.people)) ? [] : heard.byFunction;
  return [
    paragraph('basis.heard.title', 'heading-3', words.say('heard.people', { count: all }, all)),
    ...lines.map(({ group, people }, at) =>
      labelled(`basis.heard${at + 1}`, names.functionGroup(group), levelsOf(material, people)),
    ),
    ...(heard.unknownVoices === 0
      ? []
      : [
          paragraph(
            'basis.heard.voices',
            'table-text',
            words.sentence('heard.voices', { count: heard.unknownVoices }, heard.unknownVoices),
          ),
        ]),
    ...guides(material),
  ];
}

/** How the owners of the priorities answered; a condition and a refusal stand with their priority. */
export function ownersPart({ priorities, names, words }: Material): PartBlock[] {
  const owned = priorities.filter((row) => names.person(row.owner, row.ownerName) !== null);
  if (priorities.length === 0) return [];
  const accepted = owned.filter((row) => row.ownerAnswer === 'accepted').length;
  const open = [
    words.sentence(
      accepted === priorities.length ? 'owners.all' : accepted === 0 ? 'owners.none' : 'owners.some',
      { count: words.count(accepted), all: words.count(priorities.length) },
      accepted > 0 && accepted < priorities.length ? accepted : priorities.length,
    ),
    ...priorities.flatMap((row) => {
      const values = { priority: labelOrTitle(row) };
      if (!owned.includes(row)) return [words.sentence('owner.missing', values)];
      if (row.ownerAnswer === 'accepted') return [];
      const condition = lowerFirst(clause(row.ownerCondition), words.locale);
      return row.ownerAnswer === 'accepted-if' && condition !== ''
        ? [words.sentence('owner.accepted-if.condition', { ...values, condition })]
        : row.ownerAnswer === null
          ? []
          : [words.sentence(`owner.${row.ownerAnswer}`, values)];
    }),
  ];
  return [paragraph('basis.owners.title', 'heading-3', words.say('owners')), ...statements('basis.owners', open)];
}

/** Counts by level, or the number alone where one of the counts would point to somebody. */
function levelsOf(material: Material, ids: readonly string[]): string {
  const { people, kit, names, words } = material;
  const levels: (string | null)[] = [...kit.ids.levels, null];
  const cells = levels
    .map((level) => ({ level, ids: ids.filter((id) => (people.byId.get(id)?.level ?? null) === level) }))
    .filter((cell) => cell.ids.length > 0);
  if (cells.some((cell) => cell.level === null || isTooFew(material, cell.ids))) {
    return words.say('people', { count: ids.length }, ids.length);
  }
  return cells.map((cell) => `${words.number(cell.ids.length)} ${names.level(cell.level, cell.ids.length)}`).join(', ');
}

function guides(material: Material): PartBlock[] {
  const { kit, words } = material;
  const held = heldInterviews(material);
  const used = kit.content.guides.filter(({ id }) => held.some((row) => row.guide === id));
  if (used.length === 0) return [];
  const text = endSentence(used.map(({ name }) => name).join('; '));
  return [labelled('basis.guides', words.say('guides', {}, used.length), text, { gap: 'closing' })];
}
