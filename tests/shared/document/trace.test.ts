import { expect, test } from 'vitest';
import { traceParagraph } from '../../../src/shared/document/trace.ts';
import { keyedTexts, plainText } from '../../../src/shared/document/walk.ts';
import { compose, Engagement } from './support.ts';

test('a paragraph of the map leads to the field that it prints', () => {
  const scene = new Engagement();
  const priority = scene.prioritise(scene.decision, 'P1', { title: 'One price list' });
  const { rows } = traceParagraph(`priority.${priority.id}.owner`, 'Ada Brandt', scene.data);
  expect(rows[0]).toMatchObject({ entity: 'priority', id: priority.id, field: 'owner' });
});

test('a quote leads to the very words that were said, a diagnosis to the finding and its evidence', () => {
  const scene = new Engagement();
  const [pattern] = scene.kit.content.patterns;
  const indicator = `${pattern?.id ?? ''}/${pattern?.indicators[0]?.id ?? ''}`;
  const person = scene.person('sales', 'front-line');
  const said = scene.says(person, indicator, { text: 'Nobody told us which deal counts.' });
  const other = scene.says(person, indicator, { text: 'We sell what we sold.' });
  const finding = scene.add('finding', { pattern: pattern?.id ?? '', diagnosis: 'Nothing says what counts.' });
  const key = `pattern.${pattern?.id ?? ''}`;
  expect(traceParagraph(`${key}.quote1`, '“Nobody told us which deal counts.”', scene.data).rows).toMatchObject([
    { entity: 'evidence', id: said.id },
  ]);
  expect(traceParagraph(`${key}.diagnosis`, 'Nothing says what counts.', scene.data).rows.map(({ id }) => id)).toEqual([
    finding.id,
    said.id,
    other.id,
  ]);
});

test('every paragraph of a document leads somewhere, but for words of the kit alone', () => {
  const scene = new Engagement();
  scene.prioritise(scene.decision, 'P1', { title: 'One price list' });
  const nowhere = keyedTexts(compose(scene).document)
    .filter(({ key, runs }) => {
      const { rows, views } = traceParagraph(key, plainText(runs), scene.data);
      return rows.length + views.length === 0;
    })
    .map(({ key }) => key);
  expect(nowhere.filter((key) => !/title$|intro|^found\.figures/u.test(key))).toEqual([]);
});
