import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { succeed } from '../../../support/jobs/run-here.ts';

const fixtures = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'import');
const read = async (text: string, fileName = 'notes.txt') => succeed('import/document', text, { fileName });
const lines = async (text: string): Promise<string[]> =>
  (await read(text)).rows.map(({ level, kind, text: own }) => `${level > 0 ? `h${level}` : kind}: ${own}`);

describe('Markdown', () => {
  it('becomes headings, paragraphs, items, quotes, cells and notes without its marks', async () => {
    const { value, rows } = await succeed('import/document', readFileSync(join(fixtures, 'strategy.md')), {
      fileName: 'x.txt',
    });
    expect(value).toEqual({
      format: 'md',
      title: 'Where we play',
      language: 'en-GB',
      encoding: { name: 'utf-8', confidence: 1 },
      notes: [
        { code: 'pictures-left-out', params: { count: 1 } },
        { code: 'includes-left-out', params: { count: 1 } },
      ],
    });
    expect(rows.map(({ level, kind, text, locator }) => [level || kind, text, locator])).toEqual([
      [1, 'Where we play', 'Where we play'],
      ['paragraph', 'Some text that is wrapped, with bold, a link and “curly quotes”.', 'Where we play'],
      [4, 'Action 01: No space after the marks', 'Action 01: No space after the marks'],
      ['item', 'first item that goes on', 'Action 01: No space after the marks'],
      ['item', 'second item', 'Action 01: No space after the marks'],
      ['item', 'still the second item', 'Action 01: No space after the marks'],
      ['quote', 'A quoted line over two lines', 'Action 01: No space after the marks'],
      ['cell', 'One year', 'Action 01: No space after the marks › table 1, header'],
      ['cell', 'Five years', 'Action 01: No space after the marks › table 1, header'],
      ['cell', 'Build it\nShow it', 'Action 01: No space after the marks › table 1, row 1, One year'],
      ['cell', 'Keep | it', 'Action 01: No space after the marks › table 1, row 1, Five years'],
      ['paragraph', 'Read more »', 'Action 01: No space after the marks'],
      [2, 'How we win', 'How we win'],
      ['paragraph', '#growth is a tag in running text, not a heading.', 'How we win'],
      ['code', 'code # stays', 'How we win'],
      ['note', 'A footnote with emphasis.', 'How we win › footnote 1'],
    ]);
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index));
  });

  it('keeps stars, underscores and brackets that are no marks', async () => {
    const text = '# T\n\n2 * 3 * 4, snake_case_name, [not a link], a < b > c, \\*plain\\*, `*code*` &amp; 5 > 4';
    expect((await lines(text))[1]).toBe(
      'paragraph: 2 * 3 * 4, snake_case_name, [not a link], a < b > c, *plain*, *code* & 5 > 4',
    );
  });

  it('drops comments, the mark for a table of contents and closing marks of headings', async () => {
    expect(await lines('## Plan ##\n\n<!-- a\nb -->\n* Contents\n{:toc}\n\nText {#id}\n')).toEqual([
      'h2: Plan',
      'paragraph: Text',
    ]);
  });

  it('takes the title of the front matter when there is no heading', async () => {
    expect((await read('---\ntitle: "The plan"\n---\n\nText')).value.title).toBe('The plan');
  });

  it('ends in reasonable work on marks that never close', async () => {
    const nasty = ['[', '*a', '<a ', '`', '![', '> ', '_a', '{:', '|-|'].map((mark) => mark.repeat(20_000)).join('\n');
    expect((await read(`# T\n${nasty}`)).rows.length).toBeGreaterThan(0);
  });
});

describe('plain text', () => {
  it('finds underlined, numbered and capital headings that stand alone', async () => {
    const text = 'THE PLAN\n\nWhere we play\n=====\n\n2.1 Mid market\n\nText that goes on.\n\n3 things matter.\n\nOK';
    expect(await lines(text)).toEqual([
      'h1: THE PLAN',
      'h1: Where we play',
      'h2: 2.1 Mid market',
      'paragraph: Text that goes on.',
      'paragraph: 3 things matter.',
      'paragraph: OK',
    ]);
  });

  it('joins lines that a program wrapped and keeps lines that were broken on purpose', async () => {
    const wrapped = `${'word '.repeat(14).trim()}\n${'word '.repeat(12).trim()}\nend.`;
    expect(await lines(`${wrapped}\n\nAnn Lee\nFennmark`)).toEqual([
      `paragraph: ${wrapped.replaceAll('\n', ' ')}`,
      'paragraph: Ann Lee\nFennmark',
    ]);
  });

  it('makes one passage of each item of a list', async () => {
    expect(await lines('We will:\n- sell\n  more\n• build less\n3) stop')).toEqual([
      'paragraph: We will:',
      'item: sell more',
      'item: build less',
      'item: stop',
    ]);
  });

  it('reads every kind of line end', async () => {
    expect(await lines('One.\r\n\r\nTwo.\r\rThree.\n\nFour.')).toEqual(
      ['One.', 'Two.', 'Three.', 'Four.'].map((text) => `paragraph: ${text}`),
    );
  });

  it('takes its title from the name of the file when it has no heading', async () => {
    expect((await read('Only text.', 'C:\\Users\\x\\Board paper.final.txt')).value.title).toBe('Board paper.final');
  });
});
