import { describe, expect, it } from 'vitest';
import type { BacklogItem, Inspection, Reading, ReadOptions } from '../../../../src/shared/api/import-types.ts';
import { refusal, runHere, succeed } from '../../../support/jobs/run-here.ts';

const fileName = 'plan.csv';
const inspect = async (text: string | Buffer): Promise<Inspection> =>
  (await succeed('import/backlog-inspect', text, { fileName })).value;
async function optionsFor(text: string | Buffer): Promise<ReadOptions> {
  const { dialect, tracker, mapping } = await inspect(text);
  return { dialect, tracker, mapping };
}
async function read(
  text: string | Buffer,
  change: Partial<ReadOptions> = {},
): Promise<{ items: readonly BacklogItem[]; reading: Reading }> {
  const { value, rows } = await succeed('import/backlog-read', text, { ...(await optionsFor(text)), ...change });
  return { items: rows, reading: value };
}

describe('the inspection of a table', () => {
  it('shows the columns with samples, how full they are, and what nobody takes', async () => {
    const seen = await inspect('Key,Summary,Colour\nA,One,red\nB,Two,\nC,Three,red\n');
    expect(seen.columns).toEqual([
      { index: 0, name: 'Key', samples: ['A', 'B', 'C'], filled: 3 },
      { index: 1, name: 'Summary', samples: ['One', 'Two', 'Three'], filled: 3 },
      { index: 2, name: 'Colour', samples: ['red'], filled: 2 },
    ]);
    expect(seen.mapping).toEqual({ key: [0], title: [1] });
    expect(seen.unmapped).toEqual([2]);
  });

  it('counts the status words and says which are not known', async () => {
    const seen = await inspect('Title,Status\na,Doing\nb,Doing\nc,Zorp\n');
    expect(seen.statuses).toEqual([
      { text: 'Doing', count: 2, status: 'progress' },
      { text: 'Zorp', count: 1, status: null },
    ]);
  });

  it('finds the header below other lines', async () => {
    const seen = await inspect('Export of 3 March\n\nTeam plan,,\nTitle,Status,Owner\nOne,Open,Ann\n');
    expect(seen).toMatchObject({
      dialect: { headerLine: 4 },
      rowCount: 1,
      mapping: { title: [0], status: [1], assignee: [2] },
    });
  });

  it('reads quotation marks that the format does not allow, and says so', async () => {
    const seen = await inspect('Title,Status\nThe 19" rack,Open\n"Say "yes" now",Open\n');
    expect(seen.dialect.quotes).toBe('relaxed');
    expect(seen.notes).toEqual([{ code: 'quotes-mended', params: {} }]);
    const open = await inspect('Title\tStatus\n"Never closed\tOpen\nTwo\tDone\n');
    expect(open).toMatchObject({ dialect: { quotes: 'none' }, rowCount: 2 });
  });

  it('refuses a file without column names and one with an endless cell', async () => {
    expect(await refusal('import/backlog-inspect', 'just one line of words', { fileName })).toBe('import-no-header');
    const cell = 'x'.repeat(1_000_001);
    expect(await runHere('import/backlog-inspect', `Title,Text\nOne,${cell}\n`, { fileName })).toMatchObject({
      error: { code: 'import-field-too-large', params: { line: 2 } },
    });
  });

  it('refuses more rows than can be taken', async () => {
    expect(await refusal('import/backlog-inspect', `Title,Status\n${'a,b\n'.repeat(200_001)}`, { fileName })).toBe(
      'import-too-many',
    );
  });
});

describe('the reading of a backlog', () => {
  it('leaves out rows without a title and tells line and reason', async () => {
    const { reading, items } = await read('Key,Title,Status\nA,One,Open\nB,,Open\n,,\nKey,Title,Status\n');
    expect(items.map(({ key }) => key)).toEqual(['A']);
    expect(reading).toMatchObject({
      itemCount: 1,
      leftOutCount: 2,
      leftOut: [
        { line: 3, reason: 'no-title', text: 'B · Open' },
        { line: 5, reason: 'repeated-header' },
      ],
    });
  });

  it('counts lines as the file has them, whatever the cells hold', async () => {
    const { items } = await read('Title,Text\r\nOne,"a\r\nb\r\nc"\r\n\r\nTwo,x\r\n');
    expect(items.map(({ line }) => line)).toEqual([2, 6]);
  });

  it('lets the last row of a key win and reports the others', async () => {
    const { reading, items } = await read('Key,Title\nA,Old\nB,Other\nA,New\n');
    expect(items.map(({ key, title }) => [key, title])).toEqual([
      ['B', 'Other'],
      ['A', 'New'],
    ]);
    expect(reading.duplicates).toEqual([{ key: 'A', lines: [2, 4] }]);
    expect(reading.leftOut).toEqual([{ line: 2, reason: 'earlier-duplicate', text: 'A · Old' }]);
  });

  it('makes keys that are the same for the same content in another order', async () => {
    const first = await read('Title,Status\nOne,Open\nTwo,Open\nTwo,Open\n');
    const second = await read('Title,Status\nTwo,Done\nOne,Done\n');
    const keys = new Map(first.items.map(({ title, key }) => [title, key]));
    expect(new Set(first.items.map(({ key }) => key)).size).toBe(3);
    expect(second.items.find(({ title }) => title === 'One')?.key).toBe(keys.get('One'));
  });

  it('tells which status words it did not know, and obeys whoever does', async () => {
    const text = 'Title,Status\na,Zorp\nb,Zorp\n';
    const { items, reading } = await read(text);
    expect(items.map(({ status }) => status)).toEqual(['todo', 'todo']);
    expect(reading.notes).toContainEqual({ code: 'status-unknown', params: { status: 'Zorp', count: 2 } });
    const told = await read(text, { statuses: { Zorp: 'dropped' } });
    expect(told.items.map(({ status }) => status)).toEqual(['dropped', 'dropped']);
  });

  it('leaves out the rows that a person leaves out', async () => {
    const { items, reading } = await read('Key,Title\nA,One\nB,Two\nC,Three\n', { ignored: [3] });
    expect(items.map(({ key }) => key)).toEqual(['A', 'C']);
    expect(reading.leftOut).toEqual([{ line: 3, reason: 'by-hand', text: 'B · Two' }]);
  });

  it('reads a comma in a number as decimals or thousands, and says where it took it for decimals', async () => {
    const { items, reading } = await read('Title;Effort\na;1,200\nb;2,5\nc;3\n');
    expect(items.map(({ effort }) => effort)).toEqual([1200, 2.5, 3]);
    expect(reading.notes).toContainEqual({
      code: 'number-comma',
      params: { column: 'Effort', sample: '2,5', line: 3 },
    });
  });

  it('tells about efforts that are no numbers and cells beyond the header', async () => {
    const { items, reading } = await read('Title,Effort\na,XL\nb,3 points\nc,1,surplus\n');
    expect(items.map(({ effort }) => effort)).toEqual([null, 3, 1]);
    expect(reading.notes).toContainEqual({ code: 'effort-left-out', params: { count: 1, sample: 'XL', line: 2 } });
    expect(reading.notes).toContainEqual({ code: 'extra-cells', params: { count: 1, line: 4 } });
  });

  it('refuses a mapping that does not fit the file', async () => {
    const options = await optionsFor('Title,Status\na,b\n');
    expect(await refusal('import/backlog-read', 'Title,Status\na,b\n', { ...options, mapping: { title: [7] } })).toBe(
      'import-mapping',
    );
    expect(await refusal('import/backlog-read', 'Title,Status\na,b\n', { ...options, mapping: { key: [0] } })).toBe(
      'import-mapping',
    );
  });

  it('refuses a file that is not in the encoding that was found before, with the line', async () => {
    const options = await optionsFor('Title,Status\na,b\n');
    const bytes = Buffer.concat([Buffer.from('Title,Status\nGr'), Buffer.from([0xfc]), Buffer.from('n,x\n')]);
    expect(await runHere('import/backlog-read', bytes, options)).toMatchObject({
      error: { code: 'import-encoding', params: { encoding: 'UTF-8', place: 'line 2' } },
    });
  });

  it('gives the same items however the file is cut into pieces', async () => {
    const text = 'Key;Title;Text\r\nA;"Größe ""€"" 👩‍👩‍👧";"x\r\ny"\r\nB;Zwei;z';
    const whole = (await read(text)).items;
    for (const piece of [1, 2, 3, 7]) {
      const cut = await runHere('import/backlog-read', text, await optionsFor(text), piece);
      expect(cut.ok && cut.value.rows).toEqual(whole);
    }
  });
});

describe('the dates of a backlog', () => {
  const due = async (cells: readonly string[], change: Partial<ReadOptions> = {}) => {
    const { items, reading } = await read(
      ['Key\tTitle\tDue date', ...cells.map((cell, index) => `K${index}\tT\t${cell}`)].join('\n'),
      change,
    );
    return { days: items.map(({ dueOn }) => dueOn), notes: reading.notes };
  };

  it('are read day first when one cell of the column proves it', async () => {
    const { days, notes } = await due(['01/02/2026', '13/02/2026', '5/6/26']);
    expect(days).toEqual(['2026-02-01', '2026-02-13', '2026-06-05']);
    expect(notes).toEqual([
      {
        code: 'date-order-found',
        params: { column: 'Due date', order: 'day/month/year', sample: '13/02/2026', line: 3 },
      },
    ]);
  });

  it('are read month first when one cell of the column proves it', async () => {
    expect((await due(['01/02/2026', '02/13/2026'])).days).toEqual(['2026-01-02', '2026-02-13']);
  });

  it('are read day first without a proof, and that is told', async () => {
    const { days, notes } = await due(['01/02/2026']);
    expect(days).toEqual(['2026-02-01']);
    expect(notes).toEqual([{ code: 'date-order-assumed', params: { column: 'Due date', order: 'day/month/year' } }]);
    expect((await due(['01/02/2026'], { dateOrder: 'mdy' })).days).toEqual(['2026-01-02']);
    expect((await due(['01/02/2026 9:00 AM'])).days).toEqual(['2026-01-02']);
  });

  it('follow another column of the same file that has a proof', async () => {
    const { items } = await read('Title,Created,Due date\na,02/25/2026,01/02/2026\n');
    expect(items[0]).toMatchObject({ createdOn: '2026-02-25', dueOn: '2026-01-02' });
  });

  it('are left empty when they are none, with a count and the first place', async () => {
    const { days, notes } = await due(['2026-02-30', 'soon', '2026-02-28']);
    expect(days).toEqual([null, null, '2026-02-28']);
    expect(notes).toEqual([
      { code: 'date-left-out', params: { column: 'Due date', count: 2, sample: '2026-02-30', line: 2 } },
    ]);
  });

  it.each([
    ['2026-02-03', '2026-02-03'],
    ['2026-02-03T23:30:00-08:00', '2026-02-03'],
    ['2026/2/3', '2026-02-03'],
    ['3.2.2026', '2026-02-03'],
    ['20260203', '2026-02-03'],
    ['03/Feb/26 9:31 AM', '2026-02-03'],
    ['3 Feb 2026', '2026-02-03'],
    ['February 3, 2026', '2026-02-03'],
    ['Tue Feb 03 2026 10:11:12 GMT+0000 (GMT)', '2026-02-03'],
    ['3. Februar 2026', '2026-02-03'],
    ['3 février 2026', '2026-02-03'],
    ['3 de marzo de 2026', '2026-03-03'],
    ['1770163200000', '2026-02-04'],
    ['46056', '2026-02-03'],
    ['February 1, 2026 → February 3, 2026', '2026-02-03'],
    ['2024-02-29', '2024-02-29'],
  ])('may be written as %s', async (cell, day) => {
    expect((await due([cell])).days).toEqual([day]);
  });
});

describe('rows with one key', () => {
  it('100,000 of the same words without a key are told apart by a number', async () => {
    const { items } = await read('Title\tStatus\n' + 'Answer the phone\tOpen\n'.repeat(100_000));
    const [first, second] = items;
    expect(new Set(items.map(({ key }) => key)).size).toBe(100_000);
    expect(second?.key).toBe(`${first?.key}-2`);
    expect(items.at(-1)?.key).toBe(`${first?.key}-100000`);
  });

  it('100,000 with the same key leave the last, and all their lines are told', async () => {
    const { items, reading } = await read('Key\tTitle\n' + 'A-1\tAnswer the phone\n'.repeat(100_000));
    expect(items.map(({ line }) => line)).toEqual([100_001]);
    expect(reading.duplicates.map(({ lines }) => lines.length)).toEqual([100_000]);
  });
});

describe('the words for where an item stands', () => {
  it.each([
    [
      'todo',
      'To Do',
      'Not Started',
      'Backlog',
      'Open',
      'Ready',
      'Nicht begonnen',
      'À faire',
      'Incomplete',
      'Selected for Development',
    ],
    [
      'progress',
      'In Progress',
      'Doing',
      'In Review',
      'Ready for test',
      'Blocked',
      'On Hold',
      'Working on it',
      'In Bearbeitung',
      'En cours',
      'STARTED',
    ],
    ['done', 'Done', 'Completed', 'Closed', 'Resolved', 'Shipped 🚀', 'Erledigt', 'Terminé', 'Live', '✅ done'],
    [
      'dropped',
      "Won't do",
      'Won’t Fix',
      'Cancelled',
      'Canceled',
      'Rejected',
      'Duplicate',
      'Closed - not planned',
      'Verworfen',
    ],
  ])('come down to %s', async (status, ...words) => {
    const { items } = await read(['Title\tStatus', ...words.map((word, index) => `T${index}\t${word}`)].join('\n'));
    expect(items.map((item) => `${item.statusText}: ${item.status}`)).toEqual(
      words.map((word) => `${word}: ${status}`),
    );
  });
});
