/** Orders of text that do not depend on a language or a machine. */

/** Code-unit order; what is not known comes first. Calendar days compare rightly this way. */
export function compareText(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '', b ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}
