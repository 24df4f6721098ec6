import { expect, test } from 'vitest';
import { clientFilePlace, edit, stateDecision, taken } from '../../support/store/file.ts';
import { testId } from '../../support/store/ports.ts';
import { start } from '../../support/store/start.ts';

const { engagement, decision } = start;

test('a hit tells the row, the field and the place, with the words around it', () => {
  const place = clientFilePlace();
  const file = place.open();
  stateDecision(file, place, 'Win two Nordic retailers before summer.');
  expect(file.search('nordic', 10)).toEqual([
    {
      entity: 'decision',
      id: decision,
      field: 'statement',
      offset: 8,
      before: 'Win two ',
      match: 'Nordic',
      after: ' retailers before summer.',
      rank: 0,
    },
  ]);
});

const spellings: readonly (readonly [text: string, query: string, match: string])[] = [
  ['Das Café schließt', 'cafe', 'Café'],
  ['Das Cafe\u0301 schließt', 'café', 'Cafe\u0301'],
  ['ÜBERGABE im Lager', 'ubergabe', 'ÜBERGABE'],
  ['Übergabe im Lager', 'überg', 'Überg'],
  ['Die Firma don’t-know', 'know', 'know'],
  ['山田さん said no', '山田', '山田'],
  ['今日は山田さんが来た', '田さん', '田さん'],
  ['東京の倉庫', '京の', '京の'],
  ['งานรออยู่ที่นี่', 'รออยู่', 'รออยู่'],
  ['item OPS-1203 is late', 'ops-1203', 'OPS'],
];

test.each(spellings)('accents and case do not matter, and beginnings of words are enough: %s', (text, query, match) => {
  const place = clientFilePlace();
  const file = place.open();
  stateDecision(file, place, text);
  expect(file.search(query, 10)).toMatchObject([{ entity: 'decision', match }]);
});

test('what stands in quotation marks is found as it stands, also while it is still being typed', () => {
  const place = clientFilePlace();
  const file = place.open();
  stateDecision(file, place, 'Two of us can run it, and two run can of us');
  const match = (query: string) => file.search(query, 10).map((hit) => [hit.offset, hit.match]);
  expect(match('“two of us can”')).toEqual([[0, 'Two of us can']]);
  expect(match('"of us ca')).toEqual([[4, 'of us ca']]);
  expect(match('"of us ca"')).toEqual([]);
  expect(match('"us two"')).toEqual([]);
});

test('a long list hides nothing else: so many hits of an entity, only of some, only what may be seen', () => {
  const place = clientFilePlace();
  const file = place.open();
  const notes = Array.from({ length: 9 }, (_, n) => {
    return { op: 'insert', entity: 'interview', id: testId(n, 'b'), fields: { engagement, notes: 'win' } } as const;
  });
  edit(file, place, notes);
  const entitiesOf = (wish: Parameters<typeof file.search>[2]) => file.search('win', 10, wish).map((hit) => hit.entity);
  expect(entitiesOf({ each: 2 }).toSorted()).toEqual(['decision', 'interview', 'interview']);
  expect(entitiesOf({ entities: ['decision'] })).toEqual(['decision']);
  expect(entitiesOf({ keep: (entity) => entity !== 'interview' })).toEqual(['decision']);
});

test('all words have to be in one row, and a word that is gone is no longer found', () => {
  const place = clientFilePlace();
  const file = place.open();
  stateDecision(file, place, 'warehouse staff');
  expect(file.search('warehouse north', 10)).toHaveLength(2);
  expect(file.search('warehouse south', 10)).toEqual([]);
  stateDecision(file, place, 'shop staff');
  expect(file.search('warehouse', 10)).toEqual([]);
  taken(file.undo());
  expect(file.search('warehouse', 10)).toHaveLength(1);
  edit(file, place, [{ op: 'delete', entity: 'decision', id: decision }]);
  expect(file.search('warehouse', 10)).toEqual([]);
});

test('paragraphs of sources are found and fetched by their source', () => {
  const source = testId(5);
  const place = clientFilePlace([
    { op: 'insert', entity: 'source', id: source, fields: { engagement, title: 'Strategy' } },
    {
      op: 'insert',
      entity: 'passage',
      id: testId(6),
      fields: { engagement, source, text: 'We will be first in logistics.' },
    },
  ]);
  const file = place.open();
  expect(file.search('logistics', 10)).toMatchObject([{ entity: 'passage', field: 'text', match: 'logistics' }]);
  expect(file.rows('passage', { field: 'source', target: source })).toHaveLength(1);
});

test('a row that says it more often comes first, and the limit holds', () => {
  const place = clientFilePlace();
  const file = place.open();
  const texts = ['one price among many other words that say little', 'price price price', 'nothing'];
  const add = texts.map((text, n) => {
    return { op: 'insert', entity: 'interview', id: testId(n, 'b'), fields: { engagement, notes: text } } as const;
  });
  edit(file, place, add);
  expect(file.search('price', 10).map(({ id, rank }) => [id, rank])).toEqual([
    [testId(1, 'b'), 0],
    [testId(0, 'b'), 1],
  ]);
  expect(file.search('price', 1)).toHaveLength(1);
});

test.each(['', '   ', '"', 'AND', '*', 'a"b', 'NEAR(', '\u0000', '-', 'x'.repeat(5000)])(
  'no query is an error: %j',
  (query) => {
    const place = clientFilePlace();
    expect(() => place.open().search(query, 10)).not.toThrow();
  },
);
