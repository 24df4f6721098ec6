/** The job that reads a strategy or another document as passages. */
import type { Failure } from '../../../shared/api/errors.ts';
import type { ImportNote } from '../../../shared/api/import-notes.ts';
import type { DocumentHead, DocumentOptions, Passage } from '../../../shared/api/import-types.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { JobTask } from '../job.ts';
import { collectBytes } from './collect.ts';
import { byText, detect, refuseFormat, type Found } from './detect.ts';
import { readDocx } from './document/docx.ts';
import { readHtml } from './document/html.ts';
import { readMarkdown } from './document/markdown.ts';
import { readOdt } from './document/odt.ts';
import type { ReadDocument } from './document/passages.ts';
import { readPdf } from './document/pdf.ts';
import { readPlainText } from './document/plain-text.ts';
import { readPptx } from './document/pptx.ts';
import { chosenEncoding, detectEncoding, type Encoding } from './guard/encoding.ts';
import { decodeText } from './guard/text.ts';
import { limits } from './limits.ts';
import { Refusal, refusable } from './refusal.ts';

/** Reads a document of any known format; the passages are sent as rows, the rest is the value. */
export function readDocument(task: JobTask<DocumentOptions, Passage>): Promise<Result<DocumentHead, Failure>> {
  return refusable(async () => {
    const bytes = await collectBytes(task.bytes, limits.documentBytes);
    if (bytes.length === 0) throw new Refusal('import-empty');
    task.report({ step: 'reading', done: 0, total: null });
    const { options } = task;
    const found = detect(bytes);
    if (found.format === 'other') throw refuse(found);
    const packed = await readPacked(found.format, bytes, task);
    const read: ReadText = packed === null ? readText(bytes, options) : { ...packed, encoding: null };
    const { document, encoding } = read;
    if (document.passages.length === 0) throw new Refusal('import-empty');
    await task.emit(document.passages);
    return {
      format: read.format,
      title: cut(document.title ?? nameOf(options.fileName)),
      language: document.language,
      encoding: encoding === null ? null : { name: encoding.name, confidence: encoding.confidence },
      notes: [...document.notes, ...(read.notes ?? [])],
    };
  });
}

type Read = { readonly document: ReadDocument; readonly format: DocumentHead['format'] };

/** Reads a format that brings its own encoding; null for text. */
async function readPacked(
  format: Extract<Found, { readonly format: unknown }>['format'],
  bytes: Buffer,
  task: JobTask<DocumentOptions, Passage>,
): Promise<Read | null> {
  switch (format) {
    case 'docx':
      return { format, document: await readDocx(bytes) };
    case 'odt':
      return { format, document: readOdt(bytes) };
    case 'pptx':
      return { format, document: readPptx(bytes, (done, total) => task.report({ step: 'slides', done, total })) };
    case 'pdf':
      return { format, document: await readPdf(bytes, (done, total) => task.report({ step: 'pages', done, total })) };
    default:
      return null;
  }
}

type ReadText = Read & {
  readonly encoding: Encoding | null;
  readonly notes?: readonly ImportNote[];
};

function readText(bytes: Buffer, options: DocumentOptions): ReadText {
  const encoding = options.encoding === undefined ? detectEncoding([bytes]) : chosenEncoding(options.encoding, bytes);
  const { text, lost } = decodeText([bytes], encoding);
  const found = byText(text);
  if (found.format === 'other') throw refuse(found);
  const notes: ImportNote[] = [];
  if (encoding.confidence < 1) notes.push({ code: 'encoding-guessed', params: { encoding: encoding.name } });
  if (lost > 0) notes.push({ code: 'replacement-characters', params: { count: lost } });
  // A document may look like a table; whoever imports it as a document wants its lines.
  const format = found.format === 'md' || found.format === 'html' ? found.format : 'txt';
  const readers = { md: readMarkdown, html: readHtml, txt: readPlainText };
  const document = readers[format](text);
  return { document, encoding, format, notes };
}

function refuse(found: Extract<Found, { format: 'other' }>): Refusal {
  return refuseFormat(
    found.words,
    'Word, PDF, PowerPoint (.pptx), OpenDocument text, a web page, Markdown or plain text',
  );
}

function nameOf(fileName: string): string {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  return base.replace(/\.[^.]{1,8}$/, '') || base;
}

function cut(title: string): string {
  return title.replaceAll('\n', ' ').slice(0, 300).toWellFormed();
}
