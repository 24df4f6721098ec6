/** The model as it was before the first release: what version 0 of the schema was made from. */
import type { Entity } from '../../../src/shared/model/define.ts';
import { entities } from '../../../src/shared/model/index.ts';
import type { Entities } from '../../../src/main/store/types.ts';

const laterEntities = ['objection', 'paragraphEdit', 'closedWeek', 'acceptedCheck', 'voice', 'turn', 'sourceFile'];
const laterFields: Readonly<Record<string, readonly string[]>> = {
  evidence: ['warnedOn', 'askLater', 'passage'],
  backlogItem: ['newAtReview', 'goneOn', 'labels'],
  interview: ['place'],
  engagement: ['density', 'hourCost', 'madeRealBy', 'paper', 'quotes'],
};

/** The entities of version 0. */
export const ancestorEntities: Entities = Object.fromEntries(
  Object.entries(entities)
    .filter(([name]) => !laterEntities.includes(name))
    .map(([name, entity]) => [name, without(entity, laterFields[name] ?? [])]),
);

function without(entity: Entity, fields: readonly string[]): Entity {
  return {
    ...entity,
    fields: Object.fromEntries(Object.entries(entity.fields).filter(([name]) => !fields.includes(name))),
  };
}
