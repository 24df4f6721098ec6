import { describe, expect, it } from 'vitest';
import { refusal, succeed } from '../../../support/jobs/run-here.ts';
import { makeZip, type MadePart, packedGigabyte } from '../../../support/jobs/zip-maker.ts';

const options = { fileName: 'Plan 2026' };
const read = async (bytes: Uint8Array | string) => succeed('import/document', bytes, options);
const open = (bytes: Uint8Array | string): Promise<string> => refusal('import/document', bytes, options);
const shown = async (bytes: Uint8Array | string): Promise<string[]> =>
  (await read(bytes)).rows.map(
    ({ kind, level, depth, mark, table, row, column, page, text }) =>
      `${page === null ? '' : `p${page} `}${kind}${level || ''}${kind === 'item' ? ` ${depth}${mark}` : ''}${
        table === null ? '' : ` ${table}.${row}.${column}`
      }: ${text}`,
  );

describe('a web page', () => {
  it('keeps headings, lists in lists and tables, and nothing that is run or drawn', async () => {
    const page = `<!DOCTYPE html><html lang="de"><head><title>Kurs</title><style>p{}</style></head><body>
      <nav><a href="/">Home</a></nav><script>alert(1)</script>
      <h1>Direction</h1><p>We sell <b>hours</b>,<br>not seats.<img src="http://192.0.2.1/x.png"></p>
      <ul><li>First<ol><li>Nested</li><li><p>Second nested</p></li></ol></li></ul>
      <table><tr><th>What</th><th>Who</th></tr><tr><td>Price list</td><td>Sales</td></tr></table>
      <blockquote>Seats end in June.</blockquote></body></html>`;
    expect(await shown(page)).toEqual([
      'heading1: Direction',
      'paragraph: We sell hours,\nnot seats.',
      'item 0: First',
      'item 11.: Nested',
      'item 12.: Second nested',
      'cell 1.0.0: What',
      'cell 1.0.1: Who',
      'cell 1.1.0: Price list',
      'cell 1.1.1: Sales',
      'quote: Seats end in June.',
    ]);
    expect((await read(page)).value).toMatchObject({
      format: 'html',
      title: 'Direction',
      language: 'de',
      notes: [{ code: 'pictures-left-out', params: { count: 1 } }],
    });
  });

  it('keeps Arabic and Chinese letters as they are', async () => {
    const page = '<html><body><p dir="rtl">نحن نبيع وقت التوقف.</p><p>我们不再销售永久许可证。</p></body></html>';
    expect(await shown(page)).toEqual(['paragraph: نحن نبيع وقت التوقف.', 'paragraph: 我们不再销售永久许可证。']);
  });

  it('with tags beyond reason is refused', async () => {
    expect(await open(`<html>${'<b>'.repeat(300_000)}x</html>`)).toBe('import-too-many');
    expect(await open(`<html>${'<div>'.repeat(5000)}x</html>`)).toBe('import-xml-unsafe');
  });
});

const OD = 'urn:oasis:names:tc:opendocument:xmlns';
const odt = (body: string, more: readonly MadePart[] = []): Buffer =>
  makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 },
    {
      name: 'content.xml',
      content: `<?xml version="1.0"?><office:document-content xmlns:office="${OD}:office:1.0" xmlns:text="${OD}:text:1.0" xmlns:table="${OD}:table:1.0"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    ...more,
  ]);

describe('an OpenDocument text', () => {
  it('keeps headings, lists, tables, notes and pages, and leaves comments and contents out', async () => {
    const bytes = odt(`
      <text:table-of-content><text:p>Direction ... 1</text:p></text:table-of-content>
      <text:h text:outline-level="1">Direction</text:h>
      <text:p>We sell<text:s text:c="1"/>hours.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Since June.</text:p></text:note-body></text:note><office:annotation><text:p>Really?</text:p></office:annotation></text:p>
      <text:list><text:list-item><text:p>First</text:p><text:list><text:list-item><text:p>Nested</text:p></text:list-item></text:list></text:list-item></text:list>
      <text:p><text:soft-page-break/>On the next page.</text:p>
      <table:table><table:table-row><table:table-cell><text:p>What</text:p></table:table-cell><table:table-cell><text:p>Who</text:p></table:table-cell></table:table-row></table:table>`);
    expect(await shown(bytes)).toEqual([
      'heading1: Direction',
      'paragraph: We sell hours.',
      'note: Since June.',
      'item 0: First',
      'item 1: Nested',
      'p2 paragraph: On the next page.',
      'p2 cell 1.0.0: What',
      'p2 cell 1.0.1: Who',
    ]);
    expect((await read(bytes)).value.notes.map(({ code }) => code)).toEqual(['comments-left-out', 'contents-left-out']);
  });

  it('with a password, a document type or a bomb in it is refused', async () => {
    const locked = { name: 'META-INF/manifest.xml', content: '<m:manifest><m:encryption-data/></m:manifest>' };
    expect(await open(odt('<text:p>x</text:p>', [locked]))).toBe('import-encrypted');
    const parts = (content: Partial<MadePart>): Buffer =>
      makeZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 },
        { name: 'content.xml', ...content },
      ]);
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>';
    expect(await open(parts({ content: laughs }))).toBe('import-xml-unsafe');
    expect(await open(parts({ packed: packedGigabyte(), size: 1 << 30 }))).toBe('import-archive-bomb');
  });
});

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const shape = (text: string, more = ''): string =>
  `<p:sp><p:nvSpPr><p:nvPr>${more}</p:nvPr></p:nvSpPr><p:txBody>${text}</p:txBody></p:sp>`;
const par = (text: string, properties = ''): string => `<a:p>${properties}<a:r><a:t>${text}</a:t></a:r></a:p>`;
const pptx = (slides: readonly string[], more: readonly MadePart[] = []): Buffer =>
  makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'ppt/presentation.xml',
      // Shown in another order than the one in which they are stored.
      content: `<p:presentation><p:sldIdLst>${slides.map((_, at) => `<p:sldId r:id="r${at}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    },
    {
      name: 'ppt/_rels/presentation.xml.rels',
      content: `<Relationships>${slides.map((_, at) => `<Relationship Id="r${at}" Type="${REL}/slide" Target="slides/slide${slides.length - at}.xml"/>`).join('')}</Relationships>`,
    },
    ...slides.map((body, at) => ({ name: `ppt/slides/slide${slides.length - at}.xml`, content: body })),
    ...more,
  ]);

describe('a presentation', () => {
  it('gives each slide its title as a heading, lists, tables and notes, in the order shown', async () => {
    const first = `<p:sld>${shape(par('Board paper'), '<p:ph type="ctrTitle"/>')}</p:sld>`;
    const second = `<p:sld>${shape(par('7'), '<p:ph type="sldNum"/>')}${shape(
      par('Sell hours') + par('Not seats', '<a:pPr lvl="1"/>') + par('One', '<a:pPr><a:buAutoNum/></a:pPr>'),
      '<p:ph idx="1"/>',
    )}${shape(par('How we earn'), '<p:ph type="title"/>')}<p:graphicFrame><a:tbl><a:tr><a:tc>${par('What')}</a:tc><a:tc>${par('Who')}</a:tc></a:tr></a:tbl></p:graphicFrame></p:sld>`;
    const notes: MadePart[] = [
      {
        name: 'ppt/slides/_rels/slide1.xml.rels',
        content: `<Relationships><Relationship Id="n" Type="${REL}/notesSlide" Target="../notesSlides/n.xml"/><Relationship Id="x" Type="${REL}/image" Target="http://192.0.2.1/x.png" TargetMode="External"/></Relationships>`,
      },
      { name: 'ppt/notesSlides/n.xml', content: `<p:notes>${shape(par('Say why.'), '<p:ph type="body"/>')}</p:notes>` },
    ];
    expect(await shown(pptx([first, second], notes))).toEqual([
      'p1 heading1: Board paper',
      'p2 heading2: How we earn',
      'p2 item 0: Sell hours',
      'p2 item 1: Not seats',
      'p2 item 01.: One',
      'p2 cell 1.0.0: What',
      'p2 cell 1.0.1: Who',
      'p2 note: Say why.',
    ]);
  });

  it('leaves hidden slides out and says so; macros and document types are refused', async () => {
    const slide = (text: string, more = ''): string => `<p:sld${more}>${shape(par(text))}</p:sld>`;
    const { rows, value } = await read(pptx([slide('Shown'), slide('Kept back', ' show="0"')]));
    expect(rows.map(({ text }) => text)).toEqual(['Slide 1', 'Shown']);
    expect(value.notes).toEqual([{ code: 'slides-left-out', params: { count: 1 } }]);
    expect(await open(pptx([slide('x')], [{ name: 'ppt/vbaProject.bin', content: 'x' }]))).toBe('import-macros');
    expect(await open(pptx(['<!DOCTYPE x><p:sld/>']))).toBe('import-xml-unsafe');
  });
});
