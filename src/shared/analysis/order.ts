/** Orders in which rows are read, so that no result depends on the order that they came in. */
import { compareText } from '../lib/order.ts';
import type { Decision } from '../model/index.ts';

/** Order by id, that is, by age. */
export function byRowId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}

/** Order of decisions as the map shows them. */
export function byPosition(a: Decision, b: Decision): number {
  return a.position - b.position || byRowId(a, b);
}
