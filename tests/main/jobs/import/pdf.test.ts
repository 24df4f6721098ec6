import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { lines, makePdf, type MadeText } from '../../../support/jobs/pdf-maker.ts';
import { refusal, succeed } from '../../../support/jobs/run-here.ts';
import { packedGigabyte } from '../../../support/jobs/zip-maker.ts';

const options = { fileName: 'Direction.pdf' };
const read = async (pages: readonly (readonly MadeText[])[]) => succeed('import/document', makePdf(pages), options);
const shown = async (pages: readonly (readonly MadeText[])[]) =>
  (await read(pages)).rows.map(({ kind, level, page, text }) => `${page} ${kind}${level || ''}: ${text}`);

/** Five lines that fill a column of about 220 points, with a word broken at the end of a line. */
const column = (name: string): string[] => [
  `The ${name} column says that customers pay for`,
  'the downtime that we help them to avoid and that',
  'nobody pays for seats any more, which is a long-',
  'term choice and one that the sales team will com-',
  `plain about until the ${name} quarter has ended.`,
];

it('is read by size into headings and paragraphs, with its pages, words joined at the ends of lines', async () => {
  const page = [
    { x: 72, y: 700, size: 20, text: 'Direction 2026' },
    ...lines(72, 660, column('first')),
    { x: 72, y: 570, size: 14, text: 'How we earn' },
    ...lines(72, 545, ['A long-term contract follows the downtime.']),
  ];
  expect(await shown([page])).toEqual([
    '1 heading1: Direction 2026',
    `1 paragraph: The first column says that customers pay for the downtime that we help them to avoid and that nobody pays for seats any more, which is a long-term choice and one that the sales team will complain about until the first quarter has ended.`,
    '1 heading2: How we earn',
    '1 paragraph: A long-term contract follows the downtime.',
  ]);
});

it('reads columns one after the other, under a heading that goes over both', async () => {
  const page = [
    { x: 72, y: 740, size: 18, text: 'A heading that goes over both of the columns of this page' },
    ...lines(72, 700, column('left')),
    ...lines(330, 700, column('right')),
  ];
  const texts = await shown([page]);
  expect(texts).toHaveLength(3);
  expect(texts[1]).toMatch(/^1 paragraph: The left column .* left quarter has ended\.$/u);
  expect(texts[2]).toMatch(/^1 paragraph: The right column .* right quarter has ended\.$/u);
});

it('keeps the cells of a table together by row', async () => {
  const row = (y: number, cells: readonly string[]): MadeText[] =>
    cells.map((text, at) => ({ x: 72 + at * 160, y, text }));
  const page = [
    ...lines(72, 740, column('first')),
    ...row(640, ['Milestone', 'Owner', 'Date']),
    ...row(620, ['Price list closed', 'Sales', '1 July']),
    ...row(600, ['Metering team formed', 'Product', '29 June']),
  ];
  const { rows } = await read([page]);
  expect(rows.filter(({ kind }) => kind === 'cell').map((cell) => [cell.row, cell.column, cell.text])).toEqual([
    [0, 0, 'Milestone'],
    [0, 1, 'Owner'],
    [0, 2, 'Date'],
    [1, 0, 'Price list closed'],
    [1, 1, 'Sales'],
    [1, 2, '1 July'],
    [2, 0, 'Metering team formed'],
    [2, 1, 'Product'],
    [2, 2, '29 June'],
  ]);
});

it('drops what repeats at the edges of the pages, and joins a sentence that goes on over the page', async () => {
  const page = (number: number, texts: readonly string[]): MadeText[] => [
    { x: 72, y: 770, size: 8, text: 'Tarnfield, confidential' },
    ...lines(72, 650, texts),
    { x: 300, y: 30, size: 8, text: `Page ${number} of 3` },
  ];
  const pages = [
    page(1, ['We sell the downtime that is avoided and we']),
    page(2, ['no longer sell seats to anybody. That is', 'what the board decided in June.']),
    page(3, ['Nothing else was decided.']),
  ];
  const { rows, value } = await read(pages);
  expect(rows.map(({ text }) => text)).toEqual([
    'We sell the downtime that is avoided and we no longer sell seats to anybody. That is what the board decided in June.',
    'Nothing else was decided.',
  ]);
  expect(value.notes).toEqual([{ code: 'running-lines-left-out', params: { count: 6 } }]);
});

it('keeps lists with their numbers', async () => {
  const page = lines(72, 700, ['\u0095 Sell hours', '\u0095 Stop seats', '1. Meter the plants', '2. Bill the hours']);
  expect((await read([page])).rows.map(({ kind, mark, text }) => `${kind} ${mark} ${text}`)).toEqual([
    'item  Sell hours',
    'item  Stop seats',
    'item 1. Meter the plants',
    'item 2. Bill the hours',
  ]);
});

it('reads 200 pages in their order and leaves no page out', async () => {
  const pages = Array.from({ length: 200 }, (_, at) => lines(72, 600, [`Sentence number ${at + 1} of the plan.`]));
  const { rows } = await read(pages);
  expect(rows.map(({ page }) => page)).toEqual(pages.map((_, at) => at + 1));
});

it('without any text, cut off, or packed beyond reason it is refused', async () => {
  const open = (bytes: Buffer): Promise<string> => refusal('import/document', bytes, options);
  const whole = makePdf([lines(72, 600, ['Text'])]);
  expect(await open(makePdf([[], []]))).toBe('import-scanned');
  expect(await open(Buffer.from('%PDF-1.7\nnothing'))).toBe('import-archive-broken');
  expect(await open(makePdf([[]], deflateSync(Buffer.alloc(80_000_000, 32))))).toBe('import-archive-bomb');
  const twice = Buffer.from(whole.toString('latin1').replace('/FlateDecode', '[/FlateDecode /FlateDecode]'), 'latin1');
  expect(await open(twice)).toBe('import-archive-unsafe');
});

/** One page whose drawing is packed by another filter; `packed` stands for 60 million bytes and more. */
function packedBy(filter: string, packed: Buffer): Buffer {
  return Buffer.from(makePdf([[]], packed).toString('latin1').replace('/FlateDecode', filter), 'latin1');
}

/** A gigabyte with the header that the raw stream of an archive lacks. */
const gigabyte = (): Buffer => Buffer.concat([Buffer.from('789c', 'hex'), packedGigabyte()]);

/** Ever longer runs of one letter, 12 bits a code after the first 1790: 8 MB every six kilobytes. */
function lzwBomb(): Buffer {
  const bits: string[] = [];
  for (let next = 258; next < 4094; next++) {
    const width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
    bits.push((next === 258 ? 32 : next - 1).toString(2).padStart(width, '0'));
  }
  const all = ['100000000', ...bits, '100000000'.padStart(12, '0')].join('');
  const bytes = all.match(/.{1,8}/gu)?.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)) ?? [];
  return Buffer.from(bytes);
}

it.each<[string, () => Buffer, string]>([
  ['deflated', () => makePdf([[]], gigabyte()), 'import-archive-bomb'],
  [
    'deflated a thousand to one, below the largest size',
    () => makePdf([[]], deflateSync(Buffer.alloc(45_000_000, 'q Q '))),
    'import-archive-bomb',
  ],
  ['deflated, and called a picture', () => packedBy('/FlateDecode /Subtype /Image', gigabyte()), 'import-archive-bomb'],
  [
    'in runs',
    () => packedBy('/RunLengthDecode', Buffer.alloc(1_000_000, Buffer.from([129, 32]))),
    'import-archive-bomb',
  ],
  ['by LZW', () => packedBy('/LZWDecode', lzwBomb()), 'import-archive-bomb'],
  [
    'in runs, written as hexadecimal digits',
    () => packedBy('[/ASCIIHexDecode /RL]', Buffer.alloc(4_000_000, '8120')),
    'import-archive-bomb',
  ],
  ['under a name that hides the packing', () => packedBy('/#4cZWDecode', lzwBomb()), 'import-archive-unsafe'],
])('a bomb that is packed %s is refused before a page is opened', async (_, make, code) => {
  expect(await refusal('import/document', make(), options)).toBe(code);
});

it('an honest page packed in the way of old programs is read', async () => {
  const drawing = 'BT /F1 10 Tf 1 0 0 1 72 600 Tm (We sell hours.) Tj ET';
  const hex = packedBy('[/ASCIIHexDecode]', Buffer.from(`${Buffer.from(drawing).toString('hex')}>`));
  const runs = packedBy(
    '/RL',
    Buffer.concat([Buffer.from([drawing.length - 1]), Buffer.from(drawing), Buffer.from([128])]),
  );
  for (const bytes of [hex, runs])
    expect((await succeed('import/document', bytes, options)).rows.map(({ text }) => text)).toEqual(['We sell hours.']);
});
