/** Opens a PDF with the library and takes from its pages what was drawn as text, and the tags. */
import type { getResolvedPDFJS } from 'unpdf';
import { Refusal } from '../refusal.ts';
import type { PdfPage, Piece } from './pdf-pieces.ts';
import type { TagNode } from './pdf-tagged.ts';

type Library = Awaited<ReturnType<typeof getResolvedPDFJS>>;
type Loaded = Awaited<ReturnType<Library['getDocument']>['promise']>;

/** A PDF that was opened. */
export type OpenPdf = {
  readonly document: Loaded;
  readonly pages: number;
  readonly title: string | null;
  readonly language: string | null;
};

/** Most pieces of text that are taken from a document; a page holds some hundreds. */
const mostPieces = 1_500_000;

/** Opens it; one that asks for a password or is damaged is refused. */
export async function openPdf(bytes: Buffer, library: Library): Promise<OpenPdf> {
  try {
    const document = await library.getDocument({
      data: new Uint8Array(bytes),
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      useWasm: false,
      useWorkerFetch: false,
      enableXfa: false,
      stopAtErrors: false,
      maxImageSize: 0,
    }).promise;
    const metadata: { readonly info: object } = await document.getMetadata();
    const info = new Map<string, unknown>(Object.entries(metadata.info));
    return {
      document,
      pages: document.numPages,
      title: wordsOf(info.get('Title')),
      language: wordsOf(info.get('Language')),
    };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') throw new Refusal('import-encrypted');
    throw new Refusal('import-archive-broken', { problem: 'its pages cannot be found' });
  }
}

/** A title such as "Microsoft Word - plan.docx" or "untitled" says nothing. */
function wordsOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.replaceAll(/\s+/gu, ' ').trim() : '';
  return text === '' ||
    /^(microsoft |untitled|about:|https?:|slide \d|document\d*$)|\.(docx?|pptx?|indd|pdf|odt)$/iu.test(text)
    ? null
    : text;
}

/** The text and the tags of a page; `budget` counts over all pages. */
export async function readPieces(
  { document }: OpenPdf,
  number: number,
  budget: { pieces: number },
): Promise<{ readonly page: PdfPage; readonly tree: TagNode | null }> {
  const page = await document.getPage(number);
  const [, bottom = 0, , top = 792] = page.view;
  const pieces: Piece[] = [];
  const marks: { readonly id: string | null; readonly decoration: boolean }[] = [];
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader();
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: { items: readonly RawItem[] } };
    if (done) break;
    budget.pieces += value?.items.length ?? 0;
    if (budget.pieces > mostPieces) throw new Refusal('import-too-many', { limit: mostPieces, what: 'pieces of text' });
    for (const item of value?.items ?? []) {
      if (item.type === 'endMarkedContent') marks.pop();
      else if (item.type !== undefined) {
        const outer = marks.at(-1);
        const decoration = (outer?.decoration ?? false) || item.tag === 'Artifact';
        marks.push({ id: item.id ?? outer?.id ?? null, decoration });
      } else if (marks.at(-1)?.decoration !== true) pieces.push(...pieceOf(item, marks.at(-1)?.id ?? null, bottom));
    }
  }
  const tree = (await page.getStructTree()) as TagNode | null;
  page.cleanup();
  return { page: { number, height: top - bottom, pieces }, tree };
}

type RawItem = {
  readonly type?: string;
  readonly id?: string | null;
  readonly tag?: string;
  readonly str?: string;
  readonly dir?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly fontName?: string;
};

/** Text that runs up or down the page is a watermark or the label of an axis. */
function pieceOf(item: RawItem, tag: string | null, bottom: number): Piece[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform ?? [];
  const text = (item.str ?? '').replaceAll('\0', '').toWellFormed();
  if (text === '' || Math.abs(b) > Math.abs(a) * 0.1) return [];
  const size = Math.hypot(c, d) || Math.abs(a);
  const leftwards = item.dir === 'rtl';
  return [{ text, x, y: y - bottom, width: item.width ?? 0, size, font: item.fontName ?? '', leftwards, tag }];
}
