/** What an import tells about things it left out, guessed or mended: a closed list with a sentence for each. */
import { z } from 'zod';

const sentences = {
  'captions-repeated': 'Captions that repeat the line before were joined; repeated lines left out: {count}.',
  'comments-left-out': 'Comments left out: {count}.',
  'contents-left-out': 'The generated table of contents was left out ({count} lines).',
  'date-left-out':
    'Dates in "{column}" that could not be read, left empty: {count} (first: "{sample}" in line {line}).',
  'date-order-assumed':
    'The dates in "{column}" can be read as day/month or month/day; they were read as {order}. Please check one.',
  'date-order-found': 'The dates in "{column}" were read as {order}, because {sample} occurs in line {line}.',
  'date-order-points': 'The dates in "{column}" were read as {order}, because they are written with points.',
  'date-order-other': 'The dates in "{column}" were read as {order}, as other columns of the file show.',
  'effort-left-out': 'Efforts that are not numbers, left empty: {count} (first: "{sample}" in line {line}).',
  'embedded-left-out': 'Files embedded in the document were left out: {count}.',
  'encoding-guessed': 'The text is not Unicode; it was read as {encoding}. Please check letters with accents.',
  'extra-cells': 'Rows with more cells than the header, the surplus left out: {count} (first: line {line}).',
  'formulas-left-out':
    'Formulas that the file does not hold the result of, left empty: {count} (first: line {line}). Please open the file where it was made and save it again.',
  'includes-left-out': 'Lines that include another file were left out: {count}.',
  'known-already': 'This very file was taken in before; its passages were not taken in a second time.',
  'links-left-out': 'Links that are no web address, left empty: {count} (first: "{sample}" in line {line}).',
  'number-comma': 'Numbers in "{column}" were read with a decimal comma, because {sample} occurs in line {line}.',
  'keys-made': 'Rows without a key, given one made from their content: {count}.',
  'lines-around': 'Lines around the conversation left out: {count} (first: "{sample}").',
  'pictures-left-out': 'Pictures and drawings left out: {count}.',
  'quotes-mended': 'Quotation marks in the file are not used as the format demands; they were read as they stand.',
  'replacement-characters': 'The file itself holds {count} characters that were already lost before (shown as �).',
  'table-turned': 'The names of the fields stand in the first column, so the table was turned.',
  'pages-unread': 'Pages without text that can be read, left out: {count} (first: page {page}).',
  'running-lines-left-out': 'Headers, footers and page numbers that repeat on the pages were left out: {count} lines.',
  'slides-left-out': 'Hidden slides left out: {count}.',
  'status-unknown': 'Status not known, taken as to do: "{status}" ({count} items).',
  'times-backwards':
    'Times that end before they begin, taken as one moment: {count} (lines {lines}). The words were kept.',
  'times-broken': 'Times that cannot be, taken from what stands before: {count} (lines {lines}). The words were kept.',
  'times-disordered':
    'Times that lie before the ones above them, set to those: {count} (lines {lines}). The words stand in the order of the file.',
  'times-overlapping': 'Times that overlap, cut where the next one begins: {count} (lines {lines}).',
  'transcript-known': 'This very file was taken in before; nothing was changed.',
} as const;

/** A code of the closed list. */
export type ImportNoteCode = keyof typeof sentences;

/** The shape of a note; parameters are short enough to show. */
export const importNoteSchema = z.strictObject({
  code: z.enum(Object.keys(sentences) as [ImportNoteCode, ...ImportNoteCode[]]),
  params: z.record(z.string(), z.union([z.string().max(200), z.number()])),
});

/** One thing that was left out, guessed or mended. */
export type ImportNote = z.output<typeof importNoteSchema>;

/** The note as one sentence. */
export function describeImportNote(note: ImportNote): string {
  return sentences[note.code].replace(/\{(\w+)\}/g, (_, name: string) => String(note.params[name] ?? '?'));
}
