/** Why an import reads a file the way it does: a closed list with a sentence for each. */
import { z } from 'zod';

const sentences = {
  'container-workbook': 'An Excel workbook, by its content.',
  'container-json': 'JSON with {records} entries{where}.',
  'container-project': 'A plan of Microsoft Project as XML, with {tasks} tasks.',
  'delimiter-found': '{name} between columns, because {hits} of {records} lines have {columns} of them.',
  'delimiter-chosen': '{name} between columns, as chosen.',
  'encoding-mark': 'Read as {encoding}, because the file begins with its mark.',
  'encoding-valid': 'Read as {encoding}, because every byte fits it.',
  'encoding-guessed':
    'Read as {encoding}, because the letters fit it best ({percent} % sure). Please check letters with accents.',
  'encoding-chosen': 'Read as {encoding}, as chosen.',
  'header-known': 'Column names in line {line}, because {count} of its cells are names of columns.',
  'header-words': 'Column names in line {line}, because it is the first line with a different word in each cell.',
  'header-first': 'Column names in line {line}, because it is the first line with more than one cell.',
  'header-chosen': 'Column names in line {line}, as chosen.',
  'sheet-only': 'Sheet "{sheet}", because no other sheet holds anything.',
  'sheet-best': 'Sheet "{sheet}" of {count}, because {names} of its column names are known.',
  'sheet-first': 'Sheet "{sheet}", because it is the first of {count}.',
  'sheet-chosen': 'Sheet "{sheet}", as chosen.',
  'tracker-known': 'Taken for an export of {tracker}, because it has the columns {columns}.',
  'tracker-none': 'Taken for a plain table, because its columns fit no tracker that is known.',
  'turned-found': 'Turned, because the names of {count} fields stand one below the other in the first column.',
  'turned-chosen': 'Turned, as chosen.',
} as const;

/** A code of the closed list. */
export type ImportReasonCode = keyof typeof sentences;

/** The shape of a reason; parameters are short enough to show. */
export const importReasonSchema = z.strictObject({
  code: z.enum(Object.keys(sentences) as [ImportReasonCode, ...ImportReasonCode[]]),
  params: z.record(z.string(), z.union([z.string().max(400), z.number()])),
});

/** Why one thing was read as it was. */
export type ImportReason = z.output<typeof importReasonSchema>;

/** The reason as one sentence. */
export function describeImportReason(reason: ImportReason): string {
  return sentences[reason.code].replace(/\{(\w+)\}/g, (_, name: string) => String(reason.params[name] ?? '?'));
}
