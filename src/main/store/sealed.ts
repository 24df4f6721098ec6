/** Words that were taken back, as the log holds them: as digests in their places. */
import { createHmac, randomBytes } from 'node:crypto';
import { isLongDigest, type LoggedChange, type LoggedFields, loggedPatch, type LongDigest } from './logged.ts';
import type { Values } from './tables.ts';

/** Makes the digests of one withdrawal. */
export type Sealer = (value: unknown) => LongDigest;

/**
 * Digests with a key that is thrown away: the log holds texts as they were typed, a few letters at a time, and letters can be
 * guessed one after the other from plain digests of them.
 */
export function openSealer(): Sealer {
  const key = randomBytes(32);
  return (value) => ({ digest: createHmac('sha256', key).update(String(value)).digest('hex') });
}

/** A change without the words in these fields; the same object when they hold none. */
export function sealChange(change: LoggedChange, fields: ReadonlySet<string>, seal: Sealer): LoggedChange {
  const [op, entity, id, before] = change;
  if (op !== 'update') {
    const values = sealValues(change[4], fields, seal);
    return values === change[4] ? change : [op, entity, id, before, values];
  }
  const told = sealFields(change[4], fields, seal);
  const whole = change[5] === undefined ? undefined : sealValues(change[5], fields, seal);
  if (told === change[4] && whole === change[5]) return change;
  return whole === undefined ? ['update', entity, id, before, told] : ['update', entity, id, before, told, whole];
}

function sealFields(told: LoggedFields, fields: ReadonlySet<string>, seal: Sealer): LoggedFields {
  const sealed = Object.entries(told).map(([name, field]): [string, LoggedFields[string]] => {
    if (!fields.has(name)) return [name, field];
    const patch = loggedPatch(field);
    // What is left of a patch says neither where it was nor how long.
    if (patch !== null) return [name, [seal(patch.removed), seal(patch.inserted)]];
    const [was, now] = [sealValue(field[0], seal), sealValue(field[1], seal)];
    return [name, was === field[0] && now === field[1] ? field : [was, now]];
  });
  return sealed.every(([name, field]) => field === told[name]) ? told : Object.fromEntries(sealed);
}

function sealValues(values: Values, fields: ReadonlySet<string>, seal: Sealer): Values {
  const wanted = [...fields].filter((name) => name in values && sealValue(values[name], seal) !== values[name]);
  if (wanted.length === 0) return values;
  return { ...values, ...Object.fromEntries(wanted.map((name) => [name, sealValue(values[name], seal)])) };
}

function sealValue(value: unknown, seal: Sealer): unknown {
  return typeof value !== 'string' || value === '' || isLongDigest(value) ? value : seal(value);
}
