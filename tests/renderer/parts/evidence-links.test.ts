/** How evidence is listed where it is linked. */
import { describe, expect, it } from 'vitest';
import { originOf, wordsOfEvidence } from '../../../src/renderer/parts/evidence-index.ts';
import { groupLinks, type LinkTarget } from '../../../src/renderer/parts/evidence-links.ts';
import { assessEvidence, type CountedEvidence } from '../../../src/shared/analysis/evidence.ts';
import { Scene } from '../../support/analysis.ts';

const targets: readonly LinkTarget[] = ['p/a', 'p/b'].map((indicator, at) => ({
  key: indicator,
  tag: String(at + 1),
  says: indicator,
  fields: { indicator },
}));

function scene() {
  const rows = new Scene();
  return {
    rows,
    person: rows.person('sales', 'executive'),
    list: () => groupLinks(assessEvidence(rows.data), targets),
  };
}

describe('linked evidence', () => {
  it('shows a piece once with all that it supports, and once more for what it speaks against', () => {
    const { rows, person, list } = scene();
    const piece = rows.says(person, 'p/b');
    rows.add('evidenceLink', { evidence: piece.id, indicator: 'p/a' });
    rows.add('evidenceLink', { evidence: piece.id, indicator: 'p/a', counter: true });
    expect(list().map((one) => [one.counter, one.targets.map((target) => target.tag)])).toEqual([
      [false, ['1', '2']],
      [true, ['1']],
    ]);
  });

  it('leaves out links to other ends, and words that were taken back', () => {
    const { rows, person, list } = scene();
    rows.says(person, 'q/a');
    rows.says(person, 'p/a', { withdrawn: true });
    expect(list()).toEqual([]);
  });
});

describe('a piece of evidence in words', () => {
  const one = (rows: Scene): CountedEvidence => {
    const [piece] = assessEvidence(rows.data).counted.values();
    if (piece === undefined) throw new Error('no evidence');
    return piece;
  };

  it('stands in quotation marks only when it was said word for word', () => {
    const { rows, person } = scene();
    const { id } = rows.says(person, 'p/a', { text: 'We sell air.' });
    expect(wordsOfEvidence(one(rows))).toBe('“We sell air.”');
    rows.change('evidence', id, { fidelity: 'paraphrase' });
    expect(wordsOfEvidence(one(rows))).toBe('We sell air.');
  });

  it('names the speaker with the function where the role does not say it', () => {
    const { rows, person } = scene();
    rows.says(person, 'p/a');
    rows.change('stakeholder', person.id, { role: 'Account executive' });
    expect(originOf(one(rows), rows.kit, new Map())).toBe('Account executive, Sales');
    rows.change('stakeholder', person.id, { role: 'Sales director' });
    expect(originOf(one(rows), rows.kit, new Map())).toBe('Sales director');
  });

  it('names the document and the place in it', () => {
    const rows = new Scene();
    const source = rows.add('source', { kind: 'strategy', title: 'Incentive plan' });
    rows.add('evidence', { kind: 'passage', source: source.id, locator: 'page 2' });
    const sources = new Map([[source.id, source]]);
    expect(originOf(one(rows), rows.kit, sources)).toBe('Incentive plan, page 2');
  });
});
