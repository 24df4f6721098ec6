/** JSON from a page: not nested beyond reason, and no key that reaches for a prototype. */

/** Deepest nesting that is read; the contract needs about ten. */
const deepest = 64;

/** The value of a text of JSON; null when it is none, or one that no page of ours sends. */
export function parseStrictJson(text: string): { readonly value: unknown } | null {
  if (nesting(text) > deepest) return null;
  try {
    const value: unknown = JSON.parse(text);
    return /__proto__|\\u/u.test(text) && reachesForPrototype(value) ? null : { value };
  } catch {
    return null;
  }
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [...Buffer.from('"\\{}[]')];

/** How deep the brackets go; counted on the text, so that nothing has to be built to find out. */
function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (quoted) {
      if (sign === backslash) at++;
      else if (sign === quote) quoted = false;
    } else if (sign === quote) quoted = true;
    else if (sign === openBrace || sign === openBracket) most = Math.max(most, ++depth);
    else if (sign === closeBrace || sign === closeBracket) depth--;
  }
  return most;
}

function reachesForPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(reachesForPrototype);
}
