/** The whole analysis of an engagement. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/shared/analysis/index.ts';
import type { ClientData } from '../../../src/shared/model/index.ts';
import { Scene } from '../../support/analysis.ts';
import { cleanEngagement, cleanOptions } from '../../support/clean-engagement.ts';

const parts = [
  'coverage',
  'suggestions',
  'confidence',
  'patterns',
  'elements',
  'playback',
  'constraint',
  'routing',
  'readiness',
  'suspect',
  'drift',
];

describe('the analysis', () => {
  it('has its eleven parts for an engagement in which nothing was typed yet', () => {
    const analysis = analyse(new Scene().input);
    expect(Object.keys(analysis)).toEqual(parts);
    expect(analysis.readiness.map((one) => one.code)).toEqual(['R01', 'R06', 'R29', 'R40']);
    expect(analysis.drift.value).toBeNull();
    expect(analysis.routing.recommendation).toBeNull();
  });

  it('gives the same result for the same rows, and it can be written as JSON and read back', () => {
    const clean = cleanEngagement();
    const analysis = analyse(clean.scene.input, cleanOptions(clean));
    expect(analyse(clean.scene.input, cleanOptions(clean))).toEqual(analysis);
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
  });

  it('is the same in whatever order the rows come', () => {
    const clean = cleanEngagement();
    const { scene, d1, vera, marco, ines } = clean;
    for (const person of [vera, marco, ines]) scene.pulses(person, [1, 2, null, 3, 4, 5, 5, 4, 3]);
    for (const at of [1, 2]) {
      scene.add('criterion', { priority: clean.p1.id, metric: 'Same place' });
      scene.add('step', { position: 2, name: `Same place ${at}`, demand: 4, capacity: 2.5, waiting: 17 });
      scene.add('decision', { position: d1.position, standing: 'in-scope', title: 'Growth' });
      scene.add('rating', { indicator: 'everything-at-once/parallel', value: at });
      scene.add('axisRating', { axis: scene.kit.content.axes[0]?.id ?? '', value: at + 1 });
      scene.item({ key: 'O-1', parentKey: `E-${at}`, status: 'progress', assignee: 'Priya' });
    }
    const data = Object.fromEntries(Object.entries(scene.data).map(([name, rows]) => [name, rows.toReversed()]));
    const options = cleanOptions(clean);
    expect(analyse({ ...scene.input, data: data as unknown as ClientData }, options)).toEqual(
      analyse(scene.input, options),
    );
  });

  it('suggests decisions and priorities for open items without a link, by key and best first', () => {
    const clean = cleanEngagement();
    const item = clean.scene.item({ key: 'N-1', title: 'Uptime offer for the renewals of the third quarter' });
    clean.scene.item({ key: 'N-2', title: 'Uptime offer', status: 'done' });
    const { suggestions } = analyse(clean.scene.input);
    expect(Object.keys(suggestions)).toEqual(['O-1', 'O-2', 'N-1']);
    const found = suggestions[item.key] ?? [];
    expect(found[0]).toMatchObject({ kind: 'priority', title: 'Offer uptime contracts at renewal' });
    expect(found[0]?.words.length).toBeGreaterThan(0);
    expect(found.map((one) => one.score)).toEqual(found.map((one) => one.score).toSorted((a, b) => b - a));
    expect(found.length).toBeLessThanOrEqual(5);
  });

  it('uses suggestions that are known already', () => {
    const known = { 'O-1': [] };
    expect(analyse(cleanEngagement().scene.input, { suggestions: known }).suggestions).toBe(known);
  });
});
