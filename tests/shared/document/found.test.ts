import { describe, expect, it } from 'vitest';
import { Engagement, read } from './support.ts';

/** A backlog of which so many items trace to the decision. */
function backlog(engagement: Engagement, traced: number, open: number): void {
  for (let at = 0; at < open; at += 1) {
    const fields = { effort: 1, title: `Item ${at}`, createdOn: '2026-02-01' };
    if (at < traced) engagement.itemFor(engagement.decision, fields);
    else engagement.item(fields);
  }
}

describe('reach', () => {
  it.each([
    [31, 'The decision does not reach the work: 31% of the open backlog traces to a decision.'],
    [40, 'The decision reaches part of the work: 40% of the open backlog traces to a decision.'],
    [70, 'The decision reaches the work: 70% of the open backlog traces to a decision.'],
  ])('%i of 100 items traced', (traced, sentence) => {
    const engagement = new Engagement();
    backlog(engagement, traced, 100);
    expect(read(engagement, 'found.reach')).toContain(sentence);
  });

  it('says why it is not said without a backlog', () => {
    expect(read(new Engagement(), 'found.reach')).toContain(
      'No backlog was read, so this document does not say how much work serves the decision.',
    );
  });

  it('counts one open item as one', () => {
    const engagement = new Engagement();
    backlog(engagement, 0, 1);
    expect(read(engagement, 'found.figures.reach.note')).toContain('0 of 1 open item, weighted by effort.');
  });

  it('calls the list of work what the client calls it', () => {
    const engagement = new Engagement();
    engagement.change('client', engagement.data.client[0]?.id ?? '', { profile: 'product-company' });
    backlog(engagement, 31, 100);
    expect(read(engagement, 'found.reach')).toContain('31% of the open roadmap traces to a decision.');
  });

  it('counts how far strategy and list of work mention each other', () => {
    const engagement = new Engagement();
    engagement.decide('D2', 'Every customer is onboarded');
    engagement.item({ title: 'Reports for D2' });
    expect(read(engagement, 'found.reach')).toContain('The backlog names 1 of 2 decisions.');
  });
});

describe('recall', () => {
  const note = (engagement: Engagement): string | null => read(engagement, 'found.figures.recall.note');

  it('tells how many retold it and both ends of the levels', () => {
    const engagement = new Engagement();
    const top = engagement.people(3, 'general-management', 'executive');
    const front = engagement.people(3, 'service', 'front-line');
    for (const person of top) engagement.retells(person, engagement.decision, 'named');
    for (const person of front) engagement.retells(person, engagement.decision, 'missed');
    expect(note(engagement)).toBe('6 people retold it unprompted. Executives 100%, front line 0%.');
    expect(read(engagement, 'patterns.reading')).toContain(
      'From executives to front line, recall of the decision falls by 100 points: there it gets lost.',
    );
  });

  it('tells one answer', () => {
    const engagement = new Engagement();
    const [person] = engagement.people(1, 'sales', 'manager');
    if (person) engagement.retells(person, engagement.decision, 'partly');
    expect(note(engagement)).toBe('One person was asked and retold it in part.');
  });

  it('shows no single answer of somebody who must not be recognised', () => {
    const engagement = new Engagement();
    const [person] = engagement.people(1, 'sales', 'manager', 'anonymous');
    if (person) engagement.retells(person, engagement.decision, 'missed');
    expect(note(engagement)).toBe('Too few people were asked to show how they retold it.');
    expect(read(engagement, 'found.figures.recall')).toBe('—');
  });

  it('says that nobody was asked', () => {
    expect(note(new Engagement())).toBe('Nobody was asked to retell the decision.');
  });
});

describe('widest gap', () => {
  it('names function, element, points and people', () => {
    const engagement = new Engagement();
    for (const person of engagement.people(3, 'sales', 'manager')) engagement.pulses(person, [4, 4, 4, 2, 2, 2]);
    for (const person of engagement.people(3, 'product', 'manager')) engagement.pulses(person, [4, 4, 4, 4, 4, 4]);
    expect(read(engagement, 'found.figures.gap')).toBe('25');
    expect(read(engagement, 'found.figures.gap.label')).toBe('widest gap: Sales, capability');
    expect(read(engagement, 'found.figures.gap.note')).toBe('Of 100 points, 3 people.');
  });

  it('names none without two people in a function', () => {
    expect(read(new Engagement(), 'found.figures.gap.note')).toBe(
      'No function was heard by two people or more, so no widest gap is named.',
    );
  });
});

describe('change', () => {
  it('counts decisions, priorities and measures in words', () => {
    const engagement = new Engagement();
    const others = [engagement.decide('D2', 'Second'), engagement.decide('D3', 'Third')];
    for (const row of [engagement.decision, ...others]) {
      engagement.change('decision', row.id, { firstMove: 'Begin' });
      for (let at = 0; at < (row === engagement.decision ? 3 : 2); at += 1) engagement.prioritise(row, `P${at}`);
    }
    engagement.add('measureChange', { priority: engagement.data.priority[0]?.id ?? '', add: 'Availability' });
    expect(read(engagement, 'found.change')).toContain(
      'This document gives each of the three decisions a first move, seven priorities with one owner each and one changed measure.',
    );
  });

  it('has a form for one decision', () => {
    const engagement = new Engagement();
    engagement.change('decision', engagement.decision.id, { firstMove: 'Begin' });
    engagement.prioritise(engagement.decision, 'P1');
    engagement.prioritise(engagement.decision, 'P2');
    expect(read(engagement, 'found.change')).toContain(
      'This document gives the decision a first move and two priorities with one owner each.',
    );
  });

  it('promises no more than is there', () => {
    const engagement = new Engagement();
    engagement.decide('D2', 'Second');
    engagement.change('decision', engagement.decision.id, { firstMove: 'Begin' });
    engagement.prioritise(engagement.decision, 'P1', { owner: null, ownerName: '' });
    engagement.prioritise(engagement.decision, 'P2');
    expect(read(engagement, 'found.change')).toContain(
      'This document gives the two decisions one first move and two priorities, one of them with an owner.',
    );
    expect(read(new Engagement(), 'found.change')).toContain('This document changes nothing yet');
  });
});

describe('routing', () => {
  const rated = (axes: number): Engagement => {
    const engagement = new Engagement();
    const heard = [...engagement.people(2, 'sales', 'front-line'), ...engagement.people(1, 'product', 'manager')];
    engagement.pattern('board-grade-strategy', [3, 3, 3], heard);
    engagement.pattern('missing-translation', [3, 3, 3], heard);
    for (const axis of engagement.kit.content.axes.slice(0, axes))
      engagement.add('axisRating', { axis: axis.id, value: 1 });
    return engagement;
  };

  it('recommends to intervene and names the gap', () => {
    expect(read(rated(4), 'found.change')).toContain(
      'We recommend to intervene now; no axis of the strategy itself needs a larger diagnostic. The gap is one of translation, and it is structural.',
    );
  });

  it('prints an overrule with its reason, and describes the larger engagement only then', () => {
    const engagement = rated(4);
    expect(read(engagement, 'basis.larger1')).toBeNull();
    engagement.change('engagement', engagement.engagement.id, {
      routingOverrule: 'strategy-first',
      routingReason: 'The board doubts the price.',
    });
    expect(read(engagement, 'found.change')).toContain(
      'The rules recommend to intervene now. We recommend the larger diagnostic, because the board doubts the price.',
    );
    expect(read(engagement, 'basis.larger1')).toContain('Full Marketing Diagnostic: four axes (positioning,');
    expect(read(engagement, 'basis.larger1')).toContain('15 to 25 pages.');
  });

  it('says what it waits for', () => {
    expect(read(new Engagement(), 'found.change')).toContain('No recommendation yet: none of the four axes is rated.');
    expect(read(rated(2), 'found.change')).toContain('No recommendation yet: two of four axes are not rated.');
  });
});
