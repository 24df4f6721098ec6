import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refusal, succeed } from '../../../support/jobs/run-here.ts';

const fixtures = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'import');
const tables = readdirSync(fixtures).filter((name) => /\.([ct]sv|json|xml)$/.test(name));

/** What comes out when nobody looks at the proposal, and when it is looked at and left as it is. */
async function bothWays(bytes: Buffer | string, fileName: string) {
  const once = await succeed('import/backlog', bytes, { fileName });
  const { value: seen } = await succeed('import/backlog-inspect', bytes, { fileName });
  const { dialect, tracker, mapping, notes } = seen;
  const { value, rows } = await succeed('import/backlog-read', bytes, { dialect, tracker, mapping });
  return { once, steps: { value: { mapping, reading: { ...value, notes: [...notes, ...value.notes] } }, rows } };
}

test.each(tables)('a backlog that nobody looks at first is read as its inspection proposes: %s', async (name) => {
  const { once, steps } = await bothWays(readFileSync(join(fixtures, name)), name);
  expect(once.rows.length).toBeGreaterThan(0);
  expect(once).toEqual(steps);
});

const odd: readonly (readonly [what: string, text: string])[] = [
  ['a header below other lines', 'Export of 3 March\n\nTeam plan,,\nTitle,Status,Owner\nOne,Open,Ann\n'],
  ['quotation marks inside cells', 'Title,Status\nThe 19" rack,Open\n"Say "yes" now",Open\n'],
  ['a quotation mark that never closes', 'Title\tStatus\n"Never closed\tOpen\nTwo\tDone\n'],
  ['fewer rows than are looked through for the header', 'Key,Title\nA,One\nA,Two\n'],
  ['one that mends itself late', `Title,Status\n${'a,Open\n'.repeat(60)}"Say "yes" now",Open\n`],
];

test.each(odd)('and so is one with %s', async (_what, text) => {
  const { once, steps } = await bothWays(text, 'plan.csv');
  expect(once).toEqual(steps);
});

test('what is no backlog is refused as its inspection or its reading would refuse it', async () => {
  const read = (text: string): Promise<string> => refusal('import/backlog', text, { fileName: 'plan.csv' });
  expect(await read('')).toBe('import-empty');
  expect(await read('just one line of words')).toBe('import-no-header');
  expect(await read('Key,Colour\nA,red\n')).toBe('import-mapping');
  expect(await read('Title,Status\na\0b,Open\n')).toMatch(/^import-/);
  expect(await read(`Title,Status\n${'a,b\n'.repeat(200_001)}`)).toBe('import-too-many');
});
