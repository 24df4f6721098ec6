/** The boundary of the write path: what a request may say, entity by entity and field by field, with the place of a mistake. */
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { isCleanText } from '../../shared/lib/text.ts';
import type { Entity, Field } from '../../shared/model/define.ts';
import type { ApplyRequest, Entities } from './types.ts';

/** A change whose values are known to fit the model. An insert has a value for every field. */
export type ValidChange =
  | {
      readonly op: 'insert';
      readonly entity: Entity;
      readonly id: string;
      readonly values: Readonly<Record<string, unknown>>;
    }
  | {
      readonly op: 'update';
      readonly entity: Entity;
      readonly id: string;
      readonly values: Readonly<Record<string, unknown>>;
    }
  | { readonly op: 'delete'; readonly entity: Entity; readonly id: string };

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/u;
const kinds: readonly string[] = ['edit', 'import', 'migration', 'repair'];

/** Whether a text is a UUID in lower case, as every id of a file is. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value);
}

/** Checks a whole request; the first mistake is told with its path, such as `changes.3.priority.title`. */
export function validateRequest(request: ApplyRequest, entities: Entities): Result<readonly ValidChange[], Failure> {
  if (!isId(request.opId)) return badInput('opId', 'must be a UUID in lower case');
  if (request.step !== undefined && !isId(request.step)) return badInput('step', 'must be a UUID in lower case');
  if (!kinds.includes(request.kind)) return badInput('kind', `must be one of ${kinds.join(', ')}`);
  if (typeof request.label !== 'string' || request.label.length > 200 || !isCleanText(request.label))
    return badInput('label', 'must be well-formed text of at most 200 characters');
  if (!Array.isArray(request.changes)) return badInput('changes', 'must be a list');
  return validateChanges(request.changes, entities, request.kind === 'import');
}

/** Checks changes. Labels are given by the write path; only an import brings its own. */
export function validateChanges(
  changes: readonly unknown[],
  entities: Entities,
  withLabels: boolean,
): Result<readonly ValidChange[], Failure> {
  const boundary: Boundary = { entities, withLabels, known: new Map(), blanks: new Map() };
  const valid: ValidChange[] = [];
  for (const [index, change] of changes.entries()) {
    const checked = validateChange(change, index, boundary);
    if (!checked.ok) return checked;
    valid.push(checked.value);
  }
  return ok(valid);
}

/** What checking one change shares with the next: the model, and by field the values that were found to fit. */
type Boundary = {
  readonly entities: Entities;
  readonly withLabels: boolean;
  readonly known: Map<Field, Set<unknown>>;
  readonly blanks: Map<Entity, Blank>;
};

/** A row before anything was filled in, and the fields that cannot stay as they are there. */
type Blank = { readonly values: Readonly<Record<string, unknown>>; readonly required: readonly string[] };

function validateChange(change: unknown, index: number, boundary: Boundary): Result<ValidChange, Failure> {
  if (!isRecord(change)) return badInput(`changes.${index}`, 'must be a change');
  const { op, entity: name, id, fields } = change;
  const entity = typeof name === 'string' && Object.hasOwn(boundary.entities, name) ? boundary.entities[name] : null;
  if (entity === null || entity === undefined) return badInput(`changes.${index}.entity`, 'there is no such entity');
  // Places are put into words only for a mistake: an import checks a million values.
  const at = (inner: string): string => `changes.${index}.${entity.name}.${inner}`;
  if (!isId(id)) return badInput(at('id'), 'must be a UUID in lower case');
  if (op === 'delete') return ok({ op, entity, id });
  if (op !== 'insert' && op !== 'update') return badInput(`changes.${index}.op`, 'must be insert, update or delete');
  if (!isRecord(fields)) return badInput(at('fields'), 'must be an object');
  const blank = op === 'insert' ? blankOf(entity, boundary) : null;
  const values: Record<string, unknown> = { ...blank?.values };
  for (const fieldName of Object.keys(fields)) {
    const field = Object.hasOwn(entity.fields, fieldName) ? entity.fields[fieldName] : undefined;
    if (field === undefined) return badInput(at(short(fieldName)), 'there is no such field');
    if (field.kind === 'label' && !(boundary.withLabels && op === 'insert'))
      return badInput(at(fieldName), 'is given by Throughline and never changes');
    const checked = validateValue(field, fields[fieldName], boundary);
    if (!checked.ok) return badInput(at(`${fieldName}${checked.error.inner}`), checked.error.problem);
    values[fieldName] = checked.value;
  }
  const missing = blank?.required.find((fieldName) => !Object.hasOwn(fields, fieldName));
  if (missing !== undefined) return badInput(at(missing), 'must be given');
  return ok({ op, entity, id, values });
}

function blankOf(entity: Entity, { blanks }: Boundary): Blank {
  const known = blanks.get(entity);
  if (known !== undefined) return known;
  const fields = Object.entries(entity.fields);
  const blank = {
    values: Object.fromEntries(fields.map(([name, { initial }]) => [name, initial])),
    required: fields.flatMap(([name, { kind, initial, schema }]) =>
      kind !== 'label' && initial === '' && !schema.safeParse('').success ? [name] : [],
    ),
  };
  blanks.set(entity, blank);
  return blank;
}

/** What is wrong with a value, and where in it. */
type Misfit = { readonly inner: string; readonly problem: string };

// Rows of an import have most of their values in common: what fitted once is looked up instead of being checked again.
function validateValue(field: Field, value: unknown, { known }: Boundary): Result<unknown, Misfit> {
  if ((typeof value === 'object' && value !== null) || isLongText(value)) return checkValue(field, value);
  const fitting = known.get(field);
  if (fitting?.has(value) === true) return ok(value);
  const checked = checkValue(field, value);
  if (!checked.ok || checked.value !== value) return checked;
  if (fitting === undefined) known.set(field, new Set([value]));
  else if (fitting.size < remembered) fitting.add(value);
  return checked;
}

const remembered = 1000;

function isLongText(value: unknown): boolean {
  return typeof value === 'string' && value.length > 40;
}

function checkValue(field: Field, value: unknown): Result<unknown, Misfit> {
  if (Array.isArray(value) && value.length === 0 && Array.isArray(field.initial)) return ok(value);
  const parsed = field.schema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const inner = (issue?.path ?? []).map((part) => `.${String(part)}`).join('');
    return fail({ inner, problem: issue?.message ?? 'does not fit' });
  }
  if (field.kind === 'list' && !isCleanList(parsed.data))
    return fail({ inner: '', problem: 'must be well-formed text without NUL' });
  if (field.kind === 'reference' && parsed.data !== null && !isId(parsed.data))
    return fail({ inner: '', problem: 'must be a UUID in lower case' });
  return ok(parsed.data);
}

function isCleanList(value: unknown): boolean {
  if (typeof value === 'string') return isCleanText(value);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isCleanList);
  return true;
}

function badInput(path: string, problem: string): Result<never, Failure> {
  return fail(failure('bad-input', { path, problem }));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// A made-up name may be long or malformed, and it ends up in a message.
function short(name: string): string {
  return JSON.stringify(name.slice(0, 40)).slice(1, -1);
}
