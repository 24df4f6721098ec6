/** Checks of priorities: owner, dates, relation to the constraint, what they stop and change. */
import { addDays } from '../../lib/dates.ts';
import { foldText } from '../../lib/text.ts';
import type { Priority } from '../../model/index.ts';
import { byRowId } from '../order.ts';
import { nameOf, type ReadinessContext } from './context.ts';
import type { Fault } from './finding.ts';
import type { Owner } from './owner.ts';
import { isBlank, wordFinder } from './words.ts';

/** R03: a priority without exactly one named person as owner. */
export function ownerNotOnePerson({ priorities, ownerOf }: ReadinessContext): Fault[] {
  return priorities.flatMap((row) => {
    const { kind, name } = ownerOf(row);
    return kind === 'one' ? [] : [{ ...at(row, 'owner', { owner: name }), variant: kind }];
  });
}

/** R11: a priority without start and end, or that ends before it starts. */
export function priorityWithoutDates({ priorities }: ReadinessContext): Fault[] {
  return priorities.flatMap((row) => {
    const { startOn, endOn } = row;
    if (startOn !== null && endOn !== null) {
      return endOn < startOn ? [{ ...at(row, 'endOn'), variant: 'order' }] : [];
    }
    const fields = [...(startOn === null ? ['startOn'] : []), ...(endOn === null ? ['endOn'] : [])];
    return [at(row, startOn === null ? 'startOn' : 'endOn', { fields })];
  });
}

/** R12: an owner to be named who did not permit it. A name that is typed only has no permission on file. */
export function ownerNotPermitted({ priorities, ownerOf }: ReadinessContext): Fault[] {
  return priorities.flatMap((row) => {
    const { kind, name, person } = ownerOf(row);
    if (kind !== 'one' || person?.permitsNaming === true) return [];
    const place = person === null ? at(row, 'owner').place : permission(row, person.id);
    return [
      {
        place,
        params: { priority: nameOf(row, 'A priority'), owner: name },
        variant: person === null ? 'typed' : 'person',
      },
    ];
  });
}

/** R20: a priority that stops nothing and gives no reason. */
export function stopsNothing({ data, priorities }: ReadinessContext): Fault[] {
  const stopping = new Set(data.stop.filter((row) => !isBlank(row.what)).map((row) => row.priority));
  return priorities
    .filter((row) => !stopping.has(row.id) && isBlank(row.noStopReason))
    .map((row) => at(row, 'noStopReason'));
}

/** R21: a priority with no measure change. */
export function changesNoMeasure({ data, priorities }: ReadinessContext): Fault[] {
  const changing = new Set(
    data.measureChange.filter((row) => !isBlank(row.add) || !isBlank(row.drop)).map((row) => row.priority),
  );
  return priorities.filter((row) => !changing.has(row.id)).map((row) => at(row));
}

/** R22: an owner of more than 2 priorities. */
export function ownerOfMany({ priorities, ownerOf }: ReadinessContext): Fault[] {
  const owned = new Map<string, { owner: Owner; rows: Priority[] }>();
  for (const row of priorities) {
    const owner = ownerOf(row);
    if (owner.kind !== 'one') continue;
    const key = owner.person?.id ?? foldText(owner.name);
    const load = owned.get(key) ?? { owner, rows: [] };
    load.rows.push(row);
    owned.set(key, load);
  }
  return [...owned].flatMap(([key, { owner, rows }]) => {
    const [first] = rows;
    if (first === undefined || rows.length <= 2) return [];
    return [
      {
        place: { ...at(first, 'owner').place, part: key },
        params: { owner: owner.name, count: rows.length, priorities: rows.map((row) => nameOf(row, 'a priority')) },
      },
    ];
  });
}

/** R23: first step, or the start where no first step is dated, later than 90 days after the planned issue. */
export function lateFirstStep({ priorities, engagement }: ReadinessContext): Fault[] {
  if (engagement.plannedIssueOn === null) return [];
  const last = addDays(engagement.plannedIssueOn, 90);
  return priorities.flatMap((row) => {
    const on = row.firstStepOn ?? row.startOn;
    if (on === null || on <= last) return [];
    return [
      row.firstStepOn === null ? { ...at(row, 'startOn', { on }), variant: 'start' } : at(row, 'firstStepOn', { on }),
    ];
  });
}

/** R25, first half: a priority that starts before one that it depends on ends. */
export function startsTooEarly({ data, priorities }: ReadinessContext): Fault[] {
  const byId = new Map(priorities.map((row) => [row.id, row]));
  return data.dependency.toSorted(byRowId).flatMap((link) => {
    const row = byId.get(link.priority);
    const needs = byId.get(link.needs);
    if (row === undefined || needs === undefined || row.startOn === null || needs.endOn === null) return [];
    if (row.startOn >= needs.endOn) return [];
    const fault = at(row, 'startOn', { needs: nameOf(needs, 'the priority that it depends on') });
    return [{ ...fault, place: { ...fault.place, part: needs.id }, variant: 'dependency' }];
  });
}

/** R32: a priority marked against a fixed limit. */
export function againstFixedLimit({ data, priorities }: ReadinessContext): Fault[] {
  const limits = new Map(data.limit.map((row) => [row.id, row]));
  return priorities.flatMap((row) => {
    const limit = row.againstLimit === null ? undefined : limits.get(row.againstLimit);
    return limit?.hold === 'fixed' ? [at(row, 'againstLimit', { limit: limit.text.trim() })] : [];
  });
}

/** R33: a priority that adds process words and is off the constraint without reason. */
export function addsProcess({ data, kit, priorities }: ReadinessContext): Fault[] {
  const find = wordFinder(kit.content.words.process);
  return priorities.filter(isOffWithoutReason).flatMap((row) => {
    const added = data.measureChange.filter((one) => one.priority === row.id).toSorted(byRowId);
    const word = [row.title, ...added.map((one) => one.add)].map(find).find((one) => one !== null);
    return word === undefined || word === null ? [] : [at(row, 'title', { word })];
  });
}

/** R47: a capability indicator of 2 or more and no priority that builds it first. */
export function capabilityNotBuilt({ data, patterns, priorities }: ReadinessContext): Fault[] {
  const builders = priorities.filter((row) => row.buildsCapability);
  const starts = new Map(priorities.map((row) => [row.id, row.startOn]));
  const first = builders.some((builder) =>
    data.dependency
      .filter((link) => link.needs === builder.id)
      .every((link) => !isBefore(starts.get(link.priority) ?? null, builder.startOn)),
  );
  if (first) return [];
  return patterns
    .filter((one) => one.pattern.id === capabilityPattern)
    .flatMap((one) => one.indicators)
    .flatMap(({ indicator, value, lead }) =>
      value === null || value < 2 || lead === null
        ? []
        : [
            {
              place: { entity: 'rating', id: lead.id, stage: 6 },
              params: { indicator: indicator.handle, value },
              variant: builders.length === 0 ? 'none' : 'late',
            },
          ],
    );
}

/** R48: no measure or reward follows what the constraint completes. */
export function nothingFollowsConstraint({ data, constraint }: ReadinessContext): Fault[] {
  if (constraint.confirmed === null || data.measureChange.some((row) => row.followsConstraint)) return [];
  const { row, reading } = constraint.confirmed;
  return [{ place: { entity: 'constraint', id: row.id, stage: 6 }, params: { step: reading.step.name } }];
}

/** R50: priorities written before the first playback. Customers give none, and whoever withdrew gave none. */
export function writtenBeforePlayback({ data, priorities, people }: ReadinessContext): Fault[] {
  const heldOn = new Map(data.interview.map((row) => [row.id, row.heldOn]));
  const asked = new Set(people.counted.filter((person) => !person.customer).map((person) => person.id));
  const marks = data.playbackMark.filter((row) => row.mark !== null && asked.has(row.person));
  const days = marks.map((row) => row.on ?? (row.interview === null ? null : (heldOn.get(row.interview) ?? null)));
  const first = days.filter((day) => day !== null).toSorted()[0] ?? null;
  const early = priorities.filter((row) => marks.length === 0 || isBefore(row.writtenOn, first));
  const [row] = early;
  if (row === undefined) return [];
  const names = early.map((one) => nameOf(one, 'a priority'));
  return [{ ...at(row, 'writtenOn', { priorities: names }), variant: marks.length === 0 ? 'none' : 'early' }];
}

/** R51: off the constraint without saying why now. */
export function offWithoutReason({ priorities }: ReadinessContext): Fault[] {
  return priorities.filter(isOffWithoutReason).map((row) => at(row, 'relationReason'));
}

/** R53: a gain or payback without source. */
export function gainWithoutSource({ priorities }: ReadinessContext): Fault[] {
  return priorities.filter((row) => !isBlank(row.gain) && isBlank(row.gainSource)).map((row) => at(row, 'gainSource'));
}

/** R55: an owner who has not accepted. */
export function ownerNotAccepted({ priorities, ownerOf }: ReadinessContext): Fault[] {
  return priorities.flatMap((row) => {
    const { kind, name } = ownerOf(row);
    if (kind !== 'one' || row.ownerAnswer === 'accepted') return [];
    return [{ ...at(row, 'ownerAnswer', { owner: name }), variant: row.ownerAnswer ?? 'not-asked' }];
  });
}

/** The pattern of the kit that says what the direction asks for and nobody can do yet. */
const capabilityPattern = 'capability-lags';

function isOffWithoutReason(row: Priority): boolean {
  return row.relation === 'off' && isBlank(row.relationReason);
}

function isBefore(day: string | null, other: string | null): boolean {
  return day !== null && other !== null && day < other;
}

function at(row: Priority, field?: string, params: Fault['params'] = {}): Fault {
  return {
    place: { entity: 'priority', id: row.id, ...(field !== undefined && { field }) },
    params: { priority: nameOf(row, 'A priority'), ...params },
  };
}

/** The permission is kept with the person; each priority that needs it is told apart. */
function permission(row: Priority, person: string): Fault['place'] {
  return { entity: 'stakeholder', id: person, field: 'permitsNaming', part: row.id, stage: 1 };
}
