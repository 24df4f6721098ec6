/** Issues that were frozen with words that are taken back: what was sent stays, what was not printed leaves the data behind it. */
import { composeDocument } from '../../shared/document/compose.ts';
import type { DocumentTree } from '../../shared/document/blocks.ts';
import { defaultBrand } from '../../shared/document/settings.ts';
import { keyedTexts, plainText } from '../../shared/document/walk.ts';
import { parseJsonCapped } from '../../shared/lib/json.ts';
import { type Change, updateRow } from '../../shared/model/change.ts';
import { serialiseExchange } from '../../shared/model/exchange/compose.ts';
import { restoreRows } from '../../shared/model/exchange/restore.ts';
import { type Exchange, type ExchangeRow, exchangeSchema } from '../../shared/model/exchange/schema.ts';
import type { ClientData, EntityName, Issue } from '../../shared/model/index.ts';
import { textFields } from '../../shared/model/withdrawal/plan.ts';
import { repeats, tellingTexts, withoutWords } from '../../shared/model/withdrawal/repeated.ts';
import { writtenElsewhere } from '../../shared/model/withdrawal/spoken-words.ts';
import { type Rows, type Withdrawn, wordsOf } from '../../shared/model/withdrawal/whose.ts';
import { snapshotCaps } from './issues.ts';
import type { Session } from './sessions.ts';

/** An issue that holds the words: in its pages, or only in its figures and the data behind them. */
export type WithdrawnIssue = { readonly row: Issue; readonly printed: boolean; readonly change: Change };

/** The issues of a file that were frozen with these words, each with the change that marks it. */
export function withdrawnIssues(
  session: Session,
  who: Withdrawn,
  texts: readonly string[],
  today: string,
): readonly WithdrawnIssue[] {
  return session.file.rows('issue').flatMap((row) => withdrawnIssue(session, row, who, texts, today) ?? []);
}

function withdrawnIssue(
  session: Session,
  row: Issue,
  who: Withdrawn,
  texts: readonly string[],
  today: string,
): WithdrawnIssue | null {
  const parsed = parseJsonCapped(session.file.largeField('issue', row.id, 'snapshot') ?? '', snapshotCaps);
  const exchange = exchangeSchema.safeParse(parsed.ok ? parsed.value : null);
  if (!exchange.success) return null;
  const frozen = restoreRows(exchange.data);
  const composed = compose(session, row, frozen);
  const pages = `${textOf(composed.document)}\n${composed.appendix === null ? '' : textOf(composed.appendix)}`;
  const told = new Set([...composed.printedEvidence, ...composed.reportedEvidence]);
  const own = wordsOf(who, frozen as unknown as Rows).flatMap((place) => {
    const fields = place.fields.filter((name) => place.row[name] !== '');
    return fields.length === 0 ? [] : [{ ...place, fields }];
  });
  const taken = [...texts, ...own.flatMap(({ row: one, fields }) => fields.map((name) => String(one[name])))];
  const isPrinted = (text: string): boolean => text.trim() !== '' && pages.includes(text.trim());
  const kept = own.filter(
    ({ row: one, fields }) => told.has(one.id) || fields.some((name) => isPrinted(String(one[name]))),
  );
  const printed = kept.length > 0 || tellingTexts(taken).some(isPrinted);
  const keptIds = new Set(kept.map(({ row: one }) => one.id));
  const gone = new Map(own.filter(({ row: one }) => !keptIds.has(one.id)).map((one) => [one.row.id, one.fields]));
  const data = leaveOut(exchange.data, gone, tellingTexts(taken.filter((text) => !isPrinted(text))));
  if (own.length === 0 && data === null && !isCounted(who, frozen)) return null;
  // The pages come from the data: where they would come out otherwise, the data stays as it was.
  const same = data !== null && textOf(compose(session, row, restoreRows(data)).document) === textOf(composed.document);
  const mark = {
    withdrawn: row.withdrawn === 'printed' || printed ? 'printed' : 'counted',
    withdrawnOn: today,
  } as const;
  const change = updateRow('issue', row.id, { ...mark, ...(same ? { snapshot: serialiseExchange(data) } : {}) });
  return { row, printed, change };
}

function compose(session: Session, row: Issue, data: ClientData) {
  const input = { data, kit: session.kit(), today: row.issuedOn ?? '' };
  const { number: version, snapshotDigest } = row;
  return composeDocument(input, { version, frozen: true, brand: defaultBrand, snapshotDigest });
}

function textOf(document: DocumentTree): string {
  return keyedTexts(document)
    .map(({ key, runs }) => `${key} ${plainText(runs)}`)
    .join('\n');
}

function isCounted(who: Withdrawn, frozen: ClientData): boolean {
  if ('evidence' in who) return frozen.evidence.some(({ id, withdrawn }) => id === who.evidence && !withdrawn);
  return frozen.participant.some(({ person, consent }) => person === who.person && consent !== 'withdrawn');
}

/** The exchange without these fields and without the texts wherever they are repeated; null when it holds none of them. */
function leaveOut(
  exchange: Exchange,
  gone: ReadonlyMap<string, readonly string[]>,
  telling: readonly string[],
): Exchange | null {
  let changed = false;
  const clean = (entity: EntityName, row: ExchangeRow): ExchangeRow => {
    const own = gone.get(row.id ?? '') ?? [];
    const repeated = textFields(entity).filter((name) => {
      const text = row[name];
      return !own.includes(name) && typeof text === 'string' && repeats(text, telling);
    });
    if (own.length + repeated.length === 0) return row;
    changed = true;
    const left = Object.entries(row).filter(([name]) => !own.includes(name));
    return Object.fromEntries(
      left.map(([name, value]) => [name, repeated.includes(name) ? withoutWords(String(value), telling) : value]),
    );
  };
  const rows = Object.entries(exchange.rows ?? {}).map(([name, list]) => {
    const entity = name as EntityName;
    return [entity, writtenElsewhere.has(entity) ? list : list.map((row) => clean(entity, row))];
  });
  return changed ? { ...exchange, rows: Object.fromEntries(rows) as Exchange['rows'] } : null;
}
