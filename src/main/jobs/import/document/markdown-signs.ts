/** Tells Markdown from plain text by its marks. */

/** True when headings, front matter, tables or several links say that a text is Markdown. */
export function looksLikeMarkdown(text: string): boolean {
  if (/^---\r?\n[\s\S]{1,4000}?\n(---|\.\.\.)\r?\n/.test(text)) return true;
  if (/^ {0,3}(#{1,6}[ \t]+\S|#{2,6}[^\s#])/m.test(text)) return true;
  if (/^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*\|[-:| \t]*$/m.test(text)) return true;
  const marks = text.match(/\[[^\][\n]{1,200}\]\([^()\s]{1,500}\)|\*\*[^*\n]{1,200}\*\*|^```/gm);
  return (marks?.length ?? 0) >= 2;
}
