/** Taking words back: out of the rows, out of every earlier entry of the log and out of the search index, in one transaction. */
import type { Failure } from '../../shared/api/errors.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import type { EntityName } from '../../shared/model/index.ts';
import { textsOf } from '../../shared/model/withdrawal/plan.ts';
import { tellingTexts } from '../../shared/model/withdrawal/repeated.ts';
import { spokenWords } from '../../shared/model/withdrawal/spoken-words.ts';
import { type PlainRow, type Withdrawn, wordsOf } from '../../shared/model/withdrawal/whose.ts';
import { applyChange, type Batch, startBatch, wholeRow } from './batch.ts';
import { type Engine, tableOf } from './engine.ts';
import { isLongDigest, type LoggedChange, type LoggedFields, readStored } from './logged.ts';
import { openSealer, sealChange, type Sealer } from './sealed.ts';
import { optimizeSearch } from './search-index.ts';
import type { Ack } from './types.ts';
import type { ValidChange } from './validate.ts';
import { type LogScan, scanLog } from './withdraw-scan.ts';
import { type Entry, finishEntry, repeatedAck } from './write.ts';

/** A withdrawal: whose words, and the changes that take them out of the rows. */
export type Withdrawal = {
  readonly who: Withdrawn;
  readonly changes: readonly ValidChange[];
  /** Every text that goes, as it stood. */
  readonly texts: readonly string[];
};

/** Writes a withdrawal within the caller's transaction. Sent again it has no second effect. */
export function writeWithdrawal(engine: Engine, entry: Entry, withdrawal: Withdrawal): Result<Ack, Failure> {
  const known = engine.log.findOp(entry.opId);
  if (known !== null) return ok(repeatedAck(engine, known));
  const { scan, fields, texts } = placesOf(engine, withdrawal);
  const batch = startBatch(engine, (engine.log.head()?.revision ?? 0) + 1, 0);
  for (const change of withdrawal.changes) {
    const applied = applyChange(batch, change);
    if (!applied.ok) return applied;
    if (change.op === 'update') noteTexts(fields, change);
  }
  const seal = openSealer();
  standAlone(batch, fields, seal);
  const left = sealEntries(engine, scan, fields, seal, texts);
  const written = finishEntry(batch, { ...entry, left });
  if (written.ok) optimizeSearch(engine.db);
  return written;
}

type SealedFields = Map<string, Set<string>>;

// Rows that are gone had words as well, and those may have been repeated elsewhere.
function placesOf(
  engine: Engine,
  { who, texts }: Withdrawal,
): { scan: LogScan; fields: SealedFields; texts: string[] } {
  const places = [...spokenWords.map(({ entity }) => entity), 'participant' as const];
  const live = new Map(places.map((name) => [name, (engine.tables.get(name)?.load(null) ?? []) as PlainRow[]]));
  let all = [...texts];
  for (;;) {
    const telling = tellingTexts(all);
    const scan = scanLog(engine, telling);
    const rows = withGone(live, scan);
    const words = wordsOf(who, Object.fromEntries(rows));
    const more = textsOf(words).filter((text) => !isLongDigest(text));
    const found = [...new Set([...all, ...more])];
    if (tellingTexts(found).length > telling.length) {
      all = found;
      continue;
    }
    const fields: SealedFields = new Map();
    for (const [key, touched] of scan.touched) fields.set(key, new Set(touched));
    for (const { entity, row, fields: own } of words) {
      const key = `${entity} ${row.id}`;
      fields.set(key, new Set([...(fields.get(key) ?? []), ...own]));
    }
    return { scan, fields, texts: found };
  }
}

// Who took part in a conversation is known from those who are there; from those who went only where nobody is left.
function withGone(live: ReadonlyMap<EntityName, PlainRow[]>, { gone }: LogScan): Map<EntityName, PlainRow[]> {
  const rows = new Map([...live].map(([entity, list]) => [entity, [...list]]));
  const heldWith = new Set((live.get('participant') ?? []).map((row) => row['interview']));
  for (const { entity, row } of gone.values()) {
    if (entity === 'participant' && heldWith.has(row['interview'])) continue;
    rows.get(entity)?.push(row);
  }
  return rows;
}

// What a withdrawal itself changes in a text is told without what stood there.
function noteTexts(fields: SealedFields, change: ValidChange & { readonly op: 'update' }): void {
  const key = `${change.entity.name} ${change.id}`;
  const texts = Object.keys(change.values).filter((name) =>
    ['text', 'line', 'large'].includes(change.entity.fields[name]?.kind ?? ''),
  );
  if (texts.length > 0) fields.set(key, new Set([...(fields.get(key) ?? []), ...texts]));
}

// The history of these rows cannot be followed through what was taken out, so that the entry holds them whole: they can be put
// back from it when they are damaged.
function standAlone(batch: Batch, fields: SealedFields, seal: Sealer): void {
  const { engine, logged } = batch;
  const changed = new Set<string>();
  for (const [index, change] of logged.entries()) {
    if (change[0] !== 'update') continue;
    const [, entity, id, before, told] = change;
    const key = `${entity} ${id}`;
    const sealed = fields.get(key);
    const row = tableOf(engine, entity).read(id);
    if (sealed === undefined || row === null) continue;
    changed.add(key);
    const whole = wholeRow(tableOf(engine, entity), row, 'digest');
    logged[index] = ['update', entity, id, before, withoutBefore(told, sealed, row.cells, engine, entity, seal), whole];
  }
  for (const key of fields.keys()) {
    const [entity = '', id = ''] = key.split(' ');
    const table = engine.tables.get(entity);
    const row = table?.read(id) ?? null;
    if (table === undefined || row === null || changed.has(key)) continue;
    table.update({ ...row, edits: 0, revision: batch.revision }, []);
    logged.push(['stands', entity, id, row.revision, wholeRow(table, row, 'digest')]);
  }
}

function withoutBefore(
  told: LoggedFields,
  sealed: ReadonlySet<string>,
  cells: Parameters<ReturnType<typeof tableOf>['values']>[0],
  engine: Engine,
  entity: string,
  seal: Sealer,
): LoggedFields {
  const now = tableOf(engine, entity).values(cells);
  const entries = Object.entries(told).map(([name, field]): [string, LoggedFields[string]] => {
    if (!sealed.has(name)) return [name, field];
    const after = field.length === 2 ? field[1] : now[name];
    return [name, [seal(name), after]];
  });
  return Object.fromEntries(entries);
}

function sealEntries(
  engine: Engine,
  scan: LogScan,
  fields: SealedFields,
  seal: Sealer,
  texts: readonly string[],
): Readonly<Record<string, string>> {
  const wanted = new Set([...fields.keys()].flatMap((key) => scan.mentions.get(key) ?? []));
  const starts = texts.filter((text) => text.length >= 8).map((text) => text.slice(0, 24));
  const newest = engine.log.head()?.revision ?? 0;
  const left: Record<string, string> = {};
  for (let revision = 1; revision <= newest; revision += 1) {
    const label = engine.log.headAt(revision)?.label ?? '';
    const telling = starts.some((start) => label.includes(start));
    const text = wanted.has(revision) || telling ? engine.log.text(revision) : null;
    if (text === null) continue;
    const { changes } = readStored(text);
    const sealed = changes.map((change): LoggedChange => {
      const own = fields.get(`${change[1]} ${change[2]}`);
      return own === undefined ? change : sealChange(change, own, seal);
    });
    if (!telling && sealed.every((change, index) => change === changes[index])) continue;
    left[String(revision)] = engine.log.seal(revision, telling ? withheld : label, sealed);
  }
  return left;
}

const withheld = 'An edit of words that were taken back';
