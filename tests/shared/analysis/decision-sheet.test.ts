/** What a decision's sheet and the list of limits still owe. */
import { describe, expect, it } from 'vitest';
import { assessCard, assessGrounds } from '../../../src/shared/analysis/decision-sheet.ts';
import { assessEvidence } from '../../../src/shared/analysis/evidence.ts';
import { assessLimits } from '../../../src/shared/analysis/limits.ts';
import { Scene } from '../../support/analysis.ts';

describe('a ground', () => {
  it('is argued by evidence for it, not by words alone, by evidence against it or by what comes from nowhere', () => {
    const scene = new Scene();
    const decision = scene.add('decision', { groundMarket: 'The market opens', groundNeed: 'They need it' });
    const source = scene.add('source', {});
    const link = (ground: 'market' | 'need' | 'right', counter: boolean): void => {
      const evidence = scene.add('evidence', { kind: 'passage', source: source.id });
      scene.add('evidenceLink', { evidence: evidence.id, decision: decision.id, ground, counter });
    };
    link('need', true);
    link('right', false);
    const nobodys = scene.add('evidence', { kind: 'observation' });
    scene.add('evidenceLink', { evidence: nobodys.id, decision: decision.id, ground: 'market' });
    const grounds = assessGrounds(decision, assessEvidence(scene.data));
    expect(grounds.map((one) => [one.ground, one.argued])).toEqual([
      ['market', false],
      ['need', false],
      ['right', true],
    ]);
    expect(grounds[1]?.counter.evidence).toHaveLength(1);
  });
});

describe('the card', () => {
  it('has a gap where a side is empty, not where one of its four lines is', () => {
    const decision = new Scene().add('decision', { cardWay: 'By uptime', cardLoad: ' ' });
    expect(assessCard(decision).map((side) => [side.side, side.gap])).toEqual([
      ['above', false],
      ['ground', true],
    ]);
  });
});

describe('a limit', () => {
  it('that is free and on which nothing is tried is untried; a fixed one needs no experiment', () => {
    const scene = new Scene();
    scene.add('limit', { text: 'Free', hold: 'free', position: 2 });
    scene.add('limit', { text: 'Fixed', hold: 'fixed', position: 1 });
    expect(assessLimits(scene.input).map((one) => [one.limit.text, one.untried])).toEqual([
      ['Fixed', false],
      ['Free', true],
    ]);
  });

  it('is tried for six weeks at most, and its result is read when they are over', () => {
    const scene = new Scene();
    const limit = scene.add('limit', { hold: 'free' });
    // 1 May to 11 June are 42 days, to 12 June 43. Today is 16 June.
    const [fits, long] = ['2026-06-11', '2026-06-12'].map((to) =>
      scene.add('experiment', { limit: limit.id, from: '2026-05-01', to }),
    );
    scene.change('experiment', long?.id ?? '', { result: 'It held' });
    const [reading] = assessLimits(scene.input);
    expect(reading?.experiments.map((one) => [one.row.id, one.days, one.tooLong, one.unread])).toEqual([
      [fits?.id, 42, false, true],
      [long?.id, 43, true, false],
    ]);
  });
});
