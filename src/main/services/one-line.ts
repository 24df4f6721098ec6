/** Foreign text as the one line that a field of the model holds. */

/** Longest line of the model, in UTF-16 units. */
const longest = 500;

/** The text on one line, cut to what a line holds; never half a character at its end. */
export function oneLine(text: string): string {
  const line = text.replace(/[\r\n]+/gu, ' ').toWellFormed();
  const cut = line.slice(0, longest);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
