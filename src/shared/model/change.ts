/** Changes: the only way in which anything in a client file is edited, by windows, services, imports and undo alike. */
import type { EntityName, RowOf } from './index.ts';

/** One change as it is asked for. Fields that an insert leaves out take their initial value. */
export type Change =
  | { readonly op: 'insert'; readonly entity: EntityName; readonly id: string; readonly fields: ChangeFields }
  | { readonly op: 'update'; readonly entity: EntityName; readonly id: string; readonly fields: ChangeFields }
  | { readonly op: 'delete'; readonly entity: EntityName; readonly id: string };

/** Field values by name; the store validates them by the entity's schema. */
export type ChangeFields = Readonly<Record<string, unknown>>;

/** The values of a row that can be set; its label is given by the write path. */
export type FieldsOf<N extends EntityName> = Partial<Omit<RowOf<N>, 'id'>>;

/** A new row, with its fields checked at compile time. */
export function insertRow<N extends EntityName>(entity: N, id: string, fields: FieldsOf<N>): Change {
  return { op: 'insert', entity, id, fields };
}

/** New values of some fields of a row. */
export function updateRow<N extends EntityName>(entity: N, id: string, fields: FieldsOf<N>): Change {
  return { op: 'update', entity, id, fields };
}

/** A row goes, and with it what is part of it; references to it are cleared. */
export function deleteRow(entity: EntityName, id: string): Change {
  return { op: 'delete', entity, id };
}
