import { describe, expect, it } from 'vitest';
import { assessEvidence, backingOf } from '../../../src/shared/analysis/evidence.ts';
import { assessPatterns, type PatternReading } from '../../../src/shared/analysis/severity.ts';
import { Scene } from '../../support/analysis.ts';

const indicator = 'nothing-stopped/no-stop-list';

function reading(scene: Scene): PatternReading {
  const found = assessPatterns(scene.input).find((one) => one.pattern.id === 'nothing-stopped');
  if (found === undefined) throw new Error('the kit has the pattern');
  return found;
}

/** A scene in which the indicator is rated. */
function rated(): Scene {
  const scene = new Scene();
  scene.rates(indicator, 3);
  return scene;
}

describe('confidence', () => {
  it('is high from three sources of two functions and two levels', () => {
    const scene = rated();
    scene.says(scene.person('sales', 'executive'), indicator);
    scene.says(scene.person('sales', 'front-line'), indicator);
    expect(reading(scene).confidence).toBe('medium');
    scene.says(scene.person('product', 'front-line'), indicator);
    expect(reading(scene).confidence).toBe('high');
  });

  it('stays medium when many speak from one function', () => {
    const scene = rated();
    for (const level of ['executive', 'manager', 'front-line']) scene.says(scene.person('sales', level), indicator);
    expect(reading(scene).confidence).toBe('medium');
  });

  it('stays medium when many speak from one level', () => {
    const scene = rated();
    for (const inFunction of ['sales', 'product', 'service'])
      scene.says(scene.person(inFunction, 'manager'), indicator);
    expect(reading(scene).confidence).toBe('medium');
  });

  it('counts one interviewee once, however much they say', () => {
    const scene = rated();
    const person = scene.person('sales', 'executive');
    for (let count = 0; count < 4; count += 1) scene.says(person, indicator);
    expect(reading(scene)).toMatchObject({ confidence: 'low' });
    expect(reading(scene).support.evidence).toHaveLength(4);
  });

  it('counts passages of one document once, and two documents without people are medium', () => {
    const scene = rated();
    const [plan, memo] = [scene.add('source', { kind: 'strategy' }), scene.add('source')];
    for (const source of [plan, plan, plan]) cites(scene, source.id);
    expect(reading(scene).confidence).toBe('low');
    cites(scene, memo.id);
    expect(reading(scene).confidence).toBe('medium');
  });

  it('takes a figure of the backlog that names none as one of the only backlog there is', () => {
    const scene = rated();
    const backlog = scene.add('source', { kind: 'backlog' });
    for (const source of [null, backlog.id]) {
      const evidence = scene.add('evidence', { kind: 'figure', source });
      scene.add('evidenceLink', { evidence: evidence.id, indicator });
    }
    expect(reading(scene)).toMatchObject({ confidence: 'low', support: { sources: [{ id: backlog.id }] } });
  });

  it('takes the unknown voices of a group interview as one source without function or level', () => {
    const scene = rated();
    const first = scene.person('sales', 'executive');
    scene.add('participant', { interview: first.interview, person: null, consent: 'by-role' });
    scene.says(first, indicator, { speaker: null });
    scene.says(first, indicator, { speaker: null });
    expect(reading(scene)).toMatchObject({ confidence: 'low', support: { functions: [], levels: [] } });
  });

  it('knows the speaker of an interview that had one participant', () => {
    const scene = rated();
    const person = scene.person('sales', 'executive');
    scene.says(person, indicator, { speaker: null });
    expect(reading(scene).support.sources).toMatchObject([{ kind: 'person', id: person.id, function: 'sales' }]);
  });

  it('does not count evidence of an indicator that is not rated', () => {
    const scene = rated();
    scene.rates('nothing-stopped/thin-spread', null);
    scene.says(scene.person('sales', 'executive'), 'nothing-stopped/thin-spread');
    expect(reading(scene).confidence).toBe('none');
  });

  it('sinks one step and is contested when as many sources speak against', () => {
    const scene = rated();
    scene.says(scene.person('sales', 'executive'), indicator);
    scene.says(scene.person('product', 'manager'), indicator);
    scene.says(scene.person('service', 'manager'), indicator, { counter: true });
    expect(reading(scene)).toMatchObject({ confidence: 'medium', contested: false });
    expect(reading(scene).counter.sources).toHaveLength(1);
    scene.says(scene.person('finance', 'executive'), indicator, { counter: true });
    expect(reading(scene)).toMatchObject({ confidence: 'low', contested: true });
  });

  it('never sinks below low', () => {
    const scene = rated();
    scene.says(scene.person('sales', 'executive'), indicator);
    scene.says(scene.person('product', 'manager'), indicator, { counter: true });
    expect(reading(scene)).toMatchObject({ confidence: 'low', contested: true });
  });
});

describe('consent', () => {
  it('is the strictest of the consents given in all interviews with a person', () => {
    const scene = rated();
    const person = scene.person('sales', 'executive', 'by-name');
    const again = scene.add('interview', { status: 'done' }).id;
    scene.add('participant', { interview: again, person: person.id, consent: 'background' });
    const said = scene.says(person, indicator);
    expect(assessEvidence(scene.data).counted.get(said.id)).toMatchObject({ consent: 'background', quotable: false });
  });

  it('that was not asked for yet counts and may not be quoted', () => {
    const scene = rated();
    const said = scene.says(scene.person('sales', 'executive', null), indicator);
    expect(assessEvidence(scene.data).counted.get(said.id)).toMatchObject({ consent: null, quotable: false });
    expect(reading(scene).confidence).toBe('low');
  });

  it('withdrawn in one interview takes back everything that the person said', () => {
    const scene = rated();
    const person = scene.person('sales', 'executive', 'by-name');
    scene.says(person, indicator);
    const again = scene.add('interview', { status: 'done' }).id;
    scene.add('participant', { interview: again, person: person.id, consent: 'withdrawn' });
    expect(reading(scene)).toMatchObject({ confidence: 'none', support: { evidence: [] } });
  });

  it('withdrawn by one of a group takes back what nobody was named for', () => {
    const scene = rated();
    const first = scene.person('sales', 'executive', 'by-name');
    const second = scene.add('stakeholder', { function: 'product', level: 'manager' }).id;
    scene.add('participant', { interview: first.interview, person: second, consent: 'withdrawn' });
    const named = scene.says(first, indicator);
    const unnamed = scene.says(first, indicator, { speaker: null });
    const { counted } = assessEvidence(scene.data);
    expect([counted.has(named.id), counted.has(unnamed.id)]).toEqual([true, false]);
  });

  it('of a withdrawn quote leaves the rest of the person standing', () => {
    const scene = rated();
    const person = scene.person('sales', 'executive');
    scene.says(person, indicator, { withdrawn: true });
    const kept = scene.says(person, indicator);
    expect(backingOf(assessEvidence(scene.data), () => true).support.evidence).toEqual([kept.id]);
  });
});

function cites(scene: Scene, source: string): void {
  const evidence = scene.add('evidence', { kind: 'passage', source });
  scene.add('evidenceLink', { evidence: evidence.id, indicator });
}
