/** What stands in a Word document. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

/** The text of a document, a line for each paragraph. */
export function wordsOf(path: string): string {
  const body = unzipSync(readFileSync(path))['word/document.xml'];
  if (body === undefined) throw new Error(`${path} is no Word document`);
  return strFromU8(body)
    .replaceAll(/<\/w:p>/gu, '\n')
    .replaceAll(/<w:tab\/>/gu, ' ')
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
