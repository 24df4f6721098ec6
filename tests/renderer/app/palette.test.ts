/** What the palette shows of what it found: its place in words, in the order of the stages. */
import { expect, it } from 'vitest';
import { type Find, inGroups } from '../../../src/renderer/app/palette-finds.ts';
import { placeInWords } from '../../../src/renderer/app/palette-places.ts';
import { Rows } from '../../support/rows.ts';
import { defaultKit } from '../../support/kit.ts';

it('says where something was said', () => {
  const rows = new Rows();
  const person = rows.add('stakeholder', { role: 'Head of platform' }).id;
  const interview = rows.add('interview', { title: 'Head of platform' }).id;
  rows.add('participant', { interview, person });
  const answer = rows.add('answer', { interview, unplanned: 'Where does work wait?' }).id;
  const evidence = rows.add('evidence', { interview, speaker: person }).id;
  const objection = rows.add('objection', { evidence }).id;
  const limit = rows.add('limit').id;
  const kit = defaultKit();
  const place = (entity: Parameters<typeof placeInWords>[2], id: string, field = 'text') =>
    placeInWords(rows.data, kit, entity, id, field);
  expect(place('answer', answer)).toBe('Interview with Head of platform, Where does work wait?');
  expect(place('evidence', evidence)).toBe('Interview with Head of platform');
  expect(place('objection', objection, 'said')).toBe('Objection, Head of platform');
  expect(place('limit', limit)).toBe('Limit');
});

it('groups by stage in the order of the sidebar, files and actions last', () => {
  const find = (group: string, id: string): Find => ({ id, group, text: '', where: '', does: { stage: '' } });
  const order = ['Do', 'Map', 'Interviews', 'Client files', 'Map', 'Scope'];
  expect(inGroups(order.map((group, at) => find(group, String(at)))).map(({ id }) => id)).toEqual([
    '5',
    '2',
    '1',
    '4',
    '3',
    '0',
  ]);
});
