import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../src/shared/model/index.ts';
import { blockAt, Engagement, read } from './support.ts';

describe('a decision', () => {
  it('stands under its label with its passage and facts, and what is missing says so', () => {
    const engagement = new Engagement();
    const source = engagement.add('source', { kind: 'strategy', title: 'Strategy 2026–2028' }).id;
    const passage = engagement.add('passage', { source, text: 'New business is contracted on outcomes.', page: 7 }).id;
    engagement.change('decision', engagement.decision.id, { passage, firstMove: 'Offer it to 12 cases.' });
    const key = `translation.${engagement.decision.id}`;
    expect(read(engagement, `${key}.title`)).toBe('D1: New customers buy availability');
    expect(read(engagement, `${key}.passage`)).toBe('New business is contracted on outcomes.');
    expect(read(engagement, `${key}.passage.source`)).toBe('Strategy 2026–2028, page 7');
    expect(read(engagement, `${key}.fact.first-move`)).toBe('Offer it to 12 cases.');
    expect(read(engagement, `${key}.fact.proof-point`)).toBe('— not set');
    expect(read(engagement, `${key}.none`)).toBe('D1 has no priority yet.');
  });

  it('tells what gives way, the promise on live cases, the real limit and who translates', () => {
    const engagement = new Engagement();
    const { id } = engagement.decision;
    engagement.change('decision', id, {
      promise: 'It runs',
      assumption: 'That sales has time',
      realLimit: 'It has none',
    });
    engagement.add('liveCase', { decision: id, outcome: 'held' });
    engagement.add('liveCase', { decision: id, outcome: 'snapped' });
    engagement.add('liveCase', { decision: id, outcome: null });
    const person = engagement.add('stakeholder', { name: 'Vera Singh', role: 'COO', permitsNaming: true }).id;
    engagement.add('translator', { decision: id, level: 'front-line', name: 'Somebody typed' });
    engagement.add('translator', { decision: id, level: 'executive', person });
    expect(read(engagement, `translation.${id}.promise`)).toBe(
      'The promise  It runs. Tried on two live cases: held on 1, snapped on 1.',
    );
    expect(read(engagement, `translation.${id}.assumes`)).toBe(
      'Assumes  That sales has time. The real limit: It has none.',
    );
    expect(read(engagement, `translation.${id}.translates`)).toBe(
      'Who translates  Executive: Vera Singh, COO. Front line: A named person.',
    );
    expect(read(engagement, `translation.${id}.gives-way`)).toBeNull();
  });
});

describe('the promise on live cases', () => {
  it.each([
    [['held'], 'Tried on one live case, and it held.'],
    [['held', 'held'], 'Tried on two live cases, and it held on each.'],
    [['snapped'], 'Tried on one live case, and it snapped.'],
    [['snapped', 'snapped'], 'Tried on two live cases, and it snapped on each.'],
  ] as const)('%o', (outcomes, sentence) => {
    const engagement = new Engagement();
    const { id } = engagement.decision;
    engagement.change('decision', id, { promise: 'It runs' });
    for (const outcome of outcomes) engagement.add('liveCase', { decision: id, outcome });
    expect(read(engagement, `translation.${id}.promise`)).toBe(`The promise  It runs. ${sentence}`);
  });
});

describe('the opening', () => {
  it('stays with the first decision, and speaks of what stands below it alone', () => {
    const engagement = new Engagement();
    expect(blockAt(engagement, 'translation.intro')).toMatchObject({ keepNext: true });
    expect(read(engagement, 'translation.intro')).toBe(
      'The decision stands with what happens first and the priorities that it requires.',
    );
    engagement.change('decision', engagement.decision.id, { passageText: 'From 2027 we sell availability.' });
    engagement.prioritise(engagement.decision, 'P1');
    expect(read(engagement, 'translation.intro')).toBe(
      'The decision stands with its passage in the strategy, what happens first, and the priorities that it requires. ' +
        'The last column says how a priority relates to the constraint.',
    );
  });
});

describe('a criterion', () => {
  const of = (more: Partial<Criterion>): string => {
    const engagement = new Engagement();
    const priority = engagement.prioritise(engagement.decision, 'P1');
    const row = engagement.criterion(priority, { metric: 'It', ...more });
    const key = `priority.${priority.id}.criterion.${row.id}`;
    return `${read(engagement, key)} | ${read(engagement, `${key}.read`)}`.replaceAll('\u00A0', ' ');
  };

  it.each<[Partial<Criterion>, string]>([
    [
      { form: 'percent', baseline: 18, target: 50, dueOn: '2027-03-31', readIn: 'CRM' },
      'It: 18% → 50% | by 31 March 2027; read in CRM',
    ],
    [{ form: 'percent', baseline: 0.5, target: 2.25 }, 'It: 0.5% → 2.25% | date not set; place of reading not set'],
    [
      { form: 'ratio', baseline: 2, baselineOf: 19, target: 9, targetOf: 10, readIn: 'file' },
      'It: 2 of 19 → 9 of 10 | date not set; read in file',
    ],
    [{ form: 'yes-no', baseline: 0, target: 1 }, 'It: no → yes | date not set; place of reading not set'],
    [
      { form: 'number', baseline: 11, target: 6, unit: 'weeks' },
      'It: 11 → 6 weeks | date not set; place of reading not set',
    ],
    [
      { form: 'number', baseline: 1500, target: 900, unit: 'EUR' },
      'It: €1,500 → €900 | date not set; place of reading not set',
    ],
    [
      { form: 'number', metric: 'Weeks to go', baseline: 11, target: 6, unit: 'weeks' },
      'Weeks to go: 11 → 6 | date not set; place of reading not set',
    ],
    [{ form: 'number', target: 6, metric: '' }, 'Metric not set: not set → 6 | date not set; place of reading not set'],
  ])('%o', (row, text) => {
    expect(of(row)).toBe(text);
  });

  it('that a priority lacks is missed in its cell', () => {
    const engagement = new Engagement();
    const { id } = engagement.prioritise(engagement.decision, 'P1', { endOn: '2027-04-30', relation: 'off' });
    expect(read(engagement, `priority.${id}.criterion.none`)).toBe('— no criterion set');
    expect(read(engagement, `priority.${id}.dates`)).toBe('not set\nto 30 Apr 2027');
    expect(read(engagement, `priority.${id}.relation`)).toBe('Off the constraint');
    expect(read(engagement, `priority.${id}.title`)).toBe('P1  Priority P1');
  });
});

describe('notes below the priorities', () => {
  it('say why one runs off the constraint, and print a gain only with its source', () => {
    const engagement = new Engagement();
    const row = engagement.prioritise(engagement.decision, 'P1', {
      relation: 'off',
      relationReason: 'Pay decides what is offered.',
      gain: 'Twice the output',
    });
    expect(read(engagement, `priority.${row.id}.note`)).toBe(
      'P1 is off the constraint and runs now because pay decides what is offered.',
    );
    engagement.change('priority', row.id, { gainSource: 'pilot at two sites' });
    expect(read(engagement, `priority.${row.id}.note`)).toContain(
      'P1 names a gain: Twice the output (source: pilot at two sites).',
    );
  });
});

describe('objections', () => {
  const objected = (consent: 'by-role' | 'background', disposition: 'changed-map' | null): Engagement => {
    const engagement = new Engagement();
    const priority = engagement.prioritise(engagement.decision, 'P1');
    const [person] = engagement.people(1, 'sales', 'front-line', consent);
    if (person === undefined) throw new Error('one person');
    const evidence = engagement.add('evidence', {
      interview: person.interview,
      speaker: person.id,
      objection: true,
    }).id;
    engagement.add('objection', {
      evidence,
      disposition,
      priority: priority.id,
      said: 'Account executives said that pay in eleven months moves nobody',
      changed: 'Half of the bonus now falls due at signature.',
    });
    return engagement;
  };
  const told = (engagement: Engagement): string | null =>
    read(engagement, `objection.${engagement.data.objection[0]?.id}`);

  it('tells what was said and what changed', () => {
    expect(told(objected('by-role', 'changed-map'))).toBe(
      'An objection changed P1. Account executives said that pay in eleven months moves nobody. Half of the bonus now falls due at signature.',
    );
  });

  it('prints none that is unanswered, and none of somebody who must not be quoted', () => {
    expect(told(objected('by-role', null))).toBeNull();
    expect(told(objected('background', 'changed-map'))).toBeNull();
  });
});
