/** The worked example behind the pictures of the screens: its figures are literals of that file, not computed here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assessPatterns } from '../../../src/shared/analysis/severity.ts';
import { assessPlayback } from '../../../src/shared/analysis/playback.ts';
import { assessPulse, type PulseRow } from '../../../src/shared/analysis/pulse.ts';
import { round6 } from '../../../src/shared/lib/numbers.ts';
import { type Heard, Scene } from '../../support/analysis.ts';

const cell = z.object({ v: z.number(), n: z.number() });
const figures = z
  .object({
    patterns: z.array(
      z.object({
        name: z.string(),
        ratings: z.array(z.number().nullable()),
        confidence: z.number(),
        contested: z.boolean(),
        severity: z.number().nullable(),
      }),
    ),
    pulse: z.array(
      z.object({
        person: z.string(),
        function: z.string(),
        level: z.string(),
        answers: z.array(z.number().nullable()),
      }),
    ),
    cellsByFunction: z.record(z.string(), z.array(cell)),
    cellsByLevel: z.record(z.string(), z.array(cell)),
    perceptionGap: z.array(z.number()),
    playback: z.record(z.string(), z.string()),
    recall: z.record(z.string(), z.number()),
  })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/analysis/figures.json'), 'utf8')));

const confidences = ['none', 'low', 'medium', 'high'];
const marks = { N: 'named', P: 'partly', M: 'missed', C: 'contradicted' } as const;

function workedExample(): Scene {
  const scene = new Scene({ strategySetOn: '2026-01-14' });
  const functionId = new Map(scene.kit.content.functions.map(({ id, name }) => [name, id]));
  const people = figures.pulse.map((row) => {
    const person = scene.person(functionId.get(row.function) ?? null, row.level.replace(' ', '-'));
    scene.pulses(person, row.answers);
    return person;
  });
  const [md, , vs, ae] = people as [Heard, Heard, Heard, Heard];
  for (const pattern of figures.patterns) {
    const { id, indicators } =
      scene.kit.content.patterns.find((one) => one.name === pattern.name) ?? fail(pattern.name);
    for (const [at, value] of pattern.ratings.entries()) scene.rates(`${id}/${indicators[at]?.id ?? ''}`, value);
    const rated = `${id}/${indicators[pattern.ratings.findIndex((value) => value !== null)]?.id ?? ''}`;
    // Three people of two functions and two levels are high, two are medium, one is low.
    for (const person of [md, vs, ae].slice(0, pattern.confidence)) scene.says(person, rated);
    if (pattern.contested) scene.says(vs, rated, { counter: true });
  }
  for (const [label, letters] of Object.entries(figures.playback)) {
    const decision = scene.add('decision', { label, position: Number(label.slice(1)) });
    for (const [at, letter] of [...letters].entries()) {
      const person = people[at];
      if (person !== undefined && letter !== '-') scene.retells(person, decision, marks[letter as keyof typeof marks]);
    }
  }
  return scene;
}

function fail(name: string): never {
  throw new Error(`the kit has no pattern "${name}"`);
}

describe('the worked example', () => {
  const { input } = workedExample();
  const pulse = assessPulse(input);

  it('has the severities, confidences and contested marks of the file', () => {
    const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
    const read = assessPatterns(input).map(({ pattern, severity, confidence, contested }) => ({
      name: pattern.name,
      severity: rounded(severity),
      confidence: confidences.indexOf(confidence),
      contested,
    }));
    const expected = figures.patterns.map(({ name, severity, confidence, contested }) => ({
      name,
      severity: rounded(severity),
      confidence,
      contested,
    }));
    expect(read.toSorted(byName)).toEqual(expected.toSorted(byName));
  });

  it('ranks the patterns as the file does, and breaks its one tie by kit order', () => {
    // "Done to, not with" and "Insight does not return" tie at rank 25 and severity 50. The file lists the former
    // first; the kit has the latter in its earlier family, and kit order decides.
    const listed = figures.patterns.map((one) => one.name);
    const at = listed.indexOf('Done to, not with');
    expect(listed[at + 1]).toBe('Insight does not return');
    listed.splice(at, 2, 'Insight does not return', 'Done to, not with');
    expect(assessPatterns(input).map((one) => one.pattern.name)).toEqual(listed);
  });

  it('has the pulse cells of the file by function', () => {
    const names = new Map(input.kit.content.functions.map(({ id, name }) => [id, name]));
    expect(tableOf(pulse.byFunction, (id) => names.get(id) ?? id)).toEqual(expectedCells(figures.cellsByFunction));
  });

  it('has the pulse cells of the file by level', () => {
    expect(tableOf(pulse.byLevel, (id) => id.replace('-', ' '))).toEqual(expectedCells(figures.cellsByLevel));
  });

  it('has the perception gaps of the file, all three wide', () => {
    expect(pulse.perceptionGaps.map((one) => [rounded(one.gap), one.wide])).toEqual(
      figures.perceptionGap.map((gap) => [rounded(gap), true]),
    );
  });

  it('finds the widest gap in Service, capability', () => {
    expect(pulse.widestGap).toMatchObject({
      group: { id: 'service' },
      cell: { element: 'capability', n: 2 },
      value: 12.5,
    });
  });

  it('has the recall of the file for each decision', () => {
    const { decisions } = assessPlayback(input);
    expect(decisions.map((one) => [one.decision.label, rounded(one.recall)])).toEqual(
      Object.entries(figures.recall).map(([label, recall]) => [label, rounded(recall)]),
    );
    expect(decisions.map((one) => one.n)).toEqual([10, 10, 10, 9]);
  });
});

/** The file has all digits of a double; figures are compared at 1e-6. */
function rounded(value: number | null): number | null {
  return value === null ? null : round6(value);
}

type Cells = Record<string, readonly { v: number | null; n: number }[]>;

function tableOf(rows: readonly PulseRow[], nameOf: (id: string) => string): Cells {
  return Object.fromEntries(
    rows.map((row) => [nameOf(row.group.id), row.cells.map((one) => ({ v: rounded(one.value), n: one.n }))]),
  );
}

function expectedCells(cells: Readonly<Record<string, readonly z.infer<typeof cell>[]>>): Cells {
  return Object.fromEntries(
    Object.entries(cells).map(([name, row]) => [name, row.map(({ v, n }) => ({ v: rounded(v), n }))]),
  );
}
