/** Names that people give to files: what every system can store and nobody can hide anything behind. */

/** Longest name in bytes of UTF-8; systems take 255, and a copy made by a synchronising service needs some. */
const longest = 200;

/** Why a name cannot be that of a file, as the end of a sentence; null when it can. */
export function nameProblem(name: string): string | null {
  if (/[/\\]/u.test(name)) return 'it holds a slash, which separates folders';
  if (!name.isWellFormed() || hidden.test(name)) return 'it holds a character that cannot be seen';
  if (forbidden.test(name)) return 'none of < > : " | ? * may be in it';
  if (/^\.|[. ]$/u.test(name) || name.trim() === '')
    return 'it starts with a dot, ends with a dot or a space, or is empty';
  if (reserved.test(name)) return 'Windows keeps that name for a device';
  if (Buffer.byteLength(name) > longest) return 'it is too long';
  return null;
}

/** A name of somebody else's file as one that can be stored here; its ending stays. */
export function storableName(name: string): string {
  const base = name.split(/[/\\]/u).at(-1) ?? '';
  const clean = base.toWellFormed().replace(new RegExp(`${hidden.source}|${forbidden.source}`, 'gu'), '_');
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,12})?$/u.exec(clean) ?? [];
  const short = [...stem]
    .slice(0, 60)
    .join('')
    .replace(/^[. ]+|[. ]+$/gu, '');
  const whole = `${short === '' ? 'file' : short}${ending}`;
  return reserved.test(whole) ? `_${whole}` : whole;
}

// Controls, and the marks that turn the direction of writing: "fdp.exe" must not look like a PDF.
const hidden = /[\p{Cc}\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/u;
const forbidden = /[<>:"|?*]/u;
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/iu;
