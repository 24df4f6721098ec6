/** The job that reads a strategy or another document as passages. */
import type { Failure } from '../../../shared/api/errors.ts';
import type { ImportNote } from '../../../shared/api/import-notes.ts';
import type { DocumentHead, DocumentOptions, Passage } from '../../../shared/api/import-types.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { JobTask } from '../job.ts';
import { collectBytes } from './collect.ts';
import { byText, detect, refuseFormat, type Found } from './detect.ts';
import { readDocx } from './document/docx.ts';
import { readMarkdown } from './document/markdown.ts';
import type { ReadDocument } from './document/passages.ts';
import { readPlainText } from './document/plain-text.ts';
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
    const read =
      found.format === 'docx' ? { document: await readDocx(bytes), encoding: null } : readText(bytes, options);
    const { document, encoding } = read;
    if (document.passages.length === 0) throw new Refusal('import-empty');
    await task.emit(document.passages);
    return {
      format: found.format === 'docx' ? 'docx' : (read.format ?? 'txt'),
      title: cut(document.title ?? nameOf(options.fileName)),
      language: document.language,
      encoding: encoding === null ? null : { name: encoding.name, confidence: encoding.confidence },
      notes: [...document.notes, ...(read.notes ?? [])],
    };
  });
}

type ReadText = {
  readonly document: ReadDocument;
  readonly encoding: Encoding | null;
  readonly format?: 'txt' | 'md';
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
  const format = found.format === 'md' ? 'md' : 'txt';
  const document = format === 'md' ? readMarkdown(text) : readPlainText(text);
  return { document, encoding, format, notes };
}

function refuse(found: Extract<Found, { format: 'other' }>): Refusal {
  return refuseFormat(found.words, 'Word (.docx), Markdown or plain text');
}

function nameOf(fileName: string): string {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  return base.replace(/\.[^.]{1,8}$/, '') || base;
}

function cut(title: string): string {
  return title.replaceAll('\n', ' ').slice(0, 300).toWellFormed();
}
