import { describe, expect, it } from 'vitest';
import { Engagement, read } from './support.ts';

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

describe('stops', () => {
  it('stay a table of one row', () => {
    const engagement = new Engagement();
    const stop = engagement.add('stop', {
      what: 'Custom reports.',
      whoTells: 'VP Product',
      tellsWhom: '9 account owners',
    });
    expect(read(engagement, `stops.table.${stop.id}.1`)).toBe('Custom reports');
    expect(read(engagement, `stops.table.${stop.id}.2`)).toBe('VP Product tells 9 account owners');
    expect(read(engagement, `stops.table.${stop.id}.3`)).toBe('— not set');
  });

  it('call a change of measures without either side not set, and one side of it nothing', () => {
    const engagement = new Engagement();
    const priority = engagement.prioritise(engagement.decision, 'P1').id;
    const [none, half] = ['', 'Sites audited'].map((add) => engagement.add('measureChange', { priority, add }).id);
    expect(read(engagement, `measures.table.${none}.2`)).toBe('— not set');
    expect(read(engagement, `measures.table.${none}.3`)).toBe('— not set');
    expect(read(engagement, `measures.table.${half}.2`)).toBe('nothing');
  });

  it('are missed in words', () => {
    expect(read(new Engagement(), 'stops.none')).toBe(
      'No stop was recorded. Until one is, each priority is added to the work of today.',
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
    expect(read(engagement, 'ninety.caption')).toBe('13 weeks from 29 June 2026; closed in the week of 3 August 2026');
  });

  it('are announced with the marks that they hold', () => {
    const engagement = planned();
    const [a, b] = engagement.data.initiative;
    for (const { id } of engagement.data.join) engagement.change('join', id, { on: '2027-03-01' });
    expect(read(engagement, 'ninety.caption')).toBe('13 weeks from 29 June 2026');
    engagement.add('milestone', { initiative: a?.id ?? '', on: '2026-07-20', what: 'First one' });
    expect(read(engagement, 'ninety.caption')).toBe('13 weeks from 29 June 2026, with milestones');
    engagement.change('join', engagement.data.join[0]?.id ?? '', { withInitiative: b?.id ?? null, on: '2026-07-08' });
    expect(read(engagement, 'ninety.caption')).toBe('13 weeks from 29 June 2026, with joins and milestones');
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

  it('name a decision that stands nowhere else with its words', () => {
    const engagement = planned();
    const decision = engagement.decide('D5', 'Partners serve the small sites', { standing: 'noted' });
    const row = engagement.add('stepBack', { decision: decision.id, reason: 'Nobody could lead it' });
    expect(read(engagement, `step-back.${row.id}`)).toBe(
      'Back to D5: Partners serve the small sites. Nobody could lead it.',
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
