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

describe('an export in another format maps itself', () => {
  it.each(['de', 'fr', 'es', 'pt', 'ja', 'zh'])('Jira with its interface in "%s"', async (language) => {
    const { seen, items } = await importFile(`jira-${language}.csv`);
    expect(seen.tracker).toBe('jira');
    expect(items).toMatchObject([
      {
        key: 'FEN-1',
        title: 'Move pricing',
        type: 'Story',
        status: 'progress',
        functionText: 'Fennmark',
        assignee: 'Ann Lee',
        createdOn: '2026-01-05',
        dueOn: '2026-03-31',
        labels: ['pricing', 'growth'],
        description: 'Words',
        effort: 8,
      },
    ]);
  });

  it.each<[file: string, tracker: string, first: Partial<BacklogItem>, last: Partial<BacklogItem>]>([
    [
      'jira.json',
      'jira',
      { key: 'FEN-1', description: 'First line\nsecond', effort: 8, link: 'https://fennmark.example/browse/FEN-1' },
      { status: 'dropped', parentKey: 'FEN-1', parentTitle: 'Move pricing to value tiers', linkedKeys: ['FEN-3'] },
    ],
    [
      'trello.json',
      'trello',
      { status: 'done', statusText: 'Sprint 12', labels: ['sales'], assignee: 'Ann Lee', createdOn: '2026-01-05' },
      { status: 'dropped', functionText: 'Sales', link: 'https://trello.example/c/c2' },
    ],
    [
      'github.json',
      'github',
      { key: 'fennmark/shop#12', status: 'todo', labels: ['pricing', 'web'], initiative: 'Q1', assignee: 'annlee' },
      { key: 'fennmark/shop#9', status: 'dropped', closedOn: '2026-01-05' },
    ],
    ['github-cli.json', 'github', { key: 'fennmark/shop#12', status: 'progress', effort: 3 }, { type: 'Issue' }],
    [
      'gitlab.json',
      'gitlab',
      { key: '31', status: 'done', effort: 2, initiative: 'Open plan' },
      { dueOn: '2026-02-28' },
    ],
    [
      'linear.json',
      'linear',
      { key: 'GRO-7', status: 'progress', functionText: 'Growth', labels: ['Web', 'Funnel'], effort: 3 },
      { status: 'dropped', parentKey: 'GRO-7', closedOn: '2026-02-04' },
    ],
    [
      'azure-devops.json',
      'azure-devops',
      { key: '41', status: 'progress', description: 'All of it\nin & out', labels: ['partners', 'growth'] },
      { parentKey: '41', status: 'done', effort: 5 },
    ],
    [
      'youtrack.json',
      'youtrack',
      { key: 'FEN-1', status: 'progress', assignee: 'Ann Lee', effort: 5, createdOn: '2026-01-05' },
      { parentKey: 'FEN-1', status: 'done', closedOn: '2026-02-04' },
    ],
    [
      'asana.json',
      'asana',
      { key: '1201', status: 'done', functionText: 'Relaunch', labels: ['offer', 'core'], assignee: 'Ann Lee' },
      { parentKey: '1201', status: 'progress', dueOn: '2026-03-30' },
    ],
    [
      'clickup.json',
      'clickup',
      { key: 'OPS-1', status: 'progress', effort: 3, startOn: '2026-01-06', functionText: 'Operations' },
      { parentKey: 'OPS-1', status: 'done', closedOn: '2026-02-04' },
    ],
    [
      'redmine.json',
      'redmine',
      { key: '31', status: 'progress', effort: 8, initiative: 'Q1', dueOn: '2026-02-28', assignee: 'Bo Marsh' },
      { parentKey: '31', status: 'dropped', closedOn: '2026-02-06' },
    ],
    [
      'nested.json',
      'generic',
      { key: 'A-1', title: 'Agree the offer', assignee: 'Ann Lee', dueOn: '2026-03-31', labels: ['offer', 'core'] },
      { status: 'done', assignee: '' },
    ],
    [
      'ms-project.xml',
      'ms-project',
      { key: '1', title: 'Offer', status: 'progress', effort: 5, type: 'Summary task' },
      { parentKey: '1', parentTitle: 'Offer', linkedKeys: ['3'], status: 'todo', dueOn: '2026-01-30' },
    ],
    [
      'ms-project.csv',
      'ms-project',
      { key: '11', title: 'Offer', startOn: '2026-01-06', dueOn: '2026-01-30' },
      { assignee: 'Ann Lee', status: 'done' },
    ],
    [
      'youtrack.csv',
      'youtrack',
      { key: 'FEN-1', status: 'progress', functionText: 'Orders', effort: 3, labels: ['flow'] },
      { status: 'done', closedOn: '2026-02-06' },
    ],
    [
      'redmine.csv',
      'redmine',
      { key: '31', title: 'Publish the roadmap', status: 'progress', effort: 8, initiative: 'Q1', dueOn: '2026-02-28' },
      { parentKey: '31', status: 'dropped', closedOn: '2026-02-06' },
    ],
  ])('%s', async (file, tracker, first, last) => {
    const { seen, items } = await importFile(file);
    expect(seen.tracker).toBe(tracker);
    expect(items[0]).toMatchObject(first);
    expect(items.at(-1)).toMatchObject(last);
  });
});
