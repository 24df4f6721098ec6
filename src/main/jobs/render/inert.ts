/** Keeps text from acting in a spreadsheet. */

/** A spreadsheet takes a field that begins like this for a formula, in any width of the sign; an apostrophe makes it text. */
export function inert(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
}
