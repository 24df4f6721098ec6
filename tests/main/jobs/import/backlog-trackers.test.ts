import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BacklogItem, Inspection, Reading } from '../../../../src/shared/api/import-types.ts';
import { succeed } from '../../../support/jobs/run-here.ts';

const fixtures = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'import');

type Both = { readonly seen: Inspection; readonly reading: Reading; readonly items: readonly BacklogItem[] };

async function importFile(fileName: string): Promise<Both> {
  const bytes = readFileSync(join(fixtures, fileName));
  const { value: seen } = await succeed('import/backlog-inspect', bytes, { fileName });
  const { dialect, tracker, mapping } = seen;
  const { value: reading, rows: items } = await succeed('import/backlog-read', bytes, { dialect, tracker, mapping });
  return { seen, reading, items };
}

describe('the export of a tracker is recognised and read without help', () => {
  it('Jira: repeated columns, ids of parents, resolutions, points with a comma', async () => {
    const { seen, items } = await importFile('jira.csv');
    expect(seen).toMatchObject({ tracker: 'jira', rowCount: 3, unmapped: [] });
    expect(items[0]).toEqual({
      line: 2,
      key: 'FEN-1',
      title: 'Move pricing to value tiers',
      description: 'First line\nsecond "quoted" line',
      status: 'progress',
      statusText: 'In Review',
      effort: 8,
      createdOn: '2026-01-05',
      updatedOn: '2026-02-06',
      startOn: null,
      startedOn: null,
      closedOn: null,
      dueOn: '2026-03-31',
      assignee: 'Ann Lee',
      functionText: 'Commercial',
      parentKey: '',
      epicKey: '',
      linkedKeys: [],
      labels: ['pricing', 'growth'],
      type: 'Epic',
      link: '',
      parentTitle: '',
      initiative: '',
    });
    expect(items[1]).toMatchObject({
      line: 4,
      effort: 2.5,
      parentKey: 'FEN-1',
      epicKey: 'FEN-1',
      linkedKeys: ['FEN-3'],
      status: 'done',
    });
    expect(items[2]).toMatchObject({ status: 'dropped', statusText: 'Done', closedOn: '2026-02-09' });
  });

  it('Azure DevOps: titles that show the tree, American dates, people with addresses', async () => {
    const { seen, reading, items } = await importFile('azure-devops.csv');
    expect(seen.tracker).toBe('azure-devops');
    expect(items.map(({ key, title, parentKey, status }) => [key, title, parentKey, status])).toEqual([
      ['41', 'Onboard partners in a week', '', 'progress'],
      ['42', 'Partner handbook', '41', 'done'],
      ['43', 'Old partner list', '41', 'dropped'],
    ]);
    expect(items[0]).toMatchObject({
      createdOn: '2026-01-05',
      startedOn: '2026-01-15',
      dueOn: '2026-03-31',
      assignee: 'Ann Lee',
      labels: ['partners', 'growth'],
      functionText: 'Fennmark\\Sales',
    });
    expect(reading.notes).toContainEqual({
      code: 'date-order-found',
      params: { column: 'Activated Date', order: 'month/day/year', sample: '1/15/2026 8:00:00 AM', line: 2 },
    });
  });

  it('Asana: done by its day of completion, parents by title', async () => {
    const { seen, items } = await importFile('asana.csv');
    expect(seen.tracker).toBe('asana');
    expect(items[0]).toMatchObject({
      key: '1201',
      status: 'done',
      statusText: 'Quarter 1',
      startOn: '2026-01-06',
      closedOn: '2026-02-01',
      labels: ['offer', 'core'],
    });
    expect(items[1]).toMatchObject({
      status: 'progress',
      parentKey: '1201',
      linkedKeys: ['1201'],
      functionText: 'Relaunch',
    });
  });

  it('Trello: ticked off is done, archived is dropped', async () => {
    const { seen, items } = await importFile('trello.csv');
    expect(seen.tracker).toBe('trello');
    expect(items.map(({ key, status, statusText }) => [key, status, statusText])).toEqual([
      ['c1', 'done', 'Sprint 12'],
      ['c2', 'dropped', 'Backlog'],
    ]);
  });

  it('Linear: dates in words, cancelled work, links in one cell', async () => {
    const { seen, items } = await importFile('linear.csv');
    expect(seen.tracker).toBe('linear');
    expect(items[0]).toMatchObject({
      key: 'GRO-7',
      effort: 3,
      createdOn: '2026-01-05',
      startedOn: '2026-01-07',
      functionText: 'Growth',
      epicKey: 'Onboarding',
      linkedKeys: ['GRO-8', 'GRO-9'],
    });
    expect(items[1]).toMatchObject({ status: 'dropped', closedOn: '2026-02-04', parentKey: 'GRO-7' });
  });

  it('GitHub: keys and parents from addresses', async () => {
    const { seen, items } = await importFile('github.tsv');
    expect(seen).toMatchObject({ tracker: 'github', dialect: { delimiter: '\t' } });
    expect(items[0]).toMatchObject({
      key: 'fennmark/shop#12',
      parentKey: 'fennmark/shop#9',
      effort: 3,
      startOn: '2026-01-05',
      dueOn: '2026-03-31',
      labels: ['pricing', 'web'],
    });
  });

  it('GitLab: weights and closing days', async () => {
    const { seen, items } = await importFile('gitlab.csv');
    expect(seen.tracker).toBe('gitlab');
    expect(items[0]).toMatchObject({
      key: '31',
      effort: 2,
      status: 'done',
      closedOn: '2026-02-06',
      dueOn: '2026-02-28',
      assignee: 'Bo Marsh',
    });
  });

  it('Monday: a title above, groups between, headers repeated', async () => {
    const { seen, reading, items } = await importFile('monday.csv');
    expect(seen).toMatchObject({ tracker: 'monday', dialect: { headerLine: 3 } });
    expect(items.map(({ title, functionText, status }) => [title, functionText, status])).toEqual([
      ['Agree the offer', 'Preparation', 'progress'],
      ['Write the price list', 'Preparation', 'progress'],
      ['Tell the customers', 'Launch', 'todo'],
    ]);
    expect(reading.leftOut.map(({ line, reason, text }) => [line, reason, text])).toEqual([
      [6, 'group-heading', 'Launch'],
      [7, 'repeated-header', 'Name · Subitems · Person · Status · Timeline - Start · Timeline - End'],
    ]);
  });

  it('ClickUp: days as milliseconds, lists in brackets, parents by their second id', async () => {
    const { seen, items } = await importFile('clickup.csv');
    expect(seen.tracker).toBe('clickup');
    expect(items[0]).toMatchObject({
      key: 'OPS-1',
      createdOn: '2026-01-05',
      startOn: '2026-01-06',
      dueOn: '2026-03-01',
      assignee: 'Ann Lee',
      labels: ['flow', 'core'],
      parentKey: '',
    });
    expect(items[1]).toMatchObject({
      key: 'OPS-2',
      status: 'done',
      closedOn: '2026-02-04',
      assignee: 'Ann Lee, Bo Marsh',
      labels: [],
      parentKey: 'OPS-1',
    });
  });

  it('Notion: spans of days, relations by title, no keys', async () => {
    const { seen, reading, items } = await importFile('notion.csv');
    expect(seen.tracker).toBe('notion');
    expect(items[0]).toMatchObject({
      startOn: '2026-01-12',
      dueOn: '2026-01-30',
      createdOn: '2026-01-05',
      status: 'progress',
    });
    expect(items[1]).toMatchObject({ parentKey: items[0]?.key, status: 'todo' });
    expect(reading.notes).toEqual([{ code: 'keys-made', params: { count: 2 } }]);
  });

  it('a flat list of key, summary, description, status and start date', async () => {
    const { seen, items } = await importFile('flat.csv');
    expect(seen).toMatchObject({ tracker: 'generic', unmapped: [], rowCount: 3 });
    expect(items.map(({ key, status, startOn, startedOn }) => [key, status, startOn, startedOn])).toEqual([
      ['PL-1', 'todo', '2027-01-01', null],
      ['PL-2', 'progress', '2026-02-01', null],
      ['PL-3', 'done', '2025-11-01', null],
    ]);
  });

  it('a column whose name carries its unit', async () => {
    const { seen, items } = await importFile('unit-in-heading.csv');
    expect(seen.unmapped).toEqual([]);
    expect(items[0]).toMatchObject({ key: 'PL-1', effort: 3 });
  });

  it('a German list with semicolons in an old encoding', async () => {
    const { seen, reading, items } = await importFile('german-windows-1252.csv');
    expect(seen).toMatchObject({
      tracker: 'generic',
      unmapped: [],
      dialect: { delimiter: ';', encoding: 'windows-1252' },
      notes: [{ code: 'encoding-guessed' }],
    });
    expect(seen.encodingConfidence).toBeLessThan(1);
    expect(items[0]).toMatchObject({
      key: 'A-1',
      title: 'Preise für den Mittelstand erhöhen',
      status: 'progress',
      assignee: 'Jörg Müller',
      effort: 2.5,
      dueOn: '2026-03-31',
    });
    expect(reading.notes).toEqual([
      {
        code: 'date-order-found',
        params: { column: 'Fällig am', order: 'day/month/year', sample: '31.03.2026', line: 2 },
      },
      { code: 'number-comma', params: { column: 'Aufwand', line: 2, sample: '2,5' } },
    ]);
  });
});
