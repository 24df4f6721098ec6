import { describe, expect, it } from 'vitest';
import {
  document,
  docxParts,
  makeDocx,
  p,
  r,
  relation,
  style,
  type MadeDocx,
} from '../../../support/jobs/docx-maker.ts';
import { refusal, succeed } from '../../../support/jobs/run-here.ts';
import { makeZip } from '../../../support/jobs/zip-maker.ts';

const options = { fileName: 'Plan 2026.docx' };
const read = async (made: MadeDocx) => succeed('import/document', makeDocx(made), options);
const texts = async (made: MadeDocx): Promise<string[]> => (await read(made)).rows.map(({ text }) => text);

const styles = [
  style('berschrift1', 'heading 1', 0),
  style('berschrift2', 'heading 2', 1),
  style('Kapitel', 'Our chapter', undefined, 'berschrift1'),
  style('Titel', 'Title'),
  style('Verzeichnis1', 'toc 1'),
  style('Zitat', 'Quote'),
].join('');

describe('a Word document', () => {
  it('keeps the levels of headings, also of styles in other languages and of styles based on them', async () => {
    const body =
      p('Where we play', 'Kapitel') +
      p('Body') +
      p('Mid market', 'berschrift2') +
      p('More') +
      p('How we win', 'berschrift1');
    const { rows } = await read({ body, styles });
    expect(rows.map(({ level, text, locator }) => [level, text, locator])).toEqual([
      [1, 'Where we play', 'Where we play'],
      [0, 'Body', 'Where we play'],
      [2, 'Mid market', 'Where we play › Mid market'],
      [0, 'More', 'Where we play › Mid market'],
      [1, 'How we win', 'How we win'],
    ]);
  });

  it('takes its title from the title style, then its properties, then its first heading, then its name', async () => {
    const core = '<dc:title>From the properties</dc:title><dc:language>de-DE</dc:language>';
    const heading = p('From the heading', 'berschrift1') + p('x', 'berschrift1');
    const titled = await read({ body: p('From the style', 'Titel') + heading, styles, core });
    expect(titled.value).toMatchObject({ title: 'From the style', language: 'de-DE' });
    expect((await read({ body: heading, styles, core })).value.title).toBe('From the properties');
    expect((await read({ body: heading, styles })).value.title).toBe('From the heading');
    expect((await read({ body: p('Only text') })).value.title).toBe('Plan 2026');
  });

  it('counts paragraphs where there is no heading', async () => {
    const { rows } = await read({ body: p('One') + p('Two') });
    expect(rows.map(({ locator }) => locator)).toEqual(['paragraph 1', 'paragraph 2']);
  });

  it('reads the cells of a table row by row and names them by their column', async () => {
    const cell = (text: string): string => `<w:tc>${p(text)}</w:tc>`;
    const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    const { rows } = await read({ body: `<w:tbl>${row('Role', 'Task')}${row('Sponsor', 'Decides')}</w:tbl>` });
    expect(rows.map(({ text, locator }) => [text, locator])).toEqual([
      ['Role', 'table 1, header'],
      ['Task', 'table 1, header'],
      ['Sponsor', 'table 1, row 1, Role'],
      ['Decides', 'table 1, row 1, Task'],
    ]);
  });

  it('puts a footnote behind the paragraph that refers to it', async () => {
    const body = `<w:p>${r('A claim')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' in full.')}</w:p>${p('Next')}`;
    const { rows } = await read({ body, footnotes: `<w:footnote w:id="2">${p('Its source')}</w:footnote>` });
    expect(rows.map(({ kind, text, locator }) => [kind, text, locator])).toEqual([
      ['paragraph', 'A claim in full.', 'paragraph 1'],
      ['note', 'Its source', 'footnote 1'],
      ['paragraph', 'Next', 'paragraph 3'],
    ]);
  });

  it('reads through content controls, fields and insertions and leaves deletions out', async () => {
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${p('In a control')}</w:sdtContent></w:sdt>`;
    const field = `<w:p>${r('See ')}<w:fldSimple w:instr="REF x">${r('figure 2')}</w:fldSimple>${r(' below')}</w:p>`;
    const tracked = `<w:p><w:ins>${r('kept')}</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`;
    expect(await texts({ body: control + field + tracked })).toEqual(['In a control', 'See figure 2 below', 'kept']);
  });

  it('leaves a generated table of contents out, with its caption', async () => {
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('Inhalt')}${p('Chapter 1	3')}</w:sdtContent></w:sdt>`;
    const typed = p('Contents', 'berschrift1') + p('Chapter 1	3', 'Verzeichnis1') + p('Chapter 2	5', 'Verzeichnis1');
    const result = await read({ body: control + typed + p('Text'), styles });
    expect(result.rows.map(({ text }) => text)).toEqual(['Text']);
    expect(result.value.notes).toEqual([{ code: 'contents-left-out', params: { count: 3 } }]);
  });

  it('counts pictures once, even when they stand twice for old programs, and comments', async () => {
    const picture = '<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>';
    const drawing = `<mc:AlternateContent><mc:Choice>${picture}</mc:Choice><mc:Fallback>${picture}</mc:Fallback></mc:AlternateContent>`;
    const body = `<w:p><w:r>${drawing}</w:r>${r('Text')}<w:r><w:commentReference w:id="1"/></w:r></w:p>`;
    expect((await read({ body })).value.notes).toEqual([
      { code: 'pictures-left-out', params: { count: 1 } },
      { code: 'comments-left-out', params: { count: 1 } },
    ]);
  });

  it('keeps what stands in links, tabs, line breaks and letters beyond the first plane', async () => {
    const link = `<w:hyperlink r:id="rId9" w:anchor="x">${r('the report')}</w:hyperlink>`;
    const body = `<w:p>${r('Read ')}${link}<w:r><w:tab/><w:br/></w:r>${r('“naïve” 👩‍👩‍👧 &amp; שלום')}</w:p>`;
    const relations = relation('rId9', 'hyperlink', 'https://fennmark.example/tracker', true);
    expect(await texts({ body, relations })).toEqual(['Read the report\n“naïve” 👩‍👩‍👧 & שלום']);
  });

  it('never asks for what it links to outside', async () => {
    const picture =
      '<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rId7"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>';
    const relations =
      relation('rId7', 'image', 'file:///etc/passwd', true) +
      relation('rId8', 'attachedTemplate', 'http://127.0.0.1:9/x.dotm', true);
    expect(await texts({ body: `<w:p><w:r>${picture}</w:r>${r('Text')}</w:p>`, relations })).toEqual(['Text']);
  });
});

describe('hostile XML in a Word document', () => {
  const withMain = (content: string | Buffer): Buffer =>
    makeZip(docxParts({}).map((part) => (part.name === 'word/document.xml' ? { ...part, content } : part)));
  const laughs = Array.from({ length: 20 }, (_, index) => `<!ENTITY l${index + 1} "&l${index};&l${index};">`).join('');

  it.each<[string, () => Buffer, string]>([
    ['a document type', () => withMain(`<!DOCTYPE x>${document(p('x'))}`), 'import-xml-unsafe'],
    ['a billion laughs', () => withMain(`<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]><x>&l20;</x>`), 'import-xml-unsafe'],
    [
      'an external entity',
      () => withMain('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'),
      'import-xml-unsafe',
    ],
    [
      'a document type in UTF-16',
      () => withMain(Buffer.from(`\uFEFF<!DOCTYPE x>${document(p('x'))}`, 'utf16le')),
      'import-xml-unsafe',
    ],
    ['an unknown entity', () => withMain(document(p('&unknown;'))), 'import-xml-broken'],
    ['tags 300 deep', () => withMain(document('<w:p>'.repeat(300) + '</w:p>'.repeat(300))), 'import-xml-unsafe'],
    [
      'an attribute of 100,000 letters',
      () => withMain(document(`<w:p w:x="${'x'.repeat(100_000)}"/>`)),
      'import-xml-unsafe',
    ],
    [
      '300 attributes',
      () => withMain(document(`<w:p ${Array.from({ length: 300 }, (_, i) => `w:a${i}="1"`).join(' ')}/>`)),
      'import-xml-unsafe',
    ],
    ['an open tag', () => withMain('<w:document><w:body>'), 'import-xml-broken'],
    [
      'bytes that are not Unicode',
      () => withMain(Buffer.from([0x3c, 0x78, 0x3e, 0xff, 0x3c, 0x2f, 0x78, 0x3e])),
      'import-xml-unsafe',
    ],
    [
      'a declared encoding that is not Unicode',
      () => withMain('<?xml version="1.0" encoding="windows-1252"?><x/>'),
      'import-xml-unsafe',
    ],
    ['no text', () => makeDocx({ body: '' }), 'import-empty'],
    [
      'no main part',
      () =>
        makeZip(
          docxParts({})
            .filter(({ name }) => name !== 'word/document.xml')
            .concat({ name: 'word/x.xml' }),
        ),
      'import-archive-broken',
    ],
  ])('is refused: %s', async (_, make, code) => {
    expect(await refusal('import/document', make(), options)).toBe(code);
  });
});
