/** A new engagement out of an old one: what still holds goes over, what was found then stays behind. */
import { type Change, insertRow } from './change.ts';
import type { ClientData, EntityName, Engagement } from './index.ts';

/** What goes over, parents before what refers to them; everything else belongs to the engagement in which it was found. */
const carried = [
  'stakeholder',
  'limit',
  'decision',
  'liveCase',
  'step',
  'priority',
  'criterion',
  'criterionMilestone',
  'dependency',
  'stop',
  'measureChange',
  'modelChange',
] as const satisfies readonly EntityName[];

/** Fields that speak of the old engagement only: days on which something was done or promised, and answers that have to be asked for again. */
const forgotten: ReadonlySet<string> = new Set([
  'label',
  'chosenOn',
  'markedOn',
  'signedOffOn',
  'writtenOn',
  'ownerAnswer',
  'ownerAnsweredOn',
  'ownerCondition',
  'startOn',
  'endOn',
  'firstStepOn',
  'state',
  'stateOn',
  'decisionSeen',
  'prioritySeen',
  'passageSeen',
  'passage',
]);

/** Terms of the old engagement that hold until somebody changes them. */
const kept = [
  'title',
  'tier',
  'consultant',
  'firm',
  'preparedFor',
  'sponsor',
  'confidentiality',
  'currency',
  'strategySetOn',
  'strategyOwner',
  'backlogOwner',
  'chainUnit',
  'chainUnitOne',
  'hourCost',
  'paper',
  'quotes',
] as const satisfies readonly (keyof Engagement)[];

/**
 * The changes that start a new engagement from the map of an old one: people, limits, decisions, priorities with their
 * criteria, stops and measures, and the chain. A criterion starts where it was read last. `data` holds the rows of the old
 * engagement; stops that were carried out and what was withdrawn from the map stay behind.
 */
export function renewEngagement(
  data: ClientData,
  old: Engagement,
  { id, newId, lastValues }: RenewOptions,
): readonly Change[] {
  const ids = new Map<string, string>([[old.id, id]]);
  const mapped = (value: unknown): unknown => (typeof value === 'string' ? (ids.get(value) ?? value) : value);
  const terms = Object.fromEntries(kept.map((name) => [name, old[name]]));
  const rows = carried.flatMap((entity) =>
    (data[entity] as readonly Readonly<Record<string, unknown>>[])
      .filter((row) => !(entity === 'stop' && row['state'] === 'stopped'))
      .map((row) => ({ entity, row })),
  );
  for (const { row } of rows) ids.set(String(row['id']), newId());
  const inserts = rows.map(({ entity, row }): Change => {
    const fields: [string, unknown][] = Object.entries(row)
      .filter(([name]) => name !== 'id' && !forgotten.has(name))
      .map(([name, value]) => [name, mapped(value)]);
    const carriedOver: Readonly<Record<string, unknown>> = Object.fromEntries(fields);
    const last = entity === 'criterion' ? lastValues.get(String(row['id'])) : undefined;
    return {
      op: 'insert',
      entity,
      id: ids.get(String(row['id'])) ?? newId(),
      fields: { ...carriedOver, ...(last === undefined ? {} : { baseline: last }) },
    };
  });
  const sponsor = mapped(old.sponsor) as string | null;
  const owners = {
    strategyOwner: mapped(old.strategyOwner) as string | null,
    backlogOwner: mapped(old.backlogOwner) as string | null,
  };
  return [
    insertRow('engagement', id, { ...terms, sponsor: null, strategyOwner: null, backlogOwner: null, previous: old.id }),
    ...inserts,
    // People come after the engagement that they belong to, so it learns of them last.
    { op: 'update', entity: 'engagement', id, fields: { sponsor, ...owners } },
  ];
}

/** What a renewal needs besides the rows. */
export type RenewOptions = {
  /** Id of the new engagement. */
  readonly id: string;
  readonly newId: () => string;
  /** Last value that was read of a criterion, by its id: the baseline that it starts from. */
  readonly lastValues: ReadonlyMap<string, number>;
};
