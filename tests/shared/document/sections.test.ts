import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../src/shared/model/index.ts';
import { allText, compose, Engagement, read } from './support.ts';

describe('head', () => {
  it('shows whose document it is, and leaves out what nobody gave', () => {
    const engagement = new Engagement();
    expect(read(engagement, 'head.kicker')).toBe('Strategic intervention for Fennmark');
    expect(read(engagement, 'head.subtitle')).toBe('New customers buy availability');
    expect(read(engagement, 'head.for')).toBe('Fennmark');
    expect(read(engagement, 'head.by')).toBe('Harrow & Pike');
    engagement.change('engagement', engagement.engagement.id, {
      preparedFor: 'Managing Director',
      consultant: 'Ruth Pike',
    });
    expect(read(engagement, 'head.for')).toBe('Managing Director');
    expect(read(engagement, 'head.by')).toBe('Ruth Pike, Harrow & Pike');
  });

  it('names a sponsor only with permission', () => {
    const engagement = new Engagement();
    const sponsor = engagement.add('stakeholder', { name: 'Vera Singh', role: 'Managing Director' }).id;
    engagement.change('engagement', engagement.engagement.id, { sponsor });
    expect(read(engagement, 'head.for')).toBe('Managing Director');
    engagement.change('stakeholder', sponsor, { permitsNaming: true });
    expect(read(engagement, 'head.for')).toBe('Vera Singh, Managing Director');
  });
});

describe('the diagnosis of a pattern', () => {
  it('is what it says and what was written, else its strongest indicators', () => {
    const engagement = new Engagement();
    engagement.pattern('nothing-stopped', [4, 2, 0], engagement.people(2, 'sales', 'front-line'));
    expect(read(engagement, 'pattern.nothing-stopped.diagnosis')).toBe(
      'The new direction was added on top of the old work. No stop was announced with the strategy.',
    );
    engagement.add('finding', {
      pattern: 'nothing-stopped',
      diagnosis: 'Reports go on',
      rootCause: 'Closing is no step',
    });
    expect(read(engagement, 'pattern.nothing-stopped.diagnosis')).toBe(
      'The new direction was added on top of the old work. Reports go on.',
    );
    expect(read(engagement, 'pattern.nothing-stopped.cause')).toBe('What made it sensible: Closing is no step.');
  });
});

describe('the kind of the constraint', () => {
  it('stands with its remedy from the kit, its end and its workaround', () => {
    const engagement = new Engagement();
    const step = engagement.step('Onboard', 'Onboarding', [2, 1, null]).id;
    engagement.change('step', step, { workaround: 'A spreadsheet.' });
    engagement.add('constraint', {
      step,
      confirmedOn: '2026-06-01',
      nature: 'temporary',
      kind: 'skill',
      natureNote: 'Two people can do it.',
      remedyUntil: '2026-12-18',
    });
    expect(read(engagement, 'constraint.kind')).toBe(
      'It is temporary and a matter of skill: two people can do it. What such a constraint asks for: train, hire or borrow, with the date on which it should be over. It should be over by 18 December 2026. The workaround: a spreadsheet.',
    );
  });

  it('says where it starves, is oversupplied, and which other step is tight', () => {
    const chain = (waiting: number): string => {
      const engagement = new Engagement();
      engagement.step('Offer', 'Offering', [9, 10, null]);
      const step = engagement.step('Onboard', 'Onboarding', [2, 1, waiting]).id;
      engagement.add('constraint', { step, confirmedOn: '2026-06-01' });
      return allText(compose(engagement).document);
    };
    expect(chain(0.5)).toContain('With less than a week of finished input in front of it, it starves.');
    expect(chain(4)).not.toMatch(/starves|oversupplied/u);
    expect(chain(9)).toContain('it is oversupplied: what feeds it can slow down.');
    expect(chain(4)).toContain('Offer is tight: it is asked for 85% or more of what it can do.');
  });
});

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

describe('first 90 days', () => {
  const planned = (): Engagement => {
    const engagement = new Engagement();
    engagement.change('engagement', engagement.engagement.id, { ninetyDaysFrom: '2026-07-01' });
    const lead = engagement.add('stakeholder', { name: 'Mira Lang', role: 'Head of Service', function: 'service' }).id;
    const a = engagement.add('initiative', {
      title: 'Template',
      lead,
      leadAnswer: 'accepted',
      from: '2026-07-01',
      to: '2026-08-30',
    }).id;
    engagement.add('initiative', { title: 'Training', leadName: '', position: 1 });
    for (const on of ['2026-07-08', '2026-08-12', null]) {
      engagement.add('join', { initiative: a, fromFunction: 'service', toFunction: 'technology', on });
    }
    return engagement;
  };

  it('begin on the Monday of the day that was set', () => {
    const engagement = planned();
    engagement.add('closedWeek', { monday: '2026-08-03' });
    expect(read(engagement, 'ninety.caption')).toBe(
      '13 weeks from 29 June 2026, with joins and milestones; closed in the week of 3 Aug 2026',
    );
  });

  it('tell leads, joins and what is missing', () => {
    const engagement = planned();
    const [a, b] = engagement.data.initiative;
    expect(read(engagement, `initiative.${a?.id}.letter`)).toBe('A');
    expect(read(engagement, `initiative.${a?.id}.lead`)).toBe('Head of Service');
    expect(read(engagement, `initiative.${a?.id}.joins`)).toBe('with Technology in weeks 2 and 7');
    expect(read(engagement, `initiative.${b?.id}.joins`)).toBe('none');
    expect(read(engagement, `initiative.${b?.id}.lead`)).toBe('— not set');
  });

  it('name the decision that a lead who did not agree sent the plan back to', () => {
    const engagement = planned();
    const [initiative] = engagement.data.initiative;
    const row = engagement.add('stepBack', {
      decision: engagement.decision.id,
      initiative: initiative?.id ?? null,
      on: '2026-06-10',
      reason: 'It does not say who pays',
    });
    expect(read(engagement, `step-back.${row.id}`)).toBe(
      'Back to D1. Template was not agreed, 10 June 2026. It does not say who pays.',
    );
  });

  it('carry a line for each function on day one', () => {
    const engagement = planned();
    const row = engagement.add('dayOne', { function: 'sales', what: 'Ring five sites.' });
    expect(read(engagement, 'day-one.title')).toBe('Day one: Monday 29 June 2026');
    expect(read(engagement, `day-one.table.${row.id}.1`)).toBe('Sales');
    expect(read(engagement, `day-one.table.${row.id}.2`)).toBe('Ring five sites');
  });
});

describe('working with the document', () => {
  it('shows the window of the method until a day was set', () => {
    const engagement = new Engagement();
    expect(read(engagement, 'working.valid')).toContain('16 December 2026 to 16 March 2027');
    engagement.change('engagement', engagement.engagement.id, { validUntil: '2027-06-30' });
    expect(read(engagement, 'working.valid')).toBe('Valid until  30 June 2027');
  });

  it('lists reviews by their day, and who comes in earlier next time', () => {
    const engagement = new Engagement();
    for (const on of ['2027-02-26', '2027-01-15']) engagement.add('plannedReview', { on });
    engagement.change('engagement', engagement.engagement.id, { earlierInvolvement: 'Before prices are set' });
    expect(read(engagement, 'working.review1')).toBe('Review 1  15 January 2027');
    expect(read(engagement, 'working.next')).toBe('Before prices are set.');
  });
});

describe('basis', () => {
  it('tells how owners answered', () => {
    const engagement = new Engagement();
    engagement.prioritise(engagement.decision, 'P1', { ownerAnswer: 'accepted' });
    engagement.prioritise(engagement.decision, 'P2', {
      ownerAnswer: 'accepted-if',
      ownerCondition: 'One engineer is free.',
    });
    engagement.prioritise(engagement.decision, 'P3', { owner: null, ownerName: '' });
    expect(read(engagement, 'basis.owners1')).toBe('One of three owners has accepted.');
    expect(read(engagement, 'basis.owners2')).toBe('P2: accepted if one engineer is free.');
    expect(read(engagement, 'basis.owners3')).toBe('P3 has no owner.');
  });

  it('tells sources with their size and day', () => {
    const engagement = new Engagement();
    engagement.add('source', { kind: 'strategy', title: 'Strategy 2026–2028', datedOn: '2026-03-12', pages: 24 });
    engagement.item();
    expect(read(engagement, 'basis.sources1')).toBe('Strategy 2026–2028 (March 2026, 24 pages).');
    expect(read(engagement, 'basis.sources2')).toBe('Backlog (1 open item, exported 15 June 2026).');
  });

  it('tells the method with the figures of this engagement', () => {
    const engagement = new Engagement();
    engagement.people(2, 'sales', 'manager');
    engagement.change('interview', engagement.data.interview[0]?.id ?? '', { guide: 'lead', heldOn: '2026-06-08' });
    for (let at = 0; at < 10; at += 1) engagement.item(at === 0 ? {} : { effort: 2 });
    expect(read(engagement, 'basis.method1')?.replaceAll(/[\u2009\u202F]/gu, '')).toBe(
      '2 interviews of 75 minutes with playback of the decision and nine statements, 8–10 June 2026.',
    );
    expect(read(engagement, 'basis.method3')).toBe(
      'Items of the backlog are linked to decisions one by one; the effort field (90% filled) is the weight.',
    );
    expect(read(engagement, 'basis.method4')).toBe(
      'The constraint is the step with the highest utilisation; it is not confirmed.',
    );
  });

  it('lists limits as fixed or free to try, and what was known before approval', () => {
    const engagement = new Engagement();
    engagement.change('decision', engagement.decision.id, { signedOffOn: '2026-03-01' });
    const limit = engagement.add('limit', { text: 'One meter set.', kind: 'technology', hold: 'free' }).id;
    engagement.add('experiment', { limit, what: 'Hire two.' });
    const [person, silent] = [
      engagement.person('service', 'front-line'),
      engagement.person('service', 'front-line', 'background'),
    ];
    for (const { id, interview } of [person, silent]) {
      engagement.add('evidence', { interview, speaker: id, text: 'Audits will be the wall.', warnedOn: '2026-01-20' });
    }
    engagement.change('stakeholder', person.id, { role: 'Audit engineer' });
    expect(read(engagement, 'basis.respect1')).toBe('Technology: One meter set (free to try: Hire two).');
    expect(read(engagement, 'basis.known1')).toBe(
      'D1, 20 January 2026: “Audits will be the wall.” (Audit engineer, Service).',
    );
    expect(read(engagement, 'basis.known2')).toBe('D1: one more that may not be quoted.');
  });

  it('prints a recorded widening of the scope', () => {
    const engagement = new Engagement();
    engagement.add('scopeWidening', { decision: engagement.decision.id, on: '2026-06-12', reason: 'The board asked' });
    expect(read(engagement, 'basis.scope1')).toBe('D1 was taken into scope on 12 June 2026. The board asked.');
  });
});
