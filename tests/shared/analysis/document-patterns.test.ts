/** Which patterns stand in the document. */
import { describe, expect, it } from 'vitest';
import { patternsInDocument } from '../../../src/shared/analysis/document-patterns.ts';
import { assessPatterns } from '../../../src/shared/analysis/severity.ts';
import { Scene } from '../../support/analysis.ts';

/** Patterns of the kit in its order, each rated lower than the one before, all with one source; the last without. */
function rated(): { readonly scene: Scene; readonly ids: readonly string[] } {
  const scene = new Scene();
  const person = scene.person('sales', 'executive');
  const patterns = scene.kit.content.patterns.slice(0, 7);
  for (const [at, { id, indicators }] of patterns.entries()) {
    for (const [place, indicator] of indicators.entries()) {
      // 3 3 3, 3 3 2, 3 2 2 …: one point less from pattern to pattern.
      const value = 3 - Math.floor((at + indicators.length - 1 - place) / indicators.length);
      scene.rates(`${id}/${indicator.id}`, value);
      if (at < 6) scene.says(person, `${id}/${indicator.id}`);
    }
  }
  return { scene, ids: patterns.map((pattern) => pattern.id) };
}
const chosen = (scene: Scene): string[] =>
  patternsInDocument(assessPatterns(scene.input), scene.data.finding).map((one) => one.pattern.id);

describe('the document', () => {
  it('takes the five highest ranks', () => {
    const { scene, ids } = rated();
    expect(chosen(scene)).toEqual(ids.slice(0, 5));
  });

  it('takes a pattern that is set to stand in it in place of the last by rank, even without evidence', () => {
    const { scene, ids } = rated();
    scene.add('finding', { pattern: ids[6] ?? '', place: 'in' });
    expect(chosen(scene)).toEqual([...ids.slice(0, 4), ids[6]]);
  });

  it('leaves out what is set to stay out', () => {
    const { scene, ids } = rated();
    scene.add('finding', { pattern: ids[0] ?? '', place: 'out' });
    expect(chosen(scene)).toEqual(ids.slice(1, 6));
  });

  it('takes nothing that is not rated with evidence', () => {
    expect(chosen(new Scene())).toEqual([]);
  });
});
