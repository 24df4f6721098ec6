import { describe, expect, it } from 'vitest';
import { Engagement, read } from './support.ts';

describe('limits of the finding', () => {
  it('counts people and functions and names who is missing', () => {
    const engagement = new Engagement();
    engagement.people(2, 'marketing', 'executive');
    engagement.people(2, 'product', 'manager');
    engagement.people(2, 'service', 'front-line');
    for (const missing of ['sales', 'finance']) engagement.add('stakeholder', { function: missing, level: 'manager' });
    expect(read(engagement, 'basis.limits1')).toBe(
      'Six people in three functions were heard; nobody from Sales or Finance, no customer and no board member.',
    );
  });

  it('says when all of them work in one function', () => {
    const engagement = new Engagement();
    engagement.people(6, 'service', 'front-line');
    expect(read(engagement, 'basis.limits1')).toContain('All six people work in Service.');
  });

  it('counts and quotes what speaks against a pattern', () => {
    const engagement = new Engagement();
    const [a, b, c] = engagement.people(3, 'sales', 'front-line');
    if (!a || !b || !c) throw new Error('three people');
    engagement.pattern('constraint-unnamed', [3, 3, 3], [a, b]);
    engagement.says(c, 'constraint-unnamed/no-agreement', { counter: true, text: 'Demand is the limit.' });
    expect(read(engagement, 'basis.limits2')).toBe(
      'One source speaks against The constraint is not named. It says: “Demand is the limit.” (Sales).',
    );
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

  it('names nobody in an accepted warning who did not permit it', () => {
    const engagement = new Engagement();
    const lead = engagement.add('stakeholder', { name: 'Ada Brandt', role: 'VP Sales', function: 'sales' }).id;
    engagement.add('initiative', { title: 'Pilot', lead, from: '2026-07-06', to: '2026-08-28' });
    engagement.add('acceptedCheck', { code: 'R52', reason: 'She answers on Monday.' });
    expect(read(engagement, 'basis.accepted1')).toBe(
      'Accepted with a reason. VP Sales was not asked to lead “Pilot”. Accepted: She answers on Monday.',
    );
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
    engagement.step('Audit', 'the audit', [2, 1, null]);
    expect(read(engagement, 'basis.method4')).toBe(
      'The constraint is the step with the highest utilisation; it is not confirmed.',
    );
  });

  it('claims no method that was not used', () => {
    const engagement = new Engagement();
    engagement.person('sales', 'manager', 'withdrawn');
    expect([1, 2, 3, 4].map((at) => read(engagement, `basis.method${at}`))).toEqual([
      'No interview was held.',
      'No pattern was rated.',
      'No backlog was held against the decisions.',
      'No chain with figures was drawn.',
    ]);
  });

  it('calls a source without a title by its kind', () => {
    const engagement = new Engagement();
    engagement.add('source', { kind: 'strategy' });
    engagement.add('source', { kind: 'backlog', exportedOn: '2026-06-15' });
    expect(read(engagement, 'basis.sources1')).toBe('Strategy.');
    expect(read(engagement, 'basis.sources2')).toBe('Backlog (0 open items, exported 15 June 2026).');
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
    expect(read(engagement, 'basis.respect1')).toBe(
      'Limits that plans respect. Free to try: One meter set (tried: hire two).',
    );
    expect(read(engagement, 'basis.known1')).toBe(
      'Known before approval. D1, 20 January 2026: “Audits will be the wall.” (Audit engineer, Service).',
    );
    expect(read(engagement, 'basis.known2')).toBe('D1: one more that may not be quoted.');
  });

  it('prints a recorded widening of the scope', () => {
    const engagement = new Engagement();
    engagement.add('scopeWidening', { decision: engagement.decision.id, on: '2026-06-12', reason: 'The board asked' });
    expect(read(engagement, 'basis.scope1')).toBe(
      'Scope and recommendation. D1 was taken into scope on 12 June 2026. The board asked.',
    );
  });
});
