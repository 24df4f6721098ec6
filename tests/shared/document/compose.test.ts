import { describe, expect, it } from 'vitest';
import type { DocumentTree } from '../../../src/shared/document/blocks.ts';
import { structureProblems } from '../../../src/shared/document/check.ts';
import { composeDocument } from '../../../src/shared/document/compose.ts';
import { editableText } from '../../../src/shared/document/edits.ts';
import { keyedTexts } from '../../../src/shared/document/walk.ts';
import type { Scene } from '../../support/analysis.ts';
import { cleanEngagement } from '../../support/clean-engagement.ts';
import { allText, brand, compose, Engagement, textAt } from './support.ts';

/** Names and texts that break layouts and parsers. */
const hostile = {
  long: 'Regional availability contract settlement and renewal desk of the north',
  wordy: Array.from({ length: 200 }, (_, at) => `word${at}`).join(' '),
  rightToLeft: 'עקדו את החוזה',
  chinese: '客户上线与价值证明',
  emoji: 'Ship 🚢 it 👩‍👩‍👧 now',
};

/** A map of so many decisions with so many priorities over all of them. */
function mapOf(decisions: number, priorities: number): Engagement {
  const engagement = new Engagement();
  const rows = [engagement.decision];
  while (rows.length < decisions) rows.push(engagement.decide(`D${rows.length + 1}`, `Decision ${rows.length + 1}`));
  for (let at = 0; at < priorities; at += 1) {
    const decision = rows[at % rows.length] ?? engagement.decision;
    const priority = engagement.prioritise(decision, `P${at + 1}`, { relation: 'feeds', startOn: '2026-07-01' });
    engagement.criterion(priority, { baseline: 18, target: 50, dueOn: '2027-03-31', readIn: 'CRM' });
    engagement.criterion(priority, { metric: 'Days', form: 'number', baseline: 61, target: 40 });
  }
  return engagement;
}

/** Texts with their references, by key. */
function plainTexts(document: DocumentTree): string[] {
  return keyedTexts(document).map(({ key, runs }) => `${key}: ${editableText(runs).replaceAll('**', '')}`);
}

describe('a document', () => {
  it('has its parts in their order', () => {
    expect(compose(new Engagement()).document.sections.map(({ id }) => id)).toEqual([
      'head',
      'found',
      'patterns',
      'constraint',
      'translation',
      'stops',
      'ninety-days',
      'working',
      'basis',
    ]);
  });

  it('is equal when it is composed twice, and survives JSON', () => {
    const { scene } = cleanEngagement();
    const first = composeDocument(scene.input, { version: '1.0', brand });
    const second = composeDocument(scene.input, { version: '1.0', brand });
    expect(second).toEqual(first);
    expect(JSON.parse(JSON.stringify(first.document))).toEqual(first.document);
  });

  it.each<[string, () => Scene]>([
    ['an empty engagement', () => new Engagement()],
    ['a complete engagement', () => cleanEngagement().scene],
    ['one decision', () => mapOf(1, 2)],
    ['nine decisions', () => mapOf(9, 9)],
    ['17 priorities', () => mapOf(7, 17)],
  ])('keeps to the rules of the file and leaves no brace unfilled: %s', (_, make) => {
    const engagement = make();
    for (const content of [
      { quotes: 2, patterns: 5, mergedCriteria: false, appendix: false },
      { quotes: 1, patterns: 3, mergedCriteria: true, appendix: true },
    ] as const) {
      const composed = compose(engagement, { content });
      for (const document of [composed.document, ...(composed.appendix === null ? [] : [composed.appendix])]) {
        expect(structureProblems(document)).toEqual([]);
        expect(
          keyedTexts(document).filter(({ runs }) => runs.some((run) => 'text' in run && /[{}]/u.test(run.text))),
        ).toEqual([]);
      }
    }
  });

  it('carries long, wordy, right-to-left, Chinese and emoji texts unchanged', () => {
    const engagement = mapOf(1, 1);
    engagement.change('decision', engagement.decision.id, { title: hostile.long, firstMove: hostile.rightToLeft });
    engagement.change('criterion', engagement.data.criterion[0]?.id ?? '', { metric: hostile.wordy.slice(0, 500) });
    engagement.step(hostile.chinese, hostile.chinese, [2, 1, 0]);
    engagement.add('initiative', {
      title: hostile.emoji,
      measure: hostile.chinese,
      from: '2026-07-06',
      to: '2026-08-02',
    });
    const { document } = compose(engagement);
    const text = allText(document);
    for (const part of [
      hostile.long,
      hostile.rightToLeft,
      hostile.chinese,
      hostile.emoji,
      hostile.wordy.slice(0, 400),
    ]) {
      expect(text).toContain(part);
    }
    expect(structureProblems(document)).toEqual([]);
  });

  it('never drops a decision, priority, owner or criterion, however little is left', () => {
    const engagement = mapOf(9, 17);
    const content = { quotes: 1, patterns: 3, mergedCriteria: true, appendix: true } as const;
    const text = allText(compose(engagement, { content }).document);
    for (const { title } of [...engagement.data.decision, ...engagement.data.priority]) expect(text).toContain(title);
    expect(text.match(/Share of new contracts/gu)).toHaveLength(17);
    expect(text.match(/VP Sales/gu)).toHaveLength(17);
  });
});

describe('draft and issue', () => {
  it('a draft says so in head, foot and at the end', () => {
    const { document } = compose(new Engagement());
    expect(document.draft).toBe('Draft');
    expect(textAt(document, 'head.version')).toBe('Draft');
    expect(textAt(document, 'basis.issue')).toBe('Draft of 16 June 2026, not issued.');
  });

  it('an issue carries its number and the fingerprint of its data', () => {
    const { document } = compose(new Engagement(), {
      version: '1.0',
      frozen: true,
      snapshotDigest: '7c1e94d05ab2f318ffffffffffffffffffffffffffffffffffffffffffffffff',
    });
    expect(document.draft).toBeUndefined();
    expect(document.footer.left).toBe('Fennmark, strategic intervention 1.0. Confidential');
    expect(textAt(document, 'basis.issue')).toBe(
      'Issue 1.0, frozen on 16 June 2026. Fingerprint of the data behind it: 7c1e 94d0 5ab2 f318 (SHA-256, first 16 digits).',
    );
  });
});

describe('a thin engagement', () => {
  it('names every empty stage, and each sentence stands in the document', () => {
    const engagement = new Engagement();
    engagement.remove('decision', engagement.decision.id);
    const { empty, document } = compose(engagement);
    expect(new Set(empty.map(({ stage }) => stage))).toEqual(
      new Set(['scope', 'sources', 'interviews', 'patterns', 'constraint', 'map']),
    );
    const text = allText(document);
    for (const { sentence } of empty) expect(text).toContain(sentence);
  });

  it('of which everything is there names none', () => {
    const { scene } = cleanEngagement();
    const { empty } = composeDocument(scene.input, { version: null, brand });
    expect(empty.filter(({ stage }) => stage !== 'map' && stage !== 'patterns')).toEqual([]);
  });
});

describe('small groups', () => {
  it('are merged in the basis and in the figure, and nobody is named', () => {
    const engagement = new Engagement();
    const [anonymous] = engagement.people(1, 'finance', 'manager', 'anonymous');
    for (const [inFunction, count] of [
      ['sales', 3],
      ['product', 2],
      ['service', 4],
    ] as const) {
      for (const person of engagement.people(count, inFunction, 'front-line')) engagement.pulses(person, [4, 4, 4]);
    }
    if (anonymous) engagement.pulses(anonymous, [1, 1, 1]);
    for (const { id } of engagement.data.stakeholder) engagement.change('stakeholder', id, { name: 'Mira Lang' });
    const { document } = compose(engagement);
    const text = allText(document);
    expect(text).toContain('Other functions  3 people');
    expect(text).not.toContain('Finance  ');
    expect(text).not.toContain('Mira Lang');
    const figure = document.sections.flatMap(({ blocks }) => blocks).find((block) => block.key === 'patterns.heat');
    expect(figure?.kind === 'figure' ? figure.figure.alt : '').toContain('Other functions');
    expect(figure?.kind === 'figure' ? figure.figure.alt : '').not.toContain('Finance');
  });

  it('of a whole engagement are not broken down at all', () => {
    const engagement = new Engagement();
    engagement.people(1, 'finance', 'manager', 'anonymous');
    const text = allText(compose(engagement).document);
    expect(text).toContain('Who was heard: 1 person');
    expect(text).not.toContain('Finance');
  });
});

describe('paragraphs written by hand', () => {
  const edit = (engagement: Engagement, key: string, text: string, draftSeen = ''): void => {
    engagement.add('paragraphEdit', { key, text, draftSeen });
  };

  it('replace the draft and keep their bold words', () => {
    const engagement = new Engagement();
    edit(engagement, 'found.change', '**Three things** change.');
    const { document } = compose(engagement);
    expect(keyedTexts(document).find(({ key }) => key === 'found.change')?.runs).toEqual([
      { text: 'Three things', mark: 'emphasised' },
      { text: ' change.' },
    ]);
  });

  it('are read back as they were shown for editing, references included', () => {
    const engagement = mapOf(1, 1);
    engagement.step('Contract', 'Contracting', [2, 1, null]);
    const draft = compose(engagement);
    const shown = keyedTexts(draft.document).map(({ key, runs }) => ({ key, text: editableText(runs), draftSeen: '' }));
    expect(shown.find(({ key }) => key === 'translation.intro')?.text).toContain(
      '({fig_chain}, page {page fig_chain})',
    );
    const edited = compose(engagement, { edits: shown });
    expect(plainTexts(edited.document)).toEqual(plainTexts(draft.document));
    expect(structureProblems(edited.document)).toEqual([]);
  });

  it('are overtaken once the draft that they replaced has changed', () => {
    const engagement = new Engagement();
    const seen = compose(engagement).drafts.get('found.change') ?? '';
    edit(engagement, 'found.change', 'Written by hand.', seen);
    expect(compose(engagement).overtaken).toEqual([]);
    engagement.prioritise(engagement.decision, 'P1');
    const { overtaken, document } = compose(engagement);
    expect(overtaken).toEqual(['found.change']);
    expect(textAt(document, 'found.change')).toBe('Written by hand.');
  });

  it('without a paragraph of theirs are told', () => {
    const engagement = new Engagement();
    edit(engagement, 'stops.none', 'Nothing stops.');
    engagement.add('stop', { what: 'Reports' });
    expect(compose(engagement).unplaced).toEqual(['stops.none']);
  });
});

describe('the appendix', () => {
  it('takes what a decision gives up and the notes of the basis, and the document says so', () => {
    const engagement = mapOf(1, 1);
    engagement.change('decision', engagement.decision.id, { givesWay: 'Perpetual licences' });
    engagement.add('limit', { text: 'No new posts', hold: 'fixed' });
    const content = { quotes: 2, patterns: 5, mergedCriteria: false, appendix: true } as const;
    const { document, appendix, available } = compose(engagement, { content });
    expect(available.hasDetail).toBe(true);
    expect(allText(document)).not.toContain('Perpetual licences');
    expect(textAt(document, 'basis.appendix')).not.toBeNull();
    expect(allText(appendix ?? document)).toContain('What gives way  Perpetual licences.');
    expect(allText(appendix ?? document)).toContain('Fixed: No new posts.');
    expect(compose(engagement).appendix).toBeNull();
  });
});

describe('accepted warnings', () => {
  it('stand in the basis with their reason for as long as the warning does', () => {
    const engagement = mapOf(1, 1);
    const priority = engagement.data.priority[0]?.id ?? '';
    engagement.add('acceptedCheck', { code: 'R20', place: `priority:${priority}`, reason: 'It replaces nothing' });
    expect(allText(compose(engagement).document)).toContain('Accepted: It replaces nothing.');
    engagement.add('stop', { priority, what: 'The old report' });
    expect(allText(compose(engagement).document)).not.toContain('Accepted:');
  });
});
