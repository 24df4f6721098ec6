/** A Word document as passages. */
import mammoth from 'mammoth';
import type { ImportNote, ImportNoteCode } from '../../../../shared/api/import-notes.ts';
import { Refusal } from '../refusal.ts';
import { cleanDocx } from './docx-package.ts';
import { walkDocument, type WordDocument } from './docx-walk.ts';
import type { ReadDocument } from './passages.ts';

/** Reads a whole Word document; `bytes` is the file as it came and is checked first. */
export async function readDocx(bytes: Buffer): Promise<ReadDocument> {
  const clean = cleanDocx(bytes);
  const document = await readTree(clean.bytes);
  const walked = walkDocument(document, clean.levels);
  const contents = walked.contents + clean.contents;
  const counts: readonly (readonly [ImportNoteCode, number])[] = [
    ['pictures-left-out', clean.pictures],
    ['comments-left-out', walked.comments],
    ['contents-left-out', contents],
    ['embedded-left-out', clean.embedded],
  ];
  const notes: ImportNote[] = counts
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, params: { count } }));
  const title = walked.title ?? clean.title ?? walked.firstHeading;
  return { title, language: clean.language, passages: walked.passages, notes };
}

/** Mammoth hands its tree to a transformation; keeping it there spares the way through HTML, which loses styles. */
async function readTree(buffer: Buffer): Promise<WordDocument> {
  let tree: WordDocument | null = null;
  const transformDocument = (document: WordDocument): WordDocument => {
    tree = document;
    return { ...document, children: [] };
  };
  try {
    await mammoth.convertToHtml(
      { buffer },
      { transformDocument, externalFileAccess: false, includeEmbeddedStyleMap: false },
    );
  } catch {
    // The package was checked; what mammoth still stumbles over is a document that Word would mend on opening.
    throw new Refusal('import-xml-broken', { part: 'word/document.xml', line: 1 });
  }
  if (tree === null) throw new Refusal('import-empty');
  return tree;
}
