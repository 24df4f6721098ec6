/** Plants one fault in an engagement and hands back how to mend it. */
import type { EntityName, RowOf } from '../../src/shared/model/index.ts';
import type { Rows } from './rows.ts';

/** Changes a row and hands back how to mend it. */
export function plant<N extends EntityName>(
  scene: Rows,
  name: N,
  row: { readonly id: string },
  fields: Partial<RowOf<N>>,
): () => void {
  const before = (scene.data[name] as readonly RowOf<N>[]).find((one) => one.id === row.id);
  if (before === undefined) throw new Error(`no ${name} ${row.id}`);
  scene.change(name, row.id, fields);
  return () => scene.change(name, row.id, before);
}

/** Adds rows of one entity and hands back how to take them away. */
export function plantNew<N extends EntityName>(
  scene: Rows,
  name: N,
  ...rows: readonly Partial<RowOf<N>>[]
): () => void {
  const added = rows.map((fields) => scene.add(name, fields));
  return () => {
    for (const { id } of added) scene.remove(name, id);
  };
}

/** Takes away every row of one entity that `which` picks, and hands back how to put them back. */
export function plantGone<N extends EntityName>(scene: Rows, name: N, which: (row: RowOf<N>) => boolean): () => void {
  const gone = (scene.data[name] as readonly RowOf<N>[]).filter(which);
  for (const { id } of gone) scene.remove(name, id);
  return () => {
    for (const row of gone) scene.add(name, row);
  };
}

/** Several faults as one. */
export function plantAll(...mends: readonly (() => void)[]): () => void {
  return () => {
    for (const mend of mends) mend();
  };
}
