/** Writes one engagement as an exchange file. Same rows, same bytes: entities and fields in the model's order, rows by id, defaults left out. */
import type { Kit } from '../../method/kit.ts';
import type { Entity } from '../define.ts';
import { type ClientData, entities, type EntityName } from '../index.ts';
import { type Exchange, exchangeFormat, type ExchangeRow, exchangeVersion, listedEntities } from './schema.ts';

/** Composes the exchange file of the engagement that `data` is scoped to (see `scopeTo`). */
export function composeExchange(data: ClientData, kit: Kit): Exchange {
  const rows: Partial<Record<EntityName, readonly ExchangeRow[]>> = {};
  for (const name of listedEntities) {
    const written = rowsOf(data, name).map((row) => composeRow(entities[name], row));
    if (written.length > 0) rows[name] = written;
  }
  const [client] = rowsOf(data, 'client');
  const [engagement] = rowsOf(data, 'engagement');
  return {
    format: exchangeFormat,
    version: exchangeVersion,
    kit: { id: kit.content.id, version: kit.content.version },
    ...(client === undefined ? {} : { client: composeRow(entities.client, client) }),
    ...(engagement === undefined ? {} : { engagement: composeRow(entities.engagement, engagement) }),
    rows,
  };
}

/** The exchange file as text, one value a line so that two exports can be compared by eye. */
export function serialiseExchange(exchange: Exchange): string {
  return `${JSON.stringify(exchange, null, 2)}\n`;
}

type PlainRow = { readonly id: string } & Readonly<Record<string, unknown>>;

function rowsOf(data: ClientData, name: EntityName): readonly PlainRow[] {
  const rows = [...(data[name] as unknown as readonly PlainRow[])];
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function composeRow(entity: Entity, row: PlainRow): ExchangeRow {
  const written: Record<string, unknown> & { id: string } = { id: row.id };
  for (const [name, field] of Object.entries(entity.fields)) {
    // An exchange file holds one engagement: what points to that or to another one means nothing in the next file.
    if (field.target === 'engagement') continue;
    const value = row[name];
    if (JSON.stringify(value) !== JSON.stringify(field.initial)) written[name] = value;
  }
  return written;
}
