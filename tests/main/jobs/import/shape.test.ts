import { describe, expect, it } from 'vitest';
import { refusal, succeed } from '../../../support/jobs/run-here.ts';

describe('what is no backlog is refused, whoever asks', () => {
  it.each<[what: string, text: string, code: string]>([
    [
      'a timesheet',
      'Date,Client,Project,Task,Hours,First Name,Last Name\n2026-01-05,A,P,Design,3.5,Ann,Lee\n2026-01-06,A,P,Design,4,Ann,Lee\n',
      'import-not-backlog',
    ],
    ['a pivot table', 'Row Labels,Count of Key,Sum of Effort\nSales,3,5\nGrand Total,3,5\n', 'import-not-backlog'],
    ['a summary', 'Team,Open,Done\nSales,3,5\nOps,1,2\nTotal,4,7\n', 'import-not-backlog'],
    ['ragged rows', 'Title,Status,Team\na\nb,c,d,e\nf,g\nh,i,j,k,l\nm\n', 'import-ragged'],
    ['titles that are formulas', 'Title,Status\n"=A2&B2",Open\n=VLOOKUP(A3),Open\n', 'import-formulas'],
    ['broken JSON', '[{"title":"a","state":"open"}', 'import-json'],
    ['JSON without entries', '{"a":1}', 'import-json'],
  ])('%s', async (_what, text, code) => {
    expect(await refusal('import/backlog-inspect', text, { fileName: 'x' })).toBe(code);
    expect(await refusal('import/backlog', text, { fileName: 'x' })).toBe(code);
  });
});

describe('what only looks like it is taken in', () => {
  it.each<[what: string, text: string]>([
    ['a backlog with hours and people', 'Title,Status,Hours,Assignee,Due date\nOne,Open,3,Ann,2026-03-01\n'],
    ['an item called Total', 'Title,Status\nOne,Open\nTotal,Open\n'],
    ['a few rows with more cells', 'Title,Status\nOne,Open\nTwo,Open,x\nThree,Open\n'],
    ['a title with an equals sign', 'Title,Status\n= not a formula,Open\nTwo,Open\n'],
  ])('%s', async (_what, text) => {
    expect((await succeed('import/backlog', text, { fileName: 'x' })).rows.length).toBeGreaterThan(0);
  });

  it('a table that lies on its side is turned, and that is said', async () => {
    const text = 'Key,A,B,C\nTitle,One,Two,Three\nStatus,Open,Done,Open\nOwner,Ann,Bo,\n';
    const { value, rows } = await succeed('import/backlog', text, { fileName: 'x' });
    expect(value.reading.notes).toContainEqual({ code: 'table-turned', params: {} });
    expect(rows.map(({ key, title, status }) => [key, title, status])).toEqual([
      ['A', 'One', 'todo'],
      ['B', 'Two', 'done'],
      ['C', 'Three', 'todo'],
    ]);
    const { value: seen } = await succeed('import/backlog-inspect', text, { fileName: 'x' });
    expect(seen.dialect).toMatchObject({ turned: true, headerLine: 1 });
    const { value: left } = await succeed('import/backlog-inspect', text, { fileName: 'x', turned: false });
    expect(left.dialect.turned).toBeUndefined();
  });
});

it('an inspection says why it reads a table as it does, and takes a word for it', async () => {
  const text = 'Plan of the year\n\nNr;Titel;Status;Fällig am\n1;a;Offen;03.02.2026\n2;b;Offen;23.02.2026\n';
  const { value: seen } = await succeed('import/backlog-inspect', text, { fileName: 'x' });
  expect(seen.reasons).toEqual([
    { code: 'encoding-valid', params: { encoding: 'UTF-8' } },
    { code: 'delimiter-found', params: { name: 'Semicolons', hits: 3, records: 4, columns: 4 } },
    { code: 'header-known', params: { line: 3, count: 4 } },
    { code: 'tracker-none', params: {} },
  ]);
  const { value: chosen } = await succeed('import/backlog-inspect', text, { fileName: 'x', headerLine: 4 });
  expect(chosen.reasons).toContainEqual({ code: 'header-chosen', params: { line: 4 } });
  expect(chosen.rowCount).toBe(1);
});
