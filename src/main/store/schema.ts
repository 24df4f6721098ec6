/** The schema as a pure function of the model: tables, what a newer model adds to them, and the SQL of it. */
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { type Entity, type Field, snakeCase } from '../../shared/model/define.ts';
import type { Column, Migration, Table } from './migrations/migration.ts';
import { systemStatements } from './system-schema.ts';
import type { Entities } from './types.ts';

/** What one version adds to another. */
export type Additions = { readonly tables: readonly Table[]; readonly columns: readonly Table[] };

/** The tables that the model needs, in its order. */
export function tablesOf(entities: Entities): readonly Table[] {
  return Object.values(entities).map((entity) => tableOf(entity, entities));
}

/** The tables after a list of migrations. */
export function tablesAfter(migrations: readonly Migration[]): readonly Table[] {
  const tables = new Map<string, Table>();
  for (const migration of migrations) {
    for (const table of migration.tables) tables.set(table.entity, table);
    for (const added of migration.columns) {
      const columns = [...(tables.get(added.entity)?.columns ?? []), ...added.columns];
      tables.set(added.entity, { ...added, columns });
    }
  }
  return [...tables.values()];
}

/**
 * What has to be added to `before` to reach `after`. Fails with a sentence when something would have to go or to change:
 * tables only grow, so that every file ever made can still be read.
 */
export function additionsBetween(before: readonly Table[], after: readonly Table[]): Result<Additions, string> {
  const next = new Map(after.map((table) => [table.entity, table]));
  const previous = new Map(before.map((table) => [table.entity, table]));
  const columns: Table[] = [];
  for (const old of before) {
    const table = next.get(old.entity);
    if (table === undefined) return fail(`${old.entity} is gone from the model; tables are never dropped`);
    const kept = new Map(table.columns.map((column) => [column.field, column]));
    for (const column of old.columns) {
      const now = kept.get(column.field);
      const place = `${old.entity}.${column.field}`;
      if (now === undefined) return fail(`${place} is gone from the model; columns are never dropped`);
      if (storage(now) !== storage(column)) return fail(`${place} is stored differently now; give it a new name`);
    }
    const known = new Set(old.columns.map((column) => column.field));
    const added = table.columns.filter((column) => !known.has(column.field));
    const needed = added.find((column) => !column.nullable && column.initial === null);
    if (needed !== undefined) return fail(`${old.entity}.${needed.field} has no value in rows that are there already`);
    if (added.length > 0) columns.push({ ...table, columns: added });
  }
  return ok({ tables: after.filter((table) => !previous.has(table.entity)), columns });
}

/** The SQL that adds it; the very first version makes the store's own tables too. */
export function statementsFor(additions: Additions, first: boolean): readonly string[] {
  return [
    ...(first ? systemStatements : []),
    ...additions.tables.map(createTable),
    ...additions.columns.flatMap((table) =>
      table.columns.map((column) => `ALTER TABLE "${table.table}" ADD COLUMN ${columnSql(column)}`),
    ),
    ...[...additions.tables, ...additions.columns].flatMap(indexes),
  ];
}

function tableOf(entity: Entity, entities: Entities): Table {
  const columns = Object.entries(entity.fields).map(([name, field]) => columnOf(name, field, entities));
  // Long cells come last: reading what stands before them does not follow their overflow pages.
  const long = (column: Column): boolean => column.kind === 'large' || column.kind === 'bytes';
  const ordered = [...columns.filter((column) => !long(column)), ...columns.filter(long)];
  return { entity: entity.name, table: entity.table, columns: ordered };
}

function columnOf(name: string, field: Field, entities: Entities): Column {
  const owner = field.kind === 'reference' && field.initial !== null;
  return {
    field: name,
    column: snakeCase(name),
    kind: field.kind,
    type: columnType(field),
    nullable: field.initial === null,
    initial: owner ? null : initialCell(field.initial),
    references: field.target === null ? null : (entities[field.target]?.table ?? null),
  };
}

function columnType(field: Field): Column['type'] {
  if (field.kind === 'number') return 'REAL';
  if (field.kind === 'integer' || field.kind === 'flag') return 'INTEGER';
  return field.kind === 'bytes' ? 'BLOB' : 'TEXT';
}

function initialCell(value: unknown): string | number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number' || value === null) return value;
  return JSON.stringify(value);
}

function storage(column: Column): string {
  return [column.column, column.type, column.nullable, column.references].join(' ');
}

function createTable(table: Table): string {
  const own = [
    '"id" TEXT PRIMARY KEY NOT NULL',
    '"_digest" BLOB NOT NULL',
    '"_edits" INTEGER NOT NULL',
    '"_revision" INTEGER NOT NULL',
  ];
  return `CREATE TABLE "${table.table}" (${[...own, ...table.columns.map(columnSql)].join(', ')}) STRICT`;
}

// A closed list is not a CHECK: SQLite could never widen it, and the write path validates every value.
function columnSql(column: Column): string {
  const parts = [`"${column.column}" ${column.type}`];
  if (!column.nullable) parts.push('NOT NULL');
  if (!column.nullable && column.initial !== null) parts.push(`DEFAULT ${literal(column)}`);
  if (column.references !== null) parts.push(`REFERENCES "${column.references}"("id") DEFERRABLE INITIALLY DEFERRED`);
  return parts.join(' ');
}

function literal(column: Column): string {
  if (column.type === 'BLOB') return "x''";
  return typeof column.initial === 'number'
    ? String(column.initial)
    : `'${String(column.initial).replaceAll("'", "''")}'`;
}

// The engagement of a row has no index: nearly all rows share one, so it would only cost space.
function indexes(table: Table): readonly string[] {
  return table.columns
    .filter((column) => column.references !== null && column.references !== 'engagement')
    .map(
      ({ column }) =>
        `CREATE INDEX "_by_${table.table}_${column}" ON "${table.table}"("${column}") WHERE "${column}" IS NOT NULL`,
    );
}
