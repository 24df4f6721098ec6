import { describe, expect, it } from 'vitest';
import { suggestCost } from '../../../src/shared/document/cost.ts';
import { blockAt, Engagement, read } from './support.ts';

/** A backlog of which so many items trace to the decision. */
function backlog(engagement: Engagement, traced: number, open: number): void {
  for (let at = 0; at < open; at += 1) {
    const fields = { effort: 1, title: `Item ${at}`, createdOn: '2026-02-01' };
    if (at < traced) engagement.itemFor(engagement.decision, fields);
    else engagement.item(fields);
  }
}

describe('evidence', () => {
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

  it('leaves out the functions of a contested one, so that its line stays one line', () => {
    const engagement = new Engagement();
    const [a, b, c, d] = [
      ...engagement.people(2, 'sales', 'front-line'),
      ...engagement.people(2, 'product', 'manager'),
    ];
    if (!a || !b || !c || !d) throw new Error('four people');
    engagement.pattern('measures-pull-apart', [2, 2, 2], [a, c]);
    for (const one of [b, d]) engagement.says(one, 'measures-pull-apart/old-measures', { counter: true });
    expect(line(engagement)).toBe('Severe, 50 of 100; confidence low: 2 sources; contested by two');
  });
});

describe('patterns', () => {
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

  it('counts what was left out where a list would be longer than what stays', () => {
    const engagement = new Engagement();
    for (const name of names) engagement.pattern(name, [3, 3, 3], []);
    expect(read(engagement, 'patterns.intro')).toBe(
      'No pattern reached a rating with evidence. The stage Patterns is open. ' +
        'Five patterns were rated without evidence and are left out.',
    );
  });

  it('keeps its first sentence on the page of the figures that it opens', () => {
    const engagement = new Engagement();
    engagement.pattern('nothing-stopped', [3, 3, 3], engagement.people(2, 'sales', 'front-line'));
    expect(blockAt(engagement, 'patterns.intro')).toMatchObject({ keepNext: true });
    expect(blockAt(new Engagement(), 'patterns.intro')).not.toHaveProperty('keepNext');
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

describe('cost', () => {
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
    expect(suggestCost(engagement.input, 'missing-translation')).toBe('1 of 214 open items serves no decision.');
    expect(suggestCost(engagement.input, 'out-of-step')).toBeNull();
  });

  it('is omitted without data, and what was written goes before the offer', () => {
    const engagement = rated();
    expect(cost(engagement)).toBeNull();
    engagement.add('finding', { pattern: 'missing-translation', cost: '11 of 19 offers were turned back' });
    expect(cost(engagement)).toBe('What it costs here: 11 of 19 offers were turned back.');
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
