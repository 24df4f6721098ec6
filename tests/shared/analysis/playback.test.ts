import { describe, expect, it } from 'vitest';
import { assessHeardNotShared } from '../../../src/shared/analysis/heard-not-shared.ts';
import { assessPlayback } from '../../../src/shared/analysis/playback.ts';
import { assessUptake } from '../../../src/shared/analysis/uptake.ts';
import { Scene } from '../../support/analysis.ts';

describe('recall', () => {
  it('is the mean of the points of those asked: named, partly and not asked are 75', () => {
    const scene = new Scene();
    const decision = scene.add('decision');
    scene.retells(scene.person('sales', 'manager'), decision, 'named');
    scene.retells(scene.person('sales', 'manager'), decision, 'partly');
    scene.retells(scene.person('sales', 'manager'), decision, null);
    expect(assessPlayback(scene.input).decisions[0]).toMatchObject({
      recall: 75,
      n: 2,
      counts: { named: 1, partly: 1, missed: 0, contradicted: 0 },
    });
  });

  it('has its floor at 0 when contradictions outweigh, and is null when nobody was asked', () => {
    const scene = new Scene();
    const [contradicted] = [scene.add('decision', { position: 1 }), scene.add('decision', { position: 2 })];
    scene.retells(scene.person('sales', 'manager'), contradicted, 'contradicted');
    expect(assessPlayback(scene.input).decisions.map((one) => one.recall)).toEqual([0, null]);
  });

  it('takes the latest mark of a person and leaves out customers and those who withdrew', () => {
    const scene = new Scene();
    const decision = scene.add('decision');
    const person = scene.person('sales', 'manager');
    scene.add('playbackMark', { person: person.id, decision: decision.id, mark: 'named', on: '2026-06-20' });
    scene.add('playbackMark', { person: person.id, decision: decision.id, mark: 'missed', on: '2026-06-11' });
    scene.retells(scene.person('customer', 'customer'), decision, 'missed');
    scene.retells(scene.person('sales', 'manager', 'withdrawn'), decision, 'missed');
    expect(assessPlayback(scene.input).decisions[0]).toMatchObject({ recall: 100, people: [person.id] });
  });

  it('breaks at the first level 25 points or more below the level above that was asked', () => {
    const scene = new Scene();
    const decision = scene.add('decision');
    scene.retells(scene.person('sales', 'board'), decision, 'named');
    // No executive was asked. Managers: (1 + 1 + 0.5 + 0.5) ÷ 4 = 75, exactly 25 below; front line 0.
    for (const mark of ['named', 'named', 'partly', 'partly'] as const) {
      scene.retells(scene.person('sales', 'manager'), decision, mark);
    }
    scene.retells(scene.person('sales', 'front-line'), decision, 'missed');
    expect(assessPlayback(scene.input).decisions[0]?.break).toMatchObject({
      above: { id: 'board' },
      level: { id: 'manager' },
      drop: 25,
    });
  });

  it('has no break while each level stays within 25 points, however far the whole falls', () => {
    const scene = new Scene();
    const decision = scene.add('decision');
    const fill = (level: string, named: number): void => {
      for (let at = 0; at < 5; at += 1)
        scene.retells(scene.person('sales', level), decision, at < named ? 'named' : 'missed');
    };
    for (const [at, level] of ['board', 'executive', 'manager', 'front-line'].entries()) fill(level, 5 - at);
    expect(assessPlayback(scene.input).decisions[0]).toMatchObject({ recall: 70, break: null });
  });

  it('has no break at 24 points', () => {
    const scene = new Scene();
    const decision = scene.add('decision');
    scene.retells(scene.person('sales', 'executive'), decision, 'named');
    for (let at = 0; at < 25; at += 1) {
      scene.retells(scene.person('sales', 'manager'), decision, at < 19 ? 'named' : 'missed');
    }
    expect(assessPlayback(scene.input).decisions[0]).toMatchObject({ break: null, byLevel: [{}, { recall: 76 }] });
  });

  it("stands beside the sponsor's guess for the decision in scope only", () => {
    const scene = new Scene({ sponsorGuess: 8 });
    scene.add('decision', { position: 1, standing: 'in-scope' });
    scene.add('decision', { position: 2, standing: 'carried' });
    const later = scene.add('decision', { position: 3, standing: 'in-scope' });
    scene.add('scopeWidening', { decision: later.id });
    expect(assessPlayback(scene.input).decisions.map((one) => one.sponsorGuess)).toEqual([80, null, null]);
  });
});

describe('what became of a decision', () => {
  it('names the success of each level, none where people were asked and named nothing', () => {
    const scene = new Scene();
    const decision = scene.add('decision');
    scene.retells(scene.person('sales', 'front-line'), decision, 'named');
    scene.add('namedSuccess', { decision: decision.id, level: 'executive', what: 'Ten sites' });
    scene.add('namedSuccess', { decision: decision.id, level: 'manager', what: ' ' });
    expect(assessUptake(scene.input)[0]?.levels.map((one) => [one.level, one.state])).toEqual([
      ['executive', 'named'],
      ['manager', 'none'],
      ['front-line', 'not-asked'],
    ]);
  });

  it('counts a function without a concrete choice as informed only', () => {
    const scene = new Scene();
    const decision = scene.add('decision');
    for (const inFunction of ['sales', 'product'])
      scene.retells(scene.person(inFunction, 'manager'), decision, 'named');
    scene.add('choiceMade', { decision: decision.id, function: 'sales', what: 'Refused the Hartwell order' });
    const withdrawn = scene.person('product', 'manager', 'withdrawn');
    scene.add('choiceMade', { decision: decision.id, function: 'product', toldBy: withdrawn.id, what: 'Closed seats' });
    expect(assessUptake(scene.input)[0]?.functions.map((one) => [one.function, one.informedOnly])).toEqual([
      ['product', true],
      ['sales', false],
    ]);
  });
});

describe('heard, not shared', () => {
  /** Two people of Sales at `mark`, and items of Sales of which `traced` are linked to the decision. */
  function sales(mark: 'named' | 'partly', items: number, traced: number, people = 2): Scene {
    const scene = new Scene();
    const decision = scene.add('decision');
    for (let count = 0; count < people; count += 1) scene.retells(scene.person('sales', 'manager'), decision, mark);
    for (let at = 0; at < items; at += 1) {
      if (at < traced) scene.itemFor(decision, { function: 'sales' });
      else scene.item({ function: 'sales' });
    }
    return scene;
  }

  it.each([
    ['retold by all, one item of five traced', sales('named', 5, 1), true],
    ['exactly 40 % traced', sales('named', 5, 2), false],
    ['recall below 60', sales('partly', 5, 1), false],
    ['one person', sales('named', 5, 1, 1), null],
    ['four items', sales('named', 4, 1), null],
  ] as const)('%s', (_, scene, flagged) => {
    expect(assessHeardNotShared(scene.input)[0]?.flagged).toBe(flagged);
  });

  it('takes the mean over the decisions that the function was asked about, and shows each beside its work', () => {
    const scene = sales('named', 5, 1);
    const second = scene.add('decision', { position: 2 });
    scene.add('decision', { position: 3 });
    scene.retells(scene.person('sales', 'manager'), second, 'missed');
    const [row] = assessHeardNotShared(scene.input);
    // 100 for the first, 0 for the second; the third was not asked. One of five items is 20 %.
    expect(row).toMatchObject({ recall: 50, flagged: false });
    expect(row?.people).toHaveLength(3);
    expect(row?.decisions.map((one) => [one.recall, one.share])).toEqual([
      [100, 20],
      [0, 0],
      [null, 0],
    ]);
  });
});
