/** Short, stable marks of plain data: equal data gives the same mark in every process, whatever the order of its keys. */

/** Plain data, as JSON can hold it. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** Mark of plain data, 16 hex digits. It tells data apart; it is no protection against somebody who forges it. */
export function fingerprint(value: Plain): string {
  return hash64(canonicalJson(value)).toString(16).padStart(16, '0');
}

/** JSON with the keys of every object in code-unit order and no spaces. */
export function canonicalJson(value: Plain): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

/** FNV-1a over UTF-16 code units in 64 bits, with a final mix so that short texts spread too. */
function hash64(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  }
  hash ^= hash >> 33n;
  hash = BigInt.asUintN(64, hash * 0xff51afd7ed558ccdn);
  return hash ^ (hash >> 33n);
}
