import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { value, workplace } from '../support/core.ts';

const ways: readonly (readonly [what: string, lose: (path: string) => void])[] = [
  ['deleted', (path) => rmSync(path)],
  ['moved away', (path) => renameSync(path, `${path}.away`)],
  [
    'replaced by an older copy',
    (path) => {
      copyFileSync(`${path}.old`, `${path}.new`);
      renameSync(`${path}.new`, path);
    },
  ],
];

describe('a file that is lost while it is open', () => {
  it.each(ways)('and %s takes no edit, can be saved under a new name, and is let go', async (_, lose) => {
    const place = workplace();
    const core = place.core();
    const path = place.path('A.throughline');
    const { file } = value(await core.client.files.create({ place: core.grant(path), client: 'A' }));
    copyFileSync(path, `${path}.old`);
    const engagement = value(await core.client.changes.load({ file })).data.engagement[0]?.id ?? '';
    const add = (text: string) =>
      core.client.changes.apply({
        file,
        opId: core.newId(),
        label: 'Limit',
        changes: [{ op: 'insert', entity: 'limit', id: core.newId(), fields: { engagement, text } }],
      });
    value(await add('kept'));
    lose(path);
    expect(await add('lost')).toMatchObject({ ok: false, error: { code: 'file-moved' } });
    expect(value(await core.client.changes.load({ file })).data.limit.map(({ text }) => text)).toEqual(['kept']);

    const rescue = place.path('Rescue.throughline');
    value(await core.client.files.copy({ file, place: core.grant(rescue) }));
    value(await core.client.files.close({ file }));
    expect(existsSync(`${path}-journal`)).toBe(false);
    expect(readdirSync(place.folder).filter((name) => name.includes('throughline-tmp'))).toEqual([]);
    const saved = value(await core.client.files.open({ place: core.grant(rescue) }));
    expect(value(await core.client.changes.load({ file: saved.file })).data.limit).toHaveLength(1);
  });
});
