/** What changed in an engagement since an issue: decision by decision, in the words of its fields. */
import type { Field } from '../model/define.ts';
import { type ClientData, entities, type EntityName, entityNames } from '../model/index.ts';

/** A field before and after, as a person reads it; ids of the kit stay ids. */
export type FieldSince = {
  readonly field: string;
  readonly says: string;
  readonly from: string;
  readonly to: string;
};

/** A row that came, went or changed. */
export type RowSince = {
  readonly entity: EntityName;
  readonly id: string;
  readonly name: string;
  readonly op: 'added' | 'changed' | 'removed';
  readonly fields: readonly FieldSince[];
};

/** Everything that belongs to one decision. */
export type DecisionSince = {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly rows: readonly RowSince[];
};

/** Rows of which there are many and that the document only counts. */
export type CountSince = {
  readonly entity: EntityName;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
};

/** What changed between two states of an engagement. */
export type ChangesSince = {
  readonly decisions: readonly DecisionSince[];
  readonly others: readonly RowSince[];
  readonly counts: readonly CountSince[];
};

/** Entities whose rows stand in the document one by one. */
const told: ReadonlySet<EntityName> = new Set<EntityName>([
  'client',
  'engagement',
  'decision',
  'translator',
  'objection',
  'finding',
  'step',
  'constraint',
  'priority',
  'criterion',
  'criterionMilestone',
  'stop',
  'measureChange',
  'modelChange',
  'initiative',
  'join',
  'milestone',
  'dayOne',
  'stepBack',
  'limit',
  'plannedReview',
]);

/** Entities that describe the document rather than the work. */
const silent: ReadonlySet<EntityName> = new Set<EntityName>(['kitCopy', 'issue', 'acceptedCheck', 'paragraphEdit']);

type PlainRow = { readonly id: string } & Readonly<Record<string, unknown>>;

/** Compares the rows behind an issue with the rows of now; both hold one engagement. */
export function changesSince(before: ClientData, now: ClientData): ChangesSince {
  const sides = { before, now };
  const rows = entityNames.filter((name) => told.has(name)).flatMap((name) => rowsSince(name, sides));
  const decisions = new Map<string, RowSince[]>();
  const others: RowSince[] = [];
  for (const row of rows) {
    const decision = decisionOf(row.entity, row.id, sides, 0);
    if (decision === null) others.push(row);
    else decisions.set(decision, [...(decisions.get(decision) ?? []), row]);
  }
  return {
    decisions: [...decisions]
      .map(([id, own]) => {
        const row = now.decision.find((one) => one.id === id) ?? before.decision.find((one) => one.id === id);
        return { id, label: row?.label ?? '', name: row?.title || (row?.statement ?? ''), rows: own };
      })
      .toSorted((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true })),
    others,
    counts: entityNames
      .filter((name) => !told.has(name) && !silent.has(name))
      .flatMap((entity): CountSince[] => {
        const count = countSince(entity, sides);
        return count.added + count.changed + count.removed === 0 ? [] : [count];
      }),
  };
}

type Sides = { readonly before: ClientData; readonly now: ClientData };

function rowsSince(entity: EntityName, sides: Sides): RowSince[] {
  const old = indexed(entity, sides.before);
  const fresh = indexed(entity, sides.now);
  const changed = [...fresh.values()].flatMap((row): RowSince[] => {
    const was = old.get(row.id);
    const fields = fieldsSince(entity, was, row, sides);
    if (was !== undefined && fields.length === 0) return [];
    return [{ entity, id: row.id, name: nameOf(entity, row), op: was === undefined ? 'added' : 'changed', fields }];
  });
  const removed = [...old.values()]
    .filter(({ id }) => !fresh.has(id))
    .map((row): RowSince => ({ entity, id: row.id, name: nameOf(entity, row), op: 'removed', fields: [] }));
  return [...changed, ...removed];
}

function countSince(entity: EntityName, sides: Sides): CountSince {
  const old = indexed(entity, sides.before);
  const fresh = indexed(entity, sides.now);
  const same = (row: PlainRow, was: PlainRow): boolean =>
    shownFields(entity).every(([name]) => JSON.stringify(row[name]) === JSON.stringify(was[name]));
  let changed = 0;
  let added = 0;
  for (const row of fresh.values()) {
    const was = old.get(row.id);
    if (was === undefined) added += 1;
    else if (!same(row, was)) changed += 1;
  }
  return { entity, added, changed, removed: [...old.keys()].filter((id) => !fresh.has(id)).length };
}

function fieldsSince(entity: EntityName, was: PlainRow | undefined, row: PlainRow, sides: Sides): FieldSince[] {
  return shownFields(entity).flatMap(([field, declared]): FieldSince[] => {
    const from = was === undefined ? '' : shown(declared, was[field], sides.before);
    const to = shown(declared, row[field], sides.now);
    if (was === undefined ? to === '' || to === shown(declared, declared.initial, sides.now) : from === to) return [];
    return [{ field, says: declared.says, from, to }];
  });
}

/** Fields that a person wrote; places in an order, marks and digests are the program's. */
function shownFields(entity: EntityName): readonly (readonly [string, Field])[] {
  const fields = Object.entries(entities[entity].fields as Readonly<Record<string, Field>>);
  return fields.filter(
    ([name, { kind, searched }]) =>
      name !== 'engagement' &&
      name !== 'position' &&
      kind !== 'large' &&
      kind !== 'bytes' &&
      kind !== 'label' &&
      (searched || (kind !== 'line' && kind !== 'text')),
  );
}

function shown(field: Field, value: unknown, data: ClientData): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return Array.isArray(value) ? value.join(', ') : '';
  if (field.options !== null) return field.options[value] ?? value;
  if (field.kind !== 'reference' || field.target === null) return value;
  const target = field.target as EntityName;
  const row = indexed(target, data).get(value);
  return row === undefined ? '' : nameOf(target, row) || entities[target].one;
}

function nameOf(entity: EntityName, row: PlainRow): string {
  const { one, title } = entities[entity];
  const text = (name: string): string => (typeof row[name] === 'string' ? row[name] : '');
  if (entity === 'stakeholder') return text('role') || text('name');
  const words = title === null ? '' : text(title);
  return [text('label'), words].filter(Boolean).join(' ') || one;
}

/** The decision that a row belongs to: its own, or that of the priority or criterion that it points to. */
function decisionOf(entity: EntityName, id: string, sides: Sides, depth: number): string | null {
  if (entity === 'decision') return id;
  const row = indexed(entity, sides.now).get(id) ?? indexed(entity, sides.before).get(id);
  if (row === undefined || depth > 2) return null;
  const fields = Object.entries(entities[entity].fields as Readonly<Record<string, Field>>);
  for (const target of ['decision', 'priority', 'criterion'] as const) {
    const end = fields.find(([, field]) => field.target === target)?.[0];
    const other = end === undefined ? null : row[end];
    if (typeof other === 'string' && other !== '') return decisionOf(target, other, sides, depth + 1);
  }
  return null;
}

const indexes = new WeakMap<ClientData, Map<EntityName, ReadonlyMap<string, PlainRow>>>();

function indexed(entity: EntityName, data: ClientData): ReadonlyMap<string, PlainRow> {
  const known = indexes.get(data) ?? new Map<EntityName, ReadonlyMap<string, PlainRow>>();
  indexes.set(data, known);
  const found = known.get(entity);
  if (found !== undefined) return found;
  const made = new Map((data[entity] as unknown as readonly PlainRow[]).map((row) => [row.id, row]));
  known.set(entity, made);
  return made;
}
