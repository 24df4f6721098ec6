/** Checks of the constraint, of joins, initiatives and milestones, and of what became of objections. */
import { latestOf } from '../../lib/dates.ts';
import { byRowId } from '../order.ts';
import { nameOf, type ReadinessContext } from './context.ts';
import type { Fault } from './finding.ts';

/** R06: no constraint confirmed. */
export function noConstraintConfirmed({ constraint, engagement }: ReadinessContext): Fault[] {
  if (constraint.confirmed !== null) return [];
  const { candidate } = constraint;
  const place = { entity: 'engagement', id: engagement.id, part: 'constraint', stage: 5 } as const;
  return candidate === null ? [{ place }] : [{ place, params: { step: candidate.step.name }, variant: 'candidate' }];
}

/** R24: a join without date or second function. */
export function openJoin({ data }: ReadinessContext): Fault[] {
  return data.join.toSorted(byRowId).flatMap((row) => {
    const fields: string[] = [];
    if (row.on === null) fields.push('on');
    if (row.fromFunction === null) fields.push('fromFunction');
    if (row.toFunction === null || row.toFunction === row.fromFunction) fields.push('toFunction');
    const [field] = fields;
    if (field === undefined) return [];
    return [
      {
        place: { entity: 'join', id: row.id, field },
        params: { join: nameOf({ what: row.handsOver }, 'A join'), fields },
      },
    ];
  });
}

/** R25, second half: a promise dated before its readiness or preparation, that is, that of its initiative or priority. */
export function promiseTooEarly({ data }: ReadinessContext): Fault[] {
  const priorityOf = new Map(data.initiative.map((row) => [row.id, row.priority]));
  const groupOf = (initiative: string): string => priorityOf.get(initiative) ?? initiative;
  const milestones = data.milestone.toSorted(byRowId);
  return milestones.flatMap((promise) => {
    const { on } = promise;
    if (promise.kind !== 'promise' || on === null) return [];
    const before = milestones.filter(
      (one) => one.kind !== 'promise' && groupOf(one.initiative) === groupOf(promise.initiative),
    );
    const latest = latestOf(before.map((one) => one.on));
    if (latest === null || latest <= on) return [];
    const ready = before.find((one) => one.on === latest);
    return [
      {
        place: { entity: 'milestone', id: promise.id, field: 'on' },
        params: {
          promise: nameOf(promise, 'A promise'),
          ready: nameOf(ready ?? {}, 'what makes it ready'),
          on,
          latest,
        },
        variant: 'promise',
      },
    ];
  });
}

/** R30: an objection that changed the map without a link to what it changed. */
export function changeWithoutLink({ data, evidence }: ReadinessContext): Fault[] {
  return data.objection
    .filter((row) => row.disposition === 'changed-map' && evidence.counted.has(row.evidence))
    .filter((row) => row.decision === null && row.priority === null && row.stop === null)
    .toSorted(byRowId)
    .map((row) => ({ place: { entity: 'objection', id: row.id, field: 'priority' } }));
}

/** R35: an objection without disposition. */
export function openObjection({ data, evidence }: ReadinessContext): Fault[] {
  const settled = new Set(data.objection.filter((row) => row.disposition !== null).map((row) => row.evidence));
  const begun = new Set(data.objection.map((row) => row.evidence));
  return [...evidence.counted.values()]
    .filter(({ row }) => (row.objection || begun.has(row.id)) && !settled.has(row.id))
    .map(({ row }) => ({ place: { entity: 'evidence', id: row.id, stage: 6 } }));
}

/** R37: more than seven initiatives, or one nobody leads. */
export function crowdedPlan({ data, engagement, leadOf }: ReadinessContext): Fault[] {
  const count = data.initiative.length;
  const crowd: Fault[] =
    count <= 7
      ? []
      : [
          {
            place: { entity: 'engagement', id: engagement.id, part: 'initiatives', stage: 6 },
            params: { count },
            variant: 'many',
          },
        ];
  const alone = data.initiative
    .filter((row) => leadOf(row).kind === 'none')
    .toSorted(byRowId)
    .map((row): Fault => ({
      place: { entity: 'initiative', id: row.id, field: 'lead' },
      params: { initiative: nameOf(row, 'An initiative') },
      variant: 'lead',
    }));
  return [...crowd, ...alone];
}

/** R52: an initiative that its lead has not agreed. */
export function leadNotAgreed({ data, leadOf }: ReadinessContext): Fault[] {
  return data.initiative.toSorted(byRowId).flatMap((row) => {
    const { kind, name } = leadOf(row);
    if (kind === 'none' || row.leadAnswer === 'accepted') return [];
    return [
      {
        place: { entity: 'initiative', id: row.id, field: 'leadAnswer' },
        params: { initiative: nameOf(row, 'An initiative'), lead: name },
        variant: row.leadAnswer ?? 'not-asked',
      },
    ];
  });
}

/** R34: a link whose far end changed since it was confirmed. */
export function suspectLink({ data, suspect }: ReadinessContext): Fault[] {
  const decisions = new Map(data.decision.map((row) => [row.id, row]));
  const priorities = new Map(data.priority.map((row) => [row.id, row]));
  const criteria = new Map(data.criterion.map((row) => [row.id, row]));
  return suspect.map(({ kind, from, to, field }) => {
    const near = { ...decisions.get(from.id), ...priorities.get(from.id), ...criteria.get(from.id) };
    const far = { ...decisions.get(to?.id ?? ''), ...priorities.get(to?.id ?? '') };
    const params = { near: nameOf(near, 'A row'), far: nameOf(far, 'what it serves') };
    return { place: { ...from, field }, params, variant: to === null && kind !== 'paragraph-draft' ? 'gone' : kind };
  });
}
