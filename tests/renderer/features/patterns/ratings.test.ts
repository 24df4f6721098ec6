/** Ratings: what rating does to the rows, how the list lies, and why a number is what it is. */
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../../src/shared/model/apply-changes.ts';
import { linesOf } from '../../../../src/renderer/features/patterns/groups.ts';
import { leadOf, makeLead, othersOf, rate } from '../../../../src/renderer/features/patterns/rate.ts';
import { patternOf, tabOf } from '../../../../src/renderer/features/patterns/targets.ts';
import { arithmetic, whyConfidence, whySeverity } from '../../../../src/renderer/features/patterns/why.ts';
import { assessPatterns, type PatternReading } from '../../../../src/shared/analysis/severity.ts';
import { Scene } from '../../../support/analysis.ts';

const measures = 'measures-pull-apart';
const indicators = (scene: Scene): readonly string[] =>
  (scene.kit.patterns.get(measures)?.indicators ?? []).map((one) => `${measures}/${one.id}`);
const rater = { engagement: 'e', name: 'Ines', newId: () => '00000000-0000-7000-8000-00000000ffff' };

function pictured() {
  const scene = new Scene();
  const ids = indicators(scene);
  const [sales, service, product] = [
    scene.person('sales', 'executive'),
    scene.person('service', 'front-line'),
    scene.person('product', 'manager'),
  ];
  ids.forEach((id, at) => scene.rates(id, [4, 3, 3][at] ?? 0));
  for (const person of [sales, service, product]) scene.says(person, ids[0] ?? '');
  return { scene, ids, people: { sales, service, product } };
}
const readingOf = (scene: Scene, id = measures): PatternReading => {
  const found = assessPatterns(scene.input).find((one) => one.pattern.id === id);
  if (found === undefined) throw new Error('no such pattern');
  return found;
};

describe('rating', () => {
  it('makes the first rating of an indicator the one that counts, with its rater', () => {
    const rows = applyChanges(new Scene().data, rate([], 'p/i', 3, rater)).rating;
    expect(leadOf(rows, 'p/i')).toMatchObject({ value: 3, rater: 'Ines', lead: true });
  });

  it('changes the rating that counts, and nothing where it is that already', () => {
    const { scene, ids } = pictured();
    const [id = ''] = ids;
    expect(leadOf(applyChanges(scene.data, rate(scene.data.rating, id, null, rater)).rating, id)?.value).toBeNull();
    expect(rate(scene.data.rating, id, 4, rater)).toEqual([]);
    expect(rate([], id, null, rater)).toEqual([]);
  });

  it('lets another rating count in place of the lead’s', () => {
    const { scene, ids } = pictured();
    const [id = ''] = ids;
    const second = scene.add('rating', { indicator: id, value: 1, lead: false });
    expect(othersOf(scene.data.rating, id).map((row) => row.id)).toEqual([second.id]);
    const rows = applyChanges(scene.data, makeLead(scene.data.rating, second)).rating;
    expect(leadOf(rows, id)?.id).toBe(second.id);
    expect(othersOf(rows, id)).toHaveLength(1);
  });
});

describe('why this number', () => {
  it('says how ratings and sources made it', () => {
    const { scene } = pictured();
    const reading = readingOf(scene);
    expect(whySeverity(reading)).toBe('Mean of 4, 3 and 3 is 3.3 of 4.');
    expect(whyConfidence(reading)).toBe(
      'Three independent sources; three functions and three levels among the people.',
    );
    expect(arithmetic(reading)).toEqual([
      'Severity: (4 + 3 + 3) ÷ 3 ÷ 4 × 100 = 83.3',
      'Rank: 83.3 × 1 for high confidence = 83.3',
    ]);
  });

  it('names what speaks against it, and that it is contested', () => {
    const { scene, ids, people } = pictured();
    for (const person of Object.values(people)) scene.says(person, ids[0] ?? '', { counter: true });
    expect(whyConfidence(readingOf(scene))).toContain('Three speak against it: contested, and one step lower.');
  });

  it('says what a severity takes while too little is rated', () => {
    const scene = new Scene();
    scene.rates(indicators(scene)[0] ?? '', 2);
    expect(whySeverity(readingOf(scene))).toBe('One of three indicators is rated; a severity takes two.');
  });

  it('has no words for the confidence of a pattern that nobody rated', () => {
    expect(whyConfidence(readingOf(new Scene()))).toBe('');
  });
});

describe('the list of patterns', () => {
  const ids = (lines: ReturnType<typeof linesOf>): readonly string[] => lines.map((line) => line.id);

  it('parts what enters the document, what does not, and what nothing stands behind', () => {
    const { scene } = pictured();
    scene.rates('complexity-trap/layers', 3);
    const lines = linesOf(assessPatterns(scene.input), []);
    expect(ids(lines).slice(0, 3)).toEqual([measures, 'cut:document', 'cut:none']);
    expect(lines[1]).toMatchObject({ says: 'One enters the document' });
  });

  it('keeps out what was set so, and leaves it in the list', () => {
    const { scene } = pictured();
    const finding = scene.add('finding', { pattern: measures, place: 'out' });
    const lines = linesOf(assessPatterns(scene.input), [finding]);
    expect(ids(lines).slice(0, 3)).toEqual(['cut:document', measures, 'cut:none']);
  });

  it('is filtered by words of the name', () => {
    const { scene } = pictured();
    const lines = linesOf(assessPatterns(scene.input), [], 'PULL meas');
    expect(lines.filter((line) => line.kind === 'pattern').map((line) => line.id)).toEqual([measures]);
  });
});

describe('a way to a row', () => {
  it('leads to the tab and the pattern that show it', () => {
    const { scene, ids } = pictured();
    const rating = scene.data.rating.find((row) => row.indicator === ids[1]);
    const target = { entity: 'rating', id: rating?.id ?? '' } as const;
    expect([tabOf(target), patternOf(target, scene.data)]).toEqual(['ratings', measures]);
    expect(tabOf({ entity: 'decision', id: 'd', part: 'sales' })).toBe('playback');
    expect(tabOf({ entity: 'engagement', id: 'e', field: 'routingReason' })).toBe('heat');
    expect(patternOf({ entity: 'engagement', id: 'e', part: measures }, scene.data)).toBe(measures);
  });
});
