/** Check of every text that can enter the document for words that hold a place. */
import { entities, type EntityName } from '../../model/index.ts';
import type { Field } from '../../model/define.ts';
import { takenOut } from '../../model/withdrawal/repeated.ts';
import { byRowId } from '../order.ts';
import { nameOf, type ReadinessContext } from './context.ts';
import type { Fault } from './finding.ts';
import { wordFinder } from './words.ts';

/** R38: placeholder text in a field that enters the document. What people said is left as they said it. */
export function placeholderText({ data, kit, inDocument }: ReadinessContext): Fault[] {
  const find = wordFinder(kit.content.words.placeholder);
  const patterns = new Set(inDocument.map((one) => one.pattern.id));
  return printedEntities.flatMap((entity) => {
    const left = leftOut[entity] ?? [];
    const fields = Object.entries<Field>(entities[entity].fields).filter(
      ([name, field]) => (field.kind === 'line' || field.kind === 'text') && field.searched && !left.includes(name),
    );
    const rows: readonly PrintedRow[] = data[entity];
    const one = `the ${entities[entity].one}`;
    const isAlone = entity === 'client' || entity === 'engagement';
    return rows
      .filter((row) => entity !== 'finding' || patterns.has(row.pattern ?? ''))
      .toSorted(byRowId)
      .flatMap((row) =>
        fields.flatMap(([name, { says }]) => {
          const value: unknown = Reflect.get(row, name);
          // A text from which repeated words were taken out has a hole that somebody has to close.
          const word = typeof value === 'string' ? (value.includes(takenOut) ? takenOut : find(value)) : null;
          if (word === null) return [];
          return [
            {
              place: { entity, id: row.id, field: name, part: name },
              params: { name: isAlone ? one : nameOf(row, one), field: says, word },
            },
          ];
        }),
      );
  });
}

type PrintedRow = Parameters<typeof nameOf>[0] & { readonly id: string; readonly pattern?: string };

/** Entities whose words the document prints. */
const printedEntities = [
  'client',
  'engagement',
  'source',
  'decision',
  'translator',
  'limit',
  'finding',
  'step',
  'constraint',
  'priority',
  'criterion',
  'stop',
  'measureChange',
  'modelChange',
  'initiative',
  'join',
  'milestone',
  'dayOne',
  'stepBack',
  'plannedReview',
  'objection',
  'paragraphEdit',
] as const satisfies readonly EntityName[];

/** Their fields that stay inside. An owner that holds a place is R03's. */
const leftOut: Partial<Record<EntityName, readonly string[]>> = {
  client: ['about'],
  engagement: ['couldDoAlone'],
  priority: ['ownerName'],
  decision: ['passageText'],
  source: ['fileName', 'remark'],
};
