/** What shows that something else wrote into a file: digests, sums, references, structure and the chain of the log. */
import type { EntityName } from '../../shared/model/index.ts';
import { isIntact } from './batch.ts';
import { readNumber, sqliteCode } from './database.ts';
import type { Engine } from './engine.ts';
import { knowsRow, restorable } from './repair.ts';
import { rebuildSearch } from './search.ts';
import type { StoredRow, TableAccess } from './tables.ts';
import { troubleOf } from './trouble.ts';
import type { Finding } from './types.ts';
import { checkStructure, firstDangling } from './verify.ts';

/** Where a check that goes through all rows in slices stands. */
export type Round = { entity: number; after: string; findings: Finding[]; done: boolean };

/** A round that has not begun. */
export function newRound(): Round {
  return { entity: 0, after: '', findings: [], done: false };
}

/** Checks the file at once. The deep check reads every row and the whole log. */
export function checkFile(engine: Engine, deep: boolean): readonly Finding[] {
  const findings: Finding[] = [];
  const { damage, searchDamaged } = checkStructure(engine.db, deep);
  if (damage !== null) findings.push(finding('structure', damage));
  const broken = deep ? tryRead(() => engine.log.brokenAt(), 0) : null;
  if (broken !== null) findings.push(finding('history', `entry ${broken}`));
  for (const table of engine.tables.values()) {
    if (deep) findings.push(...tryRead(() => damagedRows(engine, table, '', Infinity).found, []));
    findings.push(...tryRead(() => tableFindings(engine, table, findings), []));
  }
  const dangling = tryRead(() => firstDangling(engine.db), null);
  if (dangling !== null) findings.push(finding('reference', dangling));
  if (searchDamaged || (deep && !isSearchWhole(engine))) {
    findings.push({ ...finding('search', 'index'), repairable: true });
    if (!engine.db.readonly) rebuildSearch(engine);
  }
  return findings;
}

/** Looks at the next rows of a round; the findings when that was the end of it, null before. */
export function checkNext(engine: Engine, round: Round, rows: number): readonly Finding[] | null {
  const tables = [...engine.tables.values()];
  let left = rows;
  while (left > 0) {
    const table = tables[round.entity];
    if (table === undefined) {
      round.done = true;
      return round.findings;
    }
    const { found, seen, last } = damagedRows(engine, table, round.after, left);
    round.findings.push(...found);
    left -= Math.max(1, seen);
    round.after = last ?? round.after;
    if (last !== null && left <= 0) break;
    round.findings.push(...tableFindings(engine, table, round.findings));
    round.entity += 1;
    round.after = '';
  }
  return null;
}

type Slice = { readonly found: readonly Finding[]; readonly seen: number; readonly last: string | null };

function damagedRows(engine: Engine, table: TableAccess, after: string, limit: number): Slice {
  const found: Finding[] = [];
  let seen = 0;
  let last: string | null = null;
  while (seen < limit) {
    const rows: readonly StoredRow[] = table.page(last ?? after, Math.min(200, limit - seen));
    found.push(...rows.filter((row) => !isIntact(table, row)).map((row) => rowFinding(engine, table, row.id)));
    seen += rows.length;
    last = rows.at(-1)?.id ?? last;
    if (rows.length === 0) break;
  }
  return { found, seen, last: seen < limit ? null : last };
}

// A sum that does not fit is explained by rows that came or went without the log, as far as they can be named.
function tableFindings(engine: Engine, table: TableAccess, known: readonly Finding[]): readonly Finding[] {
  const entity = table.entity.name;
  const actual = table.tally();
  const expected = engine.facts.tally(entity);
  if (actual.rows === expected.rows && actual.sum === expected.sum) return [];
  const logged = tryRead(() => loggedIds(engine, entity), null);
  const present = new Set(table.ids());
  const named = new Set(known.filter((one) => one.entity === entity).map((one) => one.id));
  // A log that cannot be read names nobody.
  const missing = logged === null ? [] : [...logged].filter((id) => !present.has(id));
  const foreign = logged === null ? [] : [...present].filter((id) => !logged.has(id) && !named.has(id));
  const rows = [
    ...missing.map((id) => ({ ...rowFinding(engine, table, id), kind: 'row-missing' as const })),
    ...foreign.map((id) => rowFinding(engine, table, id)),
  ];
  if (rows.length > 0 || named.size > 0) return rows;
  return [{ ...finding('table-sum', `${actual.rows} rows instead of ${expected.rows}`), entity: entity as EntityName }];
}

function rowFinding(engine: Engine, table: TableAccess, id: string): Finding {
  const entity = table.entity.name;
  const known = tryRead(() => knowsRow(engine, entity, id), true);
  return {
    kind: known ? 'row-damaged' : 'row-foreign',
    entity: entity as EntityName,
    id,
    detail: table.entity.one,
    repairable: !known || tryRead(() => restorable(engine, entity, id), false),
  };
}

function loggedIds(engine: Engine, entity: string): ReadonlySet<string> {
  const ids = new Set<string>();
  const head = engine.log.head()?.revision ?? 0;
  for (let revision = 1; revision <= head; revision += 1) {
    for (const [op, name, id] of engine.log.read(revision)?.changes ?? []) {
      if (name !== entity) continue;
      if (op === 'delete') ids.delete(id);
      else ids.add(id);
    }
  }
  return ids;
}

function isSearchWhole(engine: Engine): boolean {
  try {
    const places = readNumber(engine.db, 'SELECT count(*) FROM _place');
    if (!engine.db.readonly) engine.db.exec("INSERT INTO _search (_search) VALUES ('integrity-check')");
    return places === readNumber(engine.db, 'SELECT count(*) FROM _search_docsize');
  } catch (error) {
    if (sqliteCode(error) === null) throw error;
    return false;
  }
}

// Where the file itself cannot be read, the structure check has said so already.
function tryRead<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (troubleOf(error, '') === null) throw error;
    return otherwise;
  }
}

function finding(kind: Finding['kind'], detail: string): Finding {
  return { kind, entity: null, id: null, detail, repairable: false };
}
