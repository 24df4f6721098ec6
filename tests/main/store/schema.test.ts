import { expect, test } from 'vitest';
import { createClientFile, openClientFile } from '../../../src/main/store/client-file.ts';
import { fingerprintAfter } from '../../../src/main/store/fingerprint.ts';
import { migrations } from '../../../src/main/store/migrations/index.ts';
import { nextMigration } from '../../../src/main/store/next-migration.ts';
import { tablesAfter } from '../../../src/main/store/schema.ts';
import type { Entities } from '../../../src/main/store/types.ts';
import { type Entity, flag, owner, reference, text } from '../../../src/shared/model/define.ts';
import { entities } from '../../../src/shared/model/index.ts';
import { clientFilePlace, taken } from '../../support/store/file.ts';
import { start } from '../../support/store/start.ts';

function withField(entity: Entity, field: object): Entities {
  return { ...entities, [entity.name]: { ...entity, fields: { ...entity.fields, ...field } } };
}

test('the committed migrations make exactly the tables of the model', () => {
  expect(nextMigration(entities, migrations)).toEqual({ ok: true, value: null });
});

test('every migration leaves the schema text that it was committed with, and only adds', () => {
  for (const [version, migration] of migrations.entries()) {
    expect(migration.version).toBe(version);
    expect(fingerprintAfter(migrations.slice(0, version + 1))).toBe(migration.fingerprint);
    const added = migration.statements.filter(
      (statement) => !/^(CREATE (TABLE|INDEX|VIRTUAL TABLE)|ALTER TABLE "\w+" ADD COLUMN) /u.test(statement),
    );
    expect(added).toEqual([]);
  }
});

test('a new field costs one edit: the next migration is generated, and files take it in', () => {
  const place = clientFilePlace();
  const more = withField(entities.decision, { reason: text('Reason'), urgent: flag('Urgent', true) });
  const next = nextMigration(more, migrations);
  if (!next.ok || next.value === null) throw new Error('nothing generated');
  expect(next.value.statements).toEqual([
    `ALTER TABLE "decision" ADD COLUMN "reason" TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE "decision" ADD COLUMN "urgent" INTEGER NOT NULL DEFAULT 1`,
  ]);
  const ports = { ...place.ports, entities: more, migrations: [...migrations, next.value] };
  const file = place.open({}, ports);
  expect(file.row('decision', start.decision)).toMatchObject({ title: 'Win the north', reason: '', urgent: true });
  expect(file.check({ deep: true })).toEqual([]);
  const changes = [{ op: 'update', entity: 'decision', id: start.decision, fields: { reason: 'because' } }] as const;
  taken(file.apply({ opId: ports.ids(), label: 'Edit', kind: 'edit', changes }));
  expect(file.search('because', 5)).toMatchObject([{ field: 'reason' }]);
});

test('a new entity is a new table, and a file made afresh equals a migrated one', () => {
  const place = clientFilePlace();
  const remark: Entity = { ...entities.symptom, name: 'remark', table: 'remark' };
  const more: Entities = { ...entities, remark };
  const next = nextMigration(more, migrations);
  if (!next.ok || next.value === null) throw new Error('nothing generated');
  const ports = { ...place.ports, entities: more, migrations: [...migrations, next.value] };
  place.open({}, ports).close();
  const path = `${place.folder}/fresh.throughline`;
  taken(taken(createClientFile(path, { opId: ports.ids(), label: 'New', changes: [] }, ports)).close());
  taken(taken(openClientFile(path, {}, ports)).close());
  expect(tablesAfter(ports.migrations).some(({ table }) => table === 'remark')).toBe(true);
});

test('what would shrink or change a table is refused with its place', () => {
  const { title: _title, ...rest } = entities.decision.fields;
  const refused = (changed: Entities): string => {
    const next = nextMigration(changed, migrations);
    return next.ok ? 'accepted' : next.error;
  };
  const { symptom: _symptom, ...fewer } = entities;
  expect(refused(fewer)).toMatch(/symptom is gone/u);
  expect(refused({ ...entities, decision: { ...entities.decision, fields: rest } })).toMatch(
    /decision\.title is gone/u,
  );
  expect(refused(withField(entities.decision, { title: flag('Title') }))).toMatch(
    /decision\.title is stored differently/u,
  );
  expect(refused(withField(entities.decision, { part: owner('Part', 'source') }))).toMatch(
    /decision\.part has no value/u,
  );
  expect(refused(withField(entities.decision, { part: reference('Part', 'source') }))).toBe('accepted');
});
