/** Finding what was said: never what was withdrawn, and in an interview nothing of another. */
import { expect, it } from 'vitest';
import type { Change } from '../../../src/shared/model/change.ts';
import { value, workplace } from '../../support/core.ts';

/** A file in which two people were heard, and ways to look through it and to change it. */
async function heard() {
  const place = workplace();
  const core = place.core();
  const { file } = value(
    await core.client.files.create({ place: core.grant(place.path('A.throughline')), client: 'A' }),
  );
  const engagement = value(await core.client.changes.load({ file })).data.engagement[0]?.id ?? '';
  const edit = async (changes: readonly Change[]) =>
    value(await core.client.changes.apply({ file, opId: core.newId(), label: 'Edit', changes: [...changes] }));
  const insert = (entity: Change['entity'], fields: object): { id: string; change: Change } => {
    const id = core.newId();
    return { id, change: { op: 'insert', entity, id, fields: { engagement, ...fields } } };
  };
  const conversation = async (role: string) => {
    const person = insert('stakeholder', { role });
    const interview = insert('interview', { title: role });
    const of = { interview: interview.id };
    const part = insert('participant', { ...of, person: person.id, consent: 'by-role' });
    const answer = insert('answer', { ...of, unplanned: 'Why?', text: `The queue grows, says ${role}` });
    const piece = insert('evidence', { ...of, speaker: person.id, text: `A queue of ${role}` });
    const objection = insert('objection', { evidence: piece.id, said: `The queue is no queue to ${role}` });
    await edit([person, interview, part, answer, piece, objection].map(({ change }) => change));
    return { interview: interview.id, part: part.id, piece: piece.id };
  };
  const find = async (query: string, interview?: string) =>
    value(await core.client.search.find({ file, query, ...(interview === undefined ? {} : { interview }) })).map(
      ({ before, match, after }) => `${before}${match}${after}`,
    );
  return { edit, find, first: await conversation('operations'), second: await conversation('sales') };
}

it('finds answers, evidence and objections, and in an interview only its own', async () => {
  const { find, second } = await heard();
  expect((await find('queue')).toSorted()).toEqual([
    'A queue of operations',
    'A queue of sales',
    'The queue grows, says operations',
    'The queue grows, says sales',
    'The queue is no queue to operations',
    'The queue is no queue to sales',
  ]);
  expect((await find('queue', second.interview)).toSorted()).toEqual([
    'A queue of sales',
    'The queue grows, says sales',
    'The queue is no queue to sales',
  ]);
});

it('never finds a piece that was withdrawn, what hangs on it, or anything of a person who withdrew', async () => {
  const { edit, find, first, second } = await heard();
  await edit([{ op: 'update', entity: 'evidence', id: first.piece, fields: { withdrawn: true } }]);
  await edit([{ op: 'update', entity: 'participant', id: second.part, fields: { consent: 'withdrawn' } }]);
  expect(await find('queue')).toEqual(['The queue grows, says operations']);
  expect(await find('queue', second.interview)).toEqual([]);
});
