import { describe, expect, it } from 'vitest';
import type { Block, PartBlock } from '../../../src/shared/document/blocks.ts';
import { allText, compose, Engagement, read } from './support.ts';

const pattern = 'nothing-stopped';
const words = 'We said yes to the new thing.';

type Case = {
  readonly consent: 'by-name' | 'by-role' | 'anonymous' | 'background' | 'withdrawn' | null;
  readonly fidelity: 'verbatim' | 'paraphrase' | 'translated';
  readonly company?: number;
};

/** The quote column of the pattern after one person of Product said the words. */
function column({ consent, fidelity, company = 1 }: Case): readonly PartBlock[] {
  const engagement = new Engagement();
  const person = engagement.person('product', 'manager', consent);
  engagement.change('stakeholder', person.id, { name: 'Mira Lang', role: 'Team lead' });
  engagement.people(company, 'product', 'manager');
  for (const [at, value] of [3, 3, 3].entries()) {
    engagement.rates(`${pattern}/${['no-stop-list', 'thin-spread', 'quiet-survivors'][at]}`, value);
  }
  // A document keeps the pattern in whatever became of the person.
  const source = engagement.add('source', { title: 'Minutes' }).id;
  const minutes = engagement.add('evidence', { source, text: 'Minutes', kind: 'observation' }).id;
  engagement.add('evidenceLink', { evidence: minutes, indicator: `${pattern}/no-stop-list` });
  engagement.says(person, `${pattern}/no-stop-list`, { text: words, fidelity });
  const pair = compose(engagement)
    .document.sections.flatMap((section): readonly Block[] => section.blocks)
    .find((block) => block.kind === 'pair' && block.key === `pattern.${pattern}`);
  return pair?.kind === 'pair' ? pair.right : [];
}

/** What is printed, and whether in quotation marks. */
function printed(given: Case): string {
  return column(given)
    .map((part) => {
      const text = 'runs' in part ? part.runs.map((run) => ('text' in run ? run.text : '')).join('') : '';
      return part.kind === 'quote' ? `“${text}” ${part.source.text}` : text;
    })
    .join(' ');
}

describe('words of a person', () => {
  it.each([
    [{ consent: 'by-name', fidelity: 'verbatim' }, `“${words}” Mira Lang, Team lead`],
    [{ consent: 'by-name', fidelity: 'paraphrase' }, `${words} Mira Lang, Team lead; the sense, in our words`],
    [{ consent: 'by-name', fidelity: 'translated' }, `${words} Mira Lang, Team lead; translated`],
    [{ consent: 'by-role', fidelity: 'verbatim' }, `“${words}” Team lead, Product`],
    [{ consent: 'by-role', fidelity: 'paraphrase' }, `${words} Team lead, Product; the sense, in our words`],
    [{ consent: 'by-role', fidelity: 'translated' }, `${words} Team lead, Product; translated`],
    [{ consent: 'anonymous', fidelity: 'verbatim' }, `“${words}” A person who was heard`],
    [{ consent: 'anonymous', fidelity: 'paraphrase' }, `${words} A person who was heard; the sense, in our words`],
    [{ consent: 'anonymous', fidelity: 'translated' }, `${words} A person who was heard; translated`],
    [{ consent: 'background', fidelity: 'verbatim' }, ''],
    [{ consent: 'background', fidelity: 'paraphrase' }, ''],
    [{ consent: 'background', fidelity: 'translated' }, ''],
    [{ consent: 'withdrawn', fidelity: 'verbatim' }, ''],
    [{ consent: 'withdrawn', fidelity: 'paraphrase' }, ''],
    [{ consent: null, fidelity: 'verbatim' }, ''],
  ] as const)('%o', (given, expected) => {
    expect(printed(given)).toBe(expected);
  });

  it('of an anonymous speaker carry the level once three of it were heard', () => {
    expect(printed({ consent: 'anonymous', fidelity: 'verbatim', company: 2 })).toBe(
      `“${words}” Manager, name withheld`,
    );
  });

  it('of an anonymous speaker who is the only one of function and level are not printed', () => {
    expect(printed({ consent: 'anonymous', fidelity: 'verbatim', company: 0 })).toBe('');
  });
});

describe('what may not be printed', () => {
  it('is not printed even when it is marked for the document, and is reported', () => {
    const engagement = new Engagement();
    const heard = engagement.people(2, 'sales', 'front-line', 'background');
    const [first] = engagement.pattern(pattern, [3, 3, 3], heard);
    engagement.change('evidence', first ?? '', { printed: true, text: 'Not for print' });
    const { document, withheld, printedEvidence } = compose(engagement);
    expect(allText(document)).not.toContain('Not for print');
    expect(withheld).toEqual([{ evidence: first, reason: 'background' }]);
    expect(printedEvidence).toEqual([]);
  });

  it('tells a name that its speaker did not give away', () => {
    const engagement = new Engagement();
    const heard = engagement.people(2, 'sales', 'front-line', 'by-role');
    engagement.change('stakeholder', heard[0]?.id ?? '', { name: 'Mira Lang' });
    const [first] = engagement.pattern(pattern, [3, 3, 3], heard);
    engagement.change('evidence', first ?? '', { printed: true, text: 'They call me Lang the ledger.' });
    expect(compose(engagement).withheld).toEqual([{ evidence: first, reason: 'name' }]);
  });
});

describe('quotes of a pattern', () => {
  it('come from two sources, the marked one first, as many as were asked for', () => {
    const engagement = new Engagement();
    const [a, b] = engagement.people(2, 'sales', 'front-line');
    if (!a || !b) throw new Error('two people');
    engagement.pattern(pattern, [3, 3, 3], []);
    const first = engagement.says(a, `${pattern}/no-stop-list`, { text: 'First of a' }).id;
    engagement.says(a, `${pattern}/no-stop-list`, { text: 'Second of a' });
    const other = engagement.says(b, `${pattern}/no-stop-list`, { text: 'First of b', printed: true }).id;
    expect(compose(engagement).printedEvidence).toEqual([other, first]);
    const content = { quotes: 1, patterns: 5, mergedCriteria: false, appendix: false } as const;
    expect(compose(engagement, { content }).printedEvidence).toEqual([other]);
  });
});

describe('owners', () => {
  it('stand with name and role where they permitted it, else with the role; a typed name is not printed', () => {
    const engagement = new Engagement();
    const [named, role, typed, group] = ['P1', 'P2', 'P3', 'P4'].map((label) =>
      engagement.prioritise(engagement.decision, label),
    );
    if (!named || !role || !typed || !group) throw new Error('four priorities');
    engagement.change('stakeholder', named.owner ?? '', { name: 'Vera Singh', permitsNaming: true });
    engagement.change('stakeholder', role.owner ?? '', { name: 'Marco Bauer' });
    engagement.change('priority', typed.id, { owner: null, ownerName: 'Ines Okafor' });
    engagement.change('priority', group.id, { owner: null, ownerName: 'Marketing team' });
    const text = allText(compose(engagement).document);
    expect(text).toContain('Vera Singh\nVP Sales');
    expect(text).not.toContain('Marco Bauer');
    expect(text).not.toContain('Ines Okafor');
    expect(text).toContain('A named person');
    expect(text).toContain('Marketing team');
  });

  it('who tell of a stop are held to the same permission', () => {
    const engagement = new Engagement();
    const person = engagement.add('stakeholder', { name: 'Marco Bauer', role: 'VP Product' }).id;
    const stop = engagement.add('stop', { what: 'Reports', whoTells: 'Marco Bauer', tellsWhom: 'both teams' });
    expect(read(engagement, `stops.table.${stop.id}.2`)).toBe('VP Product tells both teams');
    engagement.change('stakeholder', person, { permitsNaming: true });
    expect(read(engagement, `stops.table.${stop.id}.2`)).toBe('Marco Bauer tells both teams');
  });
});
