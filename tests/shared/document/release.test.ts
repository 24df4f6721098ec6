/** What speakers are asked to release before it is printed. */
import { describe, expect, it } from 'vitest';
import { structureProblems } from '../../../src/shared/document/check.ts';
import { composeDocument } from '../../../src/shared/document/compose.ts';
import { gatherMaterial } from '../../../src/shared/document/material.ts';
import { composeReleaseLetter, composeReleaseList } from '../../../src/shared/document/release.ts';
import { defaultBrand } from '../../../src/shared/document/settings.ts';
import { Scene } from '../../support/analysis.ts';

const indicator = 'stale-backlog/orphan-work';

function sceneWithQuotes() {
  const scene = new Scene();
  const ada = scene.person('sales', 'front-line', 'by-role');
  const bo = scene.person('sales', 'front-line', 'background');
  scene.change('stakeholder', ada.id, { name: 'Ada Berg', role: 'Account executive' });
  scene.change('stakeholder', bo.id, { name: 'Bo Lind', role: 'Planner' });
  const quote = scene.says(ada, indicator, { text: 'Nobody asked us.', printed: true });
  const other = scene.says(ada, indicator, { text: 'We plan it twice', fidelity: 'paraphrase', printed: true });
  const kept = scene.says(bo, indicator, { text: 'I would not say that aloud.', printed: true });
  scene.says(bo, indicator, { text: 'Not marked.' });
  return { scene, ada, bo, quote, other, kept };
}
const listOf = (scene: Scene, printed: readonly string[] = []) =>
  composeReleaseList(gatherMaterial(scene.input), printed);

describe('the release list', () => {
  it('has each speaker with what is marked for the document or printed by it, in the form that consent allows', () => {
    const { scene, ada, bo, quote, other, kept } = sceneWithQuotes();
    const list = listOf(scene, [quote.id]);
    expect(
      list.map(({ person, quotes }) => [
        person,
        quotes.map((one) => [one.evidence, one.under, one.breach, one.printed]),
      ]),
    ).toEqual([
      [
        ada.id,
        [
          [quote.id, 'Account executive, Sales', null, true],
          [other.id, 'Account executive, Sales; the sense, in our words', null, false],
        ],
      ],
      [bo.id, [[kept.id, '', 'background', false]]],
    ]);
  });

  it('puts into a letter only what one speaker said and may be printed', () => {
    const { scene } = sceneWithQuotes();
    const [ada, bo] = listOf(scene);
    expect(ada?.letter).toContain('1. “Nobody asked us.”\n   Account executive, Sales\n');
    expect(ada?.letter).toContain('2. We plan it twice.');
    expect(ada?.letter).not.toContain('aloud');
    expect(bo?.letter).toBe('');
  });

  it('writes the letter as a document that Word takes, without a label or another name', () => {
    const { scene } = sceneWithQuotes();
    const material = gatherMaterial(scene.input);
    const [ada] = composeReleaseList(material, []);
    if (ada === undefined) throw new Error('a speaker was expected');
    const letter = composeReleaseLetter(ada, material);
    expect(structureProblems(letter)).toEqual([]);
    expect(JSON.stringify(letter)).not.toMatch(/Bo Lind|aloud|stale-backlog/u);
  });
});

it('what a speaker did not release is not printed, and stays in the list', () => {
  const { scene, quote } = sceneWithQuotes();
  scene.rates(indicator, 4);
  for (const one of ['stale-backlog/no-rhythm', 'stale-backlog/old-commitments']) scene.rates(one, 4);
  const printed = () => composeDocument(scene.input, { version: null, brand: defaultBrand }).printedEvidence;
  expect(printed()).toContain(quote.id);
  scene.change('evidence', quote.id, { release: 'refused' });
  expect(printed()).not.toContain(quote.id);
  const found = listOf(scene)[0]?.quotes.find((one) => one.evidence === quote.id);
  expect(found?.breach).toBe('refused');
});
