import { describe, expect, it } from 'vitest';
import { assessOpenWork, classifyItems } from '../../../src/shared/analysis/backlog-items.ts';
import { assessCoverage } from '../../../src/shared/analysis/coverage.ts';
import { Scene } from '../../support/analysis.ts';

describe('the class of an item', () => {
  it('is the first that holds: contradicting, traced, lights on, orphan', () => {
    const scene = new Scene();
    const decision = scene.add('decision');
    const priority = scene.add('priority', { decision: decision.id });
    const stop = scene.add('stop', { priority: priority.id });
    const contradicting = scene.itemFor(decision, { keepsLightsOn: true });
    scene.add('itemLink', { item: contradicting.id, stop: stop.id });
    const traced = scene.item({ keepsLightsOn: true });
    scene.add('itemLink', { item: traced.id, priority: priority.id });
    const lightsOn = scene.item({ keepsLightsOn: true });
    const orphan = scene.item();
    const { classes, decisions } = assessCoverage(scene.input);
    expect(decisions.map((one) => one.items)).toEqual([[traced.id]]);
    expect(classes).toEqual({
      contradicting: { share: 25, count: 1, items: [contradicting.id] },
      traced: { share: 25, count: 1, items: [traced.id] },
      'lights-on': { share: 25, count: 1, items: [lightsOn.id] },
      orphan: { share: 25, count: 1, items: [orphan.id] },
    });
  });

  it('is told of closed items too, which no share counts', () => {
    const scene = new Scene();
    const done = scene.itemFor(scene.add('decision'), { status: 'done' });
    scene.item({ status: 'dropped' });
    scene.item({ goneOn: '2026-06-15' });
    expect(assessCoverage(scene.input)).toMatchObject({ open: 0, classes: { traced: { share: null, count: 0 } } });
    expect(classifyItems(scene.data).get(done.id)).toBe('traced');
  });
});

describe('the weight of an item', () => {
  it('is its effort from 80 % of open items on; a missing one takes the median', () => {
    const scene = new Scene();
    const decision = scene.add('decision');
    scene.itemFor(decision, { effort: 1 });
    for (const effort of [3, 5, 7]) scene.item({ effort });
    scene.item();
    // The median of 1, 3, 5 and 7 is 4: 1 of 20 is traced.
    expect(assessOpenWork(scene.input)).toMatchObject({ weighting: 'effort', effortKnown: 80, weight: 20 });
    expect(assessCoverage(scene.input).classes.traced.share).toBe(5);
  });

  it('is 1 for each where every effort is 0', () => {
    const scene = new Scene();
    scene.itemFor(scene.add('decision'), { effort: 0 });
    scene.item({ effort: 0 });
    expect(assessCoverage(scene.input)).toMatchObject({ weighting: 'count', classes: { traced: { share: 50 } } });
  });

  it('is 1 for each below that', () => {
    const scene = new Scene();
    scene.itemFor(scene.add('decision'), { effort: 100 });
    for (let count = 0; count < 3; count += 1) scene.item();
    const coverage = assessCoverage(scene.input);
    expect(coverage).toMatchObject({ weighting: 'count', effortKnown: 25 });
    expect(coverage.classes.traced.share).toBe(25);
  });
});

describe('work on a decision', () => {
  it('counts an item under two decisions as a half for each; a link to a priority is one to its decision', () => {
    const scene = new Scene();
    const first = scene.add('decision', { position: 1 });
    const second = scene.add('decision', { position: 2 });
    const third = scene.add('decision', { position: 3 });
    const priority = scene.add('priority', { decision: second.id });
    const both = scene.itemFor(first);
    scene.add('itemLink', { item: both.id, priority: priority.id });
    scene.add('itemLink', { item: both.id, decision: second.id });
    scene.itemFor(first);
    scene.item();
    scene.item();
    // Of four items: 1 + ½ for the first is 37.5 %, ½ for the second 12.5 %; together they are the traced share of 50 %.
    const coverage = assessCoverage(scene.input);
    expect(coverage.decisions.map((one) => [one.share, one.count, one.items.length])).toEqual([
      [37.5, 1.5, 2],
      [12.5, 0.5, 1],
      [0, 0, 0],
    ]);
    expect(coverage.unserved?.map((one) => one.id)).toEqual([third.id]);
    expect(coverage.classes.traced.share).toBe(50);
  });

  it('is not known without a backlog', () => {
    const scene = new Scene();
    scene.add('decision');
    expect(assessCoverage(scene.input)).toMatchObject({ unserved: null, decisions: [{ share: null }] });
  });

  it('is read for each function, by its own field or else by the name of the team', () => {
    const scene = new Scene();
    const decision = scene.add('decision');
    scene.itemFor(decision, { function: 'sales', functionText: 'Product' });
    scene.item({ functionText: 'SALES team, EMEA' });
    scene.item({ functionText: 'Customer Success' });
    scene.item({ functionText: 'Sales and Marketing' });
    scene.item({ functionText: 'Squad 7' });
    // "Marketing" is the longer name in "Sales and Marketing".
    expect(assessCoverage(scene.input).functions.map((one) => [one.function, one.open, one.traced.share])).toEqual([
      ['marketing', 1, 0],
      ['sales', 2, 50],
      ['customer-success', 1, 0],
      [null, 1, 0],
    ]);
  });
});

describe('ages', () => {
  it("are measured at each item's export, never on the day of reading", () => {
    const scene = new Scene({ strategySetOn: '2026-01-14' });
    const old = scene.item({ createdOn: '2026-01-13', updatedOn: '2026-03-17' });
    scene.item({ createdOn: '2026-01-14', updatedOn: '2026-03-18' });
    scene.item();
    // 17 March to the export on 15 June are 90 days, 18 March 89.
    const read = (today: string) => assessCoverage({ ...scene.input, today });
    expect(read('2026-06-16')).toMatchObject({
      carriedOver: { count: 1, share: 50, items: [old.id], undated: 1 },
      stale: { count: 1, share: 50, items: [old.id], undated: 1 },
      sinceStrategy: { months: 5 },
    });
    expect(read('2027-06-16')).toEqual(read('2026-06-16'));
  });

  it('of an item that was never updated run from its creation', () => {
    const scene = new Scene();
    const old = scene.item({ createdOn: '2026-03-17' });
    expect(assessCoverage(scene.input).stale).toMatchObject({ items: [old.id], undated: 0 });
  });

  it('are not known without the day that they start from', () => {
    const scene = new Scene();
    scene.item();
    expect(assessCoverage(scene.input)).toMatchObject({
      carriedOver: null,
      stale: null,
      sinceStrategy: null,
      monthsSinceLast: null,
      monthsWithout: null,
    });
  });

  it('since the strategy was set pass the check points of the kit', () => {
    const scene = new Scene({ strategySetOn: '2026-02-15' });
    scene.item();
    const { sinceStrategy } = assessCoverage(scene.input);
    expect(sinceStrategy?.months).toBe(4);
    expect(sinceStrategy?.passed.map((point) => point.months)).toEqual([1, 3, 4]);
    expect(sinceStrategy?.next?.months).toBe(6);
  });

  it('since the strategy was set pass the check points of the engagement where it has its own', () => {
    const checkPoints = [
      { months: 9, ask: 'Has pay changed?' },
      { months: 2, ask: 'Is it measured?' },
    ];
    const scene = new Scene({ strategySetOn: '2026-02-15', checkPoints });
    scene.item();
    const { sinceStrategy } = assessCoverage(scene.input);
    expect(sinceStrategy?.passed).toEqual([checkPoints[1]]);
    expect(sinceStrategy?.next).toEqual(checkPoints[0]);
  });

  it('of comparisons run to the export, and a comparison from before the strategy does not shorten the time without one', () => {
    const scene = new Scene({ strategySetOn: '2026-01-14' });
    scene.item();
    scene.add('comparison', { on: '2025-12-10', author: 'COO' });
    expect(assessCoverage(scene.input)).toMatchObject({ monthsSinceLast: 6, monthsWithout: 5 });
    const later = scene.add('comparison', { on: '2026-04-20', author: 'COO' });
    const coverage = assessCoverage(scene.input);
    expect(coverage).toMatchObject({ monthsSinceLast: 1, monthsWithout: 1 });
    expect(coverage.comparisons.map((one) => one.months)).toEqual([1, 6]);
    expect(coverage.comparisons[0]?.comparison.id).toBe(later.id);
  });
});

describe('detached clusters', () => {
  it('are three or more open items that hang together, none of them traced', () => {
    const scene = new Scene();
    const chain = [
      scene.item({ key: 'A-1', linkedKeys: ['A-2'] }),
      scene.item({ key: 'A-2' }),
      scene.item({ key: 'A-3', linkedKeys: ['A-2'], keepsLightsOn: true }),
    ];
    const children = ['B-1', 'B-2', 'B-3'].map((key) => scene.item({ key, parentKey: 'EPIC-NOT-EXPORTED' }));
    for (const key of ['C-1', 'C-2']) scene.item({ key, epicKey: 'C-0' });
    const clusters = assessCoverage(scene.input).clusters.map((cluster) => cluster.items);
    expect(clusters).toEqual([chain.map((item) => item.id), children.map((item) => item.id)]);
  });

  it('do not gather items that have no key', () => {
    const scene = new Scene();
    for (let count = 0; count < 3; count += 1) scene.item({ key: '' });
    expect(assessCoverage(scene.input).clusters).toEqual([]);
  });

  it('are none any more when one of them is traced, and closed items hold nothing together', () => {
    const scene = new Scene();
    const decision = scene.add('decision');
    scene.itemFor(decision, { key: 'A-1', linkedKeys: ['A-2', 'A-3'] });
    scene.item({ key: 'A-2' });
    scene.item({ key: 'A-3' });
    scene.item({ key: 'B-0', status: 'done', linkedKeys: ['B-1', 'B-2', 'B-3'] });
    for (const key of ['B-1', 'B-2', 'B-3']) scene.item({ key, linkedKeys: ['B-0'] });
    expect(assessCoverage(scene.input).clusters).toEqual([]);
  });
});

describe('initiatives in parallel', () => {
  it('are parents with an item in progress; more than three for one owner is fragmentation', () => {
    const scene = new Scene();
    const names = ['Anna Berg', 'Anna Berg', 'anna berg ', 'Ben Ode'];
    for (const [at, assignee] of names.entries()) {
      scene.item({ key: `E-${at}`, title: `Epic ${at}`, assignee: 'Ben Ode' });
      scene.item({ epicKey: `E-${at}`, assignee, status: 'progress', function: 'product' });
      scene.item({ epicKey: `E-${at}`, assignee: 'Cem Ak', status: 'todo', function: 'sales' });
    }
    scene.item({ epicKey: 'E-4', status: 'todo', assignee: 'Anna Berg' });
    const { parallel } = assessCoverage(scene.input);
    expect(parallel?.initiatives.map((one) => one.title)).toEqual(['Epic 0', 'Epic 1', 'Epic 2', 'Epic 3']);
    expect(parallel?.functions.map((one) => [one.function, one.initiatives.length])).toEqual([['product', 4]]);
    expect(parallel?.owners.map((one) => [one.owner, one.initiatives.length, one.fragmented])).toEqual([
      ['Ben Ode', 4, true],
      ['Anna Berg', 3, false],
    ]);
  });

  it('are the topmost parents, so that one epic with many stories is one initiative', () => {
    const scene = new Scene();
    scene.item({ key: 'E-1', title: 'Epic' });
    for (const key of ['S-1', 'S-2']) {
      scene.item({ key, parentKey: 'E-1' });
      scene.item({ parentKey: key, status: 'progress', assignee: 'Anna Berg' });
    }
    expect(assessCoverage(scene.input).parallel?.initiatives.map((one) => one.title)).toEqual(['Epic']);
  });

  it('are not known in a list without parents', () => {
    const scene = new Scene();
    scene.item({ status: 'progress' });
    expect(assessCoverage(scene.input).parallel).toBeNull();
  });
});

describe('the basis on which items were begun', () => {
  it('has shares over the items that have one', () => {
    const scene = new Scene();
    expect(assessCoverage(scene.input).basis).toBeNull();
    for (const basis of ['habit', 'habit', 'habit', 'decision', null]) scene.item({ basis });
    const { basis } = assessCoverage(scene.input);
    expect(basis?.n).toBe(4);
    expect(basis?.shares.filter((one) => one.count > 0).map((one) => [one.basis, one.share])).toEqual([
      ['decision', 25],
      ['habit', 75],
    ]);
  });
});

describe('what strategy and list of work name of each other', () => {
  it('is n of m in both directions', () => {
    const scene = new Scene();
    scene.add('decision', { label: 'D1', position: 1, title: 'Stop selling perpetual licences' });
    scene.add('decision', { label: 'D2', position: 2, title: 'Sell downtime avoided, not seats' });
    scene.add('decision', { label: 'D3', position: 3, title: 'Build the measurement before features' });
    const strategy = scene.add('source', { kind: 'strategy' });
    scene.add('passage', { source: strategy.id, text: 'By autumn the Partner Portals carry the renewals.' });
    // Three of the four words of D1, endings aside; the label of D2; two of the four words of D3.
    const first = scene.item({
      title: 'Price list',
      description: 'Stop the perpetual licence',
      epicKey: 'E-1',
    });
    const second = scene.item({ title: 'Dashboard (D2)', epicKey: 'E-2' });
    scene.item({ title: 'New features to build', epicKey: 'E-2' });
    scene.item({ key: 'E-1', title: 'Partner portal' });
    scene.item({ key: 'E-2', title: 'Reporting suite' });
    const { mentions } = assessCoverage(scene.input);
    expect(mentions.decisions).toMatchObject({ n: 2, of: 3 });
    expect(mentions.decisions?.all.map((one) => one.namedIn)).toEqual([[first.id], [second.id], []]);
    expect(mentions).toMatchObject({ initiatives: { n: 1, of: 2 }, initiativesAre: 'parents' });
  });

  it('takes the items themselves in a list without parents, and is null without a strategy to read', () => {
    const scene = new Scene();
    scene.item({ title: 'Autumn campaign' });
    expect(assessCoverage(scene.input).mentions).toMatchObject({ decisions: null, initiatives: null });
    const strategy = scene.add('source', { kind: 'strategy' });
    scene.add('passage', { source: strategy.id, text: 'The autumn campaign opens the season.' });
    expect(assessCoverage(scene.input).mentions).toMatchObject({
      initiatives: { n: 1, of: 1 },
      initiativesAre: 'items',
    });
  });
});
