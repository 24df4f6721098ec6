/** Pipe tables of Markdown. */

/** The cells by row (the first row is the header) and the line after the table. */
export type MarkdownTable = { readonly rows: readonly (readonly string[])[]; readonly next: number };

/** True when a header row and its line of dashes start here. */
export function isTableStart(lines: readonly string[], at: number): boolean {
  return (lines[at] ?? '').includes('|') && isDivider(lines[at + 1] ?? '');
}

/** Reads the table whose header stands at this line; it ends at the first line without a bar. */
export function readTable(lines: readonly string[], at: number): MarkdownTable {
  const rows = [splitRow(lines[at] ?? '')];
  let next = at + 2;
  for (; next < lines.length; next++) {
    const line = lines[next] ?? '';
    if (!line.includes('|')) break;
    if (!isDivider(line)) rows.push(splitRow(line));
  }
  return { rows, next };
}

function isDivider(line: string): boolean {
  return line.includes('|') && line.includes('-') && /^[ \t|:=+-]+$/.test(line) && /-{2,}|:-|-:/.test(line);
}

function splitRow(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}
