import { describe, expect, it } from 'vitest';
import type { BacklogItem, Inspection, InspectOptions, Reading } from '../../../../src/shared/api/import-types.ts';
import { refusal, succeed } from '../../../support/jobs/run-here.ts';
import { makeXlsx, shared } from '../../../support/jobs/xlsx-maker.ts';

const day = (count: number) => ({ xml: `<c s="1"><v>${count}</v></c>` });
const inline = (text: string) => ({ xml: `<c t="inlineStr"><is><t>${text}</t></is></c>` });

async function importBook(
  bytes: Buffer,
  options: Partial<InspectOptions> = {},
): Promise<{ seen: Inspection; reading: Reading; items: readonly BacklogItem[] }> {
  const { value: seen } = await succeed('import/backlog-inspect', bytes, { fileName: 'plan.xlsx', ...options });
  const { dialect, tracker, mapping } = seen;
  const { value: reading, rows: items } = await succeed('import/backlog-read', bytes, { dialect, tracker, mapping });
  return { seen, reading, items };
}

describe('a workbook as a backlog', () => {
  it('reads shared and inline texts, numbers and days, without what stands above Japanese words', async () => {
    const { seen, items } = await importBook(
      makeXlsx([
        {
          name: 'Plan',
          rows: [
            ['Key', 'Title', 'Status', 'Created', 'Due', 'Effort', 'Link'],
            [
              7,
              shared('<r><t>課題</t></r><r><t xml:space="preserve"> one</t></r><rPh sb="0" eb="2"><t>カダイ</t></rPh>'),
              inline('Done'),
              day(46_027),
              { xml: '<c s="3"><v>46112.5</v></c>' },
              2.5,
              'https://tracker.example/7',
            ],
          ],
        },
      ]),
    );
    expect(seen).toMatchObject({
      dialect: { container: 'workbook', sheet: 'Plan', headerLine: 1 },
      reasons: [
        { code: 'container-workbook' },
        { code: 'sheet-only' },
        { code: 'header-known' },
        { code: 'tracker-none' },
      ],
    });
    expect(items).toMatchObject([
      {
        line: 2,
        key: '7',
        title: '課題 one',
        status: 'done',
        createdOn: '2026-01-05',
        dueOn: '2026-03-31',
        effort: 2.5,
        link: 'https://tracker.example/7',
      },
    ]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const { items } = await importBook(
      makeXlsx(
        [
          {
            name: 'Plan',
            rows: [
              ['Title', 'Due'],
              ['One', day(44_650)],
            ],
          },
        ],
        { from1904: true },
      ),
    );
    expect(items[0]?.dueOn).toBe('2026-03-31');
  });

  it('takes the sheet that looks like a list of work, or the one that was chosen', async () => {
    const book = makeXlsx([
      { name: 'Notes', rows: [['About this file'], ['Made by Ann']] },
      {
        name: 'Work',
        rows: [
          ['Key', 'Title', 'Status'],
          ['A', 'One', 'Open'],
          ['B', 'Two', 'Done'],
        ],
      },
      { name: 'Old', rows: [['Title'], ['Three']], hidden: true },
    ]);
    const { seen } = await importBook(book);
    expect(seen).toMatchObject({ dialect: { sheet: 'Work' }, sheets: ['Notes', 'Work'], rowCount: 2 });
    const chosen = await succeed('import/backlog-inspect', book, { fileName: 'x', sheet: 'Work' });
    expect(chosen.value.reasons).toContainEqual({ code: 'sheet-chosen', params: { sheet: 'Work' } });
  });

  it('reads a header of merged cells, and gives a merged cell to every row that it reaches over', async () => {
    const { seen, items } = await importBook(
      makeXlsx([
        {
          name: 'Plan',
          merged: ['A1:A2', 'B1:B2', 'C1:D1', 'A3:A4'],
          rows: [
            ['Team', 'Title', 'Dates', null],
            [null, null, 'Start date', 'Due date'],
            ['Sales', 'One', day(46_027), day(46_112)],
            [null, 'Two', null, day(46_112)],
          ],
        },
      ]),
    );
    expect(seen.dialect.headerLine).toBe(2);
    expect(items).toMatchObject([
      { title: 'One', functionText: 'Sales', startOn: '2026-01-05', dueOn: '2026-03-31' },
      { title: 'Two', functionText: 'Sales', dueOn: '2026-03-31' },
    ]);
  });

  it('tells formulas without a result, and refuses titles made of them', async () => {
    const formula = { xml: '<c><f>A2*2</f></c>' };
    const { reading, items } = await importBook(
      makeXlsx([
        {
          name: 'Plan',
          rows: [
            ['Title', 'Effort'],
            ['One', formula],
            ['Two', { xml: '<c><f>1+1</f><v>2</v></c>' }],
          ],
        },
      ]),
    );
    expect(items.map(({ effort }) => effort)).toEqual([null, 2]);
    expect(reading.notes).toContainEqual({ code: 'formulas-left-out', params: { count: 1, line: 2 } });
    const titles = makeXlsx([
      {
        name: 'Plan',
        rows: [
          ['Title', 'Status'],
          [formula, 'Open'],
          [formula, 'Open'],
        ],
      },
    ]);
    expect(await refusal('import/backlog-inspect', titles, { fileName: 'x' })).toBe('import-formulas');
  });

  it('refuses macros, document types and endless sheets', async () => {
    const rows = [
      ['Title', 'Status'],
      ['One', 'Open'],
    ];
    const macros = makeXlsx([{ name: 'Plan', rows }], { more: [{ name: 'xl/vbaProject.bin', content: 'x' }] });
    expect(await refusal('import/backlog-inspect', macros, { fileName: 'x' })).toBe('import-macros');
    const entity = makeXlsx([
      { name: 'Plan', rows: [['Title'], [{ xml: '<!DOCTYPE x [<!ENTITY a "b">]><c><v>1</v></c>' }]] },
    ]);
    expect(await refusal('import/backlog-inspect', entity, { fileName: 'x' })).toBe('import-xml-unsafe');
    const wide = makeXlsx([
      { name: 'Plan', rows: [['Title', 'Status'], [{ xml: '<c s="0"><v>1</v></c><c r="XFD2"><v>1</v></c>' }]] },
    ]);
    expect(await refusal('import/backlog-inspect', wide, { fileName: 'x' })).toBe('import-too-many');
  });
});

describe('hostile tables are refused before they cost anything', () => {
  const rows = [
    ['Title', 'Status'],
    ['One', 'Open'],
  ];
  const more = (name: string, content: string | Buffer) =>
    makeXlsx([{ name: 'P', rows }], { more: [{ name, content }] });
  const nested = '<c>'.repeat(300);
  it.each<[what: string, bytes: Buffer | string, code: string]>([
    ['a part that unpacks without end', more('xl/comments1.xml', Buffer.alloc(60_000_000)), 'import-archive-bomb'],
    ['an archive inside', more('xl/inner.zip', 'x'), 'import-archive-unsafe'],
    ['a name that leaves its folder', more('../x.xml', 'x'), 'import-archive-unsafe'],
    ['tags nested without end', makeXlsx([{ name: 'P', rows: [['Title'], [{ xml: nested }]] }]), 'import-xml-unsafe'],
    ['a binary workbook', more('xl/workbook.bin', 'x'), 'import-format'],
    ['JSON nested without end', '['.repeat(100_000), 'import-json'],
    ['JSON with half a character', '[{"title":"\\ud800","state":"open"}]', 'import-json'],
    ['JSON that names a field twice', '[{"title":"a","title":"b"}]', 'import-json'],
    [
      'a plan with entities',
      '<!DOCTYPE x [<!ENTITY a "b">]><Project xmlns="http://schemas.microsoft.com/project"/>',
      'import-xml-unsafe',
    ],
    [
      'a plan with entities below its declaration',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><Project xmlns="http://schemas.microsoft.com/project"/>',
      'import-xml-unsafe',
    ],
  ])('%s', async (_what, bytes, code) => {
    expect(await refusal('import/backlog-inspect', bytes, { fileName: 'x' })).toBe(code);
    expect(await refusal('import/backlog', bytes, { fileName: 'x' })).toBe(code);
  });
});
