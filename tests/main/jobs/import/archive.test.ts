import { describe, expect, it } from 'vitest';
import { docxParts, makeDocx, document, p } from '../../../support/jobs/docx-maker.ts';
import { productJobs } from '../../../support/jobs/hosts.ts';
import { refusal, runHere } from '../../../support/jobs/run-here.ts';
import { makeZip, packedGigabyte, type MadePart } from '../../../support/jobs/zip-maker.ts';

const options = { fileName: 'strategy.docx' };
const open = (bytes: Buffer): Promise<string> => refusal('import/document', bytes, options);
const withPart = (part: MadePart): Buffer => makeZip(docxParts({ extra: [part] }));
const withMain = (part: Partial<MadePart>): Buffer =>
  makeZip(docxParts({}).map((made) => (made.name === 'word/document.xml' ? { ...made, ...part } : made)));
const zeros = Buffer.alloc(40_000_000);

describe('an archive that lies or hides something', () => {
  it.each<[string, () => Buffer, string]>([
    [
      'unpacks to a gigabyte and says so',
      () => withMain({ packed: packedGigabyte(), size: 1 << 30 }),
      'import-archive-bomb',
    ],
    [
      'unpacks to a gigabyte and says a thousand bytes',
      () => withMain({ packed: packedGigabyte(), size: 1000 }),
      'import-archive-bomb',
    ],
    [
      'holds many large parts that are never read',
      () => makeZip(docxParts({ extra: ['a', 'b', 'c'].map((name) => ({ name, content: zeros })) })),
      'import-archive-bomb',
    ],
    [
      'holds 70,000 parts',
      () => makeZip(Array.from({ length: 70_000 }, (_, index) => ({ name: `p${index}`, method: 0 }))),
      'import-too-many',
    ],
    [
      'holds 3,000 parts',
      () => makeZip(Array.from({ length: 3000 }, (_, index) => ({ name: `p${index}`, method: 0 }))),
      'import-too-many',
    ],
    ['claims fewer parts than it holds', () => makeZip(docxParts({}), { count: 2 }), 'import-archive-broken'],
    [
      'lays two parts over each other',
      () => withPart({ name: 'word/other.xml', content: document(p('Text')), sameAs: 2 }),
      'import-archive-unsafe',
    ],
    ['names a part twice', () => withPart({ name: 'word/document.xml', content: 'x' }), 'import-archive-unsafe'],
    [
      'names a part twice in other letters',
      () => withPart({ name: 'Word/Document.xml', content: 'x' }),
      'import-archive-unsafe',
    ],
    [
      'names a part differently in its two lists',
      () => withPart({ name: 'word/a.xml', localName: 'word/b.xml' }),
      'import-archive-unsafe',
    ],
    ['leaves its folder', () => withPart({ name: '../../etc/passwd', content: 'x' }), 'import-archive-unsafe'],
    ['starts at the root', () => withPart({ name: '/etc/passwd', content: 'x' }), 'import-archive-unsafe'],
    ['starts at a disk', () => withPart({ name: 'C:/x', content: 'x' }), 'import-archive-unsafe'],
    ['uses backslashes', () => withPart({ name: '..\\x', content: 'x' }), 'import-archive-unsafe'],
    ['uses a zero byte in a name', () => withPart({ name: 'word/a\0.xml', content: 'x' }), 'import-archive-unsafe'],
    [
      'uses a name that is not text',
      () => withPart({ name: Buffer.from([0xff, 0xfe]), content: 'x' }),
      'import-archive-unsafe',
    ],
    [
      'holds a link',
      () => withPart({ name: 'word/link', content: '/etc/passwd', mode: 0o120777 }),
      'import-archive-unsafe',
    ],
    ['holds an archive', () => withPart({ name: 'word/more.zip', content: makeZip([]) }), 'import-archive-unsafe'],
    [
      'holds an archive under another name',
      () => withPart({ name: 'word/more.bin', content: makeZip([{ name: 'a' }]), method: 0 }),
      'import-archive-unsafe',
    ],
    ['is in the form for 4 GB and more', () => makeZip(docxParts({}), { zip64: true }), 'import-archive-unsafe'],
    ['is locked', () => withMain({ flags: 1 }), 'import-encrypted'],
    ['is packed in an uncommon way', () => withMain({ method: 14 }), 'import-archive-unsafe'],
    ['holds other bytes than its checksum says', () => withMain({ crc: 1 }), 'import-archive-broken'],
    ['is cut off', () => makeDocx({}).subarray(0, 600), 'import-archive-broken'],
    ['carries macros', () => withPart({ name: 'word/vbaProject.bin', content: 'x' }), 'import-macros'],
    [
      'says that it carries macros',
      () =>
        makeDocx({
          types:
            '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        }),
      'import-macros',
    ],
  ])('is refused when it %s', async (_, make, code) => {
    expect(await open(make())).toBe(code);
  });

  it('may carry the workbook of a chart, which is left out and told', async () => {
    const result = await runHere(
      'import/document',
      withPart({ name: 'word/embeddings/book.xlsx', content: makeZip([]) }),
      options,
    );
    expect(result).toMatchObject({
      value: { value: { notes: [{ code: 'embedded-left-out', params: { count: 1 } }] } },
    });
  });
});

describe('a bomb in the real process', () => {
  const tags = Array.from({ length: 130_000 }, (_, index) => `<w:r><w:t>${index}</w:t></w:r>`).join('');
  it.each<[string, () => Buffer, string]>([
    [
      'a gigabyte behind a thousand bytes',
      () => withMain({ packed: packedGigabyte(), size: 1000 }),
      'import-archive-bomb',
    ],
    ['more tags than a document can have', () => makeDocx({ body: `<w:p>${tags}</w:p>` }), 'import-too-many'],
    [
      'tags nested 100,000 deep',
      () => withMain({ content: '<x>'.repeat(100_000) + '</x>'.repeat(100_000), method: 0 }),
      'import-xml-unsafe',
    ],
  ])('%s is refused within 512 MB', async (_, make, code) => {
    let peak = 0;
    const result = await productJobs().start('import/document', {
      bytes: make(),
      options,
      onEnd: ({ peakBytes }) => (peak = peakBytes),
    });
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(peak).toBeLessThan(512_000_000);
  });
});
