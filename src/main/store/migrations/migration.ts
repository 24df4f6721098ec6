/** What a migration is: a committed step of the schema that only ever adds. */

/** One column as the schema knows it. The field's name is the model's, the column's is snake case. */
export type Column = {
  readonly field: string;
  readonly column: string;
  readonly kind: string;
  readonly type: 'TEXT' | 'REAL' | 'INTEGER' | 'BLOB';
  readonly nullable: boolean;
  /** Value of rows that were there before the column; never changes afterwards. */
  readonly initial: string | number | null;
  /** Table that it refers to. */
  readonly references: string | null;
};

/** One table, or the columns that a migration adds to one. */
export type Table = { readonly entity: string; readonly table: string; readonly columns: readonly Column[] };

/** One step of the schema: what it adds, the SQL that does it, and the schema text that it leaves. */
export type Migration = {
  readonly version: number;
  readonly tables: readonly Table[];
  readonly columns: readonly Table[];
  readonly statements: readonly string[];
  /** SHA-256 of the schema text after this step. */
  readonly fingerprint: string;
};
