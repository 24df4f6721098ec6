/** The exchange file: one engagement as JSON that a person can read and write. Generated from the model, so it never lags behind it. */
import { z } from 'zod';
import type { Entity, Field } from '../define.ts';
import { entities, type EntityName, entityNames } from '../index.ts';

/** Name of the format, first key of every exchange file. */
export const exchangeFormat = 'throughline-engagement';
/** Version of the format; raised only when a file of the old one could no longer be read. */
export const exchangeVersion = 1;

/** A row in an exchange file: any field may be left out and takes its default. Ids may be UUIDs or names local to the file. */
export type ExchangeRow = { readonly id?: string | undefined } & Readonly<Record<string, unknown>>;

/** An exchange file as data. */
export type Exchange = {
  readonly format: typeof exchangeFormat;
  readonly version: typeof exchangeVersion;
  readonly kit?: { readonly id: string; readonly version: number } | undefined;
  readonly client?: ExchangeRow | undefined;
  readonly engagement?: ExchangeRow | undefined;
  readonly rows?: Readonly<Partial<Record<EntityName, readonly ExchangeRow[]>>> | undefined;
};

/** Entities whose rows stand in lists under `rows`; client and engagement stand alone, the kit is only named. */
export const listedEntities: readonly EntityName[] = entityNames.filter(
  (name) => name !== 'client' && name !== 'engagement' && name !== 'kitCopy',
);

/** Schema of an exchange file; unknown keys and wrong types are faults. */
export const exchangeSchema: z.ZodType<Exchange> = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal(exchangeFormat),
    version: z.literal(exchangeVersion),
    kit: z.strictObject({ id: z.string(), version: z.int() }).optional().describe('Kit that the ids belong to'),
    client: rowSchema(entities.client).optional().describe('The client'),
    engagement: rowSchema(entities.engagement).optional().describe('The engagement'),
    rows: z
      .strictObject(
        Object.fromEntries(
          listedEntities.map((name) => [
            name,
            z.array(rowSchema(entities[name])).optional().describe(entities[name].many),
          ]),
        ),
      )
      .optional()
      .describe('Everything else, by entity'),
  })
  .describe('One engagement of a client file, as Throughline exports it and reads it.');

/** The published JSON Schema of the exchange file. */
export function exchangeJsonSchema(): unknown {
  return z.toJSONSchema(exchangeSchema, { target: 'draft-2020-12', unrepresentable: 'any', reused: 'inline' });
}

function rowSchema(entity: Entity): z.ZodType<ExchangeRow> {
  const fields = Object.entries(entity.fields)
    .filter(([name]) => name !== 'engagement')
    .map(([name, field]) => [name, fieldSchema(field).optional().describe(field.says)] as const);
  return z.strictObject({
    id: z.string().min(1).max(100).optional().describe('UUID, or a name that other rows of this file refer to'),
    ...Object.fromEntries(fields),
  });
}

/** References may name a row by id, by a local name, by its label, or an item by its key. */
function fieldSchema(field: Field): z.ZodType {
  return field.kind === 'reference' ? z.string().min(1).max(500).nullable() : field.schema;
}
