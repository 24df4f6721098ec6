import { describe, expect, test } from 'vitest';
import { mapTexts } from '../../../../src/shared/document/walk.ts';
import { cell } from '../../../../src/shared/document/builders.ts';
import { pagePalette } from '../../../../src/shared/document/paper/page-palette.ts';
import { fennmarkDocument, harrowLane, plainFigure, standInFigures } from '../../../support/fennmark-document.ts';
import { bodyText, onePixel, renderForTest } from '../../../support/docx-file.ts';
import { documentSaying, scriptSamples } from '../../../support/script-document.ts';
import type { DocumentTree, Run } from '../../../../src/shared/document/blocks.ts';

const document = fennmarkDocument();

function withText(key: string, runs: readonly Run[]): DocumentTree {
  return mapTexts(document, (each, old) => (each === key ? runs : old));
}

describe('the same data gives the same bytes', () => {
  test('after another document was built in the same process', async () => {
    const first = await renderForTest(document);
    await renderForTest(documentSaying(scriptSamples.japanese, 'ja'));
    const link = [{ text: 'the board', link: 'https://example.org/board' }];
    const linked = await renderForTest(withText('patterns.intro', link));
    expect(Buffer.from((await renderForTest(document)).bytes)).toEqual(Buffer.from(first.bytes));
    expect(Buffer.from((await renderForTest(withText('patterns.intro', link))).bytes)).toEqual(
      Buffer.from(linked.bytes),
    );
  });

  test('the file carries the issue date, language and firm, and neither a user nor a folder', async () => {
    const file = await renderForTest(document, { issueDate: '2027-02-01' });
    const core = file.part('docProps/core.xml');
    expect(core.match(/2027-02-01T00:00:00Z/gu)).toHaveLength(2);
    expect(core).toContain('<dc:language>en-GB</dc:language>');
    expect(core).toContain('<dc:title>Fennmark Software: From licences to availability contracts</dc:title>');
    expect(core).toContain('<cp:lastModifiedBy>Harrow Lane Partners</cp:lastModifiedBy>');
    expect(file.part('docProps/app.xml')).toContain('<Company>Harrow Lane Partners</Company>');
    const all = file.names
      .filter((name) => /\.(?:xml|rels)$/u.test(name))
      .map(file.part)
      .join('');
    expect(all).not.toMatch(/\/home\/|\/root\/|\/tmp\/|[A-Z]:\\|Un-named/u);
    expect(file.names[0]).toBe('[Content_Types].xml');
  });
});

describe('what Word needs', () => {
  test('captions count, references carry their values, and numbers of pages are filled in', async () => {
    const file = await renderForTest(document, { numbered: true });
    const body = file.part('word/document.xml');
    expect(bodyText(file)).toContain('relates to the constraint (Figure 3, page 3).');
    expect([...body.matchAll(/SEQ Figure[^>]*>.*?<w:t[^>]*>(\d+)</gu)].map(([, number]) => number)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
    expect(file.part('word/footer1.xml')).toMatch(/ NUMPAGES ">.*?>6<\/w:t>/u);
    expect(file.part('word/settings.xml')).not.toContain('updateFields');
  });

  test('every picture has its words, a number of its own, a drawing and a bitmap; a logo is a bitmap only', async () => {
    const file = await renderForTest(document);
    const drawings = [...file.part('word/document.xml').matchAll(/<wp:docPr id="(\d+)"[^>]*descr="([^"]*)"/gu)];
    expect(drawings.map(([, id]) => id)).toEqual(['1', '2', '3', '4', '5']);
    expect(drawings.map(([, , words]) => words)).toEqual([
      'Harrow Lane Partners',
      ...Object.values(standInFigures).map(({ alt }) => alt),
    ]);
    expect(file.names.filter((name) => name.endsWith('.svg'))).toHaveLength(4);
    expect(file.names.filter((name) => name.endsWith('.png'))).toHaveLength(5);
  });

  test('equal figures are drawn once', async () => {
    const figure = plainFigure(298.58, 197.12, 'The same twice.');
    const drawn: string[] = [];
    const drawBitmap = (svg: string): Uint8Array => {
      drawn.push(svg);
      return onePixel;
    };
    await renderForTest(fennmarkDocument({ ...standInFigures, severity: figure, heat: figure }), { drawBitmap });
    expect(drawn.filter((svg) => svg.includes('width="298.58"'))).toHaveLength(1);
  });

  test('no paragraph is empty, no table follows another, and every row stays whole', async () => {
    const body = (await renderForTest(document)).part('word/document.xml');
    const empty = [...body.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gsu)].filter(
      ([text]) => !/<w:t[ >]|<w:drawing/u.test(text),
    );
    expect(empty).toEqual([]);
    expect(body).not.toContain('</w:tbl><w:tbl>');
    expect(body.match(/<w:tr>/gu)).toHaveLength(body.match(/<w:cantSplit\/>/gu)?.length ?? 0);
    expect(body.match(/<w:tblHeader\/>/gu)).toHaveLength(7);
  });

  test('a row of a third of a page or more is not tied to the next', async () => {
    const keeping = async (text: string): Promise<number> => {
      const sections = document.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) =>
          block.kind === 'table'
            ? {
                ...block,
                rows: block.rows.map((row) => ({
                  ...row,
                  cells: row.cells.map((_, at) => cell(`${row.key}.cell${at}`, text)),
                })),
              }
            : block,
        ),
      }));
      const file = await renderForTest({ ...document, sections });
      return file.part('word/document.xml').match(/<w:keepNext\/>/gu)?.length ?? 0;
    };
    expect(await keeping('Share of contracts that renew early. '.repeat(60))).toBeLessThan(await keeping('Short'));
  });

  test('a figure that is taller than a page is drawn smaller, not cut', async () => {
    const tall = plainFigure(627.4, 1400, 'Forty initiatives.');
    const sections = document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => (block.kind === 'figure' ? { ...block, figure: tall } : block)),
    }));
    const body = (await renderForTest({ ...document, sections })).part('word/document.xml');
    const heights = [...body.matchAll(/<wp:extent cx="\d+" cy="(\d+)"/gu)].map(([, height]) => Number(height) / 36000);
    expect(Math.max(...heights)).toBeGreaterThan(200);
    expect(Math.max(...heights)).toBeLessThan(225);
  });

  test('a draft says so in head and foot, an issued document nowhere', async () => {
    const draft = await renderForTest({ ...document, draft: 'Draft' });
    expect(draft.part('word/header1.xml')).toContain('>Draft<');
    expect(draft.part('word/footer1.xml')).toContain('>Draft  <');
    expect((await renderForTest(document)).names).not.toContain('word/header1.xml');
  });
});

describe('texts of clients', () => {
  test('characters that XML forbids are left out and named', async () => {
    const file = await renderForTest(withText('found.reach', [{ text: 'a\u0001b\uFFFEc\uD800d\u0001' }]));
    expect(bodyText(file)).toContain('abcd');
    expect(file.removed).toEqual([
      { key: 'found.reach', character: 'U+0001', count: 2 },
      { key: 'found.reach', character: 'U+FFFE', count: 1 },
      { key: 'found.reach', character: 'U+D800', count: 1 },
    ]);
  });

  test('the properties of the file hold none of them either', async () => {
    const properties = { ...document.properties, company: 'Harrow\u0007 Lane', author: 'Harrow\u0007 Lane' };
    const file = await renderForTest({ ...document, properties });
    expect(file.part('docProps/app.xml')).toContain('<Company>Harrow Lane</Company>');
    expect(file.part('docProps/core.xml')).toContain('<dc:creator>Harrow Lane</dc:creator>');
  });

  test('a sign that turns all text after it around does not leave the text that it came with', async () => {
    const file = await renderForTest(withText('found.reach', [{ text: 'Ada\u202E Brandt decides.' }]));
    expect(bodyText(file)).toContain('Ada Brandt decides.');
    expect(file.removed).toEqual([{ key: 'found.reach', character: 'U+202E', count: 1 }]);
  });

  test('mark-up, field codes and formulas stay text', async () => {
    const nasty =
      '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe } =cmd|" /C calc"!A0 <w:fldSimple w:instr="INCLUDETEXT x"/> & ]]>';
    const file = await renderForTest(withText('found.reach', [{ text: nasty }]));
    expect(bodyText(file)).toContain(nasty);
    const instructions = [...file.part('word/document.xml').matchAll(/<w:fldSimple w:instr="([^"]*)"/gu)].map(
      ([, code]) => code,
    );
    expect(instructions.every((code) => /^ (?:SEQ|REF|PAGEREF) /u.test(code ?? ''))).toBe(true);
    expect(file.part('word/document.xml')).not.toContain('w:instrText');
  });

  test('a link is kept for http, https and mailto only', async () => {
    const links = [
      'https://example.org/a?b=1&c=2',
      'mailto:office@example.org',
      'file:///etc/passwd',
      'javascript:alert(1)',
      '\\\\server\\share',
    ];
    const file = await renderForTest(
      withText(
        'found.reach',
        links.map((link) => ({ text: 'there ', link })),
      ),
    );
    const relations = file.part('word/_rels/document.xml.rels');
    const targets = [...relations.matchAll(/hyperlink" Target="([^"]*)"/gu)].map(([, target]) => target);
    expect(targets).toEqual(['https://example.org/a?b=1&amp;c=2', 'mailto:office@example.org']);
    expect(bodyText(file)).toContain('there there there there there ');
  });

  test('a sentence of the document that opens with a name in Hebrew keeps its own direction', async () => {
    const text = 'מדידה is the constraint. It completed 16 sites in the last 13 weeks.';
    const file = await renderForTest(withText('patterns.intro', [{ text }]));
    expect(file.part('word/document.xml')).not.toContain('<w:bidi/>');
  });

  test('a paragraph that is written from the right is set from the right, with its Latin words as they are', async () => {
    const file = await renderForTest(withText('patterns.intro', [{ text: scriptSamples.arabic }]));
    const body = file.part('word/document.xml');
    const paragraph = body.split('</w:p>').find((text) => text.includes('القرار')) ?? '';
    expect(paragraph).toContain('<w:bidi/>');
    expect(paragraph).toMatch(/<w:rtl\/>.*القرار/u);
    expect(paragraph.split('<w:r>').find((run) => run.includes('Fennmark'))).not.toContain('<w:rtl/>');
    expect(body.match(/<w:bidi\/>/gu)).toHaveLength(1);
  });

  test('Chinese, Japanese and Korean are marked for the right font and dictionary; all scripts come back unchanged', async () => {
    for (const text of Object.values(scriptSamples)) {
      expect(bodyText(await renderForTest(withText('patterns.intro', [{ text }])))).toContain(text);
    }
    const file = await renderForTest(withText('patterns.intro', [{ text: scriptSamples.japanese }]));
    expect(file.part('word/document.xml')).toMatch(/w:hint="eastAsia".*w:eastAsia="ja-JP"/u);
  });
});

describe('the brand', () => {
  test('a colour too faint for text is used for rules only, and a word that is no colour not at all', () => {
    const palette = pagePalette({ primary: 'F2C14E', accent: 'red" onload="' });
    expect(palette.primary).toBe('F2C14E');
    expect(palette.primaryText).toBe(palette.ink);
    expect(palette.accentText).toBe(palette.ink);
  });

  test('font and colours of the firm are those of the styles', async () => {
    const styles = (
      await renderForTest(document, { brand: { ...harrowLane, primary: '5B2A86', font: 'Georgia' } })
    ).part('word/styles.xml');
    expect(styles).toContain('w:ascii="Georgia"');
    expect(styles).toContain('<w:color w:val="5B2A86"/>');
    expect(styles).not.toContain('Calibri');
  });
});
