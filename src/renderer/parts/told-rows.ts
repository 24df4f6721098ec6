/** Rows of what people told, without those whose words were taken back. */
import type { RowOf } from '../../shared/model/index.ts';
import { useRows } from '../data/hooks.ts';

/** Limits, successes or choices whose words still stand. */
export function useToldRows<N extends 'limit' | 'namedSuccess' | 'choiceMade'>(entity: N): readonly RowOf<N>[] {
  const people = useRows('stakeholder');
  const rows = useRows(entity) as unknown as readonly Told[];
  const gone = new Set(people.flatMap(({ id, withdrawnOn }) => (withdrawnOn === null ? [] : [id])));
  const stands = ({ text, what, toldBy }: Told): boolean =>
    (text ?? what) !== '' || toldBy === null || !gone.has(toldBy);
  return (gone.size === 0 ? rows : rows.filter(stands)) as unknown as readonly RowOf<N>[];
}

type Told = { readonly text?: string; readonly what?: string; readonly toldBy: string | null };
