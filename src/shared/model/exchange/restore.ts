/** The rows that an export of ours was written from: how the data behind an issue is read again. */
import type { Field } from '../define.ts';
import { type ClientData, entities, type EntityName, entityNames } from '../index.ts';
import { type Exchange, type ExchangeRow, listedEntities } from './schema.ts';

/**
 * Rows with the ids and fields that stand in an exchange file that this program wrote; fields that it leaves out take
 * their initial value. For files of other hands see `resolveExchange`.
 */
export function restoreRows(exchange: Exchange): ClientData {
  const engagement = exchange.engagement?.id ?? '';
  const rows: Partial<Record<EntityName, readonly object[]>> = {};
  const single = (name: EntityName, row: ExchangeRow | undefined): void => {
    rows[name] = row === undefined ? [] : [wholeRow(name, row, engagement)];
  };
  for (const name of entityNames) rows[name] = [];
  single('client', exchange.client);
  single('engagement', exchange.engagement);
  for (const name of listedEntities) {
    rows[name] = (exchange.rows?.[name] ?? []).map((row) => wholeRow(name, row, engagement));
  }
  return rows as unknown as ClientData;
}

function wholeRow(name: EntityName, row: ExchangeRow, engagement: string): object {
  const fields = entities[name].fields as Readonly<Record<string, Field>>;
  const values: Record<string, unknown> = { id: row.id ?? '' };
  for (const [field, declared] of Object.entries(fields)) {
    const value = row[field] === undefined ? declared.initial : row[field];
    values[field] = field === 'engagement' ? engagement : value;
  }
  return values;
}
