/** Readiness: in an engagement without findings each check is made to speak by one fault, and is silent once it is mended. */
import { describe, expect, it } from 'vitest';
import { checks } from '../../../src/shared/analysis/readiness/checks.ts';
import { placeKey } from '../../../src/shared/analysis/readiness/finding.ts';
import { assessReadiness, summariseReadiness } from '../../../src/shared/analysis/readiness/index.ts';
import { sentences } from '../../../src/shared/analysis/readiness/sentences.ts';
import type { ClientData } from '../../../src/shared/model/index.ts';
import { cleanEngagement, cleanOptions } from '../../support/clean-engagement.ts';
import { plant, plantGone } from '../../support/plant.ts';
import { faults as common } from './readiness-faults.ts';
import { variants } from './readiness-variants.ts';

const faults = [...common, ...variants];

describe('the checks of readiness', () => {
  it('find nothing in an engagement that is complete', () => {
    const clean = cleanEngagement();
    expect(assessReadiness(clean.scene.input, cleanOptions(clean))).toEqual([]);
  });

  it('are all tried below', () => {
    const tried = new Set(faults.map((fault) => fault.code));
    expect(checks.map((check) => check.code).filter((code) => !tried.has(code))).toEqual([]);
  });

  it('say each of their sentences below', () => {
    const said = new Set(faults.map((fault) => fault.says));
    const isSaid = (pattern: string): boolean => {
      const parts = pattern.split(/\{\w+\}/u);
      return [...said].some((sentence) => {
        const ends = parts.reduce((from, part) => (from < 0 ? from : sentence.indexOf(part, from)), 0);
        return ends >= 0 && sentence.startsWith(parts[0] ?? '') && sentence.endsWith(parts.at(-1) ?? '');
      });
    };
    expect(Object.values(sentences).filter((pattern) => !isSaid(pattern))).toEqual([]);
  });

  it.each(faults)('$code: $says', (fault) => {
    const clean = cleanEngagement();
    const options = fault.options?.(clean) ?? cleanOptions(clean);
    const mend = fault.plant(clean);
    const found = assessReadiness(clean.scene.input, options);
    expect(found.find((one) => one.code === fault.code)).toMatchObject({
      severity: fault.severity,
      sentence: fault.says,
      place: { entity: fault.at[0], stage: fault.at[1] },
    });
    expect(new Set(found.map((one) => one.code))).toEqual(new Set([fault.code, ...(fault.also ?? [])]));
    // Whatever order the rows come in, the findings are the same.
    expect(assessReadiness({ ...clean.scene.input, data: reversed(clean.scene.data) }, options)).toEqual(found);
    mend();
    expect(assessReadiness(clean.scene.input, cleanOptions(clean))).toEqual([]);
  });
});

describe('a warning', () => {
  it('can be accepted with a reason; it stays in the list and no longer counts as open', () => {
    const clean = cleanEngagement();
    plant(clean.scene, 'decision', clean.d2, { givesWay: '' });
    plant(clean.scene, 'priority', clean.p3, { decisionSeen: '' });
    const [finding] = assessReadiness(clean.scene.input, cleanOptions(clean));
    if (finding === undefined) throw new Error('R28 was expected');
    const accepted = { code: 'R28', place: placeKey(finding.place), by: 'Ruth Pike' };
    clean.scene.add('acceptedCheck', { ...accepted, reason: ' ' });
    expect(summariseReadiness(assessReadiness(clean.scene.input, cleanOptions(clean)))).toMatchObject({
      openWarnings: 1,
    });
    clean.scene.add('acceptedCheck', { ...accepted, reason: 'Nothing gives way at this size' });
    const found = assessReadiness(clean.scene.input, cleanOptions(clean));
    expect(found[0]?.accepted).toEqual({ reason: 'Nothing gives way at this size', by: 'Ruth Pike' });
    expect(summariseReadiness(found)).toEqual({
      issuable: true,
      blockers: 0,
      openWarnings: 0,
      acceptedWarnings: 1,
      advice: 0,
    });
  });

  it('is accepted at its own place, not wherever its code stands', () => {
    const clean = cleanEngagement();
    for (const one of [clean.p1, clean.p3]) plant(clean.scene, 'priority', one, { gainSource: '' });
    clean.scene.add('acceptedCheck', {
      code: 'R53',
      place: `priority:${clean.p1.id}`,
      reason: 'Known',
      by: 'Ruth Pike',
    });
    const found = assessReadiness(clean.scene.input, cleanOptions(clean));
    expect(found.map((one) => [one.params['priority'], one.accepted !== undefined])).toEqual([
      ['P1', true],
      ['P3', false],
    ]);
  });

  it('is the only thing that can be accepted: a blocker stands', () => {
    const clean = cleanEngagement();
    plantGone(clean.scene, 'criterion', (one) => one.priority === clean.p1.id);
    clean.scene.add('acceptedCheck', {
      code: 'R04',
      place: `priority:${clean.p1.id}`,
      reason: 'Later',
      by: 'Ruth Pike',
    });
    const found = assessReadiness(clean.scene.input, cleanOptions(clean));
    expect(found[0]?.accepted).toBeUndefined();
    expect(summariseReadiness(found).issuable).toBe(false);
  });
});

describe('one named person', () => {
  const ownerless = (name: string): string[] => {
    const clean = cleanEngagement();
    plant(clean.scene, 'priority', clean.p1, { owner: null, ownerName: name });
    return assessReadiness(clean.scene.input, cleanOptions(clean)).map((one) => one.code);
  };

  it.each(['Vera Singh', 'ANDREA Sands', 'Jo Orwell', 'Dr. Boardman'])('%s owns alone', (name) => {
    expect(ownerless(name)).not.toContain('R03');
  });

  it.each([
    'Singh & Bauer',
    'Singh, Bauer',
    'Singh/Bauer',
    'Singh and Bauer',
    'the Board',
    'Operations',
    'Everyone',
    'TBD',
    '?',
    '  ',
  ])('“%s” is no one person', (name) => {
    expect(ownerless(name)).toContain('R03');
  });
});

describe('a criterion', () => {
  it('that is a ratio or yes/no is complete only with both of its figures', () => {
    const clean = cleanEngagement();
    const [, ratio, yesNo] = clean.scene.data.criterion;
    if (ratio === undefined || yesNo === undefined) throw new Error('three criteria were expected');
    clean.scene.change('criterion', ratio.id, { targetOf: null });
    clean.scene.change('criterion', yesNo.id, { baseline: null });
    const found = assessReadiness(clean.scene.input, cleanOptions(clean));
    expect(found.map((one) => [one.code, one.params['fields']])).toEqual([
      ['R05', ['target']],
      ['R05', ['baseline']],
    ]);
  });
});

describe('without what the composer hands in', () => {
  it('quotes that are preferred for the document are judged, and pages are not', () => {
    const clean = cleanEngagement();
    plant(clean.scene, 'evidence', clean.quote, { releasedOn: null });
    expect(assessReadiness(clean.scene.input).map((one) => one.code)).toEqual(['R56']);
    plant(clean.scene, 'evidence', clean.quote, { printed: false });
    expect(assessReadiness(clean.scene.input)).toEqual([]);
  });
});

function reversed(data: ClientData): ClientData {
  return Object.fromEntries(
    Object.entries(data).map(([name, rows]) => [name, rows.toReversed()]),
  ) as unknown as ClientData;
}
