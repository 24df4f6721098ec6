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
  const valid: ValidChange[] = [];
  for (const [index, change] of changes.entries()) {
    const checked = validateChange(change, `changes.${index}`, entities, withLabels);
    if (!checked.ok) return checked;
    valid.push(checked.value);
  }
  return ok(valid);
}

function validateChange(
  change: unknown,
  place: string,
  entities: Entities,
  withLabels: boolean,
): Result<ValidChange, Failure> {
  if (!isRecord(change)) return badInput(place, 'must be a change');
  const { op, entity: name, id, fields } = change;
  const entity = typeof name === 'string' && Object.hasOwn(entities, name) ? entities[name] : undefined;
  if (entity === undefined) return badInput(`${place}.entity`, 'there is no such entity');
  const path = `${place}.${entity.name}`;
  if (!isId(id)) return badInput(`${path}.id`, 'must be a UUID in lower case');
  if (op === 'delete') return ok({ op, entity, id });
  if (op !== 'insert' && op !== 'update') return badInput(`${place}.op`, 'must be insert, update or delete');
  if (!isRecord(fields)) return badInput(`${path}.fields`, 'must be an object');
  const values: Record<string, unknown> = {};
  for (const [fieldName, value] of Object.entries(fields)) {
    const field = Object.hasOwn(entity.fields, fieldName) ? entity.fields[fieldName] : undefined;
    if (field === undefined) return badInput(`${path}.${short(fieldName)}`, 'there is no such field');
    if (field.kind === 'label' && !(withLabels && op === 'insert'))
      return badInput(`${path}.${fieldName}`, 'is given by Throughline and never changes');
    const checked = validateValue(field, value, `${path}.${fieldName}`);
    if (!checked.ok) return checked;
    values[fieldName] = checked.value;
  }
  if (op === 'update') return ok({ op, entity, id, values });
  for (const [fieldName, field] of Object.entries(entity.fields)) {
    if (Object.hasOwn(values, fieldName)) continue;
    if (field.kind !== 'label' && field.initial === '' && !field.schema.safeParse('').success)
      return badInput(`${path}.${fieldName}`, 'must be given');
    values[fieldName] = field.initial;
  }
  return ok({ op, entity, id, values });
}

function validateValue(field: Field, value: unknown, path: string): Result<unknown, Failure> {
  const parsed = field.schema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const inner = (issue?.path ?? []).map((part) => `.${String(part)}`).join('');
    return badInput(`${path}${inner}`, issue?.message ?? 'does not fit');
  }
  if (field.kind === 'list' && !isCleanList(parsed.data)) return badInput(path, 'must be well-formed text without NUL');
  if (field.kind === 'reference' && parsed.data !== null && !isId(parsed.data))
    return badInput(path, 'must be a UUID in lower case');
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
