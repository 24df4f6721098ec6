/** Numbers as people type and read them. Both comma and point are understood, whatever the machine's locale. */

/** Signs that part whole numbers into groups or stand before the decimals. */
export type NumberSigns = { readonly decimal: '.' | ','; readonly group: string };

/** Reads a number: null for an empty text, undefined for one that is not a number. */
export function parseNumber(text: string, signs: NumberSigns): number | null | undefined {
  const bare = text
    .trim()
    .replace(/[\s\u00A0\u202F'’_]/gu, '')
    .replace(/^[\u2212\u2013]/u, '-');
  if (bare === '') return null;
  if (!/^[+-]?(\d|[.,](?=\d))[\d.,]*$/u.test(bare)) return undefined;
  const decimal = decimalSign(bare, signs);
  const group = decimal === ',' ? '.' : ',';
  const [whole = '', part, ...more] = decimal === null ? [bare] : bare.split(decimal);
  if (more.length > 0 || (part ?? '').includes(group)) return undefined;
  const groups = decimal === null ? whole.split(/[.,]/u) : whole.split(group);
  if (groups.length > 1 && !areGroups(groups)) return undefined;
  return Number(`${groups.join('')}.${part === undefined || part === '' ? '0' : part}`);
}

/** The signs of a locale. */
export function signsOf(locale: string | undefined): NumberSigns {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1_234_567.5);
  const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: sign('decimal') === ',' ? ',' : '.', group: sign('group') };
}

/** A number as it is shown: groups and decimals as the locale has them, no more digits than it holds. */
export function formatNumber(value: number, locale: string | undefined): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 6, numberingSystem: 'latn' }).format(value);
}

// Groups of three, or of two before the last three as in India: 12,34,567.
function areGroups([first = '', ...rest]: readonly string[]): boolean {
  const size = rest.length > 1 && rest[0]?.length === 2 ? 2 : 3;
  return (
    new RegExp(`^[+-]?\\d{1,${size}}$`, 'u').test(first) &&
    rest.every((group, at) => group.length === (at === rest.length - 1 ? 3 : size))
  );
}

// Which of the two signs stands before the decimals; null when neither does.
function decimalSign(text: string, signs: NumberSigns): '.' | ',' | null {
  const points = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (points === 0 && commas === 0) return null;
  if (points > 0 && commas > 0) return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  if (points + commas > 1) return null;
  const only = points === 1 ? '.' : ',';
  // "1,500" alone can be read in two ways: the sign that parts groups where this person lives decides.
  return /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/u.test(text) && signs.group === only ? null : only;
}
