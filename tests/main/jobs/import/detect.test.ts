import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeDocx } from '../../../support/jobs/docx-maker.ts';
import { refusal, succeed } from '../../../support/jobs/run-here.ts';
import { makeZip } from '../../../support/jobs/zip-maker.ts';

const csv = 'Key,Summary,Status\nA-1,"## not a heading, really",Done\nA-2,Other,Open\n';
const encrypted = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(600),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);
const office = (part: string): Buffer =>
  makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: part, content: '<x/>' },
  ]);

describe('what a file is', () => {
  it.each<[string, Buffer, string, string | null]>([
    ['a Word document', makeDocx({}), 'docx', 'document'],
    ['Markdown', Buffer.from('# Plan\n\nText'), 'md', 'document'],
    ['plain text', Buffer.from('Some text, with commas, and more.\nAnother line.'), 'txt', 'document'],
    ['a table with commas', Buffer.from(csv), 'csv', 'backlog'],
    ['a table with semicolons', Buffer.from('Nr;Titel\r\n1;Preis\r\n2;Lager\r\n'), 'csv', 'backlog'],
    ['a table with tabs in UTF-16', Buffer.from('\uFEFFKey\tSummary\nA\tB\n', 'utf16le'), 'csv', 'backlog'],
    ['a Markdown table', Buffer.from('| a | b |\n|---|---|\n| 1 | 2 |\n'), 'md', 'document'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'pdf', 'document'],
    ['a workbook', office('xl/workbook.xml'), 'an Excel workbook', 'backlog'],
    ['a presentation', office('ppt/presentation.xml'), 'pptx', 'document'],
    [
      'an OpenDocument text',
      makeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 }]),
      'odt',
      'document',
    ],
    ['another archive', makeZip([{ name: 'a.txt', content: 'x' }]), 'an archive (ZIP)', null],
    [
      'an old document',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'a document of an old Office version',
      null,
    ],
    ['rich text', Buffer.from('{\\rtf1 x}'), 'a rich text file (RTF)', null],
    ['JSON', Buffer.from('[{"a":1}]'), 'a JSON file', 'backlog'],
    [
      'a plan',
      Buffer.from('<Project xmlns="http://schemas.microsoft.com/project"></Project>'),
      'a Microsoft Project plan',
      'backlog',
    ],
    ['a web page', Buffer.from('<!DOCTYPE html><p>x'), 'html', 'document'],
    ['a packed file', gzipSync('x'), 'a packed file (gzip)', null],
    [
      'noise',
      Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 7) % 32)),
      'a file that is not text',
      null,
    ],
  ])('is told by its content: %s', async (_, bytes, format, kind) => {
    expect((await succeed('import/detect', bytes, {})).value).toEqual({ format, kind });
  });

  it('does not follow its name', async () => {
    expect((await succeed('import/document', makeDocx({}), { fileName: 'plan.csv' })).value.format).toBe('docx');
    expect((await succeed('import/document', '# Plan', { fileName: 'plan.docx' })).value.format).toBe('md');
    expect((await succeed('import/backlog-inspect', csv, { fileName: 'plan.md' })).value.rowCount).toBe(2);
  });

  it('decides what is refused, with words for it', async () => {
    expect(await refusal('import/document', encrypted, { fileName: 'plan.docx' })).toBe('import-encrypted');
    expect(await refusal('import/document', '{\\rtf1 x}', { fileName: 'plan.docx' })).toBe('import-format');
    expect(await refusal('import/document', Buffer.from('89504e470d0a1a0a', 'hex'), { fileName: 'a.docx' })).toBe(
      'import-format',
    );
    expect(await refusal('import/document', Buffer.alloc(0), { fileName: 'plan.docx' })).toBe('import-empty');
    expect(await refusal('import/document', ' \n \n', { fileName: 'plan.txt' })).toBe('import-empty');
    expect(await refusal('import/backlog-inspect', makeDocx({}), { fileName: 'plan.csv' })).toBe('import-format');
    expect(await refusal('import/backlog-inspect', '', { fileName: 'plan.csv' })).toBe('import-empty');
  });
});
