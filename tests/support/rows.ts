/** Builds rows for tests: a row needs only the fields that the test is about. */
import type { Fields } from '../../src/shared/model/define.ts';
import { type ClientData, emptyData, entities, type EntityName, type RowOf } from '../../src/shared/model/index.ts';

type Draft<N extends EntityName> = Partial<RowOf<N>>;

/** Rows of one engagement, built one by one. */
export class Rows {
  #count = 0;
  readonly data: ClientData = emptyData();
  readonly engagement: RowOf<'engagement'>;

  constructor(engagement: Draft<'engagement'> = {}) {
    this.add('client', { name: 'Test client' });
    this.engagement = this.add('engagement', { title: 'Test engagement', ...engagement });
  }

  /** Adds a row with its entity's defaults and a readable, stable id. */
  add<N extends EntityName>(name: N, fields: Draft<N> = {}): RowOf<N> {
    this.#count += 1;
    const id = `00000000-0000-7000-8000-${String(this.#count).padStart(12, '0')}`;
    const initial = Object.fromEntries(
      Object.entries(entities[name].fields as Fields).map(([key, field]) => [key, field.initial]),
    );
    const scope = 'engagement' in entities[name].fields ? { engagement: this.engagement.id } : {};
    const row = { id, ...initial, ...scope, ...fields } as RowOf<N>;
    (this.data[name] as unknown as RowOf<N>[]).push(row);
    return row;
  }

  /** Replaces fields of a row that was added before. */
  change<N extends EntityName>(name: N, id: string, fields: Draft<N>): void {
    const rows = this.data[name] as unknown as RowOf<N>[];
    const at = rows.findIndex((row) => row.id === id);
    const old = rows[at];
    if (old === undefined) throw new Error(`no ${name} ${id}`);
    rows[at] = { ...old, ...fields };
  }

  /** Takes a row away. */
  remove<N extends EntityName>(name: N, id: string): void {
    const rows = this.data[name] as unknown as RowOf<N>[];
    rows.splice(
      rows.findIndex((row) => row.id === id),
      1,
    );
  }
}
