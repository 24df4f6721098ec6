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

describe('1. reach', () => {
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

describe('2. evidence', () => {
  const line = (engagement: Engagement): string | null => read(engagement, 'pattern.measures-pull-apart.severity');

  it('tells many sources with their functions', () => {
    const engagement = new Engagement();
    const heard = [...engagement.people(2, 'sales', 'front-line'), ...engagement.people(1, 'product', 'manager')];
    engagement.pattern('measures-pull-apart', [4, 3, 3], heard);
    expect(line(engagement)).toBe('Critical, 83 of 100; confidence high: 3 sources in 2 functions');
  });

  it('tells one source', () => {
    const engagement = new Engagement();
    engagement.pattern('measures-pull-apart', [2, 2, 2], engagement.people(1, 'sales', 'front-line'));
    expect(line(engagement)).toBe('Severe, 50 of 100; confidence low: 1 source');
  });

  it('calls contested only what as many sources speak against', () => {
    const engagement = new Engagement();
    const [a, b, c, d] = engagement.people(4, 'sales', 'front-line');
    if (!a || !b || !c || !d) throw new Error('four people');
    engagement.pattern('measures-pull-apart', [2, 2, 2], [a, b]);
    engagement.says(c, 'measures-pull-apart/old-measures', { counter: true });
    expect(line(engagement)).toBe('Severe, 50 of 100; confidence medium: 2 sources; one speaks against it');
    engagement.says(d, 'measures-pull-apart/old-measures', { counter: true });
    expect(line(engagement)).toBe('Severe, 50 of 100; confidence low: 2 sources; contested by two');
  });
});

describe('3. patterns', () => {
  const names = ['measures-pull-apart', 'missing-translation', 'out-of-step', 'constraint-unnamed', 'nothing-stopped'];

  it('opens with how many of all patterns there are', () => {
    const engagement = new Engagement();
    const heard = engagement.people(2, 'sales', 'front-line');
    for (const name of names) engagement.pattern(name, [3, 3, 3], heard);
    expect(read(engagement, 'patterns.intro')).toBe(
      'Five of the 21 patterns that we look for explain most of the distance.',
    );
  });

  it('tells one', () => {
    const engagement = new Engagement();
    engagement.pattern('nothing-stopped', [3, 3, 3], engagement.people(2, 'sales', 'front-line'));
    expect(read(engagement, 'patterns.intro')).toBe('One pattern has enough evidence to stand here.');
  });

  it('names what was left out because it rests on one source', () => {
    const engagement = new Engagement();
    const heard = engagement.people(2, 'sales', 'front-line');
    engagement.pattern('missing-translation', [3, 3, 3], heard);
    engagement.pattern('out-of-step', [3, 3, 3], heard);
    engagement.pattern('nothing-stopped', [2, 2, 2], heard.slice(0, 1));
    engagement.add('finding', { pattern: 'nothing-stopped', place: 'out' });
    expect(read(engagement, 'patterns.intro')).toBe(
      'Two patterns have enough evidence to stand here. A third, Nothing was stopped, rests on one source and is left out.',
    );
  });

  it('leaves a pattern without evidence out even where it was set to stand there, and says so', () => {
    const engagement = new Engagement();
    engagement.pattern('missing-translation', [3, 3, 3], engagement.people(2, 'sales', 'front-line'));
    engagement.pattern('out-of-step', [4, 4, 4], []);
    engagement.add('finding', { pattern: 'out-of-step', place: 'in' });
    expect(read(engagement, 'patterns.intro')).toContain(
      'A second, Functions out of step, was rated without evidence and is left out.',
    );
    expect(read(engagement, 'pattern.out-of-step.title')).toBeNull();
  });

  it('names the open stage when there is none', () => {
    expect(read(new Engagement(), 'patterns.intro')).toBe(
      'No pattern reached a rating with evidence. The stage Patterns is open.',
    );
  });
});

describe('4. cost', () => {
  const cost = (engagement: Engagement): string | null => read(engagement, 'pattern.missing-translation.cost');
  const rated = (): Engagement => {
    const engagement = new Engagement();
    engagement.pattern('missing-translation', [3, 3, 3], engagement.people(2, 'sales', 'front-line'));
    return engagement;
  };

  it('is offered from the backlog, with its age', () => {
    const engagement = rated();
    engagement.change('engagement', engagement.engagement.id, { strategySetOn: '2026-03-01' });
    backlog(engagement, 116, 214);
    expect(cost(engagement)).toBe(
      'What it costs here: 98 of 214 open items serve no decision, and 98 of them were created before the strategy.',
    );
  });

  it('has a form for one', () => {
    const engagement = rated();
    backlog(engagement, 213, 214);
    expect(cost(engagement)).toBe('What it costs here: 1 of 214 open items serves no decision.');
  });

  it('is omitted without data, and what was written goes before the offer', () => {
    const engagement = rated();
    expect(cost(engagement)).toBeNull();
    engagement.add('finding', { pattern: 'missing-translation', cost: '11 of 19 offers were turned back' });
    expect(cost(engagement)).toBe('What it costs here: 11 of 19 offers were turned back.');
  });
});

describe('5. recall', () => {
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

describe('6. widest gap', () => {
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

describe('7. constraint', () => {
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

  it('names no constraint without figures', () => {
    expect(read(new Engagement(), 'constraint.why')).toContain(
      'so no constraint is named. The stage Constraint is open.',
    );
    expect(read(new Engagement(), 'found.constraint')).toBeNull();
  });

  it('8. tells what comes next, or that it remains', () => {
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

describe('9. change', () => {
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

describe('10. stops', () => {
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

  it('are missed in words', () => {
    expect(read(new Engagement(), 'stops.none')).toBe(
      'No stop was recorded. Until one is, each priority is added to the work of today.',
    );
  });
});

describe('11. routing', () => {
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
    expect(read(rated(2), 'found.change')).toContain('No recommendation yet: two of four axes are not rated.');
  });
});

describe('12. objections', () => {
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

describe('13. limits of the finding', () => {
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
