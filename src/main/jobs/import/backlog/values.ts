/** Small readings of single cells: numbers, people, lists, keys. */

/** A number with a point or a comma, or null for anything else ("3", "2,5", "1.000,5", "1,200", "8 points", "3h"). */
export function parseEffort(raw: string): number | null {
  const digits = digitsOf(raw);
  if (digits === null) return null;
  const comma = hasDecimalComma(raw);
  const value = Number(digits.replaceAll(comma ? '.' : ',', '').replace(comma ? ',' : '.', '.'));
  return Number.isFinite(value) && value >= 0 ? value : null;
}

/** Whether the comma of a number stands before its decimals. Three digits behind it are thousands: nobody estimates in thousandths. */
export function hasDecimalComma(raw: string): boolean {
  const digits = digitsOf(raw) ?? '';
  return digits.lastIndexOf(',') > digits.lastIndexOf('.') && !/^-?\d{1,3}(?:,\d{3})+$/.test(digits);
}

function digitsOf(raw: string): string | null {
  const match = /^(-?\d[\d.,' ]*)\s*(?:points?|pts?|sp|h|hours?|d|days?|tage?|stunden)?$/i.exec(raw.trim());
  return match === null ? null : (match[1] ?? '').replace(/[' ]/g, '');
}

/** "Ann Lee <ann@x.org>", "[Ann Lee]" and "Ann Lee;Bo" as names joined by commas. */
export function parsePeople(raw: string): string {
  if (!/[<[;]/.test(raw)) return raw.trim();
  return splitList(raw)
    .map((name) => name.replace(/\s*<[^<>]*>/g, '').trim())
    .filter(Boolean)
    .join(', ');
}

/** A web address as it stands, or nothing: what a click opens is never a program or a file. */
export function parseLink(raw: string): string {
  // Excel and Markdown put words before an address.
  const value = /https?:\/\/[^\s<>"')\]]+/i.exec(raw)?.[0] ?? '';
  return value.length <= 500 && URL.canParse(value) ? value : '';
}

/** The entries of a cell that holds a list, without brackets, each once. */
export function splitList(raw: string): string[] {
  if (raw === '') return [];
  const inner = raw.trim().replace(/^\[(.*)\]$/s, '$1');
  const parts = inner.split(/[,;\n|]/).map((part) => part.trim().replace(/^"(.*)"$/, '$1'));
  return [...new Set(parts.filter(Boolean))];
}

/** What a reference names: of an address its issue, of a Notion relation its title; ClickUp writes null for none. */
export function parseReference(raw: string): string {
  const value = raw.trim();
  if (!value.includes('://')) return value === 'null' ? '' : value;
  const issue = /^https?:\/\/[^/\s]+\/(\S+?)\/(?:-\/)?(?:issues|pull|merge_requests|work_items)\/(\d+)/.exec(value);
  if (issue !== null) return `${issue[1] ?? ''}#${issue[2] ?? ''}`;
  const relation = /^(.+?)\s*\(https?:\/\/[^()\s]*\)$/.exec(value);
  return relation?.[1] ?? value;
}
