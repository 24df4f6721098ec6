/** Checks of criteria: whether success can be read, and whether what is read is success. */
import { baselineOf, targetOf } from '../criterion-value.ts';
import type { Criterion } from '../../model/index.ts';
import { nameOf, type ReadinessContext } from './context.ts';
import type { Fault } from './finding.ts';
import { isBlank, wordFinder } from './words.ts';

/** R04: a priority without a criterion. */
export function priorityWithoutCriterion({ priorities, criteriaOf }: ReadinessContext): Fault[] {
  return priorities
    .filter((row) => criteriaOf(row.id).length === 0)
    .map((row) => ({ place: { entity: 'priority', id: row.id }, params: { priority: nameOf(row, 'A priority') } }));
}

/** R05: a criterion without metric, baseline, target, date or place of reading. A ratio needs both of its numbers, yes/no a 0 or 1. */
export function criterionIncomplete(context: ReadinessContext): Fault[] {
  return each(context, (row, priority) => {
    const fields = missingFields(row);
    const [field] = fields;
    if (field === undefined) return [];
    return [
      {
        place: { entity: 'criterion', id: row.id, field },
        params: { priority, criterion: nameOf(row, 'A criterion'), fields },
      },
    ];
  });
}

/** R26: an activity metric as criterion. */
export function activityMetric(context: ReadinessContext): Fault[] {
  const find = wordFinder(context.kit.content.words.activity);
  return each(context, (row, priority) => {
    const word = find(row.metric);
    return word === null
      ? []
      : [{ place: { entity: 'criterion', id: row.id, field: 'metric' }, params: { priority, word } }];
  });
}

function each(
  { priorities, criteriaOf }: ReadinessContext,
  find: (row: Criterion, priority: string) => Fault[],
): Fault[] {
  return priorities.flatMap((priority) =>
    criteriaOf(priority.id).flatMap((row) => find(row, nameOf(priority, 'a priority'))),
  );
}

function missingFields(row: Criterion): string[] {
  const missing: string[] = [];
  if (isBlank(row.metric)) missing.push('metric');
  if (baselineOf(row) === null) missing.push('baseline');
  if (targetOf(row) === null) missing.push('target');
  if (row.dueOn === null) missing.push('dueOn');
  if (isBlank(row.readIn)) missing.push('readIn');
  return missing;
}
