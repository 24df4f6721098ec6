/** Names of columns without differences that mean nothing: case, spaces, units, and the language of the tracker. */
import { headerWords } from './header-words.ts';
import { trackers } from './trackers.ts';

/** A column's name in English and lower case. */
export function foldName(name: string): string {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\u00A0\uFEFF]+/g, ' ')
    .trim();
  const inner = custom.exec(folded)?.[1] ?? folded;
  // A unit after the name, as in "Estimate (days)", is not part of it.
  const plain = inner.replace(/ [([](?:days?|d|hours?|h|points?|pts|sp|person days?|pt)[)\]]$/, '');
  return english.get(plain) ?? english.get(inner) ?? plain;
}

/** Whether a cell is the name of a column that some tracker has. */
export function knownName(cell: string): boolean {
  return cell !== '' && cell.length < 80 && known.has(foldName(cell));
}

/** How many cells of a row are names of columns, each counted once; the row with the most is the header. */
export function countKnownNames(row: readonly string[]): number {
  return new Set(row.filter(knownName).map(foldName)).size;
}

const custom =
  /^(?:custom field|benutzerdefiniertes feld|champ personnalisé|campo personalizado|campo personalizzato|aangepast veld|カスタムフィールド|カスタム フィールド|自定义字段|настраиваемое поле|사용자정의 필드) ?\((.+)\)$/;

/** Words of other languages that are the same in no other sense. */
const english = new Map(
  Object.entries(headerWords).flatMap(([word, others]) => others.split('|').map((other) => [other, word] as const)),
);

const known = new Set(trackers.flatMap(({ fields }) => Object.values(fields).flatMap((names) => names.split('|'))));
