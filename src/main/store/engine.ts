/** One connection with everything that works on it; made anew when a connection has to be replaced. */
import { type Database, diskError } from './database.ts';
import { type Facts, openFacts } from './facts.ts';
import { type Log, openLog } from './log.ts';
import type { Table } from './migrations/migration.ts';
import { openSearchIndex, type SearchIndex } from './search-index.ts';
import { openTables, type TableAccess } from './tables.ts';
import type { Entities } from './types.ts';

/** A reference that points to rows of an entity. */
export type Inward = {
  readonly table: TableAccess;
  readonly field: string;
  readonly position: number;
  readonly cascade: boolean;
};

/** A connection and its parts. */
export type Engine = {
  readonly db: Database;
  readonly entities: Entities;
  readonly tables: ReadonlyMap<string, TableAccess>;
  /** References by the entity that they point to. */
  readonly inward: ReadonlyMap<string, readonly Inward[]>;
  readonly facts: Facts;
  readonly log: Log;
  readonly search: SearchIndex;
};

/** Builds the parts of a connection whose schema is the current one. */
export function createEngine(db: Database, entities: Entities, schema: readonly Table[]): Engine {
  const tables = openTables(db, entities, schema);
  return {
    db,
    entities,
    tables,
    inward: inwardReferences(tables),
    facts: openFacts(db),
    log: openLog(db),
    search: openSearchIndex(db),
  };
}

/** The table of an entity that is known to exist. */
export function tableOf(engine: Engine, entity: string): TableAccess {
  const table = engine.tables.get(entity);
  if (table === undefined) throw new Error(`No table of ${entity}`);
  return table;
}

/** The table of an entity that the log names; a name that is none was damaged on the disk. */
export function loggedTable(engine: Engine, entity: string): TableAccess {
  const table = engine.tables.get(entity);
  if (table === undefined) throw diskError('SQLITE_CORRUPT');
  return table;
}

function inwardReferences(tables: ReadonlyMap<string, TableAccess>): ReadonlyMap<string, readonly Inward[]> {
  const inward = new Map<string, Inward[]>();
  for (const table of tables.values()) {
    for (const [field, { target, whenGone }] of Object.entries(table.entity.fields)) {
      if (target === null) continue;
      const list = inward.get(target) ?? [];
      list.push({ table, field, position: table.position(field), cascade: whenGone === 'cascade' });
      inward.set(target, list);
    }
  }
  return inward;
}
