/** Access to the table of one entity: cells in, cells out, by prepared statements. It checks nothing. */
import type { Entity, Field } from '../../shared/model/define.ts';
import { fromCell, isLong, toCell } from './codec.ts';
import type { Database, SqlValue, Statement } from './database.ts';
import { emptyTally, rowDigest, type Tally, withDigest } from './digest.ts';
import type { Column, Table } from './migrations/migration.ts';
import type { Entities } from './types.ts';

/** A row as it is stored. `cells` follow the columns of the table. */
export type StoredRow = {
  readonly id: string;
  readonly digest: Buffer;
  /** Text patches since the log last held the row in full. */
  readonly edits: number;
  /** Revision that wrote the row last. */
  readonly revision: number;
  readonly cells: readonly SqlValue[];
};

/** Values of a row by field. */
export type Values = Readonly<Record<string, unknown>>;

/** The table of one entity. */
export type TableAccess = {
  readonly entity: Entity;
  readonly columns: readonly Column[];
  /** Field of the model behind each column. */
  readonly fields: readonly Field[];
  read(id: string): StoredRow | null;
  /** Names of fields by what the write path does with them: worked out once, as an import asks for each of its rows. */
  readonly names: FieldNames;
  has(id: string): boolean;
  /** The greatest id of the table; '' when it is empty. */
  last(): string;
  insert(row: StoredRow): void;
  /** Writes the cells at these positions together with the row's own bookkeeping. */
  update(row: StoredRow, positions: readonly number[]): void;
  remove(id: string): void;
  /** Ids of rows whose reference at this position points to `target`. */
  referrers(position: number, target: string): readonly string[];
  /** Up to `limit` rows whose id comes after `after`, by id. */
  page(after: string, limit: number): readonly StoredRow[];
  ids(): readonly string[];
  /** Count and sum as the table has them now. */
  tally(): Tally;
  /** Rows by id with large texts and bytes as ''; those with this id, or whose cell at this position is `target`. */
  load(
    where: { readonly position: number | 'id'; readonly target: string } | null,
  ): readonly ({ id: string } & Values)[];
  cell(id: string, position: number): SqlValue;
  digest(id: string, cells: readonly SqlValue[]): Buffer;
  /** All values of a row, large ones included. */
  values(cells: readonly SqlValue[]): Record<string, unknown>;
  /** The value in the cell at a position. */
  value(position: number, cell: SqlValue): unknown;
  cells(values: Values): readonly SqlValue[];
  position(field: string): number;
};

/** Fields of an entity by what the write path does with them, in the model's order. */
export type FieldNames = {
  readonly references: readonly { readonly name: string; readonly target: string }[];
  readonly searched: readonly string[];
  /** What windows hold: neither large texts nor bytes. */
  readonly shown: readonly string[];
  readonly labels: readonly { readonly name: string; readonly prefix: string }[];
};

/** Opens the tables of all entities. Throws when the schema lacks something that the model has: it was not generated. */
export function openTables(
  db: Database,
  entities: Entities,
  schema: readonly Table[],
): ReadonlyMap<string, TableAccess> {
  const tables = new Map(schema.map((table) => [table.entity, table]));
  return new Map(
    Object.values(entities).map((entity) => {
      const table = tables.get(entity.name);
      const missing = Object.keys(entity.fields).find(
        (name) => table?.columns.every((column) => column.field !== name) ?? true,
      );
      if (table === undefined || missing !== undefined)
        throw new Error(`The schema lacks ${entity.name}.${missing ?? ''}: generate the next migration`);
      return [entity.name, openTable(db, entity, table)];
    }),
  );
}

type RawRow = [id: string, digest: Buffer, edits: number, revision: number, ...cells: SqlValue[]];

function namesOf(entity: Entity): FieldNames {
  const fields = Object.entries(entity.fields);
  return {
    references: fields.flatMap(([name, { target }]) => (target === null ? [] : [{ name, target }])),
    searched: fields.flatMap(([name, field]) => (field.searched ? [name] : [])),
    shown: fields.flatMap(([name, field]) => (isLong(field.kind) ? [] : [name])),
    labels: fields.flatMap(([name, { kind, prefix }]) =>
      kind === 'label' && prefix !== null ? [{ name, prefix }] : [],
    ),
  };
}

function openTable(db: Database, entity: Entity, table: Table): TableAccess {
  // A column whose field left the model stays in the table; nothing reads it any more.
  const columns = table.columns;
  const fields = columns.map((column) => fieldOf(entity, column));
  const name = `"${table.table}"`;
  const own = '"id", "_digest", "_edits", "_revision"';
  const all = [own, ...columns.map((column) => `"${column.column}"`)].join(', ');
  const shown = columns.map((column, index) => ({ column, index })).filter(({ column }) => !isLong(kindOf(column)));
  const shownSql = ['"id"', ...shown.map(({ column }) => `"${column.column}"`)].join(', ');
  const prepared = new Map<string, Statement>();
  const sql = (text: string): Statement => {
    const found = prepared.get(text) ?? db.prepare<SqlValue[]>(text);
    prepared.set(text, found);
    return found;
  };
  const one = db.prepare<[string], RawRow>(`SELECT ${all} FROM ${name} WHERE "id" = ?`).raw();
  const exists = db.prepare<[string], number>(`SELECT 1 FROM ${name} WHERE "id" = ?`).pluck();
  const greatest = db.prepare<[], string | null>(`SELECT max("id") FROM ${name}`).pluck();
  const marks = Array.from({ length: columns.length + 4 }, () => '?').join(', ');
  const insertText = `INSERT INTO ${name} (${all}) VALUES (${marks})`;
  const access: TableAccess = {
    entity,
    names: namesOf(entity),
    columns,
    fields,
    read: (id) => {
      const raw = one.get(id);
      return raw === undefined ? null : storedRow(raw);
    },
    has: (id) => exists.get(id) !== undefined,
    last: () => greatest.get() ?? '',
    insert: (row) => {
      sql(insertText).run(row.id, row.digest, row.edits, row.revision, ...row.cells);
    },
    update: (row, positions) => {
      const set = positions.map((position) => `"${columns[position]?.column ?? ''}" = ?`);
      const text = ['"_digest" = ?', '"_edits" = ?', '"_revision" = ?', ...set].join(', ');
      const cells = positions.map((position) => row.cells[position] ?? null);
      sql(`UPDATE ${name} SET ${text} WHERE "id" = ?`).run(row.digest, row.edits, row.revision, ...cells, row.id);
    },
    remove: (id) => {
      sql(`DELETE FROM ${name} WHERE "id" = ?`).run(id);
    },
    referrers: (position, target) =>
      sql(`SELECT "id" FROM ${name} WHERE "${columns[position]?.column ?? ''}" = ? ORDER BY "id"`)
        .raw()
        .all(target)
        .map((row) => String((row as SqlValue[])[0])),
    page: (after, limit) =>
      sql(`SELECT ${all} FROM ${name} WHERE "id" > ? ORDER BY "id" LIMIT ?`)
        .raw()
        .all(after, limit)
        .map((row) => storedRow(row as RawRow))
        // A damaged index gives rows out of order; whoever goes through all pages would never come to an end.
        .filter((row) => row.id > after),
    ids: () => db.prepare<[], string>(`SELECT "id" FROM ${name}`).pluck().all(),
    tally: () => {
      const digests = db.prepare<[], Buffer>(`SELECT "_digest" FROM ${name}`).pluck().all();
      return digests.reduce(withDigest, emptyTally);
    },
    load: (where) => {
      const place = where === null || where.position === 'id' ? 'id' : (columns[where.position]?.column ?? '');
      const filter = where === null ? '' : ` WHERE "${place}" = ?`;
      const statement = sql(`SELECT ${shownSql} FROM ${name}${filter} ORDER BY "id"`).raw();
      const raw = where === null ? statement.all() : statement.all(where.target);
      return (raw as SqlValue[][]).map((cells) => shownRow(cells));
    },
    cell: (id, position) =>
      (
        sql(`SELECT "${columns[position]?.column ?? ''}" FROM ${name} WHERE "id" = ?`)
          .raw()
          .get(id) as SqlValue[] | undefined
      )?.[0] ?? null,
    digest: (id, cells) => rowDigest(table.table, id, columns, cells),
    values: (cells) => {
      const values: Record<string, unknown> = {};
      columns.forEach((column, index) => (values[column.field] = fromCell(kindOf(column), cells[index] ?? null)));
      return values;
    },
    value: (position, cell) => fromCell(fields[position]?.kind ?? 'line', cell),
    cells: (values) => columns.map((column) => toCell(kindOf(column), values[column.field])),
    position: (field) => columns.findIndex((column) => column.field === field),
  };
  const long = columns.filter((column) => isLong(kindOf(column))).map((column) => column.field);
  const readers = shown.map(({ column }) => ({ field: column.field, kind: kindOf(column) }));
  // Copied for each row, so that all rows have one shape: to give each its fields one by one takes four times as long.
  const blank: Readonly<Record<string, unknown>> = {
    id: '',
    ...Object.fromEntries(readers.map(({ field }) => [field, null])),
    ...Object.fromEntries(long.map((field) => [field, ''])),
  };
  return access;

  function shownRow(cells: readonly SqlValue[]): { id: string } & Values {
    const row: { id: string } & Record<string, unknown> = { ...blank, id: String(cells[0]) };
    let index = 1;
    for (const { field, kind } of readers) {
      const cell = cells[index] ?? null;
      row[field] = kind === 'flag' || kind === 'list' ? fromCell(kind, cell) : cell;
      index += 1;
    }
    return row;
  }
}

function storedRow([id, digest, edits, revision, ...cells]: RawRow): StoredRow {
  return { id, digest, edits, revision, cells };
}

function fieldOf(entity: Entity, column: Column): Field {
  const field = entity.fields[column.field];
  if (field === undefined) throw new Error(`The model lost ${entity.name}.${column.field}: fields are never removed`);
  return field;
}

function kindOf(column: Column): Field['kind'] {
  return column.kind as Field['kind'];
}
