import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '../../support/command-line.ts';

const sample = join(import.meta.dirname, '../../../resources/sample');
const folder = mkdtempSync(join(tmpdir(), 'throughline-cli-'));
const at = (name: string): string => join(folder, name);
const run = commandLine(at('app'));
const filled = at('Aldermere Air.throughline');
const day = '2026-09-25';

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function parsed<T = unknown>(text: string): T {
  return JSON.parse(text) as T;
}

beforeAll(async () => {
  await run('new', filled, '--client', 'Aldermere Air');
  const raw = (name: string): string => join(sample, name);
  const sources = ['--strategy', raw('strategy.docx'), '--decisions', 'headings:2', '--backlog', raw('backlog.csv')];
  const rest = ['--exported', '2026-09-04', '--engagement', raw('engagement.json')];
  const imported = await run('import', filled, ...sources, ...rest, '--accept', 'weak', '--items', raw('accepted.csv'));
  if (imported.code !== 0) throw new Error(imported.err);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('new and info', () => {
  it('make a file that holds one client and one engagement, and say so', async () => {
    const path = at('Fresh.throughline');
    expect(await run('new', path, '--client', 'Fresh & Sons')).toMatchObject({ code: 0, err: '' });
    const info = await run('info', path, '--json');
    expect(parsed(info.out)).toMatchObject({ client: 'Fresh & Sons', counts: { client: 1, engagement: 1 } });
    expect(readdirSync(folder).filter((name) => name.startsWith('Fresh'))).toEqual(['Fresh.throughline']);
  });

  it('never write over a file that is there', async () => {
    const before = digest(filled);
    const again = await run('new', filled, '--client', 'Other');
    expect(again.code).toBe(3);
    expect(again.err).toMatch(/\[file-exists\]\n$/u);
    expect(digest(filled)).toBe(before);
  });
});

describe('import', () => {
  it('makes a decision of each heading, an item of each row, and links of accepted suggestions', async () => {
    const { counts } = parsed<{ counts: Record<string, number> }>((await run('info', filled, '--json')).out);
    expect(counts).toMatchObject({ decision: 5, backlogItem: 112, interview: 10, priority: 7 });
    expect(counts['itemLink']).toBeGreaterThan(30);
  });

  it.each([
    [
      'an unknown key',
      '{"format":"throughline-engagement","version":1,"rows":{"decision":[{"colour":"red"}]}}',
      'rows.decision[0]',
    ],
    [
      'a wrong type',
      '{"format":"throughline-engagement","version":1,"rows":{"step":[{"demand":"2"}]}}',
      'rows.step[0].demand',
    ],
    [
      'a reference to nothing',
      '{"format":"throughline-engagement","version":1,"rows":{"stop":[{"priority":"P99"}]}}',
      'rows.stop[0].priority',
    ],
    ['something that is not JSON', 'hello', 'not valid JSON'],
  ])('refuses %s with its place and leaves the file as it was', async (_, text, place) => {
    const json = at('refused.json');
    writeFileSync(json, text);
    const before = digest(filled);
    const refused = await run('import', filled, '--engagement', json);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(place);
    expect(refused.err.trim().split('\n')).toHaveLength(1);
    expect(digest(filled)).toBe(before);
  });

  it('refuses what is no document at all and leaves the file as it was', async () => {
    const fake = at('strategy.docx');
    writeFileSync(fake, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
    const before = digest(filled);
    expect((await run('import', filled, '--strategy', fake)).code).toBe(2);
    expect(digest(filled)).toBe(before);
  });

  it('matches a backlog that comes again by key: nothing doubles, what is gone is marked', async () => {
    const copy = at('Again.throughline');
    copyFileSync(filled, copy);
    const lines = readFileSync(join(sample, 'backlog.csv'), 'utf8').trim().split('\r\n');
    const csv = at('later.csv');
    writeFileSync(
      csv,
      [...lines.slice(0, -2), 'AIR-900,Something new,,To Do,Task,Sales,3,2026-09-10,2026-09-10,,,,,'].join('\n'),
    );
    const again = await commandLine(at('app2'))('import', copy, '--backlog', csv, '--exported', '2026-12-01', '--json');
    expect(parsed(again.out)).toMatchObject({ backlog: { items: 1, updated: 110, gone: 2 } });
  });
});

describe('export', () => {
  it('gives an engagement that another file takes in and exports again to the byte', async () => {
    const [first, second, other] = [at('first.json'), at('second.json'), at('Other.throughline')];
    expect((await run('export', filled, '--engagement', first)).code).toBe(0);
    await run('new', other, '--client', 'Somebody else');
    expect(await run('import', other, '--engagement', first)).toMatchObject({ code: 0 });
    await run('export', other, '--engagement', second);
    expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8'));
  });

  it('writes the map with nothing in it that could act as a formula', async () => {
    const path = at('Formula.throughline');
    await run('new', path, '--client', 'Formula');
    const json = at('formula.json');
    const rows = {
      decision: [
        { label: 'D1', title: '=HYPERLINK("http://x")' },
        { label: 'D2', title: '@SUM(A1)' },
      ],
    };
    writeFileSync(json, JSON.stringify({ format: 'throughline-engagement', version: 1, rows }));
    await run('import', path, '--engagement', json);
    await run('export', path, '--map', at('map.csv'));
    const csv = readFileSync(at('map.csv'), 'utf8');
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csv).toContain(`"'@SUM(A1)"`);
    await run('export', path, '--map', at('map.xlsx'));
    const sheet = strFromU8(unzipSync(readFileSync(at('map.xlsx')))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('&#39;=HYPERLINK');
    expect(sheet).not.toMatch(/<f[ >]/u);
  });
});

describe('analyse', () => {
  it('prints one object with every part of the method', async () => {
    const figures = parsed<object>((await run('analyse', filled, '--today', day, '--json')).out);
    expect(Object.keys(figures).join(' ')).toBe(
      'coverage suggestions confidence patterns elements playback constraint routing readiness suspect drift',
    );
  });

  it('suggests up to five links for each open, unlinked item, best first', async () => {
    const { suggestions } = parsed<{ suggestions: Record<string, { score: number }[]> }>(
      (await run('analyse', filled, '--json')).out,
    );
    expect(suggestions).not.toHaveProperty('AIR-110');
    for (const list of Object.values(suggestions)) {
      const scores = list.map((one) => one.score);
      expect(list.length).toBeLessThanOrEqual(5);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
  });

  it('says for people what is read first', async () => {
    const { out } = await run('analyse', filled, '--today', day);
    expect(out).toContain('Constraint: Audit the site, 200 % of its capacity');
    expect(out).toContain('Routing: intervene');
  });
});

describe('document', () => {
  it('of the sample has four to eight pages and is not a draft', async () => {
    const written = await run('document', filled, '-o', at('out.docx'), '--today', day, '--json');
    const result = parsed<{ report: { pages: number } }>(written.out);
    expect(result).toMatchObject({ draft: false, report: { fits: true, source: 'computed' } });
    expect(result.report.pages).toBeGreaterThanOrEqual(4);
    expect(result.report.pages).toBeLessThanOrEqual(8);
    expect(existsSync(at('out.docx'))).toBe(true);
  });

  it('of an empty engagement comes as a draft that names the empty stages', async () => {
    const path = at('Empty.throughline');
    await run('new', path, '--client', 'Empty');
    const written = await run('document', path, '-o', at('empty.docx'));
    expect(written.code).toBe(0);
    expect(written.out).toContain('(draft)');
    expect(written.out).toMatch(/Stage interviews is empty/u);
    expect(written.err).toContain('[R01]');
  });
});

describe('check', () => {
  it('ends with 0 where the file is sound and the document can be issued', async () => {
    const checked = await run('check', filled, '--today', day);
    expect(checked).toMatchObject({ code: 0 });
    expect(checked.out).toContain('Integrity: sound.');
  });

  it('ends with 3 while a blocker stands', async () => {
    const path = at('Blocked.throughline');
    await run('new', path, '--client', 'Blocked');
    const checked = await run('check', path);
    expect(checked.code).toBe(3);
    expect(checked.out).toContain('R01');
  });
});

describe('every command', () => {
  it.each([
    ['an unknown command', ['fly']],
    ['an unknown option', ['info', filled, '--loud']],
    ['a missing option', ['new', at('x.throughline')]],
    ['a date that is none', ['analyse', filled, '--today', 'tomorrow']],
    ['a heading level that is none', ['import', filled, '--strategy', 'x', '--decisions', 'h2']],
  ])('refuses %s with exit code 2', async (_, words) => {
    const refused = await run(...words);
    expect(refused.code).toBe(2);
    expect(refused.err).not.toBe('');
  });

  it('explains itself', async () => {
    const help = await run('document', '--help');
    expect(help).toMatchObject({ code: 0 });
    expect(help.out).toContain('--paper <size>');
  });

  it('says on a file that is none what is wrong, as JSON where asked', async () => {
    const path = at('garbage.throughline');
    writeFileSync(path, 'not a database at all');
    const refused = await run('info', path, '--json');
    expect(refused.code).toBe(3);
    expect(parsed(refused.err)).toMatchObject({ error: { code: 'file-foreign' } });
    expect(readFileSync(path, 'utf8')).toBe('not a database at all');
  });
});
