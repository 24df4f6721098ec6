/** The store's own tables: facts about the file, counters, the log, table sums and the search index. */

/** SQL of the search index, which can be dropped and made anew without changing the schema text. */
export const searchStatement = `CREATE VIRTUAL TABLE "_search" USING fts5("text", content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2')`;

/** SQL of the store's own tables, part of the first version of every file. */
export const systemStatements: readonly string[] = [
  'CREATE TABLE "_meta" ("key" TEXT PRIMARY KEY NOT NULL, "value" TEXT NOT NULL) STRICT',
  'CREATE TABLE "_label" ("engagement" TEXT NOT NULL, "prefix" TEXT NOT NULL, "last" INTEGER NOT NULL, PRIMARY KEY ("engagement", "prefix")) STRICT',
  'CREATE TABLE "_tally" ("name" TEXT PRIMARY KEY NOT NULL, "rows" INTEGER NOT NULL, "sum" BLOB NOT NULL) STRICT',
  [
    'CREATE TABLE "_log" ("revision" INTEGER PRIMARY KEY',
    '"op_id" BLOB NOT NULL UNIQUE',
    '"step" INTEGER NOT NULL',
    '"step_id" BLOB',
    '"at" INTEGER NOT NULL',
    '"zone" TEXT NOT NULL',
    '"kind" TEXT NOT NULL',
    '"label" TEXT NOT NULL',
    '"undoes" INTEGER',
    '"undo_top" INTEGER NOT NULL',
    '"redo_top" INTEGER NOT NULL',
    '"hash" BLOB NOT NULL',
    '"changes" ANY NOT NULL) STRICT',
  ].join(', '),
  'CREATE TABLE "_place" ("number" INTEGER PRIMARY KEY, "entity" TEXT NOT NULL, "id" TEXT NOT NULL, UNIQUE ("id", "entity")) STRICT',
  searchStatement,
];
