/** Goes through the log for words that are taken back: rows that are gone, and texts in which the words once stood. */
import type { EntityName } from '../../shared/model/index.ts';
import { repeats } from '../../shared/model/withdrawal/repeated.ts';
import { writtenElsewhere } from '../../shared/model/withdrawal/spoken-words.ts';
import type { PlainRow } from '../../shared/model/withdrawal/whose.ts';
import type { Engine } from './engine.ts';
import { type LoggedChange, loggedPatch, readStored } from './logged.ts';
import type { Values } from './tables.ts';

/** What the log holds of rows in which people's words can stand. */
export type LogScan = {
  /** Rows that went, as they were last, by entity and id. */
  readonly gone: ReadonlyMap<string, { readonly entity: EntityName; readonly row: PlainRow }>;
  /** Fields in which one of the texts stood at some time, by entity and id. */
  readonly touched: ReadonlyMap<string, ReadonlySet<string>>;
  /** Revisions that mention a row, by entity and id. */
  readonly mentions: ReadonlyMap<string, readonly number[]>;
};

/** Reads the whole log once, oldest entry first; what others wrote is passed over. */
export function scanLog(engine: Engine, telling: readonly string[]): LogScan {
  const gone = new Map<string, { entity: EntityName; row: PlainRow }>();
  const touched = new Map<string, Set<string>>();
  const mentions = new Map<string, number[]>();
  const texts = new Map<string, string>();
  const longest = Math.max(0, ...telling.map((text) => text.length));
  const note = (key: string, field: string): void => {
    const fields = touched.get(key) ?? new Set<string>();
    touched.set(key, fields.add(field));
  };
  const readValues = (key: string, entity: string, values: Values): void => {
    for (const [field, value] of Object.entries(values)) {
      if (typeof value !== 'string') continue;
      if (repeats(value, telling)) note(key, field);
      if (engine.entities[entity]?.fields[field]?.kind === 'text') texts.set(`${key} ${field}`, value);
    }
  };
  const readUpdate = (key: string, entity: string, change: LoggedChange & readonly ['update', ...unknown[]]): void => {
    for (const [field, logged] of Object.entries(change[4])) {
      const patch = loggedPatch(logged);
      if (patch === null) {
        readValues(key, entity, { [field]: logged[0] });
        readValues(key, entity, { [field]: logged[1] });
        continue;
      }
      const before = texts.get(`${key} ${field}`) ?? '';
      const after = before.slice(0, patch.at) + patch.inserted + before.slice(patch.at + patch.removed.length);
      texts.set(`${key} ${field}`, after);
      // A text that comes together does so around the place where it was typed.
      const around = after.slice(Math.max(0, patch.at - longest), patch.at + patch.inserted.length + longest);
      if (repeats(around, telling)) note(key, field);
    }
    if (change[5] !== undefined) readValues(key, entity, change[5]);
  };
  const newest = engine.log.head()?.revision ?? 0;
  for (let revision = 1; revision <= newest; revision += 1) {
    const text = engine.log.text(revision);
    if (text === null || !spokenIn.test(text)) continue;
    for (const change of readStored(text).changes) {
      const [op, entity, id] = change;
      if (writtenElsewhere.has(entity as EntityName)) continue;
      const key = `${entity} ${id}`;
      const known = mentions.get(key);
      if (known === undefined) mentions.set(key, [revision]);
      else if (known.at(-1) !== revision) known.push(revision);
      if (op === 'update') readUpdate(key, entity, change);
      else readValues(key, entity, change[4]);
      if (op === 'delete') gone.set(key, { entity: entity as EntityName, row: { ...change[4], id } });
      else gone.delete(key);
    }
  }
  return { gone, touched, mentions };
}

// An import of a backlog is one long entry of nothing else: it need not be taken apart.
const spokenIn = new RegExp(`\\["[iuds]","(?!(?:${[...writtenElsewhere].join('|')})")`, 'u');
