import { describe, expect, it } from 'vitest';
import { readElements } from '../../../src/shared/analysis/elements.ts';
import { assessHeard } from '../../../src/shared/analysis/heard.ts';
import { assessPulse, type PulseRow } from '../../../src/shared/analysis/pulse.ts';
import { Scene } from '../../support/analysis.ts';

/** Nine answers: three for clarity, three for capability, three for engagement. */
function answers(clarity: number | null, capability: number | null, engagement: number | null): (number | null)[] {
  return [clarity, capability, engagement].flatMap((value) => [value, value, value]);
}

function table(rows: readonly PulseRow[]) {
  return rows.map((row) => [row.group.id, ...row.cells.map((cell) => cell.value)]);
}

describe('the pulse', () => {
  it('pools the answers of a cell, leaves out "cannot say" and counts people', () => {
    const scene = new Scene();
    // Clarity: 5, 1 and one more 1 are 100, 0 and 0: a mean of 33.33 over two people.
    scene.pulses(scene.person('sales', 'manager'), [5, null, null]);
    scene.pulses(scene.person('sales', 'front-line'), [1, 1, null]);
    const [clarity, capability] = assessPulse(scene.input).byFunction[0]?.cells ?? [];
    expect(clarity?.value).toBeCloseTo(33.333333, 5);
    expect(clarity).toMatchObject({ n: 2 });
    expect(clarity?.answers).toHaveLength(3);
    expect(capability).toMatchObject({ value: null, n: 0, answers: [] });
  });

  it("takes a person's latest answer, also when it is that they cannot say", () => {
    const scene = new Scene();
    const person = scene.person('sales', 'manager');
    const statement = 'clarity-serves';
    scene.add('pulseAnswer', { person: person.id, statement, value: 5, on: '2026-06-12' });
    scene.add('pulseAnswer', { person: person.id, statement, value: 1, on: '2026-06-01' });
    expect(assessPulse(scene.input).elements[0]).toMatchObject({ value: 100, n: 1 });
    scene.add('pulseAnswer', { person: person.id, statement, value: null, on: '2026-06-13' });
    expect(assessPulse(scene.input).elements[0]).toMatchObject({ value: null, n: 0 });
  });

  it('does not count customers, nor anyone who withdrew', () => {
    const scene = new Scene();
    scene.pulses(scene.person('customer', 'customer'), answers(5, 5, 5));
    scene.pulses(scene.person('sales', 'customer'), answers(5, 5, 5));
    scene.pulses(scene.person('sales', 'manager', 'withdrawn'), answers(5, 5, 5));
    scene.pulses(scene.person('sales', 'manager'), answers(1, 1, 1));
    expect(assessPulse(scene.input).elements.map((cell) => [cell.value, cell.n])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  it('has its widest gap in the lowest cell that two people stand behind; more people, then kit order decide', () => {
    const scene = new Scene();
    scene.pulses(scene.person('finance', 'manager'), answers(1, 1, 1));
    for (const level of ['manager', 'front-line']) scene.pulses(scene.person('product', level), answers(3, 2, 2));
    for (const level of ['manager', 'front-line']) scene.pulses(scene.person('marketing', level), answers(3, 3, 2));
    expect(assessPulse(scene.input).widestGap).toMatchObject({
      group: { id: 'marketing' },
      cell: { element: 'engagement' },
      value: 25,
    });
    for (let count = 0; count < 3; count += 1) scene.pulses(scene.person('sales', 'front-line'), answers(3, 2, 3));
    expect(assessPulse(scene.input).widestGap).toMatchObject({ group: { id: 'sales' }, cell: { n: 3 } });
  });

  it('has no perception gap without a person on each side, and calls it wide from 25', () => {
    const scene = new Scene();
    scene.pulses(scene.person('sales', 'executive'), answers(4, 4, 2));
    expect(assessPulse(scene.input).perceptionGaps.map((one) => one.gap)).toEqual([null, null, null]);
    scene.pulses(scene.person('sales', 'front-line'), answers(3, 4, 4));
    expect(assessPulse(scene.input).perceptionGaps.map((one) => [one.gap, one.wide])).toEqual([
      [25, true],
      [0, false],
      [-50, false],
    ]);
  });
});

describe('the three elements together', () => {
  it.each([
    [{ clarity: 50, capability: 50, engagement: 49.9 }, 'busy-without-belief'],
    [{ clarity: 50, capability: 49.9, engagement: 50 }, 'wish-without-means'],
    [{ clarity: 0, capability: 50, engagement: 50 }, 'each-their-own-way'],
    [{ clarity: 49, capability: 49, engagement: 100 }, 'no-element-carries'],
    [{ clarity: 0, capability: 0, engagement: 0 }, 'no-element-carries'],
    [{ clarity: 50, capability: 50, engagement: 50 }, 'all-carry'],
    [{ clarity: 49, capability: 49, engagement: null }, 'no-element-carries'],
    [{ clarity: 49, capability: 60, engagement: null }, null],
  ] as const)('%j read as %s', (scores, reading) => {
    expect(readElements(scores)).toBe(reading);
  });
});

describe('small groups outside the machine', () => {
  it('leave a small row alone while everybody in it may be recognised', () => {
    const scene = new Scene();
    scene.pulses(scene.person('sales', 'manager', 'by-role'), answers(1, 1, 1));
    scene.pulses(scene.person('product', 'manager', 'by-name'), answers(5, 5, 5));
    expect(assessPulse(scene.input, 'outside').byFunction.map((row) => row.group.id)).toEqual(['product', 'sales']);
  });

  it('merge functions as a whole, and take the next smallest so that the rest does not reveal a single one', () => {
    const scene = new Scene();
    scene.pulses(scene.person('sales', 'manager', 'anonymous'), answers(1, 1, 1));
    for (let count = 0; count < 2; count += 1) scene.pulses(scene.person('service', 'manager'), answers(3, 3, 3));
    for (let count = 0; count < 3; count += 1) scene.pulses(scene.person('product', 'manager'), answers(5, 5, 5));
    // Sales has one anonymous voice; Service is the smallest of the others: (0 + 50 + 50) ÷ 3 = 33.33.
    const rows = table(assessPulse(scene.input, 'outside').byFunction);
    expect(rows.map(([id]) => id)).toEqual(['product', 'other-functions']);
    expect(rows[1]?.[1]).toBeCloseTo(33.333333, 5);
    expect(assessPulse(scene.input).byFunction).toHaveLength(3);
  });

  it('protect whoever was not asked for consent yet', () => {
    const scene = new Scene();
    scene.pulses(scene.person('sales', 'manager', null), answers(1, 1, 1));
    for (let count = 0; count < 3; count += 1) scene.pulses(scene.person('product', 'manager'), answers(5, 5, 5));
    expect(assessPulse(scene.input, 'outside').byFunction.map((row) => row.group.id)).toEqual(['other-functions']);
  });

  it('go on merging until the merged row hides the protected voice', () => {
    const scene = new Scene();
    scene.pulses(scene.person('sales', 'manager', 'background'), answers(1, 1, 1));
    scene.pulses(scene.person('service', 'manager', null), answers(1, 1, 1));
    for (let count = 0; count < 4; count += 1) scene.pulses(scene.person('product', 'manager'), answers(5, 5, 5));
    for (let count = 0; count < 3; count += 1) scene.pulses(scene.person('finance', 'manager'), answers(3, 3, 3));
    const { byFunction } = assessPulse(scene.input, 'outside');
    expect(byFunction.map((row) => row.group)).toEqual([
      { id: 'product', members: ['product'], merged: false },
      { id: 'other-functions', members: ['sales', 'service', 'finance'], merged: true },
    ]);
  });

  it('merge a level with the one below, the last with the one above', () => {
    const scene = new Scene();
    scene.pulses(scene.person('sales', 'board', 'anonymous'), answers(5, 5, 5));
    for (let count = 0; count < 3; count += 1) scene.pulses(scene.person('sales', 'executive'), answers(3, 3, 3));
    for (let count = 0; count < 3; count += 1) scene.pulses(scene.person('sales', 'manager'), answers(2, 2, 2));
    scene.pulses(scene.person('sales', 'front-line', 'background'), answers(1, 1, 1));
    const outside = assessPulse(scene.input, 'outside');
    expect(outside.byLevel.map((row) => row.group.id)).toEqual(['board+executive', 'manager+front-line']);
    // Inside: top (100 + 3 × 50) ÷ 4 = 62.5 against 0. Outside the front line stands with managers: 3 × 25 ÷ 4 = 18.75.
    expect(assessPulse(scene.input).perceptionGaps[0]?.gap).toBe(62.5);
    expect(outside.perceptionGaps[0]?.gap).toBe(43.75);
  });

  it('leave no perception gap where one merged level holds both sides', () => {
    const scene = new Scene();
    scene.pulses(scene.person('sales', 'executive', 'anonymous'), answers(5, 5, 5));
    scene.pulses(scene.person('sales', 'front-line', 'by-role'), answers(1, 1, 1));
    expect(assessPulse(scene.input, 'outside').perceptionGaps[0]).toMatchObject({ gap: null, wide: false });
  });

  it('read the widest gap anew', () => {
    const scene = new Scene();
    for (const consent of ['anonymous', 'by-role'] as const) {
      scene.pulses(scene.person('sales', 'manager', consent), answers(1, 1, 1));
    }
    for (let count = 0; count < 2; count += 1) scene.pulses(scene.person('service', 'manager'), answers(5, 5, 5));
    for (let count = 0; count < 3; count += 1) scene.pulses(scene.person('product', 'manager'), answers(2, 2, 2));
    expect(assessPulse(scene.input).widestGap).toMatchObject({ group: { id: 'sales' }, value: 0 });
    // Sales and Service together stand at 50, above Product at 25.
    expect(assessPulse(scene.input, 'outside').widestGap).toMatchObject({ group: { id: 'product' }, value: 25 });
  });

  it('protect a voice in a cell that fewer answered than the row has people', () => {
    const scene = new Scene();
    scene.pulses(scene.person('sales', 'manager', 'anonymous'), answers(1, 1, 1));
    for (let count = 0; count < 2; count += 1) scene.pulses(scene.person('sales', 'manager'), answers(5, null, 5));
    for (let count = 0; count < 3; count += 1) scene.pulses(scene.person('product', 'manager'), answers(3, 3, 3));
    const ids = assessPulse(scene.input, 'outside').byFunction.map((row) => row.group.id);
    expect(ids).toEqual(['other-functions']);
  });

  it('merge lists of who was heard alike', () => {
    const scene = new Scene();
    scene.person('sales', 'manager', 'anonymous');
    scene.person('service', 'manager');
    for (let count = 0; count < 3; count += 1) scene.person('product', 'executive');
    const heard = assessHeard(scene.input, 'outside');
    expect(heard.byFunction.map((row) => [row.group.id, row.people.length])).toEqual([['other-functions', 5]]);
    expect(heard.byLevel.map((row) => row.group.id)).toEqual(['executive+manager']);
  });
});

describe('who was heard', () => {
  it('is whoever took part in a conversation that was begun and did not withdraw', () => {
    const scene = new Scene();
    const heard = scene.person('sales', 'manager');
    scene.person('sales', 'manager', 'withdrawn');
    const customer = scene.person('customer', 'customer');
    const planned = scene.add('interview', { plannedOn: '2026-06-19' });
    const waiting = scene.add('stakeholder', { function: 'finance', level: 'executive' });
    scene.add('participant', { interview: planned.id, person: waiting.id });
    scene.add('participant', { interview: heard.interview, person: null, consent: 'by-role' });
    const result = assessHeard(scene.input);
    expect(result.people).toEqual([heard.id, customer.id]);
    expect(result).toMatchObject({ customers: [customer.id], unknownVoices: 1 });
    expect(result.unheardLevels).toEqual(['board', 'executive', 'front-line']);
    expect(result.unheardFunctions).toContain('finance');
    expect(result.unheardFunctions).not.toContain('sales');
  });
});
