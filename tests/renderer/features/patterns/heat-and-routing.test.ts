/** The rows of the heat maps, and the words of the routing. */
import { describe, expect, it } from 'vitest';
import { functionLines, heatLevel, mergedOutside } from '../../../../src/renderer/features/patterns/heat-lines.ts';
import { gapWords, missingWords, whyRule } from '../../../../src/renderer/features/patterns/rule-words.ts';
import { assessHeardNotShared } from '../../../../src/shared/analysis/heard-not-shared.ts';
import { assessPulse } from '../../../../src/shared/analysis/pulse.ts';
import { assessRouting, type Routing } from '../../../../src/shared/analysis/routing.ts';
import { assessPatterns } from '../../../../src/shared/analysis/severity.ts';
import { nameIn } from '../../../../src/shared/method/kit.ts';
import { Scene } from '../../../support/analysis.ts';

describe('the rows of the heat maps', () => {
  it('hold functions that answered and functions that only retold, in kit order', () => {
    const scene = new Scene();
    const decision = scene.add('decision', { label: 'D1', standing: 'in-scope' });
    scene.pulses(scene.person('service', 'front-line'), [1]);
    scene.retells(scene.person('product', 'manager'), decision, 'named');
    const lines = functionLines(assessPulse(scene.input).byFunction, assessHeardNotShared(scene.input), scene.kit);
    expect(lines.map((line) => [line.id, line.n, line.shared?.recall ?? null])).toEqual([
      ['product', 0, 100],
      ['service', 1, null],
    ]);
    expect(lines[0]?.cells.every((cell) => cell.value === null)).toBe(true);
  });

  it('say what a small group with a protected voice becomes outside', () => {
    const scene = new Scene();
    scene.pulses(scene.person('service', 'front-line', 'anonymous'), [1]);
    for (let n = 0; n < 3; n++) scene.pulses(scene.person('sales', 'manager'), [4]);
    const merged = mergedOutside(assessPulse(scene.input), assessPulse(scene.input, 'outside'), scene.kit);
    expect(merged.get('service')).toBe('Other functions');
    expect(merged.get('front-line')).toBe('Head or manager and Front line');
  });

  it('are coloured by fifths, the lowest darkest', () => {
    expect([100, 80, 79.9, 60, 20, 19.9, 0].map(heatLevel)).toEqual([0, 0, 1, 1, 3, 4, 4]);
  });
});

type Plan = { readonly rating: number; readonly axes: readonly (number | null)[]; readonly sources?: number };

function route({ rating, axes, sources = 0 }: Plan): { readonly says: readonly string[]; readonly routing: Routing } {
  const scene = new Scene();
  const people = [scene.person('sales', 'executive'), scene.person('service', 'front-line')];
  for (const id of ['stale-backlog', 'missing-translation']) {
    for (const indicator of scene.kit.patterns.get(id)?.indicators ?? []) {
      scene.rates(`${id}/${indicator.id}`, rating);
      for (const person of people) scene.says(person, `${id}/${indicator.id}`);
    }
  }
  axes.forEach((value, at) => scene.add('axisRating', { axis: scene.kit.content.axes[at]?.id ?? '', value }));
  for (const person of people.slice(0, sources)) {
    const evidence = scene.add('evidence', { interview: person.interview, speaker: person.id });
    scene.add('evidenceLink', { evidence: evidence.id, axis: scene.kit.content.axes[0]?.id ?? null });
  }
  const routing = assessRouting(scene.input, assessPatterns(scene.input));
  const names = { axis: (id: string) => nameIn(scene.kit.content.axes, id) };
  return { says: routing.rules.map((rule) => whyRule(rule, routing, names)), routing };
}

describe('the rules of the routing', () => {
  it('say the figures that made each hold or not, up to the one that decides', () => {
    expect(route({ rating: 3, axes: [1, 2, 2, 1] }).says).toEqual([
      'No axis is rated 3 or more, and the mean is 1.5 where 2.5 would be needed.',
      'It takes an axis rated 3 or more. There is none.',
      'Translation severity is 75, over the 40 that the rule asks for, from 2 patterns with evidence.',
      'Not reached. The first rule that holds decides.',
    ]);
  });

  it('say whether a suspect axis has its sources', () => {
    expect(route({ rating: 3, axes: [3, 1, 1, 1], sources: 1 }).says.slice(0, 2)).toEqual([
      'Positioning is rated 3 or more on fewer than two sources, and the mean is 1.5 where 2.5 would be needed.',
      'Translation severity is 75, and positioning is rated 3 or more.',
    ]);
    expect(route({ rating: 3, axes: [3, 1, 1, 1], sources: 2 }).says[0]).toBe(
      'Positioning is rated 3 or more, with evidence from two independent sources.',
    );
  });

  it('say where to look when neither strategy nor translation is it', () => {
    expect(route({ rating: 1, axes: [1, 1, 1, 1] }).says.slice(2)).toEqual([
      'Translation severity is 25 where 40 would be needed.',
      'Translation severity is 25, under 40.',
    ]);
  });

  it('say what they wait for', () => {
    const { says, routing } = route({ rating: 3, axes: [1, 1, null] });
    expect(says[2]).toBe('Not read yet. It holds with a translation severity of 40.');
    expect(missingWords(routing, { axis: (id) => id })).toBe(
      'It cannot be read yet: it takes a rating of gtm-motion and demand.',
    );
    expect(gapWords(routing)).toBe('');
  });
});
