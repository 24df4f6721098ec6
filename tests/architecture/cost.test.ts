import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { nextMigration } from '../../src/main/store/next-migration.ts';
import { migrations } from '../../src/main/store/migrations/index.ts';
import { assessPatterns } from '../../src/shared/analysis/severity.ts';
import { composeDocument } from '../../src/shared/document/compose.ts';
import { defaultBrand } from '../../src/shared/document/settings.ts';
import { type Kit, parseKit } from '../../src/shared/method/kit.ts';
import type { KitContent } from '../../src/shared/method/kit-schema.ts';
import { line } from '../../src/shared/model/define.ts';
import { entities } from '../../src/shared/model/index.ts';
import { Rows } from '../support/rows.ts';

const root = join(import.meta.dirname, '../..');

it('a field of an entity costs its line: the migration that adds the column is generated from it', () => {
  const limit = { ...entities.limit, fields: { ...entities.limit.fields, nickname: line('Nickname') } };
  const next = nextMigration({ ...entities, limit }, migrations);
  if (!next.ok || next.value === null) throw new Error('the model grew, so there is a migration');
  expect(next.value.version).toBe(migrations.length);
  const statements = JSON.stringify(next.value);
  expect(statements).toContain('ALTER TABLE \\"limit\\" ADD COLUMN \\"nickname\\"');
  expect(nextMigration(entities, migrations)).toEqual({ ok: true, value: null });
});

it('a pattern, an indicator and a wording cost their lines in the kit and nothing else', () => {
  const kit = extendedKit();
  const rows = new Rows();
  const person = rows.add('stakeholder', { name: 'Ada', role: 'Buyer', function: 'finance', level: 'manager' });
  const interview = rows.add('interview', { heldOn: '2026-09-01', status: 'done' });
  rows.add('participant', { interview: interview.id, person: person.id, consent: 'by-role' });
  const quote = rows.add('evidence', { interview: interview.id, speaker: person.id, text: 'We rent it twice.' });
  rows.add('evidenceLink', { evidence: quote.id, indicator: 'rented-twice/two-leases' });
  rows.add('rating', { indicator: 'rented-twice/two-leases', value: 4, rationale: 'Seen twice' });
  const input = { data: rows.data, kit, today: '2026-09-20' };
  expect(assessPatterns(input)[0]).toMatchObject({ pattern: { id: 'rented-twice' }, severity: 100, confidence: 'low' });
  const { document } = composeDocument(input, { version: null, brand: defaultBrand });
  const text = JSON.stringify(document);
  expect(text).toContain('Rented twice');
  expect(text).toContain('Where it comes apart');
});

it('a section of the document costs its file and its line in the index', () => {
  const folder = join(root, 'src/shared/document');
  const index = readFileSync(join(folder, 'sections/index.ts'), 'utf8');
  const listed = [...index.matchAll(/import \{ \w+ \} from '\.\/([\w-]+)\.ts';/gu)].map((match) => match[1] ?? '');
  expect(listed.length).toBeGreaterThanOrEqual(9);
  // Nothing outside the folder of sections chooses by a section's id, so that a new one is composed like the others.
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const code = readFileSync(join(folder, file), 'utf8');
    expect(code, file).not.toMatch(/section(?:\.id|Id)? === '/u);
  }
});

function extendedKit(): Kit {
  const content = parse(readFileSync(join(root, 'resources/kit/throughline-default.yaml'), 'utf8')) as KitContent;
  content.patterns.push({
    id: 'rented-twice',
    family: 'system',
    name: 'Rented twice',
    says: 'The same thing is paid for in two places.',
    elements: ['capability'],
    indicators: [
      {
        id: 'two-leases',
        handle: 'leases',
        tag: 'leases',
        text: 'Two leases run for one thing',
        zero: 'One lease.',
        four: 'Every lease is doubled.',
        ask: 'What do you rent twice?',
      },
    ],
    remedy: 'End one lease.',
  });
  const parsed = parseKit({
    ...content,
    document: { ...content.document, 'section.patterns': 'Where it comes apart' },
  });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.kit;
}
