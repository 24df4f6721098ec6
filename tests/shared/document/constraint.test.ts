import { describe, expect, it } from 'vitest';
import { allText, compose, Engagement, read } from './support.ts';

describe('the constraint', () => {
  const chain = (): Engagement => {
    const engagement = new Engagement();
    engagement.change('engagement', engagement.engagement.id, { chainUnit: 'customers', chainUnitOne: 'customer' });
    engagement.step('Contract', 'Contracting', [2.6, 4, null]);
    engagement.step('Onboard data', 'Data onboarding', [2.6, 1.5, null]);
    engagement.step('Prove value', 'Proving value', [2.6, 2.5, null]);
    return engagement;
  };
  const confirm = (engagement: Engagement, more: Record<string, unknown> = {}): void => {
    const step = engagement.data.step[1]?.id ?? '';
    engagement.add('constraint', { step, confirmedOn: '2026-06-01', ...more });
  };

  it('tells what the confirmed step completed', () => {
    const engagement = chain();
    confirm(engagement);
    const step = engagement.data.step[1]?.id ?? '';
    engagement.add('completedReading', { step, from: '2026-03-02', to: '2026-05-31', completed: 19 });
    expect(read(engagement, 'constraint.why')).toBe(
      'Data onboarding is the constraint. It completed 19 customers in the last 13 weeks, 1.5 a week, while 2.6 a week arrive: it is asked for 173% of what it can do.',
    );
    expect(read(engagement, 'found.constraint')).toBe(
      'The one constraint is data onboarding. It completes 1.5 customers a week against a demand of 2.6.',
    );
  });

  it('takes no plan for a completed figure', () => {
    const engagement = chain();
    confirm(engagement);
    expect(read(engagement, 'constraint.why')).toContain('Nobody has counted yet what it completes.');
  });

  it('names the tightest step below a full load', () => {
    const engagement = new Engagement();
    engagement.step('Contract', 'Contracting', [9.6, 10, null]);
    expect(read(engagement, 'constraint.why')).toBe(
      'No step is asked for more than it can do; the tightest is Contract at 96%. The figures point to Contracting; it is not confirmed.',
    );
  });

  it('points to the step of the figures until one is confirmed', () => {
    expect(read(chain(), 'constraint.why')).toBe('The figures point to Data onboarding; it is not confirmed.');
    expect(read(chain(), 'found.constraint')).toBe('The figures point to Data onboarding; it is not confirmed.');
  });

  it('opens the document with its pace and what waits, in one sentence', () => {
    const engagement = new Engagement();
    const step = engagement.step('Onboard', 'Onboarding', [2, 1, 14]).id;
    engagement.add('constraint', { step, confirmedOn: '2026-06-01' });
    expect(read(engagement, 'found.constraint')).toBe(
      'The one constraint is onboarding. It can do 1.0 items a week against a demand of 2.0, and 14 items are waiting.',
    );
  });

  it('names no constraint without figures', () => {
    expect(read(new Engagement(), 'constraint.why')).toContain(
      'so no constraint is named. The stage Constraint is open.',
    );
    expect(read(new Engagement(), 'found.constraint')).toBeNull();
  });

  it('tells what comes next, or that it remains', () => {
    const moves = chain();
    confirm(moves, { movesTo: 3 });
    expect(read(moves, 'constraint.next')).toContain(
      'When it moves to 3.0 customers a week, the chain as a whole delivers 2.5, and proving value becomes the next constraint.',
    );
    const stays = chain();
    confirm(stays, { movesTo: 2 });
    expect(read(stays, 'constraint.next')).toContain(
      'When it moves to 2.0 customers a week, the chain as a whole delivers 2.0, and it remains the constraint.',
    );
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
