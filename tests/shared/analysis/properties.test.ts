/** What holds for every engagement, whatever its rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessCoverage } from '../../../src/shared/analysis/coverage.ts';
import { assessHeard } from '../../../src/shared/analysis/heard.ts';
import { assessHeardNotShared } from '../../../src/shared/analysis/heard-not-shared.ts';
import type { AnalysisInput } from '../../../src/shared/analysis/input.ts';
import { isProtected, type Person } from '../../../src/shared/analysis/people.ts';
import { assessPlayback } from '../../../src/shared/analysis/playback.ts';
import { assessPulse } from '../../../src/shared/analysis/pulse.ts';
import { assessPatterns } from '../../../src/shared/analysis/severity.ts';
import { groupFunctions, groupLevels, isIn } from '../../../src/shared/analysis/small-groups.ts';
import { assessSymptoms } from '../../../src/shared/analysis/symptoms.ts';
import { assessUptake } from '../../../src/shared/analysis/uptake.ts';
import { assessWarnings } from '../../../src/shared/analysis/warnings.ts';
import { type ClientData, entityNames, type RowOf } from '../../../src/shared/model/index.ts';
import { Scene } from '../../support/analysis.ts';

const { kit } = new Scene();
const functions = [...kit.ids.functions].slice(0, 4);
const levels = [...kit.ids.levels];
const indicators = [...kit.ids.indicators].slice(0, 9);
const consents = ['by-name', 'by-role', 'anonymous', 'background', 'withdrawn', null] as const;
const some = <T>(values: readonly T[]) => fc.constantFrom(...values);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const person = fc.record({
  inFunction: maybe(some(functions)),
  level: maybe(some(levels)),
  consent: some(consents),
  pulse: fc.array(maybe(fc.integer({ min: 1, max: 5 })), { minLength: 9, maxLength: 9 }),
  marks: fc.array(some(['named', 'partly', 'missed', 'contradicted', null] as const), { minLength: 2, maxLength: 2 }),
  says: fc.array(fc.record({ indicator: some(indicators), counter: fc.boolean() }), { maxLength: 3 }),
});
const item = fc.record({
  key: some(['K-1', 'K-2', 'K-3', 'K-4']),
  status: some(['todo', 'progress', 'done'] as const),
  effort: maybe(fc.integer({ min: 0, max: 13 })),
  function: maybe(some(functions)),
  parentKey: some(['', 'K-1', 'K-2', 'K-9']),
  epicKey: some(['', '', 'K-3']),
  linkedKeys: fc.array(some(['K-1', 'K-4', 'K-9']), { maxLength: 2 }),
  assignee: some(['', 'Anna', 'Ben']),
  createdOn: maybe(some(['2025-12-01', '2026-02-01'])),
  updatedOn: maybe(some(['2026-01-01', '2026-06-01'])),
  keepsLightsOn: fc.boolean(),
  links: fc.subarray([0, 1, 2]),
});
const engagement = fc.record({
  people: fc.array(person, { maxLength: 8 }),
  ratings: fc.array(fc.record({ indicator: some(indicators), value: maybe(fc.integer({ min: 0, max: 4 })) })),
  items: fc.array(item, { maxLength: 8 }),
});
type Draft = typeof engagement extends fc.Arbitrary<infer T> ? T : never;

function build({ people, ratings, items }: Draft): Scene {
  const scene = new Scene({ strategySetOn: '2026-01-14', sponsorGuess: 7 });
  const decisions = [1, 2].map((position) =>
    scene.add('decision', { position, title: 'Choice', standing: 'in-scope' }),
  );
  const stop = scene.add('stop', { decision: decisions[0]?.id ?? null });
  for (const rating of ratings) scene.rates(rating.indicator, rating.value);
  for (const one of people) {
    const heard = scene.person(one.inFunction, one.level, one.consent);
    scene.pulses(heard, one.pulse);
    for (const [at, decision] of decisions.entries()) scene.retells(heard, decision, one.marks[at] ?? null);
    for (const said of one.says) scene.says(heard, said.indicator, { counter: said.counter });
  }
  for (const { links, ...fields } of items) {
    const row = scene.item(fields);
    for (const link of links) {
      scene.add('itemLink', { item: row.id, decision: decisions[link]?.id ?? null, stop: link === 2 ? stop.id : null });
    }
  }
  return scene;
}

/** Every figure of these sections. */
function everything(input: AnalysisInput) {
  return {
    patterns: assessPatterns(input),
    symptoms: assessSymptoms(input),
    warnings: assessWarnings(input),
    pulse: [assessPulse(input), assessPulse(input, 'outside')],
    heard: [assessHeard(input), assessHeard(input, 'outside')],
    playback: [assessPlayback(input), assessPlayback(input, 'outside')],
    heardNotShared: assessHeardNotShared(input),
    uptake: assessUptake(input),
    coverage: assessCoverage(input),
  };
}

/** Names of figures that are percentages or points. */
const bounded = new Set(['severity', 'rank', 'recall', 'share', 'value', 'sponsorGuess', 'effortKnown']);

function* figuresIn(value: unknown, name = ''): Generator<[string, number]> {
  if (typeof value === 'number') yield [name, value];
  else if (value instanceof Map) for (const one of value.values()) yield* figuresIn(one);
  else if (value !== null && typeof value === 'object') {
    for (const [key, one] of Object.entries(value)) yield* figuresIn(one, Array.isArray(value) ? name : key);
  }
}

function turned(data: ClientData): ClientData {
  return Object.fromEntries(entityNames.map((name) => [name, data[name].toReversed()])) as unknown as ClientData;
}

describe('every figure', () => {
  it('is finite, and a percentage lies between 0 and 100', () => {
    fc.assert(
      fc.property(engagement, (draft) => {
        const scene = build(draft);
        const figures = [...figuresIn(everything(scene.input))];
        expect(figures.filter(([, figure]) => !Number.isFinite(figure))).toEqual([]);
        expect(
          figures.filter(([name, figure]) => bounded.has(name) && (figure < -1e-9 || figure > 100 + 1e-9)),
        ).toEqual([]);
      }),
    );
  });

  it('is the same in whatever order the rows come', () => {
    fc.assert(
      fc.property(engagement, (draft) => {
        const { input } = build(draft);
        expect(everything({ ...input, data: turned(input.data) })).toEqual(everything(input));
      }),
    );
  });

  it('is null without data, never 0', () => {
    const { patterns, symptoms, pulse, playback, coverage } = everything(new Scene().input);
    expect(patterns.every((one) => one.severity === null && one.rank === null && one.band === null)).toBe(true);
    expect(symptoms.every((one) => one.value === null)).toBe(true);
    expect(pulse[0]).toMatchObject({ reading: null, widestGap: null, byFunction: [], byLevel: [] });
    expect(pulse[0]?.elements.map((cell) => cell.value)).toEqual([null, null, null]);
    expect(playback[0]).toMatchObject({ decisions: [] });
    expect(coverage).toMatchObject({
      classes: { traced: { share: null }, orphan: { share: null } },
      effortKnown: null,
      unserved: null,
      basis: null,
      parallel: null,
      stale: null,
      carriedOver: null,
      mentions: { decisions: null, initiatives: null },
    });
  });
});

describe('taking words back', () => {
  it('of one quote changes only the patterns that it was linked to', () => {
    fc.assert(
      fc.property(engagement, fc.nat(), (draft, pick) => {
        const scene = build(draft);
        const { data } = scene;
        const quote = data.evidence[pick % Math.max(1, data.evidence.length)];
        if (quote === undefined) return;
        const link = data.evidenceLink.find((row) => row.evidence === quote.id);
        const touched = link?.indicator?.split('/')[0];
        const others = () => {
          const { patterns, symptoms: _, ...rest } = everything(scene.input);
          return { ...rest, patterns: patterns.filter((one) => one.pattern.id !== touched) };
        };
        const before = others();
        scene.change('evidence', quote.id, { withdrawn: true });
        expect(others()).toEqual(before);
        expect(JSON.stringify(everything(scene.input).patterns)).not.toContain(quote.id);
      }),
    );
  });

  it('of one person leaves the figures as if the person had never been there', () => {
    fc.assert(
      fc.property(engagement, fc.nat(), (draft, pick) => {
        const scene = build(draft);
        const { data } = scene;
        const gone = data.stakeholder[pick % Math.max(1, data.stakeholder.length)];
        if (gone === undefined) return;
        for (const part of data.participant.filter((row) => row.person === gone.id)) {
          scene.change('participant', part.id, { consent: 'withdrawn' });
        }
        const withdrawn = everything(scene.input);
        expect(JSON.stringify(withdrawn)).not.toContain(gone.id);
        const own = new Set(data.evidence.filter((row) => row.speaker === gone.id).map((row) => row.id));
        const interviews = new Set(
          data.participant.filter((row) => row.person === gone.id).map((row) => row.interview),
        );
        const without: ClientData = {
          ...data,
          stakeholder: data.stakeholder.filter((row) => row.id !== gone.id),
          interview: data.interview.filter((row) => !interviews.has(row.id)),
          participant: data.participant.filter((row) => row.person !== gone.id),
          pulseAnswer: data.pulseAnswer.filter((row) => row.person !== gone.id),
          playbackMark: data.playbackMark.filter((row) => row.person !== gone.id),
          evidence: data.evidence.filter((row) => !own.has(row.id)),
          evidenceLink: data.evidenceLink.filter((row) => !own.has(row.evidence)),
        };
        expect(withdrawn).toEqual(everything({ ...scene.input, data: without }));
      }),
    );
  });
});

describe('small groups outside the machine', () => {
  const crowd = fc.array(
    fc.record({ function: maybe(some(functions)), level: maybe(some(levels)), consent: some(consents.slice(0, 4)) }),
    { minLength: 1, maxLength: 12 },
  );

  it.each([
    ['functions', groupFunctions, 'function'],
    ['levels', groupLevels, 'level'],
  ] as const)('of %s hide every protected voice, or only the total is left, and nobody is lost', (_, group, key) => {
    fc.assert(
      fc.property(crowd, (drafts) => {
        const people = drafts.map((draft, at): Person => asPerson(draft, at));
        const groups = group([people], kit, 'outside');
        const rows = groups.map((one) => people.filter((each) => isIn(one, each[key])));
        expect(rows.flat()).toHaveLength(people.length);
        if (rows.length === 1) return;
        for (const row of rows) expect(row.length >= 3 || !row.some((one) => isProtected(one.consent))).toBe(true);
        for (const one of groups) expect(one.merged).toBe(one.members.length > 1);
      }),
    );
  });
});

function asPerson(
  draft: { function: string | null; level: string | null; consent: Person['consent'] },
  at: number,
): Person {
  const row: RowOf<'stakeholder'> = new Scene().add('stakeholder', { function: draft.function, level: draft.level });
  return { ...draft, id: String(at), row, customer: false, heard: true };
}
